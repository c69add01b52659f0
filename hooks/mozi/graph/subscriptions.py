"""Subscriptions by calendar or feed: to everything, to one country, to one field of study."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple

from mozi.records.dated_events import DatedEvent, dated_events
from mozi.records.models import Country, Programme, Project, Record, SourcedRecord


class Subscription(NamedTuple):
    """Subscription to a part of the site; `id` names the country or field."""

    kind: Literal["all", "country", "field"] = "all"
    id: str = ""

    @property
    def path(self) -> str:
        """Its part in addresses, such as `country/tj`."""
        return f"{self.kind}/{self.id}" if self.id else self.kind


EVERYTHING = Subscription()


@dataclass(frozen=True)
class SubscriptionContent:
    """The records of a subscription, and their dated events."""

    records: list[SourcedRecord] = field(default_factory=list)
    events: list[DatedEvent] = field(default_factory=list)

    @cached_property
    def on_days(self) -> list[DatedEvent]:
        """Events that a calendar can hold: those whose day is known."""
        return [event for event in self.events if event.day]

    @cached_property
    def feeds(self) -> tuple[str, ...]:
        """The feeds that have something in them."""
        news = {"dates": self.events, "changes": self.records}
        return tuple(feed for feed, contents in news.items() if contents)


def subscription_contents(
    records: Mapping[str, Mapping[str, Record]],
) -> dict[Subscription, SubscriptionContent]:
    """Every subscription that has a record. In: records by kind and id."""
    contents: dict[Subscription, SubscriptionContent] = {EVERYTHING: SubscriptionContent()}
    for kind in sorted(records):
        for _, record in sorted(records[kind].items()):
            if isinstance(record, SourcedRecord):
                events = list(dated_events([record]))
                for subscription in (EVERYTHING, *subscriptions_of(record, records)):
                    content = contents.setdefault(subscription, SubscriptionContent())
                    content.records.append(record)
                    content.events.extend(events)
    return contents


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
