"""What readers can follow by calendar or feed: everything, one country, one field of study."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple

from mozi.records.dated_events import DatedEvent, dated_events
from mozi.records.models import Country, Programme, Project, Record, SourcedRecord


class Subscription(NamedTuple):
    """A part of the site that somebody follows; `id` names the country or field."""

    kind: Literal["all", "country", "field"] = "all"
    id: str = ""

    @property
    def path(self) -> str:
        """What stands for it in addresses, such as `country/tj`."""
        return f"{self.kind}/{self.id}" if self.id else self.kind


EVERYTHING = Subscription()


@dataclass(frozen=True)
class SubscriptionContent:
    """What there is in a scope: `records`, and the `occasions` that they date.

    Nothing is added to it any more when what follows from it is asked for.
    """

    records: list[SourcedRecord] = field(default_factory=list)
    occasions: list[DatedEvent] = field(default_factory=list)

    @cached_property
    def on_days(self) -> list[DatedEvent]:
        """The occasions that a calendar can hold: those whose day is known."""
        return [occasion for occasion in self.occasions if occasion.day]

    @cached_property
    def feeds(self) -> tuple[str, ...]:
        """The feeds that have something in them."""
        news = {"dates": self.occasions, "changes": self.records}
        return tuple(feed for feed, found in news.items() if found)


def subscription_contents(
    records: Mapping[str, Mapping[str, Record]],
) -> dict[Subscription, SubscriptionContent]:
    """Every scope that has a record. In: records by kind and id."""
    found: dict[Subscription, SubscriptionContent] = {EVERYTHING: SubscriptionContent()}
    for kind in sorted(records):
        for _, record in sorted(records[kind].items()):
            if isinstance(record, SourcedRecord):
                dated = list(dated_events([record]))
                for scope in (EVERYTHING, *subscriptions_of(record, records)):
                    of_scope = found.setdefault(scope, SubscriptionContent())
                    of_scope.records.append(record)
                    of_scope.occasions.extend(dated)
    return found


def subscriptions_of(
    record: Record, records: Mapping[str, Mapping[str, Record]]
) -> Iterator[Subscription]:
    """The country and the fields of a record, if it has any."""
    country = _country(record, records)
    if country:
        yield Subscription("country", country)
    fields = getattr(record, "fields", None)
    yield from (Subscription("field", id) for id in dict.fromkeys(fields.value if fields else ()))


def _country(record: Record, records: Mapping[str, Mapping[str, Record]]) -> str | None:
    if isinstance(record, Country):
        return record.id
    if isinstance(record, Programme):
        record = records[Project.kind][record.project]
    claim = getattr(record, "country", None)
    return str(claim.value) if claim else None
