"""Dated events of records: milestones, the starts of intakes, the last days to apply.

Calendars and feeds know each event by an id that never changes: a version 5 UUID (RFC 9562). It
depends on what the event is, never on its wording, its position or the site's address.
"""

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal
from uuid import UUID, uuid5

from mozi.records.models import Initiative, Intake, Milestone, Programme, Project, Record

NAMESPACE = UUID("853a44b8-a0a9-4eb7-9dbe-19444a34eb6c")
"""Namespace of all ids. If it changed, every reader would get every event as a new one."""

Kind = Literal["milestone", "intake", "deadline"]


@dataclass(frozen=True)
class DatedEvent:
    """Dated event of the record `owner`, described by its `entry`.

    `date` and `until` are ISO 8601 dates, as precise as is known. The `id` of a milestone stays the
    same while the record, the kind of milestone and its date do; the ids of an intake and its
    deadline, while the record and the start of the intake do. Where several events in one record
    agree in all this, their order counts.
    """

    kind: Kind
    owner: Project | Initiative | Programme = field(compare=False)
    entry: Milestone | Intake = field(compare=False)
    date: str
    until: str | None
    id: UUID

    @property
    def day(self) -> datetime.date | None:
        """The day on which it is or begins; None where only a month or year is known."""
        return _day(self.date)

    @property
    def end(self) -> datetime.date | None:
        """The day after its last day; None where only a month or year is known."""
        last = (_day(self.until) if self.until else None) or self.day
        return last + datetime.timedelta(days=1) if last else None


def dated_events(records: Iterable[Record]) -> Iterator[DatedEvent]:
    """Yield all dated events of the records, in the order of the records."""
    for record in records:
        if isinstance(record, (Project, Initiative)):
            yield from _milestones(record)
        elif isinstance(record, Programme):
            yield from _intakes(record)


def _milestones(owner: Project | Initiative) -> Iterator[DatedEvent]:
    names = _numbered(f"{each.kind} {each.date}" for each in owner.milestones)
    for each, name in zip(owner.milestones, names, strict=True):
        yield DatedEvent("milestone", owner, each, each.date, each.until, _id(owner, name))


def _intakes(owner: Programme) -> Iterator[DatedEvent]:
    starts = _numbered(each.start for each in owner.intakes)
    for each, start in zip(owner.intakes, starts, strict=True):
        # only the text gives its end: nobody wants a bar of three years in a calendar
        yield DatedEvent("intake", owner, each, each.start, None, _id(owner, f"intake {start}"))
        if each.apply_until:
            id = _id(owner, f"deadline {start}")
            yield DatedEvent("deadline", owner, each, each.apply_until, None, id)


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
