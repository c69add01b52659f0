"""Dated events of records: milestones, the starts of intakes, the last days to apply.

Calendars and feeds know each of them by an id that stays the same for ever: a version 5 UUID (RFC
9562) of what the event is, never of how it is worded, where it stands or where the site is.
"""

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal
from uuid import UUID, uuid5

from mozi.records.models import Initiative, Intake, Milestone, Programme, Project, Record

NAMESPACE = UUID("853a44b8-a0a9-4eb7-9dbe-19444a34eb6c")
"""Namespace of all ids. A change would be news of everything for every reader."""

Kind = Literal["milestone", "intake", "deadline"]


@dataclass(frozen=True)
class DatedEvent:
    """Something that `owner` dates, said by its `entry`; `date` and `until` are no finer than known.

    `id` stays while the record, the kind of milestone and its date stay; that of an intake and its
    deadline, while the start of the intake stays. Of several such in one record, the order counts.
    """

    kind: Kind
    owner: Project | Initiative | Programme = field(compare=False)
    entry: Milestone | Intake = field(compare=False)
    date: str
    until: str | None
    id: UUID

    @property
    def day(self) -> datetime.date | None:
        """The day it is on, or begins on; None where only a month or year is known."""
        return _day(self.date)

    @property
    def end(self) -> datetime.date | None:
        """The day after its last one, as far as it is known to the day."""
        last = (_day(self.until) if self.until else None) or self.day
        return last + datetime.timedelta(days=1) if last else None


def dated_events(records: Iterable[Record]) -> Iterator[DatedEvent]:
    """All events of the records, in their order."""
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
        # its end is left to the words: nobody wants a bar of three years in a calendar
        yield DatedEvent("intake", owner, each, each.start, None, _id(owner, f"intake {start}"))
        if each.apply_until:
            id = _id(owner, f"deadline {start}")
            yield DatedEvent("deadline", owner, each, each.apply_until, None, id)


def _numbered(names: Iterable[str]) -> Iterator[str]:
    """The names, with a number behind the second of the same name, the third …"""
    met: Counter[str] = Counter()
    for name in names:
        met[name] += 1
        yield f"{name} {met[name]}" if met[name] > 1 else name


def _id(owner: Record, name: str) -> UUID:
    return uuid5(NAMESPACE, f"{owner.kind}/{owner.id} {name}")


def _day(value: str) -> datetime.date | None:
    return datetime.date.fromisoformat(value) if len(value) == len("2024-09-24") else None
