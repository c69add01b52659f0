"""Programmes compared side by side."""

from dataclasses import dataclass

from mozi.languages.language import Words
from mozi.presentation.components.section import Section
from mozi.presentation.components.statement import Stated


@dataclass(frozen=True)
class Column:
    """A column of the comparison: one programme."""

    id: str
    title: Words
    href: str


@dataclass(frozen=True)
class Compared:
    """A row of the comparison: a field, with its statements in each column; a cell may be empty."""

    label: str
    cells: tuple[tuple[Stated, ...], ...]


@dataclass(frozen=True)
class Comparison(Section):
    """Section of records side by side: a row for each field, a column for each record."""

    template = "comparison"
    items: tuple[Compared, ...]
    columns: tuple[Column, ...]
