"""What may be said of a record without its evidence beside it."""

from typing import TypeVar

from mozi.linked_data.nodes import Node, text_of
from mozi.presentation.writer import Writer
from mozi.records.models import Programme, Project, SourcedRecord
from mozi.records.values import Evidence, Statement

E = TypeVar("E", bound=Evidence)


def disputed(record: SourcedRecord, *particulars: str) -> bool:
    """Whether sources differ on one of these particulars, or on something that is not named."""
    return any(
        item.about is None or not set(item.about).isdisjoint(particulars)
        for item in record.disagreements
    )


def settled(record: SourcedRecord, evidence: Evidence, *particulars: str) -> bool:
    """Whether the record states something outright, and no source contradicts it."""
    return evidence.basis == "confirmed" and not disputed(record, *particulars)


def plain(record: SourcedRecord, particular: str, evidence: E | None) -> E | None:
    """What is stated of a particular, if the value alone says all of it; else None.

    A note is “what a reader must know about it”, and a date says that it may be true no more.
    """
    if evidence is None or evidence.note or evidence.as_of:
        return None
    return evidence if settled(record, evidence, particular) else None


def called(w: Writer, record: SourcedRecord, name: Statement) -> Node:
    """What a record's thing is called, as a property.

    A name that no source gives outright, or on which they differ, is only one it goes by here.
    """
    key = "name" if settled(record, name, "name") else "alternateName"
    return {key: text_of(w, name)}


def naming(w: Writer, record: SourcedRecord, name: Statement) -> Node:
    """What a record's thing is called, and what must be known about that."""
    note = {"disambiguatingDescription": text_of(w, name.note)} if name.note else {}
    return {**called(w, record, name), **note}


def account(w: Writer, record: SourcedRecord) -> str:
    """In words, what values cannot say: how far it is, what is disputed, what is not published."""
    sentences = []
    if isinstance(record, (Project, Programme)) and not disputed(record, "status"):
        sentences.append(_status(w, record))
    if record.disagreements:
        points = w.language.enumerate(w.words(item.point).text for item in record.disagreements)
        # Translators: not seen on the page; search engines may show it below the page's title.
        sentences.append(w._("Sources differ on: %(points)s.", points=points))
    if record.unpublished:
        missing = w.language.enumerate(w.particular(name) for name in record.unpublished)
        # Translators: not seen on the page; search engines may show it below the page's title.
        sentences.append(w._("Not published: %(particulars)s.", particulars=missing))
    return " ".join(sentences)


def _status(w: Writer, record: Project | Programme) -> str:
    status = record.status
    term = w.term(status.value)
    date = w.language.date(status.as_of)
    if status.basis == "inferred":
        # Translators: not seen on the page; search engines may show it below the page's title.
        return w._("Status: %(status)s (inferred, as of %(date)s).", status=term, date=date)
    # Translators: not seen on the page; search engines may show it below the page's title.
    return w._("Status: %(status)s (as of %(date)s).", status=term, date=date)
