"""A reference curriculum's page: whose course list is this, from when, and what is in it?"""

from mozi.presentation.answers import answer_rows
from mozi.presentation.components.page import View
from mozi.presentation.components.section import Rows
from mozi.presentation.components.statement import Stated
from mozi.presentation.writer import Writer
from mozi.records.models import Curriculum
from mozi.views.cards import cards
from mozi.views.chart import course_chart
from mozi.views.page import record_view
from mozi.views.sections import courses, facts

_DETAILS = (
    "name",
    "country",
    "catalogue",
    "isced_f",
    "admission",
    "outcomes",
    "occupations",
    "certificates",
    "equipment",
)
"""Fields of the section on details, in the order of its rows."""


def view(w: Writer, curriculum: Curriculum) -> View:
    """The page of `curriculum`, which always says whose it is."""
    institution = _institution(w, curriculum)
    year = _year(w, curriculum)
    origin = w._(
        "Course list of %(institution)s (%(year)s). It is a reference, not the curriculum of a "
        "workshop.",
        institution=institution.text.text,
        year=year.text.text,
    )
    return record_view(
        w,
        "curriculum.html",
        curriculum,
        kicker=w._("Reference curriculum"),
        description=f"{w.title_of(curriculum)}. {origin}",
        lead=Stated(w.language.own(origin)),
        glance=[
            w.labelled("institution", institution),
            w.labelled("year", year),
            w.row("fields", w.terms(curriculum.fields, curriculum)),
            *answer_rows(w, curriculum, "level", "length", "workload"),
        ],
        sections=[
            courses(w, curriculum, origin),
            course_chart(w, curriculum.courses),
            Rows("details", w._("Details"), answer_rows(w, curriculum, *_DETAILS)),
            facts(w, curriculum, "known", w._("Notes")),
            cards(
                w,
                "used",
                w._("Named as a reference by"),
                w.graph.using(curriculum),
            ),
        ],
    )


def _institution(w: Writer, curriculum: Curriculum) -> Stated:
    if curriculum.institution:
        return w.statement(curriculum.institution, curriculum)
    return Stated(w.language.own(w._("institution not established")))


def _year(w: Writer, curriculum: Curriculum) -> Stated:
    if curriculum.year:
        return w.stated(w.language.date(curriculum.year.value), curriculum.year, curriculum)
    return Stated(w.language.own(w._("year not published")))
