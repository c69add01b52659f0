"""Programmes compared side by side."""

from dataclasses import dataclass

from mozi.languages.language import Words
from mozi.presentation.components.section import Section
from mozi.presentation.components.statement import Stated


@dataclass(frozen=True)
class Column:
    """A programme that is compared."""

    id: str
    title: Words
    href: str


@dataclass(frozen=True)
class Compared:
    """A particular, and what is stated about it in each column, if anything is."""

    label: str
    cells: tuple[tuple[Stated, ...], ...]


@dataclass(frozen=True)
class Comparison(Section):
    """Records side by side: a row for each particular, a column for each record."""

    template = "comparison"
    items: tuple[Compared, ...]
    columns: tuple[Column, ...]
