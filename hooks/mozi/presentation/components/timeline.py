"""Milestones in words, and on a time axis."""

from dataclasses import dataclass

from mozi.languages.language import Words
from mozi.presentation.components.cards import Card
from mozi.presentation.components.section import Section
from mozi.presentation.components.statement import Stated


@dataclass(frozen=True)
class Moment:
    """A milestone: `iso` is its date for machines.

    `subject` is the card of its record, in lists of several records. `id` is its anchor,
    to which the time axis links.
    """

    iso: str
    date: str
    kind: str
    stated: Stated
    place: Words | None = None
    subject: Card | None = None
    id: str = ""


@dataclass(frozen=True)
class Tick:
    """A year on a time axis: its start and the position of its label, in per cent from the left."""

    start: float
    middle: float
    label: str


@dataclass(frozen=True)
class Mark:
    """A milestone on a time axis; its ends are in per cent from the left.

    It covers the time in which its date may lie; `rough` says that only its month or year is known.
    """

    left: float
    right: float
    href: str
    rough: bool


@dataclass(frozen=True)
class Axis:
    """A time axis: years and milestones on a line between `left` and `right`, in per cent."""

    left: float
    right: float
    ticks: tuple[Tick, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Timeline(Section):
    """Section of milestones, one below the other; `axis`, if any, shows them as a picture."""

    template = "timeline"
    items: tuple[Moment, ...]
    axis: Axis | None = None
