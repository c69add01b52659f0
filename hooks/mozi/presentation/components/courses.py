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
    """Section with a course list; `origin` says whose list it is."""

    template = "courses"
    items: tuple[CourseGroup, ...]
    origin: str = ""


@dataclass(frozen=True)
class BarPart:
    """A part of a bar: `kind` styles it; positions and width are in per cent of the chart."""

    kind: str
    left: float
    width: float
    middle: float
    text: str


@dataclass(frozen=True)
class Bar:
    """A bar of a chart; `title` describes it in words; `label` is empty if it is the only bar."""

    label: str
    title: str
    parts: tuple[BarPart, ...]


@dataclass(frozen=True)
class KindRow:
    """A kind of course: its letter in the bars, and its amount in each bar."""

    letter: str
    kind: str
    amounts: tuple[str, ...]


@dataclass(frozen=True)
class CourseChart(Section):
    """Section on the amounts of each kind of course: bars, and a table with the same numbers."""

    template = "course_chart"
    items: tuple[Bar, ...]
    head: tuple[str, ...]
    table: tuple[KindRow, ...]
