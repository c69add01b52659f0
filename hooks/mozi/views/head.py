"""What a page's head tells machines: which other forms of it there are, and what it is about."""

from collections.abc import Iterator

from mozi.addresses import DEFAULT_LANGUAGE, feed_of, json_of, learning_opportunity_of
from mozi.following import EVERYTHING, scopes_of
from mozi.linked_data import elm
from mozi.records import Programme, Record
from mozi.views.bulletin import feed_title
from mozi.views.parts import Head, HeadLink
from mozi.views.writer import Writer


def head(w: Writer, record: Record | None) -> Head:
    """The head of the page that `w` writes; `record` is the one it shows, if it is a record's."""
    return Head((*_data(w, record), *_feeds(w, record)))


def _data(w: Writer, record: Record | None) -> Iterator[HeadLink]:
    if record:
        address = w.href_in(DEFAULT_LANGUAGE, json_of(record))
        yield HeadLink("alternate", "application/json", w._("This record as JSON"), address)
    if isinstance(record, Programme) and not elm.missing(w.catalogue, record):
        address = w.href_in(DEFAULT_LANGUAGE, learning_opportunity_of(record))
        yield HeadLink("alternate", elm.MEDIA_TYPE, elm.title(w), address)


def _feeds(w: Writer, record: Record | None) -> Iterator[HeadLink]:
    """The feeds of everything, before them those of the country of a record."""
    near = scopes_of(record, w.catalogue.records) if record else ()
    for scope in (*(each for each in near if each.kind == "country"), EVERYTHING):
        for feed in w.catalogue.followed[scope].feeds:
            address = w.href(feed_of(scope, feed))
            yield HeadLink("alternate", "application/atom+xml", feed_title(w, scope, feed), address)
