"""Sections of a page: rows, statements, tables, figures, and unpublished fields."""

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
    """Section of fields with their values, as a list of terms."""

    template = "rows"
    items: tuple[Row, ...]


@dataclass(frozen=True)
class Statements(Section):
    """Section of statements in running text; `tone` is `caution` for warnings."""

    template = "statements"
    items: tuple[Labelled, ...]
    tone: str = ""


@dataclass(frozen=True)
class Figures(Section):
    """Section of published figures."""

    template = "figures"
    items: tuple[Number, ...]
    intro: str = ""


@dataclass(frozen=True)
class Table(Section):
    """Section with a table: `head` is its header row; the first cell of each row is its heading."""

    template = "table"
    head: tuple[str, ...]
    items: tuple[tuple[Stated, ...], ...]


@dataclass(frozen=True)
class Unpublished(Section):
    """Section of required fields that nobody has published, as rows without statements.

    `intro` says when they were last looked for.
    """

    template = "unpublished"
    items: tuple[Row, ...]
    intro: str
