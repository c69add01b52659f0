"""Translations whose placeholders would break a page."""

from collections.abc import Iterator

import polib

from mozi.languages.catalogue import foreign_placeholders
from mozi.problems.problem import Finding


def lost_placeholders(catalogue: polib.POFile) -> Iterator[Finding]:
    """MZ402: a translation keeps the placeholders of the English text."""
    for line, english, text in foreign_placeholders(catalogue):
        yield Finding.at_line("", (line, 1), "MZ402", text=text, english=english)
