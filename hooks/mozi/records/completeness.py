"""Completeness: the fields that readers expect of each kind of record.

A record either gives each required field or names it in `unpublished`; anything else is an error.
Programmes: the fields that a standard makes mandatory or that students ask for most (EU Learning
Opportunities and Qualifications profile, XCRI-CAP 1.2, schema.org).
"""

from collections.abc import Callable
from typing import Any

from mozi.records.models import Record

IsGiven = Callable[[Any], bool]
"""Function that tells whether a record gives a field."""


def _field(name: str) -> IsGiven:
    return lambda record: bool(getattr(record, name))


def _role(*names: str) -> IsGiven:
    return lambda record: any(role.role in names for role in record.roles)


def _milestone(*kinds: str) -> IsGiven:
    return lambda record: any(m.kind in kinds for m in record.milestones)


def _each_intake(name: str) -> IsGiven:
    return lambda record: (
        bool(record.intakes) and all(getattr(intake, name) for intake in record.intakes)
    )


REQUIRED_FIELDS: dict[str, dict[str, IsGiven]] = {
    "projects": {
        "city": _field("city"),
        "fields": _field("fields"),
        "batch": _field("batch"),
        "lead": _role("lead"),
        "host": _role("host"),
        "enterprise": _role("enterprise"),
        "signing": _milestone("signed"),
        "opening": _milestone("opened"),
        "courses": _field("courses"),
        "student_numbers": _field("student_numbers"),
        "equipment": _field("equipment"),
        "funding": _field("funding"),
    },
    "programmes": {
        "authoritative_language": _field("authoritative_language"),
        "official_page": _field("official_page"),
        "isced_f": _field("isced_f"),
        "languages": _field("languages"),
        "outcomes": _field("outcomes"),
        "qualification": _field("qualification"),
        "level": _field("level"),
        "length": _field("length"),
        "workload": _field("workload"),
        "admission": _field("admission"),
        "application": _field("application"),
        "deadline": _each_intake("apply_until"),
        "fees": lambda record: bool(record.fees) or _each_intake("fees")(record),
        "intakes": _field("intakes"),
        "mode": _field("mode"),
        "location": _field("location"),
    },
    "curricula": {
        "institution": _field("institution"),
        "year": _field("year"),
        "courses": _field("courses"),
        "length": _field("length"),
    },
    "partners": {
        "country": _field("country"),
        "address": _field("address"),
    },
}
"""Required fields by record kind: a record gives each of them or names it in `unpublished`."""

OPTIONAL_FIELDS: dict[str, dict[str, IsGiven]] = {
    "projects": {"website": _field("website")},
    "programmes": {
        "courses": _field("courses"),
        "equipment": _field("equipment"),
        "placements": _field("placements"),
        "occupations": _field("occupations"),
        "certificates": _field("certificates"),
        "further_study": _field("further_study"),
        "contact": _field("contact"),
        "prior_learning": _field("prior_learning"),
        "support": _field("support"),
        "catalogue": _field("catalogue"),
        "student_numbers": _field("student_numbers"),
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
    },
}
"""Optional fields by record kind: a record may also name them in `unpublished`."""


def expected_fields(kind: str) -> dict[str, IsGiven]:
    """Return the required and then the optional fields of a record kind."""
    return {**REQUIRED_FIELDS.get(kind, {}), **OPTIONAL_FIELDS.get(kind, {})}


def missing_fields(record: Record) -> list[str]:
    """Return the required fields that a record neither gives nor names in `unpublished`."""
    named = getattr(record, "unpublished", [])
    required = REQUIRED_FIELDS.get(record.kind, {})
    return [
        name for name, is_given in required.items() if name not in named and not is_given(record)
    ]


def contradicted_fields(record: Record) -> list[str]:
    """Return the fields that a record gives and also names in `unpublished`."""
    fields = expected_fields(record.kind)
    named = getattr(record, "unpublished", [])
    return [name for name in named if name in fields and fields[name](record)]
