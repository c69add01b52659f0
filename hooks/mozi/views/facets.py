"""Facets that narrow down programmes and projects, without typing.

Every choice has a page of its own (`views/choice.py`); with JavaScript the same links filter the
index page in place (`overrides/assets/filter.js`). What nobody has published is a choice too.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from mozi.addresses.urls import index_of
from mozi.graph.record_graph import RecordGraph
from mozi.presentation.components.cards import Card, Cards, Choice
from mozi.presentation.components.cards import Facet as FacetCard
from mozi.presentation.writer import Writer
from mozi.records.models import Programme, Project, Record
from mozi.records.offerings import programme_offers
from mozi.views.cards import card_of, counted

TYPES: tuple[type[Record], ...] = (Programme, Project)
"""The record types that can be narrowed down."""

NOT_PUBLISHED = "not-published"
"""Stands in addresses for what nobody has published."""

Named = Callable[[Writer, Any], str]


@dataclass(frozen=True)
class Facet:
    """A field to choose by.

    `id` stands in addresses; `field_name` is its own; `values` are those of a record, none
    where nothing is published; `rank` orders the values before their names do.
    """

    id: str
    field_name: str
    values: Callable[[RecordGraph, Any], Iterable[str]]
    name: Named
    rank: Callable[[Writer, Any], int] = lambda w, value: 0


@dataclass(frozen=True)
class Bucket:
    """The records that share a value of a facet, in their order; `name` is the value's."""

    facet: Facet
    id: str
    name: str
    records: tuple[Any, ...]


def _project(graph: RecordGraph, record: Programme | Project) -> Project:
    return record if isinstance(record, Project) else graph.get(record.project)


def _programmes(graph: RecordGraph, record: Programme | Project) -> list[Programme]:
    return [record] if isinstance(record, Programme) else graph.programmes_of(record)


def _countries(graph: RecordGraph, record: Programme | Project) -> list[str]:
    return [_project(graph, record).country.value]


def _fields(graph: RecordGraph, record: Programme | Project) -> Iterable[str]:
    return record.fields.value if record.fields else ()


def _levels(graph: RecordGraph, record: Programme | Project) -> list[str]:
    programmes = _programmes(graph, record)
    own: list[str] = [p.level.value for p in programmes if p.level]
    return own + [award.level for p in programmes for award in p.awards if award.level]


def _languages(graph: RecordGraph, record: Programme | Project) -> list[str]:
    programmes = _programmes(graph, record)
    return [offer.value for p in programmes for offer in programme_offers(p, "languages")]


def _statuses(graph: RecordGraph, record: Programme | Project) -> list[str]:
    status = record.status.value
    return [] if status == "unknown" else [status]


FACETS: tuple[Facet, ...] = (
    Facet("country", "country", _countries, lambda w, value: w.language.territory(value)),
    Facet("field", "fields", _fields, Writer.term),
    Facet("level", "level", _levels, Writer.term, lambda w, value: w.graph.get(value).isced),
    Facet("language", "languages", _languages, lambda w, value: w.language.language_name(value)),
    Facet("status", "status", _statuses, Writer.term, lambda w, value: w.graph.get(value).stage),
)
"""Facets in the order in which a reader asks. A project has the level and the
languages of its programmes."""


def _values(w: Writer, facet: Facet, record: Record) -> list[str]:
    return list(dict.fromkeys(facet.values(w.graph, record))) or [NOT_PUBLISHED]


def _id(value: str) -> str:
    return value.lower()  # language tags hold capitals, addresses do not


def buckets(w: Writer, records: Iterable[Record]) -> list[tuple[Bucket, ...]]:
    """For each facet its buckets, in the order of their names; “not published” comes last."""
    records_by_value: list[dict[str, list[Record]]] = [defaultdict(list) for _ in FACETS]
    for record in records:
        for facet, of_facet in zip(FACETS, records_by_value, strict=True):
            for value in _values(w, facet, record):
                of_facet[value].append(record)
    return [_ordered(w, *pair) for pair in zip(FACETS, records_by_value, strict=True)]


def _ordered(
    w: Writer, facet: Facet, records_by_value: dict[str, list[Record]]
) -> tuple[Bucket, ...]:
    unknown = records_by_value.pop(NOT_PUBLISHED, None)
    buckets_by_value = {
        value: Bucket(facet, _id(value), facet.name(w, value), tuple(r))
        for value, r in records_by_value.items()
    }
    order = sorted(
        buckets_by_value,
        key=lambda v: (facet.rank(w, v), w.language.sort_key(buckets_by_value[v].name)),
    )
    last = [Bucket(facet, NOT_PUBLISHED, w._("not published"), tuple(unknown))] if unknown else []
    return (*(buckets_by_value[value] for value in order), *last)


def choices(w: Writer, records: Iterable[Record]) -> list[Bucket]:
    """The buckets with a page of their own. A facet with one bucket leaves nothing to choose."""
    return [bucket for group in buckets(w, records) if len(group) > 1 for bucket in group]


def path_of(record_type: type[Record], bucket: Bucket) -> str:
    """The page of a bucket, such as `projects/country/tj/`.

    It lies one folder deeper than any record, so that no id can take its place.
    """
    return f"{index_of(record_type.kind)}{bucket.facet.id}/{bucket.id}/"


def shown(w: Writer, record_type: type[Record], records: Iterable[Record]) -> tuple[FacetCard, ...]:
    """All facets of an index page; a facet with one bucket links nowhere."""
    return tuple(
        FacetCard(
            group[0].facet.id,
            w.field_label(group[0].facet.field_name),
            tuple(
                Choice(
                    bucket.id,
                    bucket.name,
                    w.language.number(len(bucket.records)),
                    w.href(path_of(record_type, bucket)) if len(group) > 1 else "",
                )
                for bucket in group
            ),
        )
        for group in buckets(w, records)
        if group
    )


def cards(w: Writer, record_type: type[Record], records: Sequence[Record]) -> Cards:
    """The section of all `records`, with the values by which a script filters them."""
    return Cards(
        "results",
        counted(w, record_type, len(records)),
        tuple(_card(w, record) for record in records),
    )


def _card(w: Writer, record: Record) -> Card:
    data = tuple((f.id, " ".join(_id(v) for v in _values(w, f, record))) for f in FACETS)
    card = card_of(w, record)
    if not isinstance(record, Programme):
        return replace(card, data=data)
    pick = w._("Compare: %(name)s", name=card.title)
    return replace(card, data=(*data, ("id", record.id)), pick=pick)


def everything(w: Writer, record_type: type[Record]) -> Card:
    """A link to the index page of a type."""
    text = w._("All programmes") if record_type is Programme else w._("All projects")
    return Card(w.language.own(text), w.href(index_of(record_type.kind)))
