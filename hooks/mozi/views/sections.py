"""Sections that pages of several kinds have."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from mozi.presentation.components.courses import CourseGroup, Courses
from mozi.presentation.components.evidence import Dispute, Disputes, Reference, References
from mozi.presentation.components.section import Section, Statements, Unpublished
from mozi.presentation.components.statement import Labelled, Stated
from mozi.presentation.wordings import course
from mozi.presentation.writer import Writer
from mozi.records.completeness import unpublished_fields
from mozi.records.models import Source, SourcedRecord
from mozi.records.values import Fact


def facts(w: Writer, record: Any, id: str, title: str) -> Statements:
    """Facts of a record, in running text."""
    return Statements(id, title, _labelled(w, record.facts, record))


def cautions(w: Writer, record: SourcedRecord) -> Statements:
    """Cautions: things that are easily confused with a record."""
    return Statements(
        "cautions",
        w._("Not to be confused with"),
        _labelled(w, record.cautions, record),
        "caution",
    )


def _labelled(w: Writer, facts: Sequence[Fact], owner: SourcedRecord) -> tuple[Labelled, ...]:
    return tuple(
        Labelled(w.statement(fact, owner), w.words(fact.label) if fact.label else None)
        for fact in facts
    )


def disputes(w: Writer, record: SourcedRecord) -> Disputes:
    """Points on which sources differ, every version shown."""
    return Disputes(
        "disagreements",
        w._("Where sources differ"),
        tuple(
            Dispute(
                w.words(item.point),
                tuple(w.statement(version, record) for version in item.versions),
                w.words(item.note) if item.note else None,
            )
            for item in record.disagreements
        ),
    )


def courses(w: Writer, record: Any, origin: str = "") -> Courses:
    """A record's course list, grouped by kind in the order in which the kinds first appear."""
    groups: dict[str, list[Stated]] = {}
    has_kinds = any(each.kind for each in record.courses)
    for each in record.courses:
        title = w.term(each.kind) if each.kind else w._("Kind not given") if has_kinds else ""
        shown = course(w, each, record)
        if not each.cite:  # the list rests on the record's sources, named once above it
            shown = replace(shown, refs=())
        groups.setdefault(title, []).append(shown)
    return Courses(
        "courses",
        w._("Courses"),
        tuple(CourseGroup(title, tuple(items)) for title, items in groups.items()),
        origin,
    )


def unpublished(w: Writer, record: SourcedRecord) -> Unpublished:
    """Fields that nobody has published, and when they were last looked for."""
    return Unpublished(
        "not-published",
        w._("Not published"),
        tuple(w.labelled(name) for name in unpublished_fields(record)),
        w._(
            "Nothing on these points was found in the sources read. Last checked on %(date)s.",
            date=w.language.date(record.checked),
        ),
    )


def reference(w: Writer, source: Source, number: int = 0) -> Reference:
    """A source as a list entry."""
    own = w.title_of(source)
    gloss = w.words(source.gloss)
    return Reference(
        number,
        own,
        gloss if source.title and own.foreign else None,
        w.words(source.publisher),
        w.language.date(source.date) if source.date else w._("no date shown"),
        w.term(source.type),
        w.link(source),
        source.url if source.url and source.linked else "",
    )


def references(w: Writer) -> References:
    """The page's sources. To be called last, when all of them are numbered."""
    return References(
        "references",
        w._("Sources"),
        tuple(
            reference(w, w.graph.find(Source.kind, id), number) for id, number in w.cited.items()
        ),
    )


def filled(sections: Iterable[Section]) -> tuple[Section, ...]:
    """The sections that have something to show."""
    return tuple(section for section in sections if section.items)
