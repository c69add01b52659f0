"""A project's page: who runs this, where, since when, how far is it?"""

from mozi.presentation.answers import answer_row, answer_rows
from mozi.presentation.components.page import View
from mozi.presentation.components.section import Rows
from mozi.presentation.components.statement import Row, Stated
from mozi.presentation.writer import Writer
from mozi.records.models import Initiative, Partner, Project
from mozi.views import next_steps
from mozi.views.cards import cards
from mozi.views.page import record_view
from mozi.views.sections import facts
from mozi.views.timeline import milestones

ROLES_AT_A_GLANCE = ("lead", "host", "enterprise")


def view(w: Writer, project: Project) -> View:
    """The page of `project`."""
    country = w.language.territory(project.country.value)
    return record_view(
        w,
        "project.html",
        project,
        kicker=w._("%(brand)s · project", brand=w.brand),
        description=w._(
            "%(brand)s: project in %(country)s. Status: %(status)s. Partners, milestones, "
            "sources, and what is not published.",
            brand=w.brand,
            country=country,
            status=w.term(project.status.value),
        )
        + f" {w.title_of(project)}",
        lead=_only_the_country(w, project),
        badges=[w.status_badge(project)],
        glance=glance(w, project),
        sections=[
            Rows("details", w._("Details"), _details(w, project)),
            cards(w, "programmes", w._("Programmes"), w.graph.programmes_of(project)),
            next_steps.of_project(w, project),
            milestones(w, project),
            facts(w, project, "known", w._("What is known")),
            cards(
                w,
                "curricula",
                w._("Reference curricula"),
                [w.graph.get(id) for id in project.reference_curricula],
                intro=w._(
                    "Published by other institutions in the same field; not this workshop's own."
                ),
            ),
            cards(w, "partners", w._("Partners"), w.graph.touching(project, Partner)),
            cards(
                w,
                "initiatives",
                w._("Related initiatives"),
                w.graph.touching(project, Initiative),
            ),
        ],
    )


def glance(w: Writer, project: Project) -> list[Row]:
    """Rows that answer the first questions about a project, as far as the answers are known."""
    rows = [
        w.row("status", w.status(project)),
        w.row("signing", *_dates(w, project, "signed")),
        w.row("opening", *_dates(w, project, "opened")),
        w.row("country", w.linked(project.country, project)),
        answer_row(w, project, "city"),
        answer_row(w, project, "fields"),
        *institutions(w, project),
    ]
    return [row for row in rows if row]


def institutions(w: Writer, project: Project) -> list[Row]:
    """The institutions without which there is no workshop, as far as they are known."""
    rows = [w.row(role, *_partners(w, project, role)) for role in ROLES_AT_A_GLANCE]
    return [row for row in rows if row]


def _only_the_country(w: Writer, project: Project) -> Stated | None:
    if project.city or project.fields or project.roles:
        return None
    country = w.language.territory(project.country.value)
    text = w._("Only the country of this project is known: %(country)s.", country=country)
    return w.stated(text, project.country, project)


def _partners(w: Writer, project: Project, role: str) -> list[Stated]:
    return [
        w.stated(w.title_of(partner), entry, project, w.link(partner))
        for entry in project.roles
        if entry.role == role
        for partner in [w.graph.get(entry.partner)]
    ]


def _dates(w: Writer, project: Project, kind: str) -> list[Stated]:
    return [
        w.stated(w.language.date(m.date, m.until), m, project)
        for m in project.milestones
        if m.kind == kind
    ]


def _details(w: Writer, project: Project) -> tuple[Row, ...]:
    others = dict.fromkeys(r.role for r in project.roles if r.role not in ROLES_AT_A_GLANCE)
    return (
        *answer_rows(w, project, "name", "other_names", "sites", "batch"),
        *[Row(w.term(role), tuple(_partners(w, project, role))) for role in others],
        *answer_rows(
            w,
            project,
            "courses",
            "student_numbers",
            "students_by_year",
            "equipment",
            "funding",
            "figures",
            "website",
            "contacts",
            "scholarships",
        ),
    )
