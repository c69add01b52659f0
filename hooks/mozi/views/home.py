"""The home page: what the programme is, three ways in, figures with sources, what is new."""

from mozi.presentation.components.cards import Card
from mozi.presentation.components.page import View
from mozi.presentation.components.section import Figures
from mozi.presentation.components.statement import Number, Stated
from mozi.presentation.components.timeline import Timeline
from mozi.presentation.wordings import moment, number
from mozi.presentation.writer import Writer
from mozi.records.models import Country, Partner, Programme, Project, Source, Topic
from mozi.views.cards import cards
from mozi.views.sections import filled, references
from mozi.views.timeline import timeline
from mozi.views.world import world_map

LATEST = 6
"""How many milestones the home page shows."""


def view(w: Writer) -> View:
    """The home page."""
    own = w.language.own
    topics = w.graph.topics("programme")
    lead = w.statement(topics[0].summary, topics[0]) if topics else None
    return View(
        "home.html",
        own(w.site_title),
        w.language.words(w.names.summary).text,
        kicker=w._(
            "%(city)s, %(country)s",
            city=w.language.words(w.names.region).text,
            country=w.language.territory(w.names.home_country),
        ),
        lead=lead,
        ways=_ways(w),
        sections=filled(
            [
                _documented(w),
                world_map(w),
                *(_reported(w, topic) for topic in topics),
                _latest(w),
                cards(w, "projects", w._("Projects"), w.graph.all_of(Project)),
                references(w),
            ]
        ),
    )


def _ways(w: Writer) -> tuple[Card, ...]:
    own = w.language.own
    return (
        Card(
            own(w._("Study")),
            w.href("programmes/"),
            (
                w._(
                    "What is taught where, in which language, and how to apply – as far as published."
                ),
            ),
        ),
        Card(
            own(w._("Partner")),
            w.href("projects/"),
            (w._("Who runs each project, since when, and how far it is."),),
        ),
        Card(
            own(w._("Edit")),
            w.href("contribute/"),
            (w._("Correct a fact, add a source or a project."),),
        ),
    )


def _documented(w: Writer) -> Figures:
    """Counts of what this site itself documents."""
    kinds = (
        (Project, "projects/", w._("projects with a record")),
        (Country, "countries/", w._("countries with a project")),
        (Programme, "programmes/", w._("programmes named in a source")),
        (Partner, "partners/", w._("partners")),
        (Source, "sources/", w._("sources")),
    )
    counts = {kind: len(w.graph.all_of(kind)) for kind, _, _ in kinds}
    counts[Country] = sum(bool(w.graph.projects_in(c)) for c in w.graph.all_of(Country))
    return Figures(
        "documented",
        w._("What this site documents"),
        tuple(
            Number(w.language.number(counts[kind]), Stated(w.language.own(label), w.href(address)))
            for kind, address, label in kinds
        ),
    )


def _reported(w: Writer, topic: Topic) -> Figures:
    """Headline figures as others reported them, beside those the site can document."""
    return Figures(
        "reported",
        w._("What has been reported"),
        tuple(number(w, figure, topic) for figure in topic.figures),
        w._("Figures as their sources give them. This site cannot confirm every one of them."),
    )


def _latest(w: Writer) -> Timeline:
    return timeline(
        w,
        "latest",
        w._("Latest milestones"),
        (
            moment(w, milestone, record, w.card(record))
            for record, milestone in w.graph.dated()[:LATEST]
        ),
    )
