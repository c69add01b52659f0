"""Offerings: what an intake offers, in its own words or its programme's.

A programme says what it is, its intakes when, where, in which language and at what price it runs
(XCRI-CAP 1.2, *course* and *presentation*). What an intake does not say itself it inherits from its
programme; what a programme does not say itself, its intakes may answer.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from mozi.records.models import Deadline, Intake, Programme
from mozi.records.time import is_past
from mozi.records.values import Evidence, nested

OPEN = "open"
CANCELLED = "cancelled"
NOT_OPEN = (CANCELLED, "full", "closed")
"""States of intakes for which nobody can apply."""


@dataclass(frozen=True, kw_only=True)
class Offer:
    """A value that holds for an intake or a programme.

    `value` is one text, id, code, fee or deadline; a deadline of None: until all places are taken; `evidence` includes that of the intake around
    it; `is_inherited` when an intake has it from its programme; `intake` is the intake that a
    programme has it from, None where it is the programme's own.
    """

    value: Any
    evidence: Evidence
    is_inherited: bool = False
    intake: Intake | None = None


def _languages(programme: Programme) -> list[tuple[Any, Evidence]]:
    claim = programme.languages
    return [(value, claim) for value in claim.value] if claim else []


def _schedule(programme: Programme) -> list[tuple[Any, Evidence]]:
    claim = programme.schedule
    return [(value, claim) for value in claim.value] if claim else []


def _intake_deadlines(intake: Intake) -> list[tuple[Any, Evidence]]:
    dated: list[tuple[Any, Evidence]] = [(each, each) for each in deadlines(intake)]
    return [*dated, (None, intake)] if intake.rolling else dated


def _one(value: Any, evidence: Evidence | None) -> list[tuple[Any, Evidence]]:
    return [(value, evidence)] if value and evidence else []


@dataclass(frozen=True, kw_only=True)
class _Offered:
    """How a programme and an intake give a field: functions that return values with evidence."""

    by_programme: Callable[[Programme], Sequence[tuple[Any, Evidence]]]
    by_intake: Callable[[Intake], Sequence[tuple[Any, Evidence]]]


_OFFERED: dict[str, _Offered] = {
    "languages": _Offered(
        by_programme=_languages, by_intake=lambda each: _one(each.language, each)
    ),
    "location": _Offered(
        by_programme=lambda programme: _one(programme.location, programme.location),
        by_intake=lambda each: _one(each.location, each),
    ),
    "mode": _Offered(
        by_programme=lambda programme: (
            _one(programme.mode.value, programme.mode) if programme.mode else []
        ),
        by_intake=lambda each: _one(each.mode, each),
    ),
    "schedule": _Offered(
        by_programme=_schedule,
        by_intake=lambda each: [(value, each) for value in each.schedule],
    ),
    "fees": _Offered(
        by_programme=lambda programme: [(fee, fee) for fee in programme.fees],
        by_intake=lambda each: [(fee, nested(fee, each)) for fee in each.fees],
    ),
    "deadline": _Offered(
        by_programme=lambda programme: [],
        by_intake=_intake_deadlines,
    ),
}

OFFERED_FIELDS = tuple(_OFFERED)
"""Fields that a programme and its intakes share."""


def deadlines(intake: Intake) -> list[Deadline]:
    """Return all last days of an intake, `apply_until` among them, with evidence, earliest first."""
    own = [deadline.model_copy(update=_evidence(deadline, intake)) for deadline in intake.deadlines]
    if intake.apply_until:
        own.append(Deadline(date=intake.apply_until, **_evidence(intake, intake)))
    return sorted(own, key=lambda deadline: (deadline.date, deadline.time or ""))


def _evidence(inner: Evidence, outer: Evidence) -> dict[str, Any]:
    evidence = nested(inner, outer)
    return {name: getattr(evidence, name) for name in Evidence.model_fields}


def last_day_to_apply(intake: Intake) -> str:
    """Return the latest date on which anybody may apply for an intake; empty where none is known."""
    if intake.rolling:
        return ""
    return max((each.date for each in deadlines(intake) if not each.what), default="")


def rank(intake: Intake, checked: str) -> int:
    """Return 0 for an intake for which one could apply on a day, 1 where it was too late, 2 if begun."""
    if is_past(intake.start, checked):
        return 2
    last_day = last_day_to_apply(intake)
    return int(intake.state in NOT_OPEN or bool(last_day and is_past(last_day, checked)))


def ranked_intakes(programme: Programme) -> list[Intake]:
    """Return the intakes as readers need them: by rank when last checked, then by start.

    Of those that had begun, the latest comes first.
    """
    groups: list[list[Intake]] = [[], [], []]
    for intake in sorted(programme.intakes, key=lambda each: each.start):
        groups[rank(intake, programme.checked)].append(intake)
    return [*groups[0], *groups[1], *reversed(groups[2])]


def intake_offers(programme: Programme, intake: Intake, name: str) -> list[Offer]:
    """Return what holds for an intake in one of `OFFERED_FIELDS`: its own, else its programme's."""
    offered = _OFFERED[name]
    own = [
        Offer(value=value, evidence=evidence, intake=intake)
        for value, evidence in offered.by_intake(intake)
    ]
    return own or [
        Offer(value=value, evidence=evidence, is_inherited=True)
        for value, evidence in offered.by_programme(programme)
    ]


def programme_offers(programme: Programme, name: str) -> list[Offer]:
    """Return what holds for a programme in one of `OFFERED_FIELDS`: its own, then its intakes'."""
    offered = _OFFERED[name]
    own = [
        Offer(value=value, evidence=evidence) for value, evidence in offered.by_programme(programme)
    ]
    return own + [
        Offer(value=value, evidence=evidence, intake=intake)
        for intake in ranked_intakes(programme)
        for value, evidence in offered.by_intake(intake)
    ]


def intakes_that_give(programme: Programme, name: str) -> int:
    """Return how many intakes have a value of one of `OFFERED_FIELDS`, own or inherited."""
    return sum(bool(intake_offers(programme, intake, name)) for intake in programme.intakes)
