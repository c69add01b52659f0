"""Partners (schema.org Organization and its kinds)."""

from typing import Any

from mozi.linked_data.certainty import account, called, naming, plain
from mozi.linked_data.nodes import Node, id_of, node, tagged
from mozi.linked_data.places import postal_address
from mozi.presentation.writer import Writer
from mozi.records.models import Partner

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
    website = plain(record, "website", record.website)
    return node(
        _type_of(record),
        id=id_of(w, record),
        **_names(w, record),
        description=account(w, record),
        address=postal_address(w, record),
        foundingDate=founded.value if founded else None,
        parentOrganization=reference(w, w.graph.get(parent.value)) if parent else None,
        url=website.value if website else None,
    )


def reference(w: Writer, record: Partner) -> Node:
    """A partner as another node names it: type, id and name."""
    return node(_type_of(record), id=id_of(w, record), **called(w, record, record.name))


def _type_of(record: Partner) -> str:
    return _TYPES.get(record.type, "Organization")


def _names(w: Writer, record: Partner) -> Node:
    """A partner's name with its abbreviation, official forms in other languages, further names."""
    properties = naming(w, record, record.name)
    others: list[Any] = [properties["alternateName"]] if "alternateName" in properties else []
    others += [record.abbreviation] if record.abbreviation else []
    others += [
        tagged(text, code)
        for code, text in record.name.languages.items()
        if code not in ("en", "zh", w.language.code)
    ]
    others += [
        tagged(other.text, other.language)
        for other in record.other_names
        if plain(record, "other_names", other)
    ]
    return {**properties, "alternateName": others}
