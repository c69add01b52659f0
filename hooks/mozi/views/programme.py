"""A programme's page: can I study this, where, at what cost, how do I apply?"""

from mozi.presentation.answers import answer_row, answer_rows
from mozi.presentation.components.intakes import Intakes
from mozi.presentation.components.page import View
from mozi.presentation.components.section import Rows
from mozi.presentation.components.statement import Row, Stated
from mozi.presentation.intakes import intake_block, start
from mozi.presentation.writer import Writer
from mozi.records.models import Curriculum, Partner, Programme
from mozi.records.offerings import ranked_intakes
from mozi.views import next_steps
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
        kicker=w._("%(brand)s · programme", brand=w.brand),
        description=w._(
            "%(brand)s, %(country)s: what is published about studying %(fields)s – admission, "
            "fees, language, length, how to apply.",
            brand=w.brand,
            fields=fields,
            country=w.language.territory(project.country.value),
        )
        + f" {w.title_of(programme)}",
        badges=[w.status_badge(programme)],
        glance=glance(w, programme),
        sections=[
            Rows("study", w._("Studying"), answer_rows(w, programme, *_STUDY)),
            _intakes(w, programme),
            courses(w, programme),
            Rows("after", w._("After the programme"), answer_rows(w, programme, *_AFTER)),
            facts(w, programme, "known", w._("What is known")),
            next_steps.of_programme(w, programme),
            Rows("institutions", w._("Institutions"), _institutions(w, programme)),
            cards(w, "project", w._("Project"), [project]),
            cards(
                w,
                "curricula",
                w._("Reference curricula"),
                w.graph.touching(programme, Curriculum),
                intro=w._(
                    "Published by other institutions in the same field; not this workshop's own."
                ),
            ),
        ],
    )


def plain(w: Writer, text: str) -> Stated:
    """Words of the site's own, which need no evidence."""
    return Stated(w.language.own(text))


def glance(w: Writer, programme: Programme) -> list[Row]:
    """The questions a student asks first; each has an answer, if only “not published”."""
    rows = [
        w.row("status", w.status(programme)),
        answer_row(w, programme, "location") or _workshop(w, programme),
        answer_row(w, programme, "languages", always=True),
        answer_row(w, programme, "fees", always=True),
        answer_row(w, programme, "application", always=True),
        answer_row(w, programme, "deadline"),
        w.labelled("intakes", *_starts(w, programme)),
    ]
    return [row for row in rows if row]


def _workshop(w: Writer, programme: Programme) -> Row:
    """The place of the workshop, where no source says where the programme is taught."""
    project = w.graph.get(programme.project)
    city = [w.statement(project.city, project)] if project.city else []
    # Translators: the town and country of a workshop; where its programme is taught is not known.
    return Row(w._("Place of the workshop"), (*city, w.linked(project.country, project)))


def _starts(w: Writer, programme: Programme) -> list[Stated]:
    """The first day of each intake, with its name and state where it has them."""
    if not programme.intakes:
        return [plain(w, w._("no intake announced"))]
    return [start(w, each, programme) for each in ranked_intakes(programme)]


def compared(w: Writer, programme: Programme, name: str) -> tuple[Stated, ...]:
    """Items of the comparison for a field: statements, “not published”, or nothing."""
    if name == "status":
        return (w.status(programme),)
    if name == "intakes" and programme.intakes:
        return tuple(_starts(w, programme))
    row = answer_row(w, programme, name, always=True)
    return row.items if row else ()


_STUDY = (
    "name",
    "fields",
    "isced_f",
    "catalogue",
    "authoritative_language",
    "official_page",
    "level",
    "length",
    "workload",
    "mode",
    "schedule",
    "admission",
    "entrance_examination",
    "language_requirements",
    "age",
    "prior_learning",
    "outcomes",
    "scholarships",
    "student_numbers",
    "students_by_year",
    "equipment",
    "placements",
    "support",
    "contact",
    "contacts",
    "further_projects",
    "roles",
)
"""Fields of the section on studying, in the order of its rows."""

_AFTER = (
    "qualification",
    "awards",
    "accreditations",
    "certificates",
    "occupations",
    "further_study",
)
"""Fields of the section on what follows."""


def _intakes(w: Writer, programme: Programme) -> Intakes:
    return Intakes(
        "intakes",
        w._("Intakes"),
        tuple(intake_block(w, each, programme) for each in ranked_intakes(programme)),
    )


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
