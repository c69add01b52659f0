"""Workshops (schema.org Project)."""

from mozi.linked_data.certainty import account, called, plain, settled
from mozi.linked_data.contacts import contact_points
from mozi.linked_data.events import events
from mozi.linked_data.nodes import Node, id_of, node, one_or_all, text_of
from mozi.linked_data.organisations import named_with_others, reference
from mozi.linked_data.places import postal_address, sites
from mozi.linked_data.students import students_by_year
from mozi.presentation.writer import Writer
from mozi.records.models import Project, Role

_RUNNING = ("lead", "host", "enterprise")
"""Roles of the partners that run a workshop. Other partners take part in some of its work."""


def project(w: Writer, record: Project) -> Node:
    """A workshop.

    It is a `Project`, “an enterprise planned to achieve a particular aim”, not a school: of many
    workshops it is only known that they were signed.
    """
    website = plain(record, "website", record.website)
    fields = plain(record, "fields", record.fields)
    address = postal_address(w, record)
    return node(
        "Project",
        id=id_of(w, record),
        **named_with_others(w, record),
        description=account(w, record),
        location=one_or_all([*([address] if address else []), *sites(w, record)]),
        keywords=[text_of(w, w.graph.get(field).name) for field in fields.value]
        if fields
        else None,
        url=website.value if website else None,
        member=[_member(w, role) for role in record.roles if _runs(record, role)],
        event=events(w, record),
        contactPoint=contact_points(w, record),
        subjectOf=students_by_year(w, record),
    )


def short(w: Writer, record: Project) -> Node:
    """A project as another node names it: type, id and name."""
    return node("Project", id=id_of(w, record), **called(w, record, record.name))


def _runs(project: Project, role: Role) -> bool:
    return role.role in _RUNNING and not role.as_of and settled(project, role, role.role, "roles")


def _member(w: Writer, role: Role) -> Node:
    """A partner in its role, with the note on the role."""
    return node(
        "OrganizationRole",
        roleName=text_of(w, w.graph.get(role.role).name),
        description=text_of(w, role.note) if role.note else None,
        member=reference(w, w.graph.get(role.partner)),
    )
