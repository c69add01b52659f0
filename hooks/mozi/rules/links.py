"""Links between records that lead in a circle, nowhere, or to something that does not fit."""

from collections.abc import Iterator
from typing import Any

from mozi.problems.problem import Finding
from mozi.store.record_store import Store


def circles(store: Store) -> Iterator[Finding]:
    """MZ311: a partner is no part of itself, nor of its own parts."""
    whole_of = {p.id: str(p.part_of.value) for p in store.each("partners") if p.part_of}
    for partner in store.each("partners"):
        seen, at = [partner.id], whole_of.get(partner.id)
        while at and at not in seen:
            seen.append(at)
            at = whole_of.get(at)
        if at == partner.id:
            chain = " → ".join([*seen, partner.id])
            yield Finding.at_key(partner.file, ("part_of",), "MZ311", chain=chain)


def uncited(store: Store) -> Iterator[Finding]:
    """MZ310: somebody cites a source."""
    for record in _named_nowhere(store, "sources"):
        yield Finding.at_key(record.file, (), "MZ310", id=record.id)


def unnamed(store: Store) -> Iterator[Finding]:
    """MZ312: somebody names a partner or country."""
    for record in _named_nowhere(store, "partners", "countries"):
        yield Finding.at_key(record.file, (), "MZ312", id=record.id)


def _named_nowhere(store: Store, *kinds: str) -> Iterator[Any]:
    if store.unread:  # they may be named in what could not be read
        return
    named = store.named_keys()
    for record in store.each(*kinds):
        if (record.kind, record.id) not in named:
            yield record


def unlike_curricula(store: Store) -> Iterator[Finding]:
    """MZ313: a reference curriculum is of a field that the record teaches."""
    for record in store.each("projects", "programmes"):
        for index, id in enumerate(record.reference_curricula):
            curriculum = store.find(id)
            if curriculum and _differ(store, record, curriculum):
                path = ("reference_curricula", index)
                yield Finding.at_key(record.file, path, "MZ313", curriculum=str(id))


def unlike_programmes(store: Store) -> Iterator[Finding]:
    """MZ314: a programme is of a field of its project."""
    for programme in store.each("programmes"):
        project = store.find(programme.project)
        if project and _differ(store, programme, project):
            values = {"project": str(programme.project)}
            yield Finding.at_key(programme.file, ("fields",), "MZ314", **values)


def foreign_hosts(store: Store) -> Iterator[Finding]:
    """MZ315: the host institution sits in the project's country."""
    for project in store.each("projects"):
        for index, role in enumerate(project.roles):
            partner = store.find(role.partner)
            if role.role != "host" or not partner or not partner.country:
                continue
            if partner.country.value != project.country.value:
                values = {"partner": str(role.partner), "country": str(project.country.value)}
                yield Finding.at_key(project.file, ("roles", index, "partner"), "MZ315", **values)


def _differ(store: Store, one: Any, other: Any) -> bool:
    """Whether two records both have fields of study, and none of them are near each other."""
    near, also = _narrow_fields(store, one), _narrow_fields(store, other)
    return bool(near and also) and near.isdisjoint(also)


def _narrow_fields(store: Store, record: Any) -> set[str]:
    """A record's narrow fields in ISCED-F, its first three digits: horticulture is agriculture."""
    terms = store.vocabularies["fields"]
    ids = record.fields.value if record.fields else []
    return {terms[id].isced_f[:3] for id in ids if id in terms}
