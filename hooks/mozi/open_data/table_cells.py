"""What a cell says of one field of a record, in the words of a language.

Nothing of what a page would show is lost: what is inferred, when it was true, which text is in
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
"""Particulars that are roles of partners."""

_MILESTONES = {"signing": "signed", "opening": "opened"}
"""Particulars that are milestones, and the kind of these."""

_LANGUAGES = ("languages", "authoritative_language", "official_languages", "language")
"""Fields that hold codes of languages."""


@dataclass(frozen=True)
class Cell:
    """A text, and the notes on it."""

    text: str = ""
    notes: tuple[str, ...] = ()


_EMPTY = Cell()


def table_cell(w: Writer, record: Any, name: str) -> Cell:
    """What `record` says of a field or particular; in words that it is not published, if it is."""
    items = [] if _is_empty(record, name) else list(_items(w, record, name))
    if not items:
        missing = name in getattr(record, "unpublished", ())
        return Cell(w._("not published")) if missing else _EMPTY
    return Cell(
        "\n".join(_with_evidence(w, item) for item in items),
        tuple(_marked(w, item.note) for item in items if item.note),
    )


def _is_empty(record: Any, name: str) -> bool:
    """Whether a field says nothing, as most do; sources without a date say so in their words."""
    value = record.__dict__.get(name, name)
    return (value is None and name != "date") or value == []


def _with_evidence(w: Writer, item: Stated) -> str:
    # Translators: behind a statement that no source makes outright.
    inferred = w._("(inferred)") if item.inferred else ""
    return " ".join(part for part in (_marked(w, item.text), inferred, item.as_of) if part)


def _marked(w: Writer, words: Words) -> str:
    """A text, with its language behind it where that is another, and a word if it is out of date."""
    if not words.foreign and not words.stale:
        return words.text
    language = f"[{w.language.language_name(words.lang)}]" if words.foreign else ""
    return " ".join(part for part in (words.text, language, words.stale) if part)


# What there is to say -----------------------------------------------------------------------------


def _items(w: Writer, record: Any, name: str) -> Iterator[Stated]:
    """Everything that a record says of a field or particular."""
    if name in _ROLES:
        yield from (_partner(w, role, record) for role in record.roles if role.role == name)
    elif name in _MILESTONES:
        kind = _MILESTONES[name]
        yield from (_day(w, each, record) for each in record.milestones if each.kind == kind)
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
        yield _plain(w, w.title_of(record).text)
    elif isinstance(record, Source) and name == "date":
        yield _plain(w, dated(w, record))
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
            yield _said(w, each, record, name)


def _said(w: Writer, value: Any, owner: Any, name: str) -> Stated:
    """A value in words."""
    match value:
        case str():  # most are, and asking pydantic's classes takes longer
            return _plain(w, _worded(w, value, owner, name))
        case Fact():
            said = w.statement(value, owner)
            return _led(said, w.words(value.label).text) if value.label else said
        case Statement():
            return w.statement(value, owner)
        case Status():
            # the date has a column of its own, so that one can sort and choose by the status
            return replace(w.status(owner), as_of="")
        case Claim():
            return w.stated(_worded(w, value.value, owner, name), value, owner)
        case Text():
            return Stated(w.words(value))
        case Role():
            return _led(_partner(w, value, owner), w.term(value.role))
        case Course():
            said = course(w, value, owner)
            return _led(said, w.term(value.kind)) if value.kind else said
        case Name():
            language = w.language.language_name(value.language)
            return w.stated(f"{value.text} [{language}]", value, owner)
        case Figure():
            figure = number(w, value, owner)
            return replace(figure.stated, text=_followed(figure.stated.text, figure.number))
        case Fee():
            return fee(w, value, owner)
        case Occupation():
            return occupation(w, value, owner)
        case Workload():
            return workload(w, value, owner)
        case CatalogueEntry():
            return catalogue_entry(w, value, owner)
    return _plain(w, _worded(w, value, owner, name))


def _worded(w: Writer, value: Any, owner: Record, name: str) -> str:
    """A value without evidence, or several."""
    if isinstance(value, list):
        return " · ".join(_worded(w, each, owner, name) for each in value)
    if isinstance(value, Ref):
        named = w.graph.get(value)
        return w.title_of(named).text if isinstance(named, Record) else w.term(value)
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


def _day(w: Writer, milestone: Milestone, owner: Any) -> Stated:
    return w.stated(w.language.date(milestone.date, milestone.until), milestone, owner)


def _milestone(w: Writer, milestone: Milestone, owner: Any) -> Stated:
    shown = moment(w, milestone, owner)
    place = shown.place.text if shown.place else ""
    lead = " · ".join(part for part in (shown.date, shown.kind, place) if part)
    if shown.stated.text.text:
        return _led(shown.stated, lead)
    return replace(shown.stated, text=w.language.own(lead))


def _intakes(w: Writer, record: Programme) -> Iterator[Stated]:
    table = intakes(w, record)
    for first, *others in table.items:
        rest = (
            f"{head}: {_marked(w, c.text)}" for head, c in zip(table.head[1:], others, strict=True)
        )
        yield replace(first, text=_followed(first.text, "; ".join(rest)))


def _versions(w: Writer, disagreement: Disagreement, owner: Any) -> Iterable[Stated]:
    """What each source says; the point they differ on leads."""
    point = w.words(disagreement.point).text
    for version in disagreement.versions:
        yield _led(w.statement(version, owner), point)
    if disagreement.note:
        yield Stated(w.words(disagreement.note))


def _plain(w: Writer, text: str) -> Stated:
    return Stated(w.language.own(text))


def _led(stated: Stated, lead: str) -> Stated:
    """A statement with a heading before it."""
    return replace(stated, text=replace(stated.text, text=f"{lead}: {stated.text.text}"))


def _followed(words: Words, rest: str) -> Words:
    return replace(words, text=f"{words.text}: {rest}")
