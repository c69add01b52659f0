"""Milestones in words, and on a line of time."""

from dataclasses import dataclass

from mozi.languages.language import Words
from mozi.presentation.components.cards import Card
from mozi.presentation.components.section import Section
from mozi.presentation.components.statement import Stated


@dataclass(frozen=True)
class Moment:
    """A milestone: `iso` is its date for machines; `subject` is shown where records are mixed.

    `id` is its anchor, to which the time axis leads.
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
    """A year on a time axis: where it begins and where its label stands, in per cent."""

    start: float
    middle: float
    label: str


@dataclass(frozen=True)
class Mark:
    """A milestone on a time axis, as long as its date is uncertain; in per cent from the left.

    `rough` says that only its month or year is known.
    """

    left: float
    right: float
    href: str
    rough: bool


@dataclass(frozen=True)
class Axis:
    """Years and what happened in them, on a line from `left` to `right`."""

    left: float
    right: float
    ticks: tuple[Tick, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Timeline(Section):
    """Milestones, one below the other; the axis, where there is one, repeats them as a picture."""

    template = "timeline"
    items: tuple[Moment, ...]
    axis: Axis | None = None
