"""An offline pack: what is in it, its first page, and the shell of every other."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from markupsafe import Markup

from mozi.addresses.urls import address_of, pack_of, prefix
from mozi.graph.record_graph import RecordGraph
from mozi.presentation.components.page import Download, View
from mozi.presentation.components.statement import Row, Stated
from mozi.presentation.writer import Writer
from mozi.records.models import (
    Country,
    Curriculum,
    Initiative,
    Partner,
    Programme,
    Project,
    Record,
    Source,
)
from mozi.views.cards import cards
from mozi.views.index import kind_of
from mozi.views.page_shell import placeholders
from mozi.views.sections import filled


@dataclass(frozen=True)
class Pack:
    """A country and all that belongs to it: each record's page is in the pack."""

    country: Country
    projects: tuple[Project, ...]
    programmes: tuple[Programme, ...]
    partners: tuple[Partner, ...]
    curricula: tuple[Curriculum, ...]
    sources: tuple[Source, ...]

    @property
    def groups(self) -> tuple[tuple[Record, ...], ...]:
        """The records by kind, in the order of the first page."""
        return (
            (self.country,),
            self.projects,
            self.programmes,
            self.partners,
            self.curricula,
            self.sources,
        )

    @cached_property
    def checked(self) -> tuple[str, str]:
        """The first and the last day on which a record of the pack was checked."""
        days = [record.checked for group in self.groups for record in group]  # type: ignore[attr-defined]
        return min(days), max(days)


def pack(graph: RecordGraph, country: Country) -> Pack:
    """The pack of `country`."""
    projects = graph.projects_in(country)
    programmes = [p for project in projects for p in graph.programmes_of(project)]
    around: list[Record] = [country, *projects, *programmes]
    partners = {p.id: p for p in graph.partners_in(country)}
    curricula: dict[str, Curriculum] = {}
    for record in around:
        curricula |= {c.id: c for c in graph.touching(record, Curriculum)}
    for project in projects:
        partners |= {p.id: p for p in graph.touching(project, Partner)}
    shown = [*around, *partners.values(), *curricula.values()]
    cited = {source.id for record in shown for source, _ in graph.cited_by(record)}
    cited |= {id for partner in partners.values() for id in _cited_for_parts(graph, partner)}
    return Pack(
        country,
        tuple(projects),
        tuple(programmes),
        tuple(partners[id] for id in sorted(partners)),
        tuple(curricula[id] for id in sorted(curricula)),
        tuple(graph.find(Source.kind, id) for id in sorted(cited)),
    )


def _cited_for_parts(graph: RecordGraph, partner: Partner) -> Iterator[str]:
    """The sources for what a partner does in projects and initiatives, which its page names."""
    records: list[Project | Initiative] = [
        *graph.touching(partner, Project),
        *graph.touching(partner, Initiative),
    ]
    for record in records:
        for entry in record.roles:
            if entry.partner == partner.id:
                yield from entry.cite or record.cite


def download(w: Writer, country: Country, size: int) -> Download:
    """The pack as something to take away from the country's page; `size` is in bytes."""
    first, last = pack(w.graph, country).checked
    return Download(
        w._(
            "Offline pack: %(country)s (ZIP, %(size)s, records checked: %(dates)s)",
            country=w.language.territory(country.id),
            size=w.language.size(size),
            dates=span(w, first, last),
        ),
        w.href(pack_of(country, w.language.code, w.names.brand.en)),
        "application/zip",
    )


def span(w: Writer, first: str, last: str) -> str:
    """One day, or from one day to another."""
    return w.language.date(first, last if last != first else None)


def home(w: Writer, content: Pack) -> View:
    """The first page of a pack; `w` writes at the address of the site's home page."""
    own = w.language.own
    rows = [
        Row(w._("Records checked"), (Stated(own(span(w, *content.checked))),)),
        _current_version(w, content.country),
    ]
    sections = filled(
        cards(w, records[0].kind, w._(kind_of(records[0].kind).title), records)
        for records in content.groups
        if records
    )
    return View(
        "page.html",
        own(_title(w, content)),
        "",
        kicker=w.site_title,
        lead=Stated(
            own(
                w._(
                    "This folder is a copy of the pages about %(country)s, to be read without the "
                    "Internet and passed on. Links marked ↗ lead out of it and need the Internet.",
                    country=w.language.territory(content.country.id),
                )
            )
        ),
        glance=tuple(row for row in rows if row),
        sections=sections,
    )


def _title(w: Writer, content: Pack) -> str:
    return w._(
        "%(brand)s: %(country)s, offline pack",
        brand=w.brand,
        country=w.language.territory(content.country.id),
    )


def _current_version(w: Writer, country: Country) -> Row | None:
    url = w.settings.site_url
    if not url:
        return None
    address = url + prefix(w.language.code) + address_of(country)
    return Row(w._("Current version"), (Stated(w.language.quote(address, "en"), address),))


@dataclass(frozen=True)
class PackShell:
    """The shell of a page in a pack: what it belongs to, and of which day it is.

    `root` is the way from the page to the pack's folder, `current` the address of the same page on
    the site, empty where that has no address. `styles` are style sheets in the pack.
    """

    template: ClassVar[str] = "packed.html"
    title: Markup
    article: Markup
    current: Markup
    root: str
    pack: str
    checked: str
    styles: tuple[str, ...]


def pack_shell(w: Writer, content: Pack, root: str, styles: tuple[str, ...]) -> PackShell:
    """The shell of all pages that are as deep in a pack, with placeholders for what is their own."""
    places = placeholders("title", "article", "current")
    return PackShell(
        places["title"],
        places["article"],
        places["current"] if w.settings.site_url else Markup(),
        root,
        _title(w, content),
        span(w, *content.checked),
        styles,
    )
