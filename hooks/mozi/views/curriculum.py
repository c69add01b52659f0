"""A reference curriculum's page: whose course list is this, from when, and what is in it?"""

from mozi.presentation.components.page import View
from mozi.presentation.components.section import Rows
from mozi.presentation.components.statement import Row, Stated
from mozi.presentation.wordings import catalogue_entry, occupation, workload
from mozi.presentation.writer import Writer
from mozi.records.models import Curriculum
from mozi.views.cards import cards
from mozi.views.chart import course_chart
from mozi.views.page import record_view
from mozi.views.sections import courses, facts


def view(w: Writer, curriculum: Curriculum) -> View:
    """The page of `curriculum`, which always says whose it is."""
    institution = _institution(w, curriculum)
    year = _year(w, curriculum)
    origin = w._(
        "Course list of %(institution)s (%(year)s). It is a reference, not the curriculum of a "
        "Mozi Workshop.",
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
            w.row("level", w.terms(curriculum.level, curriculum) if curriculum.level else None),
            w.row("length", _length(w, curriculum)),
            w.row(
                "workload",
                workload(w, curriculum.workload, curriculum) if curriculum.workload else None,
            ),
        ],
        sections=[
            courses(w, curriculum, origin),
            course_chart(w, curriculum.courses),
            Rows("details", w._("Details"), _details(w, curriculum)),
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


def _length(w: Writer, curriculum: Curriculum) -> Stated | None:
    if not curriculum.length:
        return None
    return w.stated(w.language.duration(curriculum.length.value), curriculum.length, curriculum)


def _details(w: Writer, curriculum: Curriculum) -> tuple[Row, ...]:
    c = curriculum
    rows = [
        w.row("name", w.statement(c.name, c)),
        w.row("country", w.linked(c.country, c) if c.country else None),
        w.row("catalogue", catalogue_entry(w, c.catalogue, c) if c.catalogue else None),
        w.row("isced_f", w.stated(c.isced_f.value, c.isced_f, c) if c.isced_f else None),
        w.row("admission", w.statement(c.admission, c) if c.admission else None),
        w.row("outcomes", *(w.statement(outcome, c) for outcome in c.outcomes)),
        w.row("occupations", *(occupation(w, each, c) for each in c.occupations)),
        w.row("certificates", *(w.statement(certificate, c) for certificate in c.certificates)),
        w.row("equipment", w.statement(c.equipment, c) if c.equipment else None),
    ]
    return tuple(row for row in rows if row)
