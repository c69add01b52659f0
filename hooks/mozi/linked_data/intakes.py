"""Intakes, each with what it inherits: as schema.org's CourseInstance, and in words for ELM."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from mozi.linked_data.certainty import disputed, plain
from mozi.linked_data.nodes import Node, node, one_or_all, text_of
from mozi.linked_data.offers import fee_offers
from mozi.linked_data.places import place
from mozi.presentation.intakes import deadline, heading, offer_in_words
from mozi.presentation.wordings import workload
from mozi.presentation.writer import Writer
from mozi.records.completeness import State, known
from mozi.records.models import Deadline, Intake, Programme
from mozi.records.offerings import OFFERED_FIELDS, intake_offers, programme_offers

_CANCELLED = "https://schema.org/EventCancelled"


def course_instance(w: Writer, record: Programme, intake: Intake) -> Node:
    """An intake, with values of its programme where it has none of its own.

    A cancelled intake keeps its dates and is said to be cancelled; nobody can apply for it or pay.
    """
    cancelled = is_cancelled(record, intake)
    languages = _values(record, intake, "languages")
    modes = [*_values(record, intake, "mode"), *_values(record, intake, "schedule")]
    return node(
        "CourseInstance",
        name=text_of(w, intake.name) if intake.name else None,
        description="" if cancelled else w.language.join_clauses(_application(w, record, intake)),
        startDate=intake.start,
        endDate=intake.end,
        eventStatus={"@id": _CANCELLED} if cancelled else None,
        maximumAttendeeCapacity=None if disputed(record, "places") else intake.places,
        inLanguage=one_or_all(languages),
        courseMode=one_or_all([text_of(w, w.graph.get(mode).name) for mode in modes]),
        courseWorkload=_workload(w, record),
        location=one_or_all([place(w, each) for each in _values(record, intake, "location")]),
        offers=[] if cancelled else fee_offers(w, record, intake_offers(record, intake, "fees")),
    )


def is_cancelled(record: Programme, intake: Intake) -> bool:
    """Whether an intake is stated outright to be cancelled."""
    return intake.state == "cancelled" and plain(record, "intakes", intake) is not None


def programme_values(record: Programme, field: str) -> list[Any]:
    """Values that hold for a whole programme and are stated outright, each once.

    They are its own; where it has none, those of its intakes, if every one of them has some.
    """
    offers = programme_offers(record, field)
    own = [each for each in offers if not each.intake]
    if not own and known(record, field).state is not State.GIVEN:
        return []
    meant = own or [
        each for each in offers if each.intake and not is_cancelled(record, each.intake)
    ]
    if not all(plain(record, field, each.evidence) for each in meant):
        return []
    values: list[Any] = []
    for each in meant:
        if each.value not in values:
            values.append(each.value)
    return values


def _values(record: Programme, intake: Intake, field: str) -> list[Any]:
    """Values that hold for an intake and are stated outright, its own or its programme's."""
    offers = intake_offers(record, intake, field)
    return [each.value for each in offers if plain(record, field, each.evidence)]


def _application(w: Writer, record: Programme, intake: Intake) -> list[str]:
    """From when and until when one may apply, in words."""
    periods = [("deadline", text) for text in _deadlines(w, record, intake)]
    if intake.apply_from and not disputed(record, "apply_from"):
        periods.insert(0, ("apply_from", w.language.date(intake.apply_from)))
    return [_labelled(w, w.field_label(name), text) for name, text in periods]


def _deadlines(w: Writer, record: Programme, intake: Intake) -> list[str]:
    return [
        deadline(w, each.value, each.evidence, record).text.text
        for each in intake_offers(record, intake, "deadline")
        if plain(record, "deadline", each.evidence)
    ]


def application_deadlines(w: Writer, record: Programme, intake: Intake) -> list[str]:
    """Last days to apply for an intake: a date, or words where a date alone would say too much.

    Last days for something else than applying are left out.
    """
    return [
        each.value.date
        if _is_bare_date(each.value)
        else deadline(w, each.value, each.evidence, record).text.text
        for each in intake_offers(record, intake, "deadline")
        if plain(record, "deadline", each.evidence) and not (each.value and each.value.what)
    ]


def _is_bare_date(value: Deadline | None) -> bool:
    return value is not None and not value.time and not value.for_whom


def _workload(w: Writer, record: Programme) -> str:
    """Hours of a programme in words; empty where it gives none outright."""
    hours = plain(record, "workload", record.workload)
    if not hours or not (hours.hours or hours.hours_per_week):
        return ""
    return workload(w, hours.model_copy(update={"credits": None}), record).text.text


def intake_in_words(w: Writer, record: Programme, intake: Intake) -> str:
    """An intake in one line, as far as it is stated outright: dates, application, what it offers."""
    lines = [_labelled(w, w.field_label("intakes"), heading(w, intake, record).text.text)]
    if intake.state and is_cancelled(record, intake):
        return w.language.join_clauses([*lines, _labelled(w, w._("State"), w.term(intake.state))])
    lines += _application(w, record, intake)
    for field in OFFERED_FIELDS:
        offers = [] if field == "deadline" else intake_offers(record, intake, field)
        texts = [
            offer_in_words(w, field, each, record).text.text
            for each in offers
            if plain(record, field, each.evidence)
        ]
        lines += [_labelled(w, w.field_label(field), ", ".join(texts))] if texts else []
    if intake.places and not disputed(record, "places"):
        lines.append(_labelled(w, w.field_label("places"), w.language.number(intake.places)))
    return w.language.join_clauses(lines)


def exact_deadlines(record: Programme, intake: Intake) -> list[datetime]:
    """Last moments to apply for an intake, for all applicants, where they are known to the minute."""
    if is_cancelled(record, intake):
        return []
    return [
        datetime.fromisoformat(f"{each.value.date}T{each.value.time}").replace(
            tzinfo=ZoneInfo(each.value.zone)
        )
        for each in intake_offers(record, intake, "deadline")
        if each.value and each.value.time and not each.value.what and not each.value.for_whom
        if plain(record, "deadline", each.evidence)
    ]


def _labelled(w: Writer, label: str, text: str) -> str:
    return w._("%(label)s: %(value)s", label=label, value=text)
