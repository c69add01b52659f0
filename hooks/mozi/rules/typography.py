"""Localised texts whose spaces, dashes and punctuation marks are not those of their language.

What was quoted stays as it was.
"""

from collections.abc import Iterator, Sequence

from mozi.languages.typography import slips
from mozi.problems.problem import Finding
from mozi.rules.localised_texts import LocalisedText, finding_at


def french(texts: Sequence[LocalisedText]) -> Iterator[Finding]:
    """MZ707: French has its spaces before double punctuation and inside « », and curved ’."""
    yield from _badly_set(texts, "fr", "MZ707")


def russian(texts: Sequence[LocalisedText]) -> Iterator[Finding]:
    """MZ708: Russian has long dashes and no ё, and no line breaks before a dash or per cent sign."""
    yield from _badly_set(texts, "ru", "MZ708")


def arabic(texts: Sequence[LocalisedText]) -> Iterator[Finding]:
    """MZ709: Arabic has its own commas, semicolons and question marks."""
    yield from _badly_set(texts, "ar", "MZ709")


def chinese(texts: Sequence[LocalisedText]) -> Iterator[Finding]:
    """MZ710: Chinese has spaces beside Latin words, and full-width marks without any."""
    yield from _badly_set(texts, "zh", "MZ710")


def every_language(texts: Sequence[LocalisedText]) -> Iterator[Finding]:
    """All of these rules; each finding has one meaning: the text as it is when typeset."""
    for rule in (french, russian, arabic, chinese):
        yield from rule(texts)


def _badly_set(texts: Sequence[LocalisedText], language: str, code: str) -> Iterator[Finding]:
    for localised in texts:
        if not localised.verbatim and localised.language.split("-", maxsplit=1)[0] == language:
            for slip in slips(localised.language, localised.text):
                yield finding_at(localised, code, slip.convention, words=slip.old)
