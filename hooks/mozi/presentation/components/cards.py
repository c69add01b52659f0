"""Cards of records, and the choices that narrow a list down."""

from dataclasses import dataclass

from mozi.languages.language import Words
from mozi.presentation.components.section import Section
from mozi.presentation.components.statement import Badge


@dataclass(frozen=True)
class Card:
    """A link to a page with a few lines on it.

    `data` are names and values for scripts; `pick` labels the box that chooses it for comparison.
    """

    title: Words
    href: str
    lines: tuple[str, ...] = ()
    badge: Badge | None = None
    data: tuple[tuple[str, str], ...] = ()
    pick: str = ""


@dataclass(frozen=True)
class Choice:
    """A value to narrow down by, and how many records have it; no `href` where it is the only one."""

    id: str
    name: str
    count: str
    href: str = ""


@dataclass(frozen=True)
class Facet:
    """A particular to narrow down by."""

    id: str
    label: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class Cards(Section):
    """Links to other pages."""

    template = "cards"
    items: tuple[Card, ...]
    intro: str = ""
