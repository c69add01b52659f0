"""Cards of records on index pages and beside other records."""

from collections.abc import Iterable
from typing import Any

from mozi.presentation.components.cards import Card, Cards
from mozi.presentation.writer import Writer
from mozi.records.models import (
    Country,
    Curriculum,
    Initiative,
    Partner,
    Programme,
    Project,
    Record,
    Source,
    Topic,
)
from mozi.views.sections import reference


def cards(w: Writer, id: str, title: str, records: Iterable[Record], *, intro: str = "") -> Cards:
    """A section of links to records, each with its usual lines."""
    return Cards(id, title, tuple(card_of(w, record) for record in records), intro)


def card_of(writer: Writer, record: Record) -> Card:
    """A link to a record with the lines that tell it from its neighbours."""
    card: Card = _LINES[type(record)](writer, record)
    return card


def counted(w: Writer, record_type: type[Record], number: int) -> str:
    """How many records of a type there are, in words."""
    if record_type is Programme:
        return w.language.ngettext("%(num)s programme", "%(num)s programmes", number)
    return w.language.ngettext("%(num)s project", "%(num)s projects", number)


def _project(w: Writer, project: Project) -> Card:
    fields = project.fields.value if project.fields else []
    return w.card(
        project,
        [_place(w, project), w.listed(fields)],
        w.status_badge(project),
    )


def _programme(w: Writer, programme: Programme) -> Card:
    project = w.graph.get(programme.project)
    lines = [_place(w, project), w.listed(programme.fields.value)]
    return w.card(programme, lines, w.status_badge(programme))


def _place(w: Writer, project: Project) -> str:
    country = w.language.territory(project.country.value)
    if not project.city:
        return country
    return w._("%(city)s, %(country)s", city=w.words(project.city), country=country)


def _curriculum(w: Writer, curriculum: Curriculum) -> Card:
    institution = (
        w.words(curriculum.institution).text
        if curriculum.institution
        else w._("institution not established")
    )
    year = w.language.date(curriculum.year.value) if curriculum.year else w._("year not published")
    return w.card(curriculum, [institution, year])


def _country(w: Writer, country: Country) -> Card:
    projects = project_count(w, country)
    partners = len(w.graph.partners_in(country))
    lines = []
    if projects:
        lines.append(projects)
    if partners:
        lines.append(w.language.ngettext("%(num)s partner", "%(num)s partners", partners))
    return w.card(country, lines)


def project_count(w: Writer, country: Country) -> str:
    """How many projects a country has, in words; empty for none."""
    number = len(w.graph.projects_in(country))
    return counted(w, Project, number) if number else ""


def _partner(w: Writer, partner: Partner) -> Card:
    country = w.language.territory(partner.country.value) if partner.country else ""
    return w.card(partner, [w.term(partner.type), country])


def _initiative(w: Writer, initiative: Initiative) -> Card:
    return w.card(initiative, [w.term(initiative.type)])


def _topic(w: Writer, topic: Topic) -> Card:
    return w.card(topic)


def _source(w: Writer, source: Source) -> Card:
    entry = reference(w, source)
    return w.card(source, [entry.publisher.text, entry.date])


_LINES: dict[type[Record], Any] = {
    Project: _project,
    Programme: _programme,
    Curriculum: _curriculum,
    Country: _country,
    Partner: _partner,
    Initiative: _initiative,
    Topic: _topic,
    Source: _source,
}
