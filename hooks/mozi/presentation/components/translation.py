"""Progress of translations, and the texts that are still open."""

from dataclasses import dataclass

from mozi.languages.language import Words
from mozi.presentation.components.section import Section
from mozi.presentation.components.statement import Stated


@dataclass(frozen=True)
class Count:
    """Numbers of texts that are translated, out of date and missing, of a kind or in a language.

    `done` and `aging` are the first two numbers in per cent of all texts, for the bar; `sum` marks
    the last row, which has the totals.
    """

    name: str
    translated: str
    stale: str
    missing: str
    done: float
    aging: float
    sum: bool = False
    href: str = ""
    state: str = ""


@dataclass(frozen=True)
class HowFar(Section):
    """Section on the progress of translations: numbers, and bars that show the same."""

    template = "how_far"
    items: tuple[Count, ...]
    head: tuple[str, ...]


@dataclass(frozen=True)
class OpenText:
    """A text that is missing or out of date; `ways` link to its page and to its translation."""

    text: Words
    state: str
    ways: tuple[Stated, ...]


@dataclass(frozen=True)
class OpenTexts(Section):
    """Section of texts that are missing or out of date; `rest` says how many are not listed."""

    template = "open_texts"
    items: tuple[OpenText, ...]
    rest: str = ""
