"""The index page of each record kind: every record of the kind, grouped."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from mozi.addresses.urls import COMPARE
from mozi.languages.catalogue import N_
from mozi.presentation.components.cards import Card
from mozi.presentation.components.page import IndexView, View
from mozi.presentation.components.section import Section
from mozi.presentation.components.statement import Stated
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
from mozi.views import facets
from mozi.views.cards import cards
from mozi.views.sections import filled
from mozi.views.world import world_map

Group = tuple[str, str]
"""Id and title of a group, in the page's language."""


def _alone(w: Writer, record: Any) -> list[Group]:
    """For kinds that are narrowed down by facets instead of being grouped."""
    return []


@dataclass(frozen=True)
class Kind:
    """How the records of one kind are listed; texts are in English, translated when shown.

    `group` is left out where readers narrow down by facets instead.
    """

    type: type[Record]
    title: str
    lead: str
    group: Callable[[Writer, Any], list[Group]] = lambda w, record: []


def _by_field(w: Writer, record: Any) -> list[Group]:
    return [(field, w.term(field)) for field in record.fields.value]


def _by_type(w: Writer, record: Any) -> list[Group]:
    return [(record.type, w.term(record.type))]


def _by_part(w: Writer, country: Country) -> list[Group]:
    if w.graph.projects_in(country):
        return [("projects", w._("Countries with a project"))]
    return [("others", w._("Countries of other partners"))]


KINDS: tuple[Kind, ...] = (
    Kind(
        Programme,
        N_("Programmes"),
        N_("What the workshops teach, and what is published about studying there."),
    ),
    Kind(
        Project,
        N_("Projects"),
        N_("Workshops that a source documents, each with its partners and status."),
    ),
    Kind(
        Country,
        N_("Countries"),
        N_("Where the projects and their partners are."),
        _by_part,
    ),
    Kind(
        Curriculum,
        N_("Reference curricula"),
        N_("Course lists that other institutions published; none of them is that of a workshop."),
        _by_field,
    ),
    Kind(
        Partner,
        N_("Partners"),
        N_("Colleges, host institutions, enterprises and authorities that take part."),
        _by_type,
    ),
    Kind(
        Initiative,
        N_("Initiatives"),
        N_("Conferences, and what is done at home for vocational education."),
        _by_type,
    ),
    Kind(
        Source,
        N_("Sources"),
        N_("Every page this site rests on, and what each is cited for."),
        _by_type,
    ),
)
"""The record kinds with pages of their own, in the order of the navigation."""


def kind_of(folder: str) -> Kind:
    """The listing of the records in `data/<folder>`. Raises `StopIteration` for an unknown one."""
    return next(kind for kind in KINDS if kind.type.kind == folder)


def view(w: Writer, kind: Kind) -> View:
    """The index page of `kind`."""
    if kind.type in facets.TYPES:
        return _filtered(w, kind)
    groups: dict[Group, list[Any]] = defaultdict(list)
    for record in ordered(w, kind):
        for group in kind.group(w, record):
            groups[group].append(record)
    sections = [
        cards(w, f"group-{id}", title, records)
        for (id, title), records in sorted(
            groups.items(), key=lambda item: w.language.sort_key(item[0][1])
        )
    ]
    lead = w._(kind.lead)
    return IndexView(
        "index.html",
        w.language.own(w._(kind.title)),
        lead,
        lead=Stated(w.language.own(lead)),
        sections=filled([*_pictures(w, kind), *sections]),
    )


def _filtered(w: Writer, kind: Kind) -> View:
    """An index page that is narrowed down by fields instead of being grouped by one."""
    records = ordered(w, kind)
    lead = w._(kind.lead)
    compared = w.href(COMPARE) if kind.type is Programme else ""
    return IndexView(
        "index.html",
        w.language.own(w._(kind.title)),
        lead,
        lead=Stated(w.language.own(lead)),
        sections=filled([facets.cards(w, kind.type, records), *_pictures(w, kind)]),
        facets=facets.shown(w, kind.type, records),
        more=(Card(w.language.own(w._("Compare all programmes")), compared),) if compared else (),
        script=w.asset("filter.js"),
        compare=compared,
    )


def _pictures(w: Writer, kind: Kind) -> list[Section]:
    return [world_map(w)] if kind.type in (Project, Country) else []


def ordered(w: Writer, kind: Kind) -> list[Any]:
    """The records of a kind in the order a reader of the language expects."""
    return [record for record, _ in titled(w, kind)]


def titled(w: Writer, kind: Kind) -> list[tuple[Any, str]]:
    """The records of a kind in the order of lists, each with its title."""
    titled_records = [(record, w.title_of(record).text) for record in w.graph.all_of(kind.type)]
    return sorted(titled_records, key=lambda each: w.language.sort_key(each[1]))
