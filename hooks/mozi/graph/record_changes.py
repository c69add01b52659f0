"""On which days a record was changed, as far as Git remembers; else, when it was last checked."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal
from uuid import UUID, uuid5

from mozi.graph.git_history import History
from mozi.records.dated_events import NAMESPACE
from mozi.records.models import Source, SourcedRecord

Kind = Literal["added", "changed", "checked"]


@dataclass(frozen=True)
class RecordChange:
    """A day (in UTC) on which `record` was changed; `moment` is the last change of that day.

    `kind` is `added` for the first such day, and `checked` where Git remembers none: then all that
    is known is the day on which somebody last looked.
    """

    record: SourcedRecord
    moment: datetime
    kind: Kind

    @property
    def day(self) -> str:
        """The day as ISO 8601."""
        return self.moment.date().isoformat()

    @property
    def id(self) -> UUID:
        """Id for feeds: made of the record and the day."""
        return uuid5(NAMESPACE, f"{self.record.kind}/{self.record.id} revised {self.day}")


def record_changes(record: SourcedRecord, history: History) -> Iterator[RecordChange]:
    """The days on which a record was changed, latest first."""
    moments = history.changes.get(record.file, ())
    if not moments:
        yield RecordChange(record, _checked(record), "checked")
    latest_of = {moment.date(): moment for moment in reversed(moments)}
    first = moments[-1].date() if moments else None
    for day, moment in reversed(latest_of.items()):
        yield RecordChange(record, moment, "added" if day == first else "changed")


def last_changed(record: SourcedRecord | Source, history: History) -> datetime:
    """When a record was last changed."""
    return history.last(record.file) or _checked(record)


def _checked(record: SourcedRecord | Source) -> datetime:
    return datetime.fromisoformat(record.checked).replace(tzinfo=UTC)
