"""How far a translation is, and which texts are open."""

from dataclasses import dataclass

from mozi.languages.language import Words
from mozi.presentation.components.section import Section
from mozi.presentation.components.statement import Stated


@dataclass(frozen=True)
class Count:
    """How many texts are translated, out of date and missing, of a kind or in a language.

    `done` and `aging` are the first two in per cent of all, for the bar; `sum` marks the last row.
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
    """How far translations are: numbers, and bars that show the same."""

    template = "how_far"
    items: tuple[Count, ...]
    head: tuple[str, ...]


@dataclass(frozen=True)
class OpenText:
    """A text that is missing or out of date; `ways` lead to its page and to where it is translated."""

    text: Words
    state: str
    ways: tuple[Stated, ...]


@dataclass(frozen=True)
class OpenTexts(Section):
    """Texts that are missing or out of date; `rest` says how many are not listed."""

    template = "open_texts"
    items: tuple[OpenText, ...]
    rest: str = ""
