"""Record graph: all records linked both ways, and the questions one may ask of them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import InitVar, dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from mozi.engine.read_log import ReadLog
from mozi.graph.dependencies import (
    SUBSCRIPTIONS_KEY,
    formats_key,
    kind_key,
    references_key,
    subscription_key,
)
from mozi.graph.subscriptions import (
    Subscription,
    SubscriptionContent,
    subscription_contents,
    subscriptions_of,
)
from mozi.records.models import (
    RECORD_TYPES,
    Country,
    Curriculum,
    Initiative,
    Milestone,
    Partner,
    Programme,
    Project,
    Record,
    SiteNames,
    Source,
    Topic,
)
from mozi.records.summary import RecordSummary
from mozi.records.values import Ref

Kind = str
Key = tuple[Kind, str]
"""Kind and id of a record."""

R = TypeVar("R", bound=Record)


@dataclass
class RecordGraph:
    """All records of a checked store, linked both ways.

    In: records by kind and id whose ids all exist, and the vocabularies; a summary of each record.
    """

    records: Mapping[Kind, Mapping[str, Record]]
    vocabularies: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    summaries: InitVar[Iterable[tuple[Record, RecordSummary]]] = ()
    _refs: dict[Key, list[tuple[str, Ref]]] = field(init=False, repr=False)
    """For every record: the ids in it of other records, each with the field it stands in."""
    names: SiteNames | None = None
    """Names of the brand; a site that was checked has them."""
    read_log: ReadLog = field(default_factory=ReadLog, repr=False)
    """It is told which records are asked for."""

    def all_of(self, record_type: type[R]) -> list[R]:
        """All records of a type, by id."""
        self.read_log.add(kind_key(record_type))
        by_id = self.records.get(record_type.kind, {})
        return [by_id[id] for id in sorted(by_id)]  # type: ignore[misc]

    def get(self, ref: Ref) -> Any:
        """The record or vocabulary entry that an id names. Raises `KeyError`."""
        if ref.kind.startswith("vocabularies/"):
            return self.vocabularies[ref.kind.removeprefix("vocabularies/")][ref]
        return self.find(ref.kind, ref)

    def find(self, kind: Kind, id: str) -> Any:
        """The record of a kind with an id. Raises `KeyError`."""
        record = self.records[kind][id]
        self.read_log.add(f"{kind}/{id}")  # as `record_key` calls it
        return record

    def __iter__(self) -> Iterator[Record]:
        for record_type in RECORD_TYPES:
            yield from self.all_of(record_type)

    def _everything(self) -> list[Record]:
        """All records, for indexes: whoever asks an index for a part depends on that part alone."""
        with self.read_log.recording(set()):
            return [*self]

    def __post_init__(self, summaries: Iterable[tuple[Record, RecordSummary]]) -> None:
        refs_by_key = {(record.kind, record.id): _refs(summary) for record, summary in summaries}
        keys = ((record.kind, record.id) for record in self._everything())
        self._refs = {key: refs_by_key[key] for key in keys}

    @cached_property
    def _links(self) -> tuple[dict[Key, list[Key]], dict[Key, list[Key]]]:
        """For every record: those it names, and those that name it. Sources are left out."""
        out: dict[Key, list[Key]] = defaultdict(list)
        into: dict[Key, list[Key]] = defaultdict(list)
        for key, refs in self._refs.items():
            for _, ref in refs:
                target = (ref.kind, str(ref))
                if ref.kind != Source.kind and target not in out[key] and target != key:
                    out[key].append(target)
                    into[target].append(key)
        return out, into

    def touching(self, record: Record, record_type: type[R]) -> list[R]:
        """Records of a type that `record` names or that name it, each once, by id."""
        out, into = self._links
        key = (record.kind, record.id)
        self.read_log.add(references_key(record))
        ids = {id for kind, id in (*out[key], *into[key]) if kind == record_type.kind}
        return [self.find(record_type.kind, id) for id in sorted(ids)]

    def named_by(self, record: Record) -> list[Record]:
        """The records that `record` names, in its own order; sources are left out."""
        return [self.find(*key) for key in self._links[0][record.kind, record.id]]

    def naming(self, record: Record) -> list[Record]:
        """The records that name `record`, in the order of the site's sections."""
        self.read_log.add(references_key(record))
        return [self.find(*key) for key in self._links[1][record.kind, record.id]]

    def linked(self, record: Record) -> list[Record]:
        """All records that `record` names or that name it, each once; sources are left out."""
        return [self.find(*key) for key in self.linked_keys(record)]

    def linked_keys(self, record: Record) -> Iterable[Key]:
        """Kind and id of all records that `record` names or that name it."""
        self.read_log.add(references_key(record))
        out, into = self._links
        key = (record.kind, record.id)
        return dict.fromkeys((*out[key], *into[key]))

    @cached_property
    def _citations(self) -> tuple[dict[Key, dict[str, list[str]]], dict[str, dict[Key, list[str]]]]:
        """For every record: the sources that it cites, and for those what cites them; with fields."""
        cites: dict[Key, dict[str, list[str]]] = defaultdict(dict)
        cited: dict[str, dict[Key, list[str]]] = defaultdict(dict)
        for key, refs in self._refs.items():
            for name, ref in refs:
                if ref.kind == Source.kind:
                    fields = cites[key].setdefault(str(ref), [])
                    if name not in fields:
                        fields.append(name)
                    cited[ref][key] = fields
        return cites, cited

    def citing(self, source: Source) -> list[tuple[Record, list[str]]]:
        """Records that cite a source, in the order of the site's sections, each with its fields.

        The field `cite` stands for the record as a whole.
        """
        self.read_log.add(references_key(source))
        cited = self._citations[1].get(source.id, {})
        return [(self.find(*key), fields) for key, fields in cited.items()]

    def cited_by(self, record: Record) -> list[tuple[Source, list[str]]]:
        """The sources that a record cites, in its own order, each with the fields that do."""
        cites = self._citations[0].get((record.kind, record.id), {})
        return [(self.find(Source.kind, id), fields) for id, fields in cites.items()]

    def named_in(self) -> Iterator[tuple[Record, tuple[Key, ...]]]:
        """Every record with the keys of those that name or cite it."""
        into, cited = self._links[1], self._citations[1]
        for record in self._everything():
            if isinstance(record, Source):
                yield record, tuple(cited.get(record.id, ()))
            else:
                yield record, tuple(into.get((record.kind, record.id), ()))

    def programmes_of(self, project: Project) -> list[Programme]:
        """Programmes that a project teaches, alone or with others."""
        return [
            programme
            for programme in self.touching(project, Programme)
            if project.id in (programme.project, *programme.further_projects)
        ]

    @cached_property
    def explained(self) -> dict[str, str]:
        """Particulars that a term of the glossary explains, with the term's id."""
        glossary = self.vocabularies.get("glossary", {})
        return {name: id for id, term in glossary.items() for name in term.explains}

    def projects_in(self, country: Country) -> list[Project]:
        """Projects in a country, and those with a place there."""
        return [
            project
            for project in self.touching(country, Project)
            if country.id in (project.country.value, *(site.country for site in project.sites))
        ]

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
        return [topic for topic in self.all_of(Topic) if topic.about == about]

    def dated(self) -> list[tuple[Project | Initiative, Milestone]]:
        """All milestones with their record, latest first."""
        records: list[Project | Initiative] = [*self.all_of(Project), *self.all_of(Initiative)]
        pairs = [(record, milestone) for record in records for milestone in record.milestones]
        return sorted(pairs, key=lambda pair: (pair[1].date, pair[0].id), reverse=True)

    @cached_property
    def contents(self) -> Mapping[Subscription, SubscriptionContent]:
        """Content of every subscription: everything, each country, each field."""
        return subscription_contents(self.records)

    @property
    def subscriptions(self) -> list[Subscription]:
        """All that readers can follow."""
        self.read_log.add(SUBSCRIPTIONS_KEY)
        return list(self.contents)

    def content_of(self, subscription: Subscription) -> SubscriptionContent:
        """Records and events of a subscription."""
        self.read_log.add(subscription_key(subscription))
        return self.contents[subscription]

    def subscriptions_of(self, record: Record) -> list[Subscription]:
        """The country and the fields of a record, if it has any."""
        if isinstance(record, Programme):
            self.find(Project.kind, record.project)
        return list(subscriptions_of(record, self.records))

    def formats(self, subscription: Subscription) -> tuple[bool, tuple[str, ...]]:
        """Whether a subscription has a calendar, and which feeds it has."""
        self.read_log.add(formats_key(subscription))
        followed = self.contents[subscription]
        return bool(followed.on_days), followed.feeds


def _refs(summary: RecordSummary) -> list[tuple[str, Ref]]:
    """The ids of other records in one, each with the field it stands in."""
    return [
        (str(path[0]), ref)
        for path, ref in summary.refs
        if not ref.kind.startswith("vocabularies/")
    ]
