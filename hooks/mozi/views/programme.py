"""A programme's page: can I study this, where, at what cost, how do I apply?"""

from collections.abc import Iterable

from mozi.presentation.components.page import View
from mozi.presentation.components.section import Rows
from mozi.presentation.components.statement import Row, Stated
from mozi.presentation.wordings import fee, intakes, occupation, workload
from mozi.presentation.writer import Writer
from mozi.records.models import Curriculum, Partner, Programme
from mozi.records.values import Statement
from mozi.views.cards import cards
from mozi.views.page import record_view
from mozi.views.sections import courses, facts


def view(w: Writer, programme: Programme) -> View:
    """The page of `programme`."""
    project = w.graph.get(programme.project)
    fields = w.listed(programme.fields.value)
    return record_view(
        w,
        "programme.html",
        programme,
        kicker=w._("Programme of a Mozi Workshop"),
        description=w._(
            "What is published about studying %(fields)s at a Mozi Workshop in %(country)s: "
            "admission, fees, language, length, how to apply.",
            fields=fields,
            country=w.language.territory(project.country.value),
        )
        + f" {w.title_of(programme)}",
        badges=[w.status_badge(programme)],
        glance=glance(w, programme),
        sections=[
            Rows("study", w._("Studying"), _study(w, programme)),
            intakes(w, programme),
            courses(w, programme),
            Rows("after", w._("After the programme"), _after(w, programme)),
            facts(w, programme, "known", w._("What is known")),
            Rows("institutions", w._("Institutions"), _institutions(w, programme)),
            cards(w, "project", w._("Project"), [project]),
            cards(
                w,
                "curricula",
                w._("Reference curricula"),
                w.graph.touching(programme, Curriculum),
                w._("Published by other institutions in the same field; not this workshop's own."),
            ),
        ],
    )


def rows(w: Writer, programme: Programme) -> list[Row]:
    """Every particular on the page of `programme` that fits into one row."""
    return [*glance(w, programme), *_study(w, programme), *_after(w, programme)]


def plain(w: Writer, text: str) -> Stated:
    """Words of the site's own, which need no evidence."""
    return Stated(w.language.own(text))


def glance(w: Writer, programme: Programme) -> list[Row]:
    """The questions a student asks first; each has an answer, if only “not published”."""
    project = w.graph.get(programme.project)
    city = [w.statement(project.city, project)] if project.city else []
    return [
        w.row("status", w.status(programme)) or _unknown(w, "status"),
        w.labelled("location", *city, w.linked(project.country, project))
        if not programme.location
        else w.labelled("location", w.statement(programme.location, programme)),
        w.row(
            "languages",
            w.spoken(programme.languages, programme) if programme.languages else None,
        )
        or _unknown(w, "languages"),
        w.row("fees", *(fee(w, each, programme) for each in programme.fees)) or _unknown(w, "fees"),
        _one(w, "application", programme.application, programme) or _unknown(w, "application"),
        w.row(
            "intakes",
            *(
                w.stated(w.language.date(intake.start), intake, programme)
                for intake in programme.intakes
            ),
        )
        or w.labelled("intakes", Stated(w.language.own(w._("no intake announced")))),
    ]


def _unknown(w: Writer, particular: str) -> Row:
    return w.labelled(particular, Stated(w.language.own(w._("not published"))))


def _one(
    w: Writer, particular: str, statement: Statement | None, programme: Programme
) -> Row | None:
    return w.row(particular, w.statement(statement, programme) if statement else None)


def _many(
    w: Writer, particular: str, statements: Iterable[Statement], programme: Programme
) -> Row | None:
    return w.row(particular, *(w.statement(s, programme) for s in statements))


def _study(w: Writer, programme: Programme) -> tuple[Row, ...]:
    p = programme
    rows = [
        _one(w, "name", p.name, p),
        w.row("fields", w.terms(p.fields, p)),
        w.row("isced_f", w.stated(p.isced_f.value, p.isced_f, p) if p.isced_f else None),
        w.row(
            "authoritative_language",
            w.spoken(p.authoritative_language, p) if p.authoritative_language else None,
        ),
        w.row("official_page", w.website(p.official_page, p) if p.official_page else None),
        w.row("level", w.terms(p.level, p) if p.level else None),
        w.row(
            "length",
            w.stated(w.language.duration(p.length.value), p.length, p) if p.length else None,
        ),
        w.row("workload", workload(w, p.workload, p) if p.workload else None),
        w.row("mode", w.terms(p.mode, p) if p.mode else None),
        _one(w, "admission", p.admission, p),
        _one(w, "prior_learning", p.prior_learning, p),
        _many(w, "outcomes", p.outcomes, p),
        _one(w, "student_numbers", p.student_numbers, p),
        _one(w, "equipment", p.equipment, p),
        _one(w, "placements", p.placements, p),
        _one(w, "support", p.support, p),
        _one(w, "contact", p.contact, p),
    ]
    return tuple(row for row in rows if row)


def _after(w: Writer, programme: Programme) -> tuple[Row, ...]:
    p = programme
    rows = [
        _one(w, "qualification", p.qualification, p),
        _many(w, "certificates", p.certificates, p),
        w.row("occupations", *(occupation(w, each, p) for each in p.occupations)),
        _one(w, "further_study", p.further_study, p),
    ]
    return tuple(row for row in rows if row)


def _institutions(w: Writer, programme: Programme) -> tuple[Row, ...]:
    """The project's partners with their legal names, and the two institutions' addresses."""
    project = w.graph.get(programme.project)
    rows = []
    for role in dict.fromkeys(entry.role for entry in project.roles):
        items = []
        for entry in project.roles:
            if entry.role == role:
                partner: Partner = w.graph.get(entry.partner)
                items.append(w.stated(w.title_of(partner), entry, project, w.link(partner)))
                if role in ("lead", "host"):
                    items.append(_address(w, partner))
        rows.append(Row(w.term(role), tuple(items)))
    return tuple(rows)


def _address(w: Writer, partner: Partner) -> Stated:
    if partner.address:
        return w.statement(partner.address, partner)
    return Stated(w.language.own(w._("address not published")))
