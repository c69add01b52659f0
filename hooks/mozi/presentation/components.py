"""The pieces that views are made of. A template shows them and computes nothing."""

from dataclasses import dataclass, field
from typing import Any, ClassVar

from markupsafe import Markup

from mozi.languages.language import Words


@dataclass(frozen=True)
class Badge:
    """A short label; `tone` is the id that styles it, such as a status."""

    text: Words
    tone: str


@dataclass(frozen=True)
class Stated:
    """Something stated, with how it is known.

    `refs` are numbers in the page's list of references; `href` leads to the page of what is named.
    """

    text: Words
    href: str = ""
    refs: tuple[int, ...] = ()
    inferred: bool = False
    note: Words | None = None
    as_of: str = ""


@dataclass(frozen=True)
class Meaning:
    """What a label means, one tap away, and where the glossary says so."""

    text: Words
    href: str


@dataclass(frozen=True)
class Row:
    """A particular and what is stated about it; its meaning where it is a term of trade."""

    label: str
    items: tuple[Stated, ...] = ()
    meaning: Meaning | None = None


@dataclass(frozen=True)
class Card:
    """A link to a page with a few lines on it.

    `data` are names and values for scripts; `pick` labels the box that chooses it for comparison.
    """

    title: Words
    href: str
    lines: tuple[str, ...] = ()
    badge: Badge | None = None
    data: tuple[tuple[str, str], ...] = ()
    pick: str = ""


@dataclass(frozen=True)
class Choice:
    """A value to narrow down by, and how many records have it; no `href` where it is the only one."""

    id: str
    name: str
    count: str
    href: str = ""


@dataclass(frozen=True)
class Facet:
    """A particular to narrow down by."""

    id: str
    label: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class Column:
    """A programme that is compared."""

    id: str
    title: Words
    href: str


@dataclass(frozen=True)
class Compared:
    """A particular, and what is stated about it in each column, if anything is."""

    label: str
    cells: tuple[tuple[Stated, ...], ...]


@dataclass(frozen=True)
class Moment:
    """A milestone: `iso` is its date for machines; `subject` is shown where records are mixed.

    `id` is its anchor, to which the time axis leads.
    """

    iso: str
    date: str
    kind: str
    stated: Stated
    place: Words | None = None
    subject: Card | None = None
    id: str = ""


@dataclass(frozen=True)
class Labelled:
    """A statement with an optional heading."""

    stated: Stated
    label: Words | None = None


@dataclass(frozen=True)
class Number:
    """A published figure; `number` is localised, with the source's “about” or “more than”."""

    number: str
    stated: Stated


@dataclass(frozen=True)
class Dispute:
    """A point on which sources differ."""

    point: Words
    versions: tuple[Stated, ...]
    note: Words | None = None


@dataclass(frozen=True)
class Reference:
    """A source in the page's list. `url` is empty where readers are not sent there."""

    number: int
    title: Words
    gloss: Words | None
    publisher: Words
    date: str
    type: str
    href: str
    url: str


@dataclass(frozen=True)
class Section:
    """A part of a page with a heading of its own, left out when it has no items.

    `template` names the file in `overrides/pages/sections/` that shows it.
    """

    id: str
    title: str
    items: tuple[Any, ...]
    template: ClassVar[str]


@dataclass(frozen=True)
class Rows(Section):
    """Particulars as a list of terms."""

    template = "rows"
    items: tuple[Row, ...]


@dataclass(frozen=True)
class Statements(Section):
    """Statements in running text; `tone` is `caution` for warnings."""

    template = "statements"
    items: tuple[Labelled, ...]
    tone: str = ""


@dataclass(frozen=True)
class Tick:
    """A year on a time axis: where it begins and where its label stands, in per cent."""

    start: float
    middle: float
    label: str


@dataclass(frozen=True)
class Mark:
    """A milestone on a time axis, as long as its date is uncertain; in per cent from the left.

    `rough` says that only its month or year is known.
    """

    left: float
    right: float
    href: str
    rough: bool


@dataclass(frozen=True)
class Axis:
    """Years and what happened in them, on a line from `left` to `right`."""

    left: float
    right: float
    ticks: tuple[Tick, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Timeline(Section):
    """Milestones, one below the other; the axis, where there is one, repeats them as a picture."""

    template = "timeline"
    items: tuple[Moment, ...]
    axis: Axis | None = None


@dataclass(frozen=True)
class Cards(Section):
    """Links to other pages."""

    template = "cards"
    items: tuple[Card, ...]
    intro: str = ""


@dataclass(frozen=True)
class Figures(Section):
    """Published numbers."""

    template = "figures"
    items: tuple[Number, ...]
    intro: str = ""


@dataclass(frozen=True)
class Disputes(Section):
    """Points on which sources differ."""

    template = "disputes"
    items: tuple[Dispute, ...]


@dataclass(frozen=True)
class CourseGroup:
    """Courses of one kind."""

    title: str
    courses: tuple[Stated, ...]


@dataclass(frozen=True)
class Courses(Section):
    """A course list; `origin` says whose it is."""

    template = "courses"
    items: tuple[CourseGroup, ...]
    origin: str = ""


@dataclass(frozen=True)
class BarPart:
    """A piece of a bar: `kind` styles it; places are in per cent from the left."""

    kind: str
    left: float
    width: float
    middle: float
    text: str


@dataclass(frozen=True)
class Bar:
    """A bar of a chart; `title` says it in words; the label is empty when there is only one."""

    label: str
    title: str
    parts: tuple[BarPart, ...]


@dataclass(frozen=True)
class KindRow:
    """A kind of course: the letter that stands for it in the bars, and its amount in each bar."""

    letter: str
    kind: str
    amounts: tuple[str, ...]


@dataclass(frozen=True)
class CourseChart(Section):
    """How much of each kind of course: bars, and a table that says the same."""

    template = "course_chart"
    items: tuple[Bar, ...]
    head: tuple[str, ...]
    table: tuple[KindRow, ...]


@dataclass(frozen=True)
class MapPoint:
    """A country on the world map. `name` is its label, `title` what the link says.

    `target` are the corners of the area that leads there; `label` is x, y and the text's anchor.
    On a phone, where labels would be too small to read, a marker with the `number` of the country
    in the map's key stands at or near the point.
    """

    number: str
    name: str
    title: str
    href: str
    x: int
    y: int
    target: str
    label: tuple[int, int, str] | None
    marker: tuple[int, int]


@dataclass(frozen=True)
class WorldRow:
    """A country and its projects, in the table of the world map."""

    country: Stated
    projects: tuple[Card, ...]


@dataclass(frozen=True)
class WorldMap(Section):
    """Countries with a project: a table, and the same as points on a map.

    `land` is SVG path data, `box` the part of it that is shown; `radius` is that of markers.
    """

    template = "world_map"
    items: tuple[WorldRow, ...]
    points: tuple[MapPoint, ...]
    land: str
    box: str
    radius: int
    note: str
    sources: tuple[Stated, ...]
    head: tuple[str, ...]


@dataclass(frozen=True)
class Table(Section):
    """A table with a header row; the first cell of a row heads it."""

    template = "table"
    head: tuple[str, ...]
    items: tuple[tuple[Stated, ...], ...]


@dataclass(frozen=True)
class Comparison(Section):
    """Records side by side: a row for each particular, a column for each record."""

    template = "comparison"
    items: tuple[Compared, ...]
    columns: tuple[Column, ...]


@dataclass(frozen=True)
class Unpublished(Section):
    """What nobody has published (rows of which nothing is stated), and when it was last looked for."""

    template = "unpublished"
    items: tuple[Row, ...]
    intro: str


@dataclass(frozen=True)
class References(Section):
    """The page's sources, numbered in the order the page cites them."""

    template = "references"
    items: tuple[Reference, ...]


@dataclass(frozen=True)
class Plaque:
    """A project in a few lines, for other sites; `href` is the absolute address of its page.

    `differing` says that sources disagree, if they do; `notice` that the translation is a draft.
    """

    kicker: str
    title: Words
    href: str
    rows: tuple[Row, ...]
    differing: str
    checked: str
    notice: str


@dataclass(frozen=True)
class Frame(Section):
    """HTML to copy that shows the card at `address`; `preview` is a link to the same card."""

    template = "frame"
    items: tuple[Plaque, ...]
    address: str
    preview: str
    width: int
    height: int
    intro: str


@dataclass(frozen=True)
class Quotation(Section):
    """HTML to copy that says what the card says."""

    template = "quotation"
    items: tuple[Plaque, ...]
    intro: str


@dataclass(frozen=True)
class Term:
    """A term of the glossary; `id` is its anchor, `others` are its names in other languages."""

    id: str
    name: Words
    definition: Words
    others: tuple[Words, ...]


@dataclass(frozen=True)
class Terms(Section):
    """Terms and what they mean."""

    template = "terms"
    items: tuple[Term, ...]


@dataclass(frozen=True)
class CodeLine:
    """A line of an example; where it `differs` from the other one, `changed` is what does."""

    before: str
    changed: str = ""
    after: str = ""
    differs: bool = False


@dataclass(frozen=True)
class Sample:
    """Lines of a file as an example; `tone` is `wrong` or `right`."""

    tone: str
    label: str
    lines: tuple[CodeLine, ...]


@dataclass(frozen=True)
class RuleEntry:
    """A rule; its `code` is its anchor. `says` are its messages with dots for what depends.

    `fixed` is what `mozi fix` mends of it. Either `samples` of `file` or `about` is the example.
    """

    code: str
    title: Words
    badges: tuple[Badge, ...]
    why: Words
    says: tuple[Words, ...]
    fixed: Words | None
    about: Words | None
    file: str
    samples: tuple[Sample, ...]


@dataclass(frozen=True)
class RuleGroup(Section):
    """Rules on one subject."""

    template = "rules"
    items: tuple[RuleEntry, ...]


@dataclass(frozen=True)
class Count:
    """How many texts are translated, out of date and missing, of a kind or in a language.

    `done` and `aging` are the first two in per cent of all, for the bar; `sum` marks the last row.
    """

    name: str
    translated: str
    stale: str
    missing: str
    done: float
    aging: float
    sum: bool = False
    href: str = ""
    state: str = ""


@dataclass(frozen=True)
class HowFar(Section):
    """How far translations are: numbers, and bars that show the same."""

    template = "how_far"
    items: tuple[Count, ...]
    head: tuple[str, ...]


@dataclass(frozen=True)
class OpenText:
    """A text that is missing or out of date; `ways` lead to its page and to where it is translated."""

    text: Words
    state: str
    ways: tuple[Stated, ...]


@dataclass(frozen=True)
class OpenTexts(Section):
    """Texts that are missing or out of date; `rest` says how many are not listed."""

    template = "open_texts"
    items: tuple[OpenText, ...]
    rest: str = ""


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


@dataclass(frozen=True)
class Example:
    """Lines to copy: a program, or what to choose and to type."""

    label: str
    code: str


@dataclass(frozen=True)
class Examples(Section):
    """How something is used, in lines to copy."""

    template = "examples"
    items: tuple[Example, ...]


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


@dataclass(frozen=True)
class RulesView(View):
    """The page of rules; `untranslated` says why they are in another language, if they are."""

    more: tuple[Card, ...] = ()
    untranslated: str = ""
