"""Subscriptions by calendar and feed, and the news in them."""

from dataclasses import dataclass

from mozi.presentation.components.evidence import Reference
from mozi.presentation.components.section import Section
from mozi.presentation.components.statement import Row, Stated


@dataclass(frozen=True)
class Way:
    """A link by which a reader subscribes."""

    label: str
    href: str


@dataclass(frozen=True)
class Follow:
    """A subscription; `lines` say what its calendar contains, and what it leaves out.

    `addresses` are the absolute addresses of the same files, to be copied, if the site's address is
    known.
    """

    name: Stated
    lines: tuple[str, ...]
    ways: tuple[Way, ...]
    addresses: tuple[Way, ...]


@dataclass(frozen=True)
class Follows(Section):
    """Section of subscriptions: calendars and feeds to choose from."""

    template = "follows"
    items: tuple[Follow, ...]


@dataclass(frozen=True)
class Bulletin:
    """Entry of a calendar or feed: a dated event, or a record that was changed.

    `page` is the absolute address of the record's page, empty where the site's address is not
    known; `notice` says that the translation is a draft.
    """

    title: str
    rows: tuple[Row, ...]
    references: tuple[Reference, ...]
    page: str
    notice: str
