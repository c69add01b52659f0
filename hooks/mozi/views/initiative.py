"""An initiative's page: what the province does beside the projects."""

from mozi.presentation.components.page import View
from mozi.presentation.components.section import Figures, Rows
from mozi.presentation.components.statement import Row
from mozi.presentation.wordings import number
from mozi.presentation.writer import Writer
from mozi.records.models import Initiative, Partner, Topic
from mozi.views.cards import cards
from mozi.views.page import record_view
from mozi.views.sections import facts
from mozi.views.timeline import milestones


def view(w: Writer, initiative: Initiative) -> View:
    """The page of `initiative`."""
    i = initiative
    return record_view(
        w,
        "initiative.html",
        i,
        kicker=w.term(i.type),
        description=w.words(i.summary).text,
        lead=w.statement(i.summary, i),
        glance=[
            w.row("place", w.statement(i.place, i) if i.place else None),
            *[
                Row(
                    w.term(role),
                    tuple(
                        w.stated(w.title_of(partner), entry, i, w.link(partner))
                        for entry in i.roles
                        if entry.role == role
                        for partner in [w.graph.get(entry.partner)]
                    ),
                )
                for role in dict.fromkeys(entry.role for entry in i.roles)
            ],
        ],
        sections=[
            Figures("figures", w._("Figures"), tuple(number(w, f, i) for f in i.figures)),
            milestones(w, i),
            facts(w, i, "known", w._("What is known")),
            cards(w, "projects", w._("Projects"), [w.graph.get(id) for id in i.projects]),
            cards(w, "partners", w._("Partners"), w.graph.touching(i, Partner)),
            cards(w, "topics", w._("Named in"), w.graph.touching(i, Topic)),
            Rows(
                "names",
                w._("Details"),
                tuple(r for r in [w.row("name", w.statement(i.name, i))] if r),
            ),
        ],
    )
