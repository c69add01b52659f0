"""All programmes side by side; with JavaScript only those that a reader chose."""

from collections.abc import Sequence

from mozi.presentation.components.comparison import Column, Compared, Comparison
from mozi.presentation.components.page import IndexView, View
from mozi.presentation.writer import Writer
from mozi.records.models import Programme
from mozi.views import facets, programme
from mozi.views.sections import filled, references

FIELDS = (
    "status",
    "location",
    "fields",
    "languages",
    "level",
    "length",
    "mode",
    "schedule",
    "fees",
    "scholarships",
    "admission",
    "entrance_examination",
    "language_requirements",
    "age",
    "application",
    "deadline",
    "intakes",
    "qualification",
    "awards",
    "accreditations",
    "workload",
    "outcomes",
    "student_numbers",
    "students_by_year",
    "equipment",
    "placements",
    "certificates",
    "occupations",
    "further_study",
    "prior_learning",
    "support",
    "contact",
    "contacts",
    "official_page",
    "authoritative_language",
    "isced_f",
)
"""Rows of the comparison: first those that a student asks for first."""


def title(w: Writer) -> str:
    """Title of the page."""
    return w._("Compare programmes")


def view(w: Writer, programmes: Sequence[Programme]) -> View:
    """The page that compares `programmes`."""
    lead = w._("Programmes side by side: what is published about each, and what is not.")
    return IndexView(
        "compare.html",
        w.language.own(title(w)),
        lead,
        lead=programme.plain(w, lead),
        sections=filled([_table(w, programmes), references(w)]),
        more=(facets.everything(w, Programme),),
        script=w.asset("filter.js"),
    )


def _table(w: Writer, programmes: Sequence[Programme]) -> Comparison:
    return Comparison(
        "comparison",
        w._("Side by side"),
        tuple(
            Compared(w.field_label(name), tuple(programme.compared(w, p, name) for p in programmes))
            for name in FIELDS
        ),
        tuple(Column(p.id, w.title_of(p), w.link(p)) for p in programmes),
    )
