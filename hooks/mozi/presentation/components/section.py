"""Sections of a page: rows, statements, tables, figures, and what is not published."""

from dataclasses import dataclass
from typing import Any, ClassVar

from mozi.presentation.components.statement import Labelled, Number, Row, Stated


@dataclass(frozen=True)
class Section:
    """A part of a page with a heading of its own, left out when it has no items.

    `template` names the file in `overrides/pages/sections/` that shows it.
    """

    id: str
    title: str
    items: tuple[Any, ...]
    template: ClassVar[str]


@dataclass(frozen=True)
class Rows(Section):
    """Particulars as a list of terms."""

    template = "rows"
    items: tuple[Row, ...]


@dataclass(frozen=True)
class Statements(Section):
    """Statements in running text; `tone` is `caution` for warnings."""

    template = "statements"
    items: tuple[Labelled, ...]
    tone: str = ""


@dataclass(frozen=True)
class Figures(Section):
    """Published numbers."""

    template = "figures"
    items: tuple[Number, ...]
    intro: str = ""


@dataclass(frozen=True)
class Table(Section):
    """A table with a header row; the first cell of a row heads it."""

    template = "table"
    head: tuple[str, ...]
    items: tuple[tuple[Stated, ...], ...]


@dataclass(frozen=True)
class Unpublished(Section):
    """What nobody has published (rows of which nothing is stated), and when it was last looked for."""

    template = "unpublished"
    items: tuple[Row, ...]
    intro: str
