"""Offices that answer questions (schema.org ContactPoint; with an address, PostalAddress)."""

from mozi.linked_data.certainty import all_plain
from mozi.linked_data.nodes import Node, node, text_of
from mozi.presentation.writer import Writer
from mozi.records.models import Contact, Partner, Programme, Project
from mozi.records.values import Text


def contact_points(
    w: Writer, record: Partner | Project | Programme, subject: Text | None = None
) -> list[Node]:
    """The offices of a record that it states outright; `subject` is what they answer for.

    Without `subject` they answer for the organisation in whose node they stand.
    """
    return [
        _contact_point(w, each, subject) for each in all_plain(record, "contacts", record.contacts)
    ]


def _contact_point(w: Writer, contact: Contact, subject: Text | None) -> Node:
    return node(
        "PostalAddress" if contact.address else "ContactPoint",
        name=text_of(w, contact.office),
        productSupported=text_of(w, subject) if subject else None,
        email=contact.email,
        telephone=contact.phone,
        url=contact.page,
        description=contact.messenger,
        streetAddress=text_of(w, contact.address) if contact.address else None,
    )
