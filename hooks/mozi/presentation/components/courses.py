"""Courses in groups, and as a chart of hours."""

from dataclasses import dataclass

from mozi.presentation.components.section import Section
from mozi.presentation.components.statement import Stated


@dataclass(frozen=True)
class CourseGroup:
    """Courses of one kind."""

    title: str
    courses: tuple[Stated, ...]


@dataclass(frozen=True)
class Courses(Section):
    """A course list; `origin` says whose it is."""

    template = "courses"
    items: tuple[CourseGroup, ...]
    origin: str = ""


@dataclass(frozen=True)
class BarPart:
    """A piece of a bar: `kind` styles it; places are in per cent from the left."""

    kind: str
    left: float
    width: float
    middle: float
    text: str


@dataclass(frozen=True)
class Bar:
    """A bar of a chart; `title` says it in words; the label is empty when there is only one."""

    label: str
    title: str
    parts: tuple[BarPart, ...]


@dataclass(frozen=True)
class KindRow:
    """A kind of course: the letter that stands for it in the bars, and its amount in each bar."""

    letter: str
    kind: str
    amounts: tuple[str, ...]


@dataclass(frozen=True)
class CourseChart(Section):
    """How much of each kind of course: bars, and a table that says the same."""

    template = "course_chart"
    items: tuple[Bar, ...]
    head: tuple[str, ...]
    table: tuple[KindRow, ...]
