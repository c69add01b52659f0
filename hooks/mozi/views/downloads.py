"""Files to take away from a page: other forms of what it says."""

from collections.abc import Iterator

from mozi.addresses.urls import (
    DEFAULT_LANGUAGE,
    SUBSCRIBE,
    calendar_of,
    embed_of,
    json_of,
    learning_opportunity_of,
    sheet_of,
)
from mozi.linked_data import elm
from mozi.presentation.components.page import Download
from mozi.presentation.writer import Writer
from mozi.records.models import Country, Programme, Project, Record
from mozi.views import pack
from mozi.views.bulletin import name_of


def downloads(w: Writer, record: Record | None, pack_size: int = 0) -> tuple[Download, ...]:
    """The files that belong to the page of `record`, in the order they are shown.

    `pack_size` is that of a country's offline pack, in bytes.
    """
    if not record:
        return ()
    return (*_to_take_away(w, record, pack_size), *_calendars(w, record), *data(w, record))


def _to_take_away(w: Writer, record: Record, pack_size: int) -> Iterator[Download]:
    """Files that people pin up, show elsewhere or read without the Internet."""
    if isinstance(record, (Project, Programme)):
        label = w._("Sheet for a noticeboard (A4)")
        yield Download(label, w.href(sheet_of(record)), "text/html")
    if isinstance(record, Project) and w.settings.site_url:
        label = w._("Show this project on your site")
        yield Download(label, w.href(embed_of(record)), "text/html")
    if isinstance(record, Country):
        yield pack.download(w, record, pack_size)


def _calendars(w: Writer, record: Record) -> Iterator[Download]:
    """The calendars of the country and fields of a record, and where there are more."""
    if isinstance(record, (Country, Programme, Project)):
        for subscription in w.graph.subscriptions_of(record):
            has_calendar, _ = w.graph.formats(subscription)
            if has_calendar:
                label = w._("Calendar: %(scope)s", scope=name_of(w, subscription))
                yield Download(label, w.href(calendar_of(subscription)), "text/calendar")
        yield Download(w._("Calendars and feeds"), w.href(SUBSCRIBE), "text/html")


def data(w: Writer, record: Record) -> Iterator[Download]:
    """The record as files for programs."""
    address = w.href_in(DEFAULT_LANGUAGE, json_of(record))
    yield Download(w._("This record as JSON"), address, "application/json")
    if isinstance(record, Programme) and not elm.missing(w.graph, record):
        address = w.href_in(DEFAULT_LANGUAGE, learning_opportunity_of(record))
        yield Download(elm.title(w), address, elm.MEDIA_TYPE)
