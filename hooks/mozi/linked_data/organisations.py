"""Partners (schema.org Organization and its kinds)."""

from typing import Any

from mozi.linked_data.certainty import account, all_plain, called, naming, plain
from mozi.linked_data.contacts import contact_points
from mozi.linked_data.nodes import Node, id_of, node, tagged
from mozi.linked_data.places import postal_address
from mozi.presentation.writer import Writer
from mozi.records.models import Partner, Project

_TYPES = {
    "college": "CollegeOrUniversity",
    "university": "CollegeOrUniversity",
    "institute": "EducationalOrganization",
    "agency": "GovernmentOrganization",
}
"""Kind of partner → type in schema.org; other kinds are only known to be organisations."""


def partner(w: Writer, record: Partner) -> Node:
    """A partner, with the values that its record states outright."""
    parent = plain(record, "part_of", record.part_of)
    founded = plain(record, "founded", record.founded)
    closed = plain(record, "closed", record.closed)
    website = plain(record, "website", record.website)
    return node(
        _type_of(record),
        id=id_of(w, record),
        **named_with_others(w, record),
        description=w.language.join_sentences(
            part for part in (account(w, record), _successor(w, record)) if part
        ),
        address=postal_address(w, record),
        contactPoint=[*contact_points(w, record), _admission_page(w, record)],
        foundingDate=founded.value if founded else None,
        dissolutionDate=closed.value if closed else None,
        parentOrganization=reference(w, w.graph.get(parent.value)) if parent else None,
        url=website.value if website else None,
    )


def _admission_page(w: Writer, record: Partner) -> Node | None:
    page = plain(record, "admission_page", record.admission_page)
    if not page:
        return None
    return node("ContactPoint", name=w.field_label("admission_page"), url=page.value)


def _successor(w: Writer, record: Partner) -> str:
    """The institution that took a partner's place, in words: schema.org has no property for it."""
    successor = plain(record, "successor", record.successor)
    if not successor:
        return ""
    name = w.title_of(w.graph.get(successor.value)).text
    return w._("%(label)s: %(value)s", label=w.field_label("successor"), value=name)


def reference(w: Writer, record: Partner) -> Node:
    """A partner as another node names it: type, id and name."""
    return node(_type_of(record), id=id_of(w, record), **called(w, record, record.name))


def _type_of(record: Partner) -> str:
    return _TYPES.get(record.type, "Organization")


def named_with_others(w: Writer, record: Partner | Project) -> Node:
    """A record's name with its abbreviation, official forms in other languages, further names."""
    properties = naming(w, record, record.name)
    others: list[Any] = [properties["alternateName"]] if "alternateName" in properties else []
    others += [record.abbreviation] if isinstance(record, Partner) and record.abbreviation else []
    others += [
        tagged(text, code)
        for code, text in record.name.languages.items()
        if code not in ("en", "zh", w.language.code)
    ]
    others += [
        tagged(other.text, other.language)
        for other in all_plain(record, "other_names", record.other_names)
    ]
    return {**properties, "alternateName": others}
