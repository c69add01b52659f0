"""Milestones, one below the other and on a time axis."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from mozi.pictures.time import Scale, span
from mozi.presentation.components.timeline import Axis, Mark, Moment, Tick, Timeline
from mozi.presentation.wordings import moment
from mozi.presentation.writer import Writer


def milestones(w: Writer, record: Any) -> Timeline:
    """A record's milestones, earliest first."""
    ordered = sorted(record.milestones, key=lambda milestone: str(milestone.date))
    moments = [moment(w, each, record) for each in ordered]
    return timeline(w, "milestones", w._("Milestones"), moments)


def timeline(w: Writer, id: str, title: str, moments: Iterable[Moment]) -> Timeline:
    """A section of milestones in the order given, with a time axis."""
    items = tuple(replace(each, id=f"{id}-{number}") for number, each in enumerate(moments, 1))
    return Timeline(id, title, items, _axis(w, items))


def _axis(w: Writer, moments: Sequence[Moment]) -> Axis | None:
    """The time axis of milestones; None where there is only one date."""
    dates = [each.iso for each in moments]
    if len(set(dates)) < 2:
        return None
    scale = Scale(dates, mirrored=w.language.dir == "rtl")
    left, right = sorted((scale.at(scale.first), scale.at(scale.end)))
    named = scale.labelled()
    return Axis(
        left,
        right,
        tuple(
            Tick(
                scale.at(year),
                scale.at(year + 0.5),
                w.language.date(str(year)) if year in named else "",
            )
            for year in range(scale.first, scale.end)
        ),
        tuple(sorted((_mark(scale, each) for each in moments), key=_length, reverse=True)),
    )


def _mark(scale: Scale, moment: Moment) -> Mark:
    left, right = sorted(scale.at(end) for end in span(moment.iso))
    return Mark(left, right, f"#{moment.id}", rough=len(moment.iso) < len("2024-09-24"))


def _length(mark: Mark) -> float:
    """Marks are drawn from the longest to the shortest, so that none hides another."""
    return mark.right - mark.left
