"""Completeness: the fields that readers expect of each kind of record.

A record either gives each required field or names it in `unpublished`; anything else is an error.
Programmes: the fields that a standard makes mandatory or that students ask for most (EU Learning
Opportunities and Qualifications profile, XCRI-CAP 1.2, schema.org).
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any

from mozi.records.models import Record
from mozi.records.offerings import intakes_that_give, programme_offers


class State(Enum):
    """State of a field of a record; every output asks `known(…).state` before it says anything.

    `GIVEN`: the record gives it. `PARTLY`: some of its intakes do, not all. `UNPUBLISHED`: the
    record says that nobody has published it. `OPEN`: the record says neither.
    """

    GIVEN = "given"
    PARTLY = "partly"
    UNPUBLISHED = "unpublished"
    OPEN = "open"


@dataclass(frozen=True, kw_only=True)
class Known:
    """Answer to the question whether a field is known, and for how many of how many intakes."""

    state: State
    given: int
    of: int


@dataclass(frozen=True)
class Coverage:
    """Number of things that give a field, of those that could: one record, or its intakes."""

    given: int
    of: int


Covers = Callable[[Any], Coverage]
"""Function that tells how far a record gives a field."""


def _whole(is_given: Any) -> Coverage:
    return Coverage(int(bool(is_given)), 1)


def _field(*names: str) -> Covers:
    """A field that the record gives by any of the names."""
    return lambda record: _whole(any(getattr(record, name) for name in names))


def _role(*names: str) -> Covers:
    return lambda record: _whole(any(role.role in names for role in record.roles))


def _milestone(*kinds: str) -> Covers:
    return lambda record: _whole(any(m.kind in kinds for m in record.milestones))


def _contact_address(record: Any) -> Coverage:
    return _whole(record.address or any(contact.address for contact in record.contacts))


def _offered(name: str) -> Covers:
    """A field that a programme gives itself, or that its intakes answer."""

    def coverage(record: Any) -> Coverage:
        if not record.intakes:
            return _whole(programme_offers(record, name))
        return Coverage(intakes_that_give(record, name), len(record.intakes))

    return coverage


REQUIRED_FIELDS: dict[str, dict[str, Covers]] = {
    "projects": {
        "city": _field("city", "sites"),
        "fields": _field("fields"),
        "batch": _field("batch"),
        "lead": _role("lead"),
        "host": _role("host"),
        "enterprise": _role("enterprise"),
        "signing": _milestone("signed"),
        "opening": _milestone("opened"),
        "courses": _field("courses"),
        "student_numbers": _field("student_numbers", "students_by_year"),
        "equipment": _field("equipment"),
        "funding": _field("funding"),
    },
    "programmes": {
        "authoritative_language": _field("authoritative_language"),
        "official_page": _field("official_page"),
        "isced_f": _field("isced_f"),
        "languages": _offered("languages"),
        "outcomes": _field("outcomes"),
        "qualification": _field("qualification", "awards"),
        "level": lambda record: _whole(record.level or any(a.level for a in record.awards)),
        "length": _field("length"),
        "workload": _field("workload"),
        "admission": _field("admission", "entrance_examination", "language_requirements", "age"),
        "application": _field("application"),
        "deadline": _offered("deadline"),
        "fees": _offered("fees"),
        "intakes": _field("intakes"),
        "mode": _offered("mode"),
        "location": _offered("location"),
    },
    "curricula": {
        "institution": _field("institution"),
        "year": _field("year"),
        "courses": _field("courses"),
        "length": _field("length"),
    },
    "partners": {
        "country": _field("country"),
        "address": _contact_address,
    },
}
"""Required fields by record kind: a record gives each of them or names it in `unpublished`."""

OPTIONAL_FIELDS: dict[str, dict[str, Covers]] = {
    "projects": {
        "website": _field("website"),
        "contacts": _field("contacts"),
        "scholarships": _field("scholarships"),
    },
    "programmes": {
        "courses": _field("courses"),
        "equipment": _field("equipment"),
        "placements": _field("placements"),
        "occupations": _field("occupations"),
        "certificates": _field("certificates"),
        "further_study": _field("further_study"),
        "contact": _field("contact", "contacts"),
        "prior_learning": _field("prior_learning"),
        "support": _field("support"),
        "catalogue": _field("catalogue"),
        "student_numbers": _field("student_numbers", "students_by_year"),
        "schedule": _offered("schedule"),
        "scholarships": _field("scholarships"),
        "accreditations": _field("accreditations"),
    },
    "curricula": {
        "catalogue": _field("catalogue"),
        "level": _field("level"),
        "workload": _field("workload"),
        "admission": _field("admission"),
        "outcomes": _field("outcomes"),
        "occupations": _field("occupations"),
        "certificates": _field("certificates"),
        "equipment": _field("equipment"),
    },
    "partners": {
        "city": _field("city"),
        "founded": _field("founded"),
        "website": _field("website"),
        "admission_page": _field("admission_page"),
        "contacts": _field("contacts"),
        "scholarships": _field("scholarships"),
    },
}
"""Optional fields by record kind: a record may also name them in `unpublished`."""


def expected_fields(kind: str) -> dict[str, Covers]:
    """Return the required and then the optional fields of a record kind."""
    return {**REQUIRED_FIELDS.get(kind, {}), **OPTIONAL_FIELDS.get(kind, {})}


def known(record: Record, name: str) -> Known:
    """Return what is known of a required or optional field, or of any other field of a record.

    What the record or its intakes give is never `UNPUBLISHED`, whatever `unpublished` names.
    """
    covers = expected_fields(record.kind).get(name) or _own_field(record, name)
    coverage = covers(record)
    if coverage.given:
        state = State.GIVEN if coverage.given == coverage.of else State.PARTLY
    else:
        is_named = name in getattr(record, "unpublished", ())
        state = State.UNPUBLISHED if is_named else State.OPEN
    return Known(state=state, given=coverage.given, of=coverage.of)


def _own_field(record: Record, name: str) -> Covers:
    return _field(name) if name in type(record).model_fields else lambda record: Coverage(0, 1)


def unpublished_fields(record: Record) -> list[str]:
    """Return the fields that a record says nobody has published, and that it does not give."""
    named = getattr(record, "unpublished", [])
    return [name for name in named if known(record, name).state is State.UNPUBLISHED]


def missing_fields(record: Record) -> list[str]:
    """Return the required fields that a record neither gives nor names in `unpublished`."""
    required = REQUIRED_FIELDS.get(record.kind, {})
    return [name for name in required if known(record, name).state is State.OPEN]


def contradicted_fields(record: Record) -> list[str]:
    """Return the fields that a record gives, if only in part, and also names in `unpublished`."""
    named = getattr(record, "unpublished", [])
    return [
        name for name in named if name in expected_fields(record.kind) and known(record, name).given
    ]
