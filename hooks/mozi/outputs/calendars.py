"""Calendars (iCalendar, RFC 5545 and 7986): for everything, each country, each field of study.

They hold what is known to the day, as whole days: a day in the place's own time is a DATE, which
has no time zone, and no record says more. What is known to a month or year only is left out, since
a calendar cannot show it without making up a day; `views/subscribe.py` says how much that is.
RFC 5545 asks for at least one event: where there is none, there is no file.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from mozi.addresses.urls import SUBSCRIBE, calendar_of, prefix
from mozi.engine.manifest import ManifestEntry
from mozi.engine.tasks import Task, WriteFile
from mozi.graph.record_changes import last_changed
from mozi.graph.subscriptions import Subscription
from mozi.records.dated_events import DatedEvent, dated_events
from mozi.records.models import Initiative, Programme, Project
from mozi.site.site import Site
from mozi.views import bulletin

if TYPE_CHECKING:  # its hundred modules are imported when a calendar is made, which is seldom
    from icalendar import Event

AGAIN = timedelta(days=1)
"""How long programs should wait before they ask again."""


EVENTS = "calendars/events/"
"""What the tasks of `events` are called."""

_END = b"END:VCALENDAR\r\n"


def events(site: Site) -> Iterator[Task]:
    """The events of every record, which calendars are put together of; there is nothing to put."""
    for kind in (Project, Initiative, Programme):
        for record in site.catalogue.of(kind):
            known = [occasion for occasion in dated_events([record]) if occasion.day]
            if known:
                write = partial(_told, site, known)
                yield Task(f"{EVENTS}{kind.kind}/{record.id}", write, records=[record], slow=True)


def _told(site: Site, known: list[DatedEvent], put: WriteFile) -> dict[str, dict[str, str]]:
    """The events of a record by id of the occasion and language."""
    return {
        str(occasion.id): {
            code: event(site, code, occasion).to_ical().decode() for code in site.languages
        }
        for occasion in known
    }


def tasks(site: Site, made: Mapping[str, ManifestEntry]) -> Iterator[Task]:
    """The calendar of every scope that has one, in all languages; `made` has all `events`."""
    told = [each.told for name, each in made.items() if name.startswith(EVENTS)]
    texts = {id: in_languages for of_record in told for id, in_languages in of_record.items()}
    for scope in site.catalogue.scopes:
        known = sorted(site.catalogue.in_scope(scope).on_days, key=_order)
        if known:
            given = [texts[str(occasion.id)] for occasion in known]
            write = partial(_write, site, scope, given)
            yield Task(f"calendars/{scope.path}", write, given, slow=True)


def _write(site: Site, scope: Subscription, events: list[dict[str, str]], put: WriteFile) -> None:
    for code in site.languages:
        content = render(site, code, scope, [each[code] for each in events])
        put(prefix(code) + calendar_of(scope), content)


def _order(occasion: DatedEvent) -> tuple[str, str]:
    return occasion.date, str(occasion.id)


def render(site: Site, code: str, scope: Subscription, events: Iterable[str]) -> bytes:
    """A calendar of these events, each as the lines that it takes."""
    from icalendar import Calendar, vDuration, vText

    w = site.writer(code, "")
    # Translators: what a calendar program calls the calendar of a country or field.
    name = vText(w._("Mozi Workshops – %(scope)s", scope=bulletin.name_of(w, scope)))
    calendar = Calendar()
    # names are given twice: RFC 7986 came after what many programs read
    calendar.add("prodid", vText(f"-//Mozi Workshop//Calendar//{code.upper()}"))
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
        calendar.add("source", root + calendar_of(scope), parameters={"VALUE": "URI"})
    return bytes(calendar.to_ical()).removesuffix(_END) + "".join(events).encode() + _END


def event(site: Site, code: str, occasion: DatedEvent) -> "Event":
    """The event of a calendar in one language, the same in all calendars."""
    from icalendar import Event

    w = site.writer(code, "")
    told = bulletin.of_occasion(w, occasion)
    moment = last_changed(occasion.owner, site.history)
    made = Event()
    made.add("uid", str(occasion.id))
    made.add("dtstamp", moment)
    made.add("last-modified", moment)
    made.add("dtstart", occasion.day)
    made.add("dtend", occasion.end)
    made.add("transp", "TRANSPARENT")  # nobody is busy because of it
    made.add("summary", told.title)
    made.add("description", bulletin.text(w, told))
    place = getattr(occasion.entry, "place", None) or getattr(occasion.entry, "location", None)
    if place and occasion.kind != "deadline":
        made.add("location", w.words(place).text)
    if told.page:
        made.add("url", told.page)
    return made
