"""An initiative's page: what the province does beside the projects."""

from mozi.records import Initiative, Partner, Topic
from mozi.views.parts import Figures, Row, Rows, View
from mozi.views.writer import Writer


def view(w: Writer, initiative: Initiative) -> View:
    """The page of `initiative`."""
    i = initiative
    return w.record_view(
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
                        for partner in [w.catalogue.get(entry.partner)]
                    ),
                )
                for role in dict.fromkeys(entry.role for entry in i.roles)
            ],
        ],
        sections=[
            Figures("figures", w._("Figures"), tuple(w.number(f, i) for f in i.figures)),
            w.timeline(i),
            w.facts(i.facts, i, "known", w._("What is known")),
            w.cards("projects", w._("Projects"), [w.catalogue.get(id) for id in i.projects]),
            w.cards("partners", w._("Partners"), w.catalogue.touching(i, Partner)),
            w.cards("topics", w._("Named in"), w.catalogue.touching(i, Topic)),
            Rows(
                "names",
                w._("Details"),
                tuple(r for r in [w.row("name", w.statement(i.name, i))] if r),
            ),
        ],
    )
