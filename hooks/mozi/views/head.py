"""Head of a page for machines: its other forms, and what it is about."""

from collections.abc import Iterator
from functools import partial

from mozi.addresses.urls import feed_of
from mozi.graph.subscriptions import EVERYTHING
from mozi.presentation.components.page import Head, HeadLink
from mozi.presentation.writer import Writer
from mozi.records.models import Record
from mozi.views.bulletin import feed_title
from mozi.views.downloads import data


def head(w: Writer, record: Record | None) -> Head:
    """The head of the page that `w` writes; `record` is the one it shows, if it is a record's."""
    return Head((*_data(w, record), *_feeds(w, record)))


def _data(w: Writer, record: Record | None) -> Iterator[HeadLink]:
    for each in data(w, record) if record else ():
        yield HeadLink("alternate", each.type, each.label, each.href)


def _feeds(w: Writer, record: Record | None) -> Iterator[HeadLink]:
    """The feeds of everything, before them those of the country of a record."""
    near = w.graph.subscriptions_of(record) if record else ()
    for subscription in (*(each for each in near if each.kind == "country"), EVERYTHING):
        for feed in w.graph.formats(subscription)[1]:
            title = w.language.once(
                (subscription, feed), partial(feed_title, w, subscription, feed)
            )
            address = w.href(feed_of(subscription, feed))
            yield HeadLink("alternate", "application/atom+xml", title, address)
