"""Cells of tables: one field of a record, in the words of a language.

A cell keeps everything that a page would show: what is inferred, when it was true, which text is in
another language or out of date, what nobody has published.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from mozi.languages.language import Words
from mozi.presentation.components.statement import Stated
from mozi.presentation.wordings import (
    batch,
    catalogue_entry,
    course,
    dated,
    fee,
    intakes,
    moment,
    number,
    occupation,
    workload,
)
from mozi.presentation.writer import Writer
from mozi.records.field_types import field_type
from mozi.records.models import (
    CatalogueEntry,
    Country,
    Course,
    Fee,
    Milestone,
    Name,
    Occupation,
    Programme,
    Record,
    Role,
    Source,
    Status,
    Workload,
)
from mozi.records.values import Claim, Disagreement, Fact, Figure, Ref, Statement, Text

_ROLES = ("lead", "host", "enterprise")
"""Required fields that stand for roles of partners."""

_MILESTONES = {"signing": "signed", "opening": "opened"}
"""Required fields that stand for milestones → the kind of milestone."""

_LANGUAGES = ("languages", "authoritative_language", "official_languages", "language")
"""Fields that hold codes of languages."""


@dataclass(frozen=True)
class Cell:
    """The text of a cell, and the notes on it."""

    text: str = ""
    notes: tuple[str, ...] = ()


_EMPTY = Cell()


def table_cell(w: Writer, record: Any, name: str) -> Cell:
    """The cell of a field; “not published” if the record names the field in `unpublished`."""
    items = [] if _is_empty(record, name) else list(_items(w, record, name))
    if not items:
        is_unpublished = name in getattr(record, "unpublished", ())
        return Cell(w._("not published")) if is_unpublished else _EMPTY
    return Cell(
        "\n".join(_with_evidence(w, item) for item in items),
        tuple(_with_remarks(w, item.note) for item in items if item.note),
    )


def _is_empty(record: Any, name: str) -> bool:
    """Whether a field is empty, as most are. A missing `date` is not: sources show it in words."""
    value = record.__dict__.get(name, name)
    return (value is None and name != "date") or value == []


def _with_evidence(w: Writer, item: Stated) -> str:
    # Translators: behind a statement that no source makes outright.
    inferred = w._("(inferred)") if item.inferred else ""
    return " ".join(part for part in (_with_remarks(w, item.text), inferred, item.as_of) if part)


def _with_remarks(w: Writer, words: Words) -> str:
    """A text, followed by its language if that is another one, and by a remark if it is stale."""
    if not words.foreign and not words.stale:
        return words.text
    language = f"[{w.language.language_name(words.lang)}]" if words.foreign else ""
    return " ".join(part for part in (words.text, language, words.stale) if part)


# Statements ---------------------------------------------------------------------------------------


def _items(w: Writer, record: Any, name: str) -> Iterator[Stated]:
    """Every statement of a record for a field of its model, or for a required or optional field."""
    if name in _ROLES:
        yield from (_partner(w, role, record) for role in record.roles if role.role == name)
    elif name in _MILESTONES:
        kind = _MILESTONES[name]
        yield from (
            _milestone_date(w, each, record) for each in record.milestones if each.kind == kind
        )
    elif name == "milestones":
        ordered = sorted(record.milestones, key=lambda milestone: str(milestone.date))
        yield from (_milestone(w, each, record) for each in ordered)
    elif name == "deadline":
        for each in record.intakes:
            if each.apply_until:
                yield w.stated(w.language.date(each.apply_until), each, record)
    elif name == "intakes":
        yield from _intakes(w, record)
    elif isinstance(record, Country) and name == "name":
        yield _without_evidence(w, w.title_of(record).text)
    elif isinstance(record, Source) and name == "date":
        yield _without_evidence(w, dated(w, record))
    elif isinstance(record, Source) and name == "url" and not record.linked:
        return
    else:
        yield from _values(w, record, name)


def _values(w: Writer, record: Record, name: str) -> Iterator[Stated]:
    value = getattr(record, name)
    for each in value if isinstance(value, list) else [value]:
        if isinstance(each, Disagreement):
            yield from _versions(w, each, record)
        elif each is not None:
            yield _value_in_words(w, each, record, name)


def _value_in_words(w: Writer, value: Any, owner: Any, name: str) -> Stated:
    """A value in words, with its evidence."""
    match value:
        case str():  # first, as most are: checking for pydantic's classes takes longer
            return _without_evidence(w, _value_text(w, value, owner, name))
        case Fact():
            stated = w.statement(value, owner)
            return _with_heading(stated, w.words(value.label).text) if value.label else stated
        case Statement():
            return w.statement(value, owner)
        case Status():
            # the date has a column of its own, so that one can sort and choose by the status
            return replace(w.status(owner), as_of="")
        case Claim():
            return w.stated(_value_text(w, value.value, owner, name), value, owner)
        case Text():
            return Stated(w.words(value))
        case Role():
            return _with_heading(_partner(w, value, owner), w.term(value.role))
        case Course():
            stated = course(w, value, owner)
            return _with_heading(stated, w.term(value.kind)) if value.kind else stated
        case Name():
            language = w.language.language_name(value.language)
            return w.stated(f"{value.text} [{language}]", value, owner)
        case Figure():
            figure = number(w, value, owner)
            return replace(figure.stated, text=_with_details(figure.stated.text, figure.number))
        case Fee():
            return fee(w, value, owner)
        case Occupation():
            return occupation(w, value, owner)
        case Workload():
            return workload(w, value, owner)
        case CatalogueEntry():
            return catalogue_entry(w, value, owner)
    return _without_evidence(w, _value_text(w, value, owner, name))


def _value_text(w: Writer, value: Any, owner: Record, name: str) -> str:
    """A value, or a list of values, as plain text without evidence."""
    if isinstance(value, list):
        return " · ".join(_value_text(w, each, owner, name) for each in value)
    if isinstance(value, Ref):
        target = w.graph.get(value)
        return w.title_of(target).text if isinstance(target, Record) else w.term(value)
    if name in _LANGUAGES:
        return w.language.language_name(value)
    if name == "length":
        return w.language.duration(value)
    if name == "batch":
        return batch(w, value)
    if field_type(type(owner), name).date:
        return w.language.date(value)
    return str(value)


def _partner(w: Writer, role: Role, owner: Any) -> Stated:
    return w.stated(w.title_of(w.graph.get(role.partner)), role, owner)


def _milestone_date(w: Writer, milestone: Milestone, owner: Any) -> Stated:
    return w.stated(w.language.date(milestone.date, milestone.until), milestone, owner)


def _milestone(w: Writer, milestone: Milestone, owner: Any) -> Stated:
    shown = moment(w, milestone, owner)
    place = shown.place.text if shown.place else ""
    lead = " · ".join(part for part in (shown.date, shown.kind, place) if part)
    if shown.stated.text.text:
        return _with_heading(shown.stated, lead)
    return replace(shown.stated, text=w.language.own(lead))


def _intakes(w: Writer, record: Programme) -> Iterator[Stated]:
    table = intakes(w, record)
    for first, *others in table.items:
        rest = (
            f"{head}: {_with_remarks(w, c.text)}"
            for head, c in zip(table.head[1:], others, strict=True)
        )
        yield replace(first, text=_with_details(first.text, "; ".join(rest)))


def _versions(w: Writer, disagreement: Disagreement, owner: Any) -> Iterable[Stated]:
    """The version of each source, after the point on which they differ; then the note."""
    point = w.words(disagreement.point).text
    for version in disagreement.versions:
        yield _with_heading(w.statement(version, owner), point)
    if disagreement.note:
        yield Stated(w.words(disagreement.note))


def _without_evidence(w: Writer, text: str) -> Stated:
    return Stated(w.language.own(text))


def _with_heading(stated: Stated, lead: str) -> Stated:
    """A statement with a heading before it."""
    return replace(stated, text=replace(stated.text, text=f"{lead}: {stated.text.text}"))


def _with_details(words: Words, rest: str) -> Words:
    return replace(words, text=f"{words.text}: {rest}")
