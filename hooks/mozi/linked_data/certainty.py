"""Certainty of statements: which values may be given without their evidence."""

from collections.abc import Sequence
from typing import TypeVar

from mozi.linked_data.nodes import Node, text_of
from mozi.presentation.writer import Writer
from mozi.records.completeness import State, expected_fields, known, unpublished_fields
from mozi.records.models import Programme, Project, SourcedRecord
from mozi.records.values import Evidence, Statement

E = TypeVar("E", bound=Evidence)


def disputed(record: SourcedRecord, *fields: str) -> bool:
    """Whether sources differ on one of these fields, or on a point that names no field."""
    return any(
        item.about is None or not set(item.about).isdisjoint(fields)
        for item in record.disagreements
    )


def settled(record: SourcedRecord, evidence: Evidence, *fields: str) -> bool:
    """Whether the record states something outright, and no source contradicts it."""
    return evidence.basis == "confirmed" and not disputed(record, *fields)


def plain(record: SourcedRecord, field: str, evidence: E | None) -> E | None:
    """The evidence of a field if its value can stand alone; else None.

    A value cannot stand alone if it is inferred or disputed, if it has a note (“what a reader must
    know about it”), or if it has a date (it may no longer be true).
    """
    if evidence is None or evidence.note or evidence.as_of:
        return None
    return evidence if settled(record, evidence, field) else None


def all_plain(record: SourcedRecord, field: str, items: Sequence[E], *also: str) -> list[E]:
    """Items of a field that can stand alone; `also` are fields they are a part of."""
    if disputed(record, *also):
        return []
    return [item for item in items if plain(record, field, item)]


def called(w: Writer, record: SourcedRecord, name: Statement) -> Node:
    """The name of a record's thing, as a property.

    A name that no source gives outright, or on which sources differ, is only an `alternateName`.
    """
    key = "name" if settled(record, name, "name") else "alternateName"
    return {key: text_of(w, name)}


def naming(w: Writer, record: SourcedRecord, name: Statement) -> Node:
    """The name of a record's thing, with the note on the name, as properties."""
    note = {"disambiguatingDescription": text_of(w, name.note)} if name.note else {}
    return {**called(w, record, name), **note}


def account(w: Writer, record: SourcedRecord) -> str:
    """Description in words of what values cannot express: status, disputes, what is not known."""
    sentences = []
    if isinstance(record, (Project, Programme)) and not disputed(record, "status"):
        sentences.append(_status(w, record))
    if record.disagreements:
        points = w.language.enumerate(w.words(item.point).text for item in record.disagreements)
        # Translators: not seen on the page; search engines may show it below the page's title.
        sentences.append(w._("Sources differ on: %(points)s.", points=points))
    partly = [
        name for name in expected_fields(record.kind) if known(record, name).state is State.PARTLY
    ]
    if partly:
        fields = w.language.enumerate(w.field_label(name) for name in partly)
        # Translators: not seen on the page; search engines may show it below the page's title.
        sentences.append(w._("Given for some intakes only: %(particulars)s.", particulars=fields))
    unpublished = unpublished_fields(record)
    if unpublished:
        missing = w.language.enumerate(w.field_label(name) for name in unpublished)
        # Translators: not seen on the page; search engines may show it below the page's title.
        sentences.append(w._("Not published: %(particulars)s.", particulars=missing))
    return w.language.join_sentences(sentences)


def _status(w: Writer, record: Project | Programme) -> str:
    status = record.status
    term = w.term(status.value)
    date = w.language.date(status.as_of)
    if status.basis == "inferred":
        # Translators: not seen on the page; search engines may show it below the page's title.
        return w._("Status: %(status)s (inferred, as of %(date)s).", status=term, date=date)
    # Translators: not seen on the page; search engines may show it below the page's title.
    return w._("Status: %(status)s (as of %(date)s).", status=term, date=date)
