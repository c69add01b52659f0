"""Cards of records, and the facets that narrow a list down."""

from dataclasses import dataclass

from mozi.languages.language import Words
from mozi.presentation.components.section import Section
from mozi.presentation.components.statement import Badge


@dataclass(frozen=True)
class Card:
    """A link to a page with a few lines on it.

    `data` are names and values for scripts; `pick` labels the checkbox that picks the record for
    comparison.
    """

    title: Words
    href: str
    lines: tuple[str, ...] = ()
    badge: Badge | None = None
    data: tuple[tuple[str, str], ...] = ()
    pick: str = ""


@dataclass(frozen=True)
class Choice:
    """Value of a facet, with the number of its records; `href` is empty if it is the only one."""

    id: str
    name: str
    count: str
    href: str = ""


@dataclass(frozen=True)
class Facet:
    """Field by which a list is narrowed down, with its values."""

    id: str
    label: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class Cards(Section):
    """Section of cards with links to other pages."""

    template = "cards"
    items: tuple[Card, ...]
    intro: str = ""
