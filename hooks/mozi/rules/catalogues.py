"""Translations that would break a page."""

from collections.abc import Iterator

import polib

from mozi import translations
from mozi.validation import Finding


def lost_placeholders(catalogue: polib.POFile) -> Iterator[Finding]:
    """MZ402: a translation keeps the placeholders of the English text."""
    for line, english, text in translations.foreign_placeholders(catalogue):
        yield Finding((line,), "MZ402", "", {"text": text, "english": english})
