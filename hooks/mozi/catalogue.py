"""The linked records, and the questions one may ask of them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from mozi import following
from mozi.following import Followed, Scope
from mozi.records import (
    RECORD_TYPES,
    Country,
    Curriculum,
    Initiative,
    Milestone,
    Partner,
    Programme,
    Project,
    Record,
    Source,
    Topic,
)
from mozi.values import Ref, walk

Kind = str
Key = tuple[Kind, str]
"""Kind and id of a record."""

R = TypeVar("R", bound=Record)


@dataclass
class Catalogue:
    """All records of a checked store, linked both ways.

    In: records by kind and id whose ids all exist, and the vocabularies.
    """

    records: Mapping[Kind, Mapping[str, Record]]
    vocabularies: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    def of(self, record_type: type[R]) -> list[R]:
        """All records of a type, by id."""
        found = self.records.get(record_type.kind, {})
        return [found[id] for id in sorted(found)]  # type: ignore[misc]

    def get(self, ref: Ref) -> Any:
        """The record or vocabulary entry that an id names. Raises `KeyError`."""
        if ref.kind.startswith("vocabularies/"):
            return self.vocabularies[ref.kind.removeprefix("vocabularies/")][ref]
        return self.records[ref.kind][ref]

    def __iter__(self) -> Iterator[Record]:
        for record_type in RECORD_TYPES:
            yield from self.of(record_type)

    @cached_property
    def _links(self) -> tuple[dict[Key, list[Key]], dict[Key, list[Key]]]:
        """For every record: those it names, and those that name it. Sources are left out."""
        out: dict[Key, list[Key]] = defaultdict(list)
        into: dict[Key, list[Key]] = defaultdict(list)
        for record in self:
            key = (record.kind, record.id)
            for _, value in walk(record):
                if isinstance(value, Ref) and not value.kind.startswith(("vocab", "sources")):
                    target = (value.kind, str(value))
                    if target not in out[key] and target != key:
                        out[key].append(target)
                        into[target].append(key)
        return out, into

    def touching(self, record: Record, record_type: type[R]) -> list[R]:
        """Records of a type that `record` names or that name it, each once, by id."""
        out, into = self._links
        key = (record.kind, record.id)
        ids = {id for kind, id in (*out[key], *into[key]) if kind == record_type.kind}
        return [self.records[record_type.kind][id] for id in sorted(ids)]  # type: ignore[misc]

    def named_by(self, record: Record) -> list[Record]:
        """The records that `record` names, in its own order; sources are left out."""
        return [self.records[kind][id] for kind, id in self._links[0][record.kind, record.id]]

    def naming(self, record: Record) -> list[Record]:
        """The records that name `record`, in the order of the site's sections."""
        return [self.records[kind][id] for kind, id in self._links[1][record.kind, record.id]]

    def linked(self, record: Record) -> list[Record]:
        """All records that `record` names or that name it, each once; sources are left out."""
        both = (*self.named_by(record), *self.naming(record))
        return list({(each.kind, each.id): each for each in both}.values())

    @cached_property
    def _citations(self) -> dict[str, dict[Key, list[str]]]:
        cited: dict[str, dict[Key, list[str]]] = defaultdict(dict)
        for record in self:
            for path, value in walk(record):
                if isinstance(value, Ref) and value.kind == Source.kind:
                    fields = cited[value].setdefault((record.kind, record.id), [])
                    field = str(path[0])
                    if field not in fields:
                        fields.append(field)
        return cited

    def citing(self, source: Source) -> list[tuple[Record, list[str]]]:
        """Records that cite a source, in the order of the site's sections, each with its fields.

        The field `cite` stands for the record as a whole.
        """
        cited = self._citations.get(source.id, {})
        return [(self.records[kind][id], fields) for (kind, id), fields in cited.items()]

    @cached_property
    def _cited(self) -> dict[Key, dict[str, list[str]]]:
        cited: dict[Key, dict[str, list[str]]] = defaultdict(dict)
        for source, records in self._citations.items():
            for key, fields in records.items():
                cited[key][source] = fields
        return cited

    def cited_by(self, record: Record) -> list[tuple[Source, list[str]]]:
        """The sources that a record cites, each with the fields that do."""
        cited = self._cited[record.kind, record.id]
        return [(self.records[Source.kind][id], fields) for id, fields in cited.items()]  # type: ignore[misc]

    def sources_of(self, record: Record) -> list[Source]:
        """The sources that a record cites, by id."""
        return sorted((source for source, _ in self.cited_by(record)), key=lambda each: each.id)

    def programmes_of(self, project: Project) -> list[Programme]:
        """Programmes that a project teaches."""
        return [p for p in self.touching(project, Programme) if p.project == project.id]

    @cached_property
    def explained(self) -> dict[str, str]:
        """Particulars that a term of the glossary explains, with the term's id."""
        glossary = self.vocabularies.get("glossary", {})
        return {name: id for id, term in glossary.items() for name in term.explains}

    def projects_in(self, country: Country) -> list[Project]:
        """Projects in a country."""
        return [p for p in self.touching(country, Project) if p.country.value == country.id]

    def partners_in(self, country: Country) -> list[Partner]:
        """Partners that sit in a country."""
        return [
            partner
            for partner in self.touching(country, Partner)
            if partner.country and partner.country.value == country.id
        ]

    def using(self, curriculum: Curriculum) -> list[Project | Programme]:
        """Projects and programmes that name a curriculum as reference."""
        return [*self.touching(curriculum, Project), *self.touching(curriculum, Programme)]

    def topics(self, about: str) -> list[Topic]:
        """Topics of the programme itself or of its sister brands."""
        return [topic for topic in self.of(Topic) if topic.about == about]

    def dated(self) -> list[tuple[Project | Initiative, Milestone]]:
        """All milestones with their record, latest first."""
        records: list[Project | Initiative] = [*self.of(Project), *self.of(Initiative)]
        pairs = [(record, milestone) for record in records for milestone in record.milestones]
        return sorted(pairs, key=lambda pair: (pair[1].date, pair[0].id), reverse=True)

    @cached_property
    def followed(self) -> Mapping[Scope, Followed]:
        """What readers can follow by calendar or feed: everything, each country, each field."""
        return following.followed(self.records)
