"""Atom feeds (RFC 4287) of dates and of changed records: for everything, each country, each field.

A feed holds the latest of what there is; all of it is on the pages. Where there is nothing to tell,
there is no feed.
"""

import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from heapq import nlargest
from uuid import UUID, uuid5

from mozi.addresses.urls import SUBSCRIBE, feed_of, prefix
from mozi.engine.tasks import Task, WriteFile
from mozi.graph.record_changes import RecordChange, last_changed, record_changes
from mozi.graph.subscriptions import Subscription, SubscriptionContent
from mozi.presentation.components.subscriptions import Bulletin
from mozi.records.dated_events import NAMESPACE, DatedEvent
from mozi.site.site import Site
from mozi.views import bulletin

LIMIT = 50
"""How many entries a feed has at most."""

TYPE = "application/atom+xml"


@dataclass(frozen=True)
class News:
    """Something to tell: what it is, the id that it has in all languages, when it was last changed."""

    what: DatedEvent | RecordChange = field(compare=False)
    id: UUID
    moment: datetime


def tasks(site: Site) -> Iterator[Task]:
    """The feeds of every subscription, in all languages."""
    for subscription in site.graph.subscriptions:
        run = partial(_write, site, subscription)
        yield Task(name=f"feeds/{subscription.path}", run=run, slow=True)


def _write(site: Site, subscription: Subscription, write: WriteFile) -> None:
    news_of = {"dates": dates, "changes": changes}
    content = site.graph.content_of(subscription)
    for name in content.feeds:
        news = news_of[name](site, content)
        for code in site.languages:
            entries = [(each, entry(site, code, each)) for each in news]
            write(
                prefix(code) + feed_of(subscription, name),
                render(site, code, subscription, name, entries=entries),
            )


def dates(site: Site, content: SubscriptionContent) -> list[News]:
    """The events of the records that were changed last, whatever their own dates."""
    return _latest(
        News(each, each.id, last_changed(each.owner, site.history)) for each in content.events
    )


def changes(site: Site, content: SubscriptionContent) -> list[News]:
    """The days on which records were changed, latest first."""
    return _latest(
        News(each, each.id, each.moment)
        for record in content.records
        for each in record_changes(record, site.history)
    )


def _latest(news: Iterable[News]) -> list[News]:
    def order(each: News) -> tuple[datetime, str, UUID]:
        return each.moment, getattr(each.what, "date", ""), each.id

    return nlargest(LIMIT, news, key=order)


def entry(site: Site, code: str, news: News) -> ET.Element:
    """The entry of a feed in one language, the same in all feeds."""
    return site.once((entry, code, news.id), partial(_entry_element, site, code, news))


def _entry_element(site: Site, code: str, news: News) -> ET.Element:
    w = site.writer(code, "")
    about = news.what
    if isinstance(about, DatedEvent):
        news_bulletin = bulletin.of_event(w, about)
        when = w.language.date(about.date, about.until)
        # Translators: the title of a milestone or intake in a feed reader.
        title = w._("%(date)s: %(title)s", date=when, title=news_bulletin.title)
    else:
        news_bulletin = bulletin.of_revision(w, about)
        title = news_bulletin.title
    return _entry(news, code, title, news_bulletin, html=str(bulletin.html(w, news_bulletin)))


def _entry(news: News, code: str, title: str, news_bulletin: Bulletin, *, html: str) -> ET.Element:
    entry = ET.Element("entry")
    _add(entry, "id", uuid5(news.id, code).urn)  # a translation is an entry of its own
    _add(entry, "title", title)
    _add(entry, "updated", news.moment.isoformat())
    if news_bulletin.page:
        _add(
            entry, "link", rel="alternate", type="text/html", hreflang=code, href=news_bulletin.page
        )
    _add(entry, "content", html, type="html")
    return entry


def render(
    site: Site,
    code: str,
    subscription: Subscription,
    name: str,
    *,
    entries: list[tuple[News, ET.Element]],
) -> bytes:
    """A feed as XML; `entries` are in order, latest first."""
    w = site.writer(code, "")
    feed = ET.Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": code})
    _add(feed, "id", uuid5(NAMESPACE, f"{code} {subscription.path} {name}").urn)
    _add(feed, "title", bulletin.feed_title(w, subscription, name))
    _add(feed, "updated", max(news.moment for news, _ in entries).isoformat())
    _add(_add(feed, "author"), "name", w.site_title)
    if site.settings.site_url:
        root = site.settings.site_url + prefix(code)
        _add(feed, "link", rel="self", type=TYPE, href=root + feed_of(subscription, name))
        _add(feed, "link", rel="alternate", type="text/html", hreflang=code, href=root + SUBSCRIBE)
    feed.extend(element for _, element in entries)
    ET.indent(feed, "")
    return bytes(ET.tostring(feed, encoding="utf-8", xml_declaration=True)) + b"\n"


def _add(parent: ET.Element, tag: str, text: str = "", **attributes: str) -> ET.Element:
    child = ET.SubElement(parent, tag, attributes)
    child.text = text or None
    return child
