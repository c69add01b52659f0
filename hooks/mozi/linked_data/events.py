"""Milestones (schema.org Event), and initiatives of the province beside the projects."""

from mozi.linked_data.certainty import account, naming, plain, settled
from mozi.linked_data.nodes import Node, id_of, node, text_of
from mozi.linked_data.organisations import reference
from mozi.linked_data.places import place
from mozi.presentation.writer import Writer
from mozi.records.models import Initiative, Milestone, Project

_FIELDS = {"signed": "signing", "opened": "opening"}
"""Kind of milestone → the field of the record that stands for its date."""

_NO_EVENT = "published"
"""The kind of milestone that is a document, not an event."""


def events(w: Writer, record: Project | Initiative) -> list[Node]:
    """Events for the milestones that a source states, dated as precisely as they are known.

    No state, organiser or place is invented for them, though some readers of schema.org ask for
    these.
    """
    return [_event(w, record, m) for m in record.milestones if _is_stated(record, m)]


def _is_stated(record: Project | Initiative, milestone: Milestone) -> bool:
    field = _FIELDS.get(milestone.kind, "milestones")
    return (
        milestone.kind != _NO_EVENT
        and not milestone.as_of
        and settled(record, milestone, field, "milestones")
    )


def _event(w: Writer, record: Project | Initiative, milestone: Milestone) -> Node:
    kind = text_of(w, w.graph.get(milestone.kind).name)
    return node(
        "Event",
        name=text_of(w, milestone.what) if milestone.what else kind,
        keywords=kind if milestone.what else None,
        description=text_of(w, milestone.note) if milestone.note else None,
        startDate=milestone.date,
        endDate=milestone.until,
        location=place(w, milestone.place) if milestone.place else None,
        contributor=[reference(w, w.graph.get(partner)) for partner in milestone.partners],
    )


def initiative(w: Writer, record: Initiative) -> Node:
    """An initiative: a conference with its events, or an undertaking of several years."""
    summary = plain(record, "summary", record.summary)
    where = plain(record, "place", record.place)
    properties = {
        "id": id_of(w, record),
        **naming(w, record, record.name),
        "description": text_of(w, summary) if summary else account(w, record),
    }
    if record.type != "conference":
        return node("Project", **properties, event=events(w, record))
    return node(
        "Event",
        **properties,
        location=place(w, where) if where else None,
        organizer=[
            reference(w, w.graph.get(role.partner))
            for role in record.roles
            if role.role == "organiser" and plain(record, "roles", role)
        ],
        subEvent=events(w, record),
    )
