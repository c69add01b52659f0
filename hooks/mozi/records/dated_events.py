"""Dated events of records: milestones, the starts of intakes, the first and last days to apply.

Calendars and feeds know each event by an id that never changes: a version 5 UUID (RFC 9562). It
depends on what the event is, never on its wording, its position or the site's address.
"""

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal
from uuid import UUID, uuid5

from mozi.records.models import (
    Deadline,
    Initiative,
    Intake,
    Milestone,
    Partner,
    Programme,
    Project,
    Record,
    Scholarship,
)
from mozi.records.offerings import NOT_OPEN, deadlines
from mozi.records.values import Evidence, IntakeStateId

NAMESPACE = UUID("853a44b8-a0a9-4eb7-9dbe-19444a34eb6c")
"""Namespace of all ids. If it changed, every reader would get every event as a new one."""

Kind = Literal["milestone", "intake", "opening", "deadline", "scholarship"]
"""Milestone, first day of an intake, first day to apply for it, last day of an intake to do
something, last day to apply for a scholarship."""

Owner = Project | Initiative | Programme | Partner


@dataclass(frozen=True)
class DatedEvent:
    """Dated event of the record `owner`, described by its `entry`.

    `date` and `until` are ISO 8601 dates, as precise as is known; `deadline` is that of a last day of
    an intake. The `id` of a milestone stays the same while the record, the kind of milestone and its
    date do; the ids of an intake, its opening and its last day to apply, while the record and the
    start of the intake do; that of any other last day, while its date does, too; that of a
    scholarship, while the record and the date do. Where several events in one record agree in all
    this, their order counts.
    """

    kind: Kind
    owner: Owner = field(compare=False)
    entry: Milestone | Intake | Scholarship = field(compare=False)
    date: str
    until: str | None
    id: UUID
    deadline: Deadline | None = field(default=None, compare=False)

    @property
    def evidence(self) -> Evidence:
        """Evidence of the date."""
        return self.deadline or self.entry

    @property
    def state(self) -> IntakeStateId | None:
        """State of the intake, where it is one for which nobody can apply: cancelled, full, closed."""
        state = self.entry.state if isinstance(self.entry, Intake) else None
        return state if state in NOT_OPEN else None

    @property
    def day(self) -> datetime.date | None:
        """The day on which it is or begins; None where only a month or year is known."""
        return _day(self.date)

    @property
    def end(self) -> datetime.date | None:
        """The day after its last day; None where only a month or year is known, or none follows."""
        last = (_day(self.until) if self.until else None) or self.day
        return last + datetime.timedelta(days=1) if last and last < datetime.date.max else None


def dated_events(records: Iterable[Record]) -> Iterator[DatedEvent]:
    """Yield all dated events of the records, in the order of the records."""
    for record in records:
        if isinstance(record, (Project, Initiative)):
            yield from _milestones(record)
        if isinstance(record, Programme):
            yield from _intakes(record)
        if isinstance(record, (Project, Programme, Partner)):
            yield from _scholarships(record)


def _milestones(owner: Project | Initiative) -> Iterator[DatedEvent]:
    names = _numbered(f"{each.kind} {each.date}" for each in owner.milestones)
    for each, name in zip(owner.milestones, names, strict=True):
        yield DatedEvent("milestone", owner, each, each.date, each.until, _id(owner, name))


def _intakes(owner: Programme) -> Iterator[DatedEvent]:
    starts = _numbered(each.start for each in owner.intakes)
    for each, start in zip(owner.intakes, starts, strict=True):
        # only the text gives its end: nobody wants a bar of three years in a calendar
        yield DatedEvent("intake", owner, each, each.start, None, _id(owner, f"intake {start}"))
        if each.apply_from:
            id = _id(owner, f"opening {start}")
            yield DatedEvent("opening", owner, each, each.apply_from, None, id)
        yield from _deadlines(owner, each, start)


def _deadlines(owner: Programme, intake: Intake, start: str) -> Iterator[DatedEvent]:
    """Events of the last days of an intake; `start` is the name of its first day.

    `apply_until`, or else the only last day to apply for its applicants, is known without its date:
    its id stays when it is put off.
    """
    last_days = deadlines(intake)
    applying = Counter(_applicants(each) for each in last_days if not each.what)
    names: list[str] = []
    for each in last_days:
        applicants = _applicants(each)
        is_known = not each.what and (applying[applicants] == 1 or _is_apply_until(each, intake))
        name = f"deadline {start}{applicants}"
        names.append(name if is_known and name not in names else f"{name} on {each.date}")
    for each, name in zip(last_days, _numbered(names), strict=True):
        id = _id(owner, name)
        yield DatedEvent("deadline", owner, intake, each.date, None, id, deadline=each)


def _applicants(deadline: Deadline) -> str:
    """The applicants for whom a deadline holds, as a part of a name; empty for all."""
    return f" for {' '.join(sorted(deadline.for_whom))}" if deadline.for_whom else ""


def _is_apply_until(deadline: Deadline, intake: Intake) -> bool:
    return deadline.date == intake.apply_until and not deadline.for_whom and not deadline.time


def _scholarships(owner: Project | Programme | Partner) -> Iterator[DatedEvent]:
    dated = [(each, each.apply_until) for each in owner.scholarships if each.apply_until]
    names = _numbered(f"scholarship {date}" for _, date in dated)
    for (each, date), name in zip(dated, names, strict=True):
        yield DatedEvent("scholarship", owner, each, date, None, _id(owner, name))


def _numbered(names: Iterable[str]) -> Iterator[str]:
    """Yield the names; the second, third … of the same name gets its number behind it."""
    counts: Counter[str] = Counter()
    for name in names:
        counts[name] += 1
        yield f"{name} {counts[name]}" if counts[name] > 1 else name


def _id(owner: Record, name: str) -> UUID:
    return uuid5(NAMESPACE, f"{owner.kind}/{owner.id} {name}")


def _day(value: str) -> datetime.date | None:
    return datetime.date.fromisoformat(value) if len(value) == len("2024-09-24") else None
