"""A whole page: its view, the data in its head for machines, and its downloads."""

from dataclasses import dataclass, field

from markupsafe import Markup

from mozi.languages.language import Words
from mozi.presentation.components.cards import Card, Facet
from mozi.presentation.components.section import Section
from mozi.presentation.components.statement import Badge, Row, Stated


@dataclass(frozen=True)
class Notice:
    """Notice about the state of a page's translation, with a link for those who want to help."""

    text: str
    help: str
    href: str


@dataclass(frozen=True)
class HeadLink:
    """A link for machines in the head of a page, such as to the same record as JSON."""

    rel: str
    type: str
    title: str
    href: str


@dataclass(frozen=True)
class Head:
    """Data for machines in the head of a page, beside its title.

    `linked_data` is the page's JSON-LD, safe within a script element; empty where the site's
    address is not known.
    """

    links: tuple[HeadLink, ...] = ()
    linked_data: Markup = field(default_factory=Markup)


@dataclass(frozen=True)
class Alternate:
    """Address of a page in one language, for search engines; `code` is a BCP 47 tag."""

    code: str
    url: str


@dataclass(frozen=True)
class Picture:
    """A share picture for messengers; `alt` describes it; `width` and `height` are in pixels."""

    url: str
    alt: str
    width: int
    height: int


@dataclass(frozen=True)
class Listing:
    """Metadata of a page for search engines and messengers.

    `title` is the page's `name` with the name of the site. `canonical` and the addresses of
    `alternates` are absolute, and empty where the site's address is not known; a page whose texts
    are not in its language has no alternates. `kind`, `locale` and `locales` are terms of Open
    Graph.
    """

    title: str
    name: str
    site: str
    description: str
    canonical: str
    alternates: tuple[Alternate, ...]
    kind: str
    locale: str
    locales: tuple[str, ...]
    picture: Picture | None


@dataclass(frozen=True)
class Download:
    """A file for download that belongs to a page; `type` is its media type."""

    label: str
    href: str
    type: str


@dataclass(frozen=True)
class View:
    """A whole page.

    `template` names the file in `overrides/pages/`; `glance` answers the page's first questions;
    `edit_url` leads to the record's file, `correct_url` to a form; both are empty when the
    repository's address is not set. `address` is the page's own, absolute, and `qr` its QR code as
    safe SVG, where the page is made to be printed and the site's address is known.
    """

    template: str
    title: Words
    description: str
    kicker: str = ""
    lead: Stated | None = None
    badges: tuple[Badge, ...] = ()
    glance: tuple[Row, ...] = ()
    ways: tuple[Card, ...] = ()
    sections: tuple[Section, ...] = ()
    checked: str = ""
    edit_url: str = ""
    correct_url: str = ""
    record: str = field(default="", metadata={"about": "kind/id of the record, for scripts"})
    address: str = ""
    qr: str = ""


@dataclass(frozen=True)
class IndexView(View):
    """A page that lists records.

    `facets` narrow the list down, by `script` without loading a page; `more` leads to wider or
    other lists; `compare` is the page that compares picked records, empty where there is none.
    """

    facets: tuple[Facet, ...] = ()
    more: tuple[Card, ...] = ()
    script: str = ""
    compare: str = ""
