"""Subscriptions by calendar and feed, and the news in them."""

from dataclasses import dataclass

from mozi.presentation.components.evidence import Reference
from mozi.presentation.components.section import Section
from mozi.presentation.components.statement import Row, Stated


@dataclass(frozen=True)
class Way:
    """A way to follow something, as a link."""

    label: str
    href: str


@dataclass(frozen=True)
class Follow:
    """Something to follow; `lines` say what its calendar holds, and what it leaves out.

    `addresses` are the files once more, absolute and to be copied, if the site's own is known.
    """

    name: Stated
    lines: tuple[str, ...]
    ways: tuple[Way, ...]
    addresses: tuple[Way, ...]


@dataclass(frozen=True)
class Follows(Section):
    """Calendars and feeds to choose from."""

    template = "follows"
    items: tuple[Follow, ...]


@dataclass(frozen=True)
class Bulletin:
    """What calendars and feeds say of a dated event, or of a record that was changed.

    `page` is the record's, absolute, empty where the site's own address is not known; `notice` says
    that the language is a draft.
    """

    title: str
    rows: tuple[Row, ...]
    references: tuple[Reference, ...]
    page: str
    notice: str
