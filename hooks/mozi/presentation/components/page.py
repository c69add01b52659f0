"""A whole page: its view, its head for machines, and its files to take away."""

from dataclasses import dataclass, field

from markupsafe import Markup

from mozi.languages.language import Words
from mozi.presentation.components.cards import Card, Facet
from mozi.presentation.components.section import Section
from mozi.presentation.components.statement import Badge, Row, Stated


@dataclass(frozen=True)
class Notice:
    """What a reader must know of a page's translation, and where to help with it."""

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
    """What the head of a page tells machines beside its title.

    `linked_data` is what the page says in JSON-LD, safe within a script element; empty where the
    site's address is not known.
    """

    links: tuple[HeadLink, ...] = ()
    linked_data: Markup = field(default_factory=Markup)


@dataclass(frozen=True)
class Alternate:
    """A page in another language, or its own, for search engines; `code` is a BCP 47 tag."""

    code: str
    url: str


@dataclass(frozen=True)
class Picture:
    """A picture that messengers show beside a link; `alt` says what stands on it."""

    url: str
    alt: str
    width: int
    height: int


@dataclass(frozen=True)
class Listing:
    """What search engines and messengers are told of a page.

    `title` is the page's `name` with that of the site. `canonical` and the addresses of
    `alternates` are absolute, and empty where the site's is not known; a page that is not in its
    language has no alternates. `kind`, `locale` and `locales` are Open Graph's.
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
    """A file that belongs to a page; `type` is its media type."""

    label: str
    href: str
    type: str


@dataclass(frozen=True)
class View:
    """A whole page.

    `template` names the file in `overrides/pages/`; `glance` answers the page's first questions;
    `edit_url` and `correct_url`, for those who would rather fill in a form, are empty when the
    repository's address is not set. `address` is the page's own, absolute, and `qr` its code as
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

    `facets` narrow them down, with `script` in place; `more` leads to wider or other lists;
    `compare` is where the records that a reader picked are compared, empty where they cannot be.
    """

    facets: tuple[Facet, ...] = ()
    more: tuple[Card, ...] = ()
    script: str = ""
    compare: str = ""
