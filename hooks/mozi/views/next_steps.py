"""Next steps of a reader: admission pages, offices and scholarships of the institutions."""

from collections.abc import Iterable
from dataclasses import replace

from mozi.presentation.answers import answer
from mozi.presentation.components.section import Rows
from mozi.presentation.components.statement import Row, Stated
from mozi.presentation.writer import Writer
from mozi.records.models import Country, Partner, Programme, Project, SourcedRecord

_ROLES = ("host", "lead")
"""Roles of the institutions that a student can ask, the one nearest first."""

_FIELDS = ("admission_page", "contacts", "scholarships")


def of_programme(w: Writer, programme: Programme) -> Rows:
    """Next steps from a programme: those of its project and institutions, its own partners first.

    The programme's own offices and scholarships stand among its other rows.
    """
    project = w.graph.get(programme.project)
    partners = [
        *(w.graph.get(role.partner) for role in programme.roles),
        *_institutions(w, [project]),
    ]
    return _section(w, [project], partners)


def of_project(w: Writer, project: Project) -> Rows:
    """Next steps from a project: those of its institutions. Its own stand among its other rows."""
    return _section(w, [], _institutions(w, [project]))


def of_country(w: Writer, country: Country) -> Rows:
    """Next steps in a country: those of its projects and of their institutions."""
    projects = w.graph.projects_in(country)
    return _section(w, projects, _institutions(w, projects))


def _institutions(w: Writer, projects: Iterable[Project]) -> list[Partner]:
    return [
        w.graph.get(entry.partner)
        for project in projects
        for role in _ROLES
        for entry in project.roles
        if entry.role == role
    ]


def _section(w: Writer, projects: Iterable[Project], partners: Iterable[Partner]) -> Rows:
    owners = {(owner.kind, owner.id): owner for owner in (*projects, *partners)}
    rows = [Row(w.title_of(owner).text, tuple(_items(w, owner))) for owner in owners.values()]
    return Rows(
        "next-steps",
        w._("Admission pages, offices, scholarships"),
        tuple(row for row in rows if row.items),
    )


def _items(w: Writer, owner: SourcedRecord) -> Iterable[Stated]:
    for name in _FIELDS:
        if name not in type(owner).model_fields:
            continue
        for item in answer(w, owner, name).items:
            yield _labelled(w, name, item) if name == "admission_page" else item


def _labelled(w: Writer, name: str, item: Stated) -> Stated:
    """A statement after the name of its field."""
    text = w._("%(label)s: %(value)s", label=w.field_label(name), value=item.text.text)
    return replace(
        item,
        text=replace(item.text, text=text, lang=w.language.code, dir=w.language.dir, foreign=False),
    )
