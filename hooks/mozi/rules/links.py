"""Links between records: circles, records that nothing names, and links that do not fit."""

from collections.abc import Iterator
from typing import Any

from mozi.problems.problem import Finding
from mozi.store.record_store import Store


def circles(store: Store) -> Iterator[Finding]:
    """MZ311: a partner is not part of itself or of one of its own parts."""
    parents = {p.id: str(p.part_of.value) for p in store.each("partners") if p.part_of}
    for partner in store.each("partners"):
        visited, parent = [partner.id], parents.get(partner.id)
        while parent and parent not in visited:
            visited.append(parent)
            parent = parents.get(parent)
        if parent == partner.id:
            chain = " → ".join([*visited, partner.id])
            yield Finding.at_key(partner.file, ("part_of",), "MZ311", chain=chain)


def uncited(store: Store) -> Iterator[Finding]:
    """MZ310: every source is cited by a record."""
    for record in _unnamed_records(store, "sources"):
        yield Finding.at_key(record.file, (), "MZ310", id=record.id)


def unnamed(store: Store) -> Iterator[Finding]:
    """MZ312: every partner and country is named by a record."""
    for record in _unnamed_records(store, "partners", "countries"):
        yield Finding.at_key(record.file, (), "MZ312", id=record.id)


def _unnamed_records(store: Store, *kinds: str) -> Iterator[Any]:
    if store.unread:  # records that could not be read may name them
        return
    named = store.named_keys()
    for record in store.each(*kinds):
        if (record.kind, record.id) not in named:
            yield record


def unlike_curricula(store: Store) -> Iterator[Finding]:
    """MZ313: a reference curriculum shares a field of study with the record that names it."""
    for record in store.each("projects", "programmes"):
        for index, id in enumerate(record.reference_curricula):
            curriculum = store.find(id)
            if curriculum and _differ(store, record, curriculum):
                path = ("reference_curricula", index)
                yield Finding.at_key(record.file, path, "MZ313", curriculum=str(id))


def unlike_programmes(store: Store) -> Iterator[Finding]:
    """MZ314: a programme shares a field of study with its project."""
    for programme in store.each("programmes"):
        project = store.find(programme.project)
        if project and _differ(store, programme, project):
            values = {"project": str(programme.project)}
            yield Finding.at_key(programme.file, ("fields",), "MZ314", **values)


def foreign_hosts(store: Store) -> Iterator[Finding]:
    """MZ315: the host institution is in the project's country."""
    for project in store.each("projects"):
        for index, role in enumerate(project.roles):
            partner = store.find(role.partner)
            if role.role != "host" or not partner or not partner.country:
                continue
            if partner.country.value != project.country.value:
                values = {"partner": str(role.partner), "country": str(project.country.value)}
                yield Finding.at_key(project.file, ("roles", index, "partner"), "MZ315", **values)


def _differ(store: Store, one: Any, other: Any) -> bool:
    """Whether two records both have fields of study, but no narrow field in common."""
    ours, theirs = _narrow_fields(store, one), _narrow_fields(store, other)
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _narrow_fields(store: Store, record: Any) -> set[str]:
    """Narrow fields of a record, three digits of ISCED-F: horticulture counts as agriculture."""
    terms = store.vocabularies["fields"]
    ids = record.fields.value if record.fields else []
    return {terms[id].isced_f[:3] for id in ids if id in terms}
