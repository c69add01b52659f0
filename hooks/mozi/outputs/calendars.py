"""Calendars (iCalendar, RFC 5545 and 7986): for everything, each country, each field of study.

They hold what is known to the day, as whole days: a day in the place's own time is a DATE, which
has no time zone; the description of a last day gives its time and zone, as its record does. What is known to a month or year only is left out, since
a calendar cannot show it without making up a day; `views/subscribe.py` says how much that is.
RFC 5545 asks for at least one event: where there is none, there is no file.
"""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from mozi.addresses.urls import SUBSCRIBE, calendar_of, prefix
from mozi.engine.tasks import Results, Task, WriteFile
from mozi.graph.dependencies import record_key
from mozi.graph.record_changes import last_changed
from mozi.graph.subscriptions import Subscription
from mozi.records.dated_events import DatedEvent, dated_events
from mozi.records.models import (
    Initiative,
    Intake,
    Milestone,
    Partner,
    Programme,
    Project,
    Record,
)
from mozi.records.offerings import CANCELLED, intake_offers
from mozi.records.values import Text
from mozi.site.site import Site
from mozi.views import bulletin

if TYPE_CHECKING:  # its hundred modules are imported when a calendar is made, which is seldom
    from icalendar import Event

AGAIN = timedelta(days=1)
"""How long programs should wait before they ask again."""


_END = b"END:VCALENDAR\r\n"


def event_tasks(site: Site) -> Iterator[Task]:
    """The events of every record, of which calendars are put together; they write no file."""
    for record, events in _dated(site):
        run, key = partial(_texts, site, events), record_key(record)
        yield Task(name=_name(record), run=run, dependencies=[key], slow=True)


def tasks(site: Site, results: Results) -> Iterator[Task]:
    """The calendar of every subscription that has one, in all languages.

    In: results of the event tasks.
    """
    texts = {id: text for record, _ in _dated(site) for id, text in results[_name(record)].items()}
    for subscription in site.graph.subscriptions:
        events = sorted(site.graph.content_of(subscription).on_days, key=_order)
        if events:
            inputs = [texts[str(dated_event.id)] for dated_event in events]
            run = partial(_write, site, subscription, inputs)
            yield Task(name=f"calendars/{subscription.path}", run=run, inputs=inputs, slow=True)


def _dated(site: Site) -> Iterator[tuple[Record, list[DatedEvent]]]:
    """Records with events whose day is known."""
    for kind in (Project, Initiative, Programme, Partner):
        for record in site.graph.all_of(kind):
            events = [dated_event for dated_event in dated_events([record]) if dated_event.day]
            if events:
                yield record, events


def _name(record: Record) -> str:
    return f"calendars/events/{record.kind}/{record.id}"


def _texts(site: Site, events: list[DatedEvent], write: WriteFile) -> dict[str, dict[str, str]]:
    """The iCalendar texts of events by id and language."""
    return {
        str(dated_event.id): {
            code: event(site, code, dated_event).to_ical().decode() for code in site.languages
        }
        for dated_event in events
    }


def _write(
    site: Site, subscription: Subscription, events: list[dict[str, str]], write: WriteFile
) -> None:
    for code in site.languages:
        content = render(site, code, subscription, [each[code] for each in events])
        write(prefix(code) + calendar_of(subscription), content)


def _order(dated_event: DatedEvent) -> tuple[str, str]:
    return dated_event.date, str(dated_event.id)


def render(site: Site, code: str, subscription: Subscription, events: Iterable[str]) -> bytes:
    """A calendar of these events, each as the lines that it takes."""
    from icalendar import Calendar, vDuration, vText

    w = site.writer(code, "")
    # Translators: what a calendar program calls the calendar of a country or field.
    name = vText(
        w._("%(brand)s – %(scope)s", brand=w.brand, scope=bulletin.name_of(w, subscription))
    )
    calendar = Calendar()
    # names are given twice: RFC 7986 came after what many programs read
    calendar.add("prodid", vText(f"-//{w.names.brand.en}//Calendar//{code.upper()}"))
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", vDuration(AGAIN), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vDuration(AGAIN))
    if site.settings.site_url:
        root = site.settings.site_url + prefix(code)
        calendar.add("url", root + SUBSCRIBE)
        calendar.add("source", root + calendar_of(subscription), parameters={"VALUE": "URI"})
    return bytes(calendar.to_ical()).removesuffix(_END) + "".join(events).encode() + _END


def event(site: Site, code: str, dated_event: DatedEvent) -> "Event":
    """The event of a calendar in one language, the same in all calendars."""
    from icalendar import Event

    w = site.writer(code, "")
    entry_bulletin = bulletin.of_event(w, dated_event)
    moment = last_changed(dated_event.owner, site.history)
    calendar_event = Event()
    calendar_event.add("uid", str(dated_event.id))
    calendar_event.add("dtstamp", moment)
    calendar_event.add("last-modified", moment)
    calendar_event.add("dtstart", dated_event.day)
    if dated_event.end:
        calendar_event.add("dtend", dated_event.end)
    if dated_event.state == CANCELLED:
        calendar_event.add("status", "CANCELLED")
    calendar_event.add("transp", "TRANSPARENT")  # nobody is busy because of it
    calendar_event.add("summary", entry_bulletin.title)
    calendar_event.add("description", bulletin.text(w, entry_bulletin))
    place = _place(dated_event)
    if place and dated_event.kind in ("milestone", "intake"):
        calendar_event.add("location", w.words(place).text)
    if entry_bulletin.page:
        calendar_event.add("url", entry_bulletin.page)
    return calendar_event


def _place(dated_event: DatedEvent) -> Text | None:
    entry, owner = dated_event.entry, dated_event.owner
    if isinstance(entry, Milestone):
        return entry.place
    if isinstance(entry, Intake) and isinstance(owner, Programme):
        return next((offer.value for offer in intake_offers(owner, entry, "location")), None)
    return None
