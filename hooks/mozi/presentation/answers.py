"""Answers: what a record says of a field, in the words of a language, and whether it says anything.

Pages, comparisons, sheets and tables all ask here.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from mozi.languages.language import Words
from mozi.presentation.components.statement import Row, Stated
from mozi.presentation.intakes import heading, intake_rows, offered_items, partly
from mozi.presentation.money import fee, scholarship
from mozi.presentation.wordings import (
    accreditation,
    age,
    award,
    batch,
    catalogue_entry,
    contact,
    course,
    dated,
    language_requirement,
    moment,
    number,
    occupation,
    other_name,
    site,
    students_of_year,
    workload,
)
from mozi.presentation.writer import Writer
from mozi.records.completeness import State, known
from mozi.records.field_types import field_type
from mozi.records.models import (
    Accreditation,
    Age,
    Award,
    CatalogueEntry,
    Country,
    Course,
    Fee,
    Intake,
    LanguageRequirement,
    Milestone,
    Name,
    Occupation,
    Programme,
    Record,
    Role,
    Scholarship,
    Site,
    Source,
    Status,
    StudentsOfYear,
    Workload,
)
from mozi.records.offerings import OFFERED_FIELDS, ranked_intakes
from mozi.records.values import Claim, Disagreement, Fact, Figure, Ref, Statement, Text

_ROLES = ("lead", "host", "enterprise")
"""Required fields that stand for roles of partners."""

_MILESTONES = {"signing": "signed", "opening": "opened"}
"""Required fields that stand for milestones → the kind of milestone."""

_LANGUAGES = ("languages", "authoritative_language", "official_languages", "language")
"""Fields that hold codes of languages."""

_LINKS = ("website", "official_page", "admission_page")
"""Fields that hold addresses of other sites."""


@dataclass(frozen=True, kw_only=True)
class Answer:
    """Statements of a record on a field, and its state.

    Where it is partly known the last statement says so; without a statement, an unpublished field
    has none and an open one has none either: `state` tells them apart.
    """

    items: tuple[Stated, ...]
    state: State


def answer(w: Writer, record: Any, name: str) -> Answer:
    """Return what `record` says of a field of its model, or of a required or optional field."""
    items = [] if _is_empty(record, name) else list(_items(w, record, name))
    if items and isinstance(record, Programme) and name in OFFERED_FIELDS:
        remark = partly(w, record, name)
        items += [remark] if remark else []
    return Answer(items=tuple(items), state=known(record, name).state)


def answer_row(w: Writer, record: Any, name: str, *, always: bool = False) -> Row | None:
    """Return the row of a field; None where the record gives nothing.

    With `always`, a field that nobody has published has a row too, which says so.
    """
    field_answer = answer(w, record, name)
    if field_answer.items:
        return w.labelled(name, *field_answer.items)
    if always and field_answer.state is State.UNPUBLISHED:
        return w.labelled(name, Stated(w.language.own(w._("not published"))))
    return None


def answer_rows(w: Writer, record: Any, *names: str) -> tuple[Row, ...]:
    """Return the rows of the fields that the record gives, in this order."""
    rows = [answer_row(w, record, name) for name in names]
    return tuple(row for row in rows if row)


def _is_empty(record: Any, name: str) -> bool:
    """Whether a field is empty, as most are.

    A missing `date` is not: sources show it in words. A field that intakes share is not either:
    they may give it.
    """
    if isinstance(record, Programme) and name in OFFERED_FIELDS:
        return False
    value = record.__dict__.get(name, name)
    return (value is None and name != "date") or value == []


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
    elif isinstance(record, Programme) and name in OFFERED_FIELDS:
        yield from offered_items(w, name, record)
    elif name == "intakes":
        yield from (_intake(w, each, record) for each in ranked_intakes(record))
    elif name == "contacts":
        yield from (way for each in record.contacts for way in contact(w, each, record))
    elif isinstance(record, Country) and name == "name":
        yield _without_evidence(w, w.title_of(record).text)
    elif isinstance(record, Source) and name == "title":
        yield Stated(w.title_of(record))
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
            target = w.graph.get(value) if isinstance(value, Ref) else None
            if isinstance(target, Record):
                return Stated(w.title_of(target), w.link(target))
            return _without_evidence(w, _value_text(w, value, owner, name))
        case Fact():
            stated = w.statement(value, owner)
            return _with_heading(w, stated, w.words(value.label)) if value.label else stated
        case Statement():
            return w.statement(value, owner)
        case Status():
            # the date has a column of its own, so that one can sort and choose by the status
            return replace(w.status(owner), as_of="")
        case Claim() if name in _LINKS:
            return w.website(value, owner)
        case Claim() if isinstance(value.value, Ref) and not value.value.kind.startswith("voc"):
            return w.linked(value, owner)
        case Claim():
            return w.stated(_value_text(w, value.value, owner, name), value, owner)
        case Text():
            return Stated(w.words(value))
        case Role():
            return _with_heading(w, _partner(w, value, owner), w.language.own(w.term(value.role)))
        case Course():
            stated = course(w, value, owner)
            kind = w.term(value.kind) if value.kind else ""
            return _with_heading(w, stated, w.language.own(kind)) if kind else stated
        case Name():
            return other_name(w, value, owner)
        case Figure():
            figure = number(w, value, owner)
            return replace(figure.stated, text=_with_details(w, figure.stated.text, figure.number))
        case Fee():
            return fee(w, value, owner)
        case Scholarship():
            return scholarship(w, value, owner)
        case StudentsOfYear():
            return students_of_year(w, value, owner)
        case Site():
            return site(w, value, owner)
        case Award():
            return award(w, value, owner)
        case Accreditation():
            return accreditation(w, value, owner)
        case LanguageRequirement():
            return language_requirement(w, value, owner)
        case Age():
            return age(w, value, owner)
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
    partner = w.graph.get(role.partner)
    return w.stated(w.title_of(partner), role, owner, w.link(partner))


def _milestone_date(w: Writer, milestone: Milestone, owner: Any) -> Stated:
    return w.stated(w.language.date(milestone.date, milestone.until), milestone, owner)


def _milestone(w: Writer, milestone: Milestone, owner: Any) -> Stated:
    shown = moment(w, milestone, owner)
    place = w.language.inside(shown.place) if shown.place else ""
    titles = [w.title_of(w.graph.get(partner)) for partner in milestone.partners]
    partners = w.language.enumerate(map(w.language.inside, titles))
    lead = " · ".join(part for part in (shown.date, shown.kind, place, partners) if part)
    if shown.stated.text.text:
        return _with_heading(w, shown.stated, w.language.own(lead))
    return replace(shown.stated, text=w.language.own(lead))


def _intake(w: Writer, intake: Intake, programme: Programme) -> Stated:
    """An intake in one line: its dates, then every row of it.

    Each value says whether it was past, as of when it holds, and whether it is inferred where the
    intake is not.
    """
    first = heading(w, intake, programme)
    rest = (
        w._("%(label)s: %(value)s", label=row.label, value=_joined(w, row, first))
        for row in intake_rows(w, intake, programme)
    )
    dates = replace(first.text, text=_in_line(w, first, first))
    return replace(
        first, text=_with_details(w, dates, w.language.join_clauses(rest)), past="", last_day=""
    )


def _joined(w: Writer, row: Row, around: Stated) -> str:
    return ", ".join(_in_line(w, item, around) for item in row.items)


def _in_line(w: Writer, stated: Stated, around: Stated) -> str:
    """A statement inside another, with what is known of it and not said of that one."""
    is_less_sure = stated.inferred and not around.inferred
    parts = (
        w.language.inside(stated.text),
        w.past_remark(stated),
        w._("(inferred)") if is_less_sure else "",
        stated.as_of if stated.as_of != around.as_of else "",
    )
    return " ".join(part for part in parts if part)


def _versions(w: Writer, disagreement: Disagreement, owner: Any) -> Iterable[Stated]:
    """The version of each source, after the point on which they differ; then the note."""
    point = w.words(disagreement.point)
    for version in disagreement.versions:
        yield _with_heading(w, w.statement(version, owner), point)
    if disagreement.note:
        yield Stated(w.words(disagreement.note))


def _without_evidence(w: Writer, text: str) -> Stated:
    return Stated(w.language.own(text))


def _with_heading(w: Writer, stated: Stated, lead: Words) -> Stated:
    """A statement with a heading before it."""
    value = w.language.inside(stated.text)
    text = w._("%(label)s: %(value)s", label=w.language.inside(lead), value=value)
    return replace(stated, text=w.language.around(stated.text, text))


def _with_details(w: Writer, words: Words, rest: str) -> Words:
    text = w._("%(label)s: %(value)s", label=w.language.inside(words), value=rest)
    return w.language.around(words, text)
