"""What happened when (schema.org Event), and what the province does beside the projects."""

from mozi.linked_data.certainty import account, naming, plain, settled
from mozi.linked_data.nodes import Node, id_of, node, text_of
from mozi.linked_data.organisations import reference
from mozi.linked_data.places import place
from mozi.presentation.writer import Writer
from mozi.records.models import Initiative, Milestone, Project

_PARTICULARS = {"signed": "signing", "opened": "opening"}
"""What records call the date of a kind of milestone."""

_NO_EVENT = "published"
"""The kind of milestone that is a document and nothing that took place."""


def events(w: Writer, record: Project | Initiative) -> list[Node]:
    """The milestones that a source states, as precisely dated as they are known.

    Neither a state nor an organiser nor a place is made up for them, though some readers of
    schema.org would like to have them.
    """
    return [_event(w, record, m) for m in record.milestones if _is_stated(record, m)]


def _is_stated(record: Project | Initiative, milestone: Milestone) -> bool:
    particular = _PARTICULARS.get(milestone.kind, "milestones")
    return (
        milestone.kind != _NO_EVENT
        and not milestone.as_of
        and settled(record, milestone, particular, "milestones")
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
    )


def initiative(w: Writer, record: Initiative) -> Node:
    """A conference with what happened there, or an undertaking of several years."""
    summary = plain(record, "summary", record.summary)
    where = plain(record, "place", record.place)
    known = {
        "id": id_of(w, record),
        **naming(w, record, record.name),
        "description": text_of(w, summary) if summary else account(w, record),
    }
    if record.type != "conference":
        return node("Project", **known, event=events(w, record))
    return node(
        "Event",
        **known,
        location=place(w, where) if where else None,
        organizer=[
            reference(w, w.graph.get(role.partner))
            for role in record.roles
            if role.role == "organiser" and plain(record, "roles", role)
        ],
        subEvent=events(w, record),
    )
