"""Evidence: sources that disagree, and the references of a page."""

from dataclasses import dataclass

from mozi.languages.language import Words
from mozi.presentation.components.section import Section
from mozi.presentation.components.statement import Stated


@dataclass(frozen=True)
class Dispute:
    """A point on which sources differ."""

    point: Words
    versions: tuple[Stated, ...]
    note: Words | None = None


@dataclass(frozen=True)
class Reference:
    """A source in the page's list of references. `url` is empty where the source is not linked."""

    number: int
    title: Words
    gloss: Words | None
    publisher: Words
    date: str
    type: str
    href: str
    url: str


@dataclass(frozen=True)
class Disputes(Section):
    """Section of points on which sources differ."""

    template = "disputes"
    items: tuple[Dispute, ...]


@dataclass(frozen=True)
class References(Section):
    """Section of the page's sources, numbered in the order in which the page first cites them."""

    template = "references"
    items: tuple[Reference, ...]
