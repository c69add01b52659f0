"""All programmes side by side; with JavaScript only those that a reader chose."""

from collections.abc import Sequence

from mozi.presentation.components.comparison import Column, Compared, Comparison
from mozi.presentation.components.page import IndexView, View
from mozi.presentation.writer import Writer
from mozi.records.models import Programme
from mozi.views import facets, programme
from mozi.views.sections import filled, references

PARTICULARS = (
    "status",
    "location",
    "fields",
    "languages",
    "level",
    "length",
    "mode",
    "fees",
    "admission",
    "application",
    "intakes",
    "qualification",
    "workload",
    "outcomes",
    "student_numbers",
    "equipment",
    "placements",
    "certificates",
    "occupations",
    "further_study",
    "prior_learning",
    "support",
    "contact",
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
    unknown = (programme.plain(w, w._("not published")),)
    published = [
        {row.label: row.items for row in programme.rows(w, p) if row.items != unknown}
        for p in programmes
    ]
    labels = [w.particular(name) for name in PARTICULARS]
    return Comparison(
        "comparison",
        w._("Side by side"),
        tuple(
            Compared(label, tuple(of_one.get(label, ()) for of_one in published))
            for label in labels
        ),
        tuple(Column(p.id, w.title_of(p), w.link(p)) for p in programmes),
    )
