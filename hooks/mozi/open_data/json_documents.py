"""Documents of the JSON API: whole records, in every language, with their evidence.

Keys are those of the records (`records/models.py`), in their order. Differences from a record's own
file: texts have a translation into every language of the site, statements without sources cite the
sources of their record, and all keys of a mapping are written out, even with empty lists. Two keys
are not the record's own: `known` says what is known of each expected field, and `effective` what
holds for an intake, with what it inherits from its programme. Pages say no more than that.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from mozi.addresses.urls import API, address_of, json_of, list_of, prefix, table_of, vocabulary_of
from mozi.graph.git_history import History
from mozi.graph.record_changes import last_changed
from mozi.graph.record_graph import RecordGraph
from mozi.languages.language import Language
from mozi.records.completeness import State, expected_fields, known
from mozi.records.file_format import key_order
from mozi.records.models import (
    RECORD_TYPES,
    VOCABULARIES,
    Country,
    Curriculum,
    Initiative,
    Intake,
    Partner,
    Programme,
    Project,
    Record,
    Source,
    SourcedRecord,
    Topic,
)
from mozi.records.offerings import OFFERED_FIELDS, Offer, intake_offers
from mozi.records.values import Evidence, Model, Statement, Text
from mozi.settings import Settings

Document = dict[str, Any]
"""A mapping that can be written as JSON."""

LICENCE = "MIT"
"""The licence of the repository, `LICENSE`, by its SPDX identifier."""

_IN_LISTS: dict[type[Record], tuple[str, ...]] = {
    Country: ("also_known_as", "official_languages"),
    Partner: ("type", "country"),
    Project: ("country", "fields", "batch", "status"),
    Programme: ("project", "fields", "status"),
    Curriculum: ("fields", "institution", "country"),
    Initiative: ("type",),
    Topic: ("about",),
    Source: ("title", "title_language", "gloss", "publisher", "language", "type", "date", "url"),
}
"""Fields by which a reader chooses records of a kind, beside the name."""

PUBLISHED_VOCABULARIES = tuple(name for name in VOCABULARIES if name != "unlinked-hosts")
"""Vocabularies that records use. The list of hosts that are not linked is only for editors."""

FORMATS = ("csv", "xlsx")
"""File formats of tables, as file name extensions."""


@dataclass(frozen=True)
class Documents:
    """All documents of a site. Addresses are absolute if the site's own address is known."""

    graph: RecordGraph
    languages: Mapping[str, Language]
    settings: Settings
    history: History

    # Records ----------------------------------------------------------------------------------

    def of_record(self, record: Record) -> Document:
        """The document of a record: all its fields, links in both directions, and sources."""
        return {
            "licence": LICENCE,
            **self._identity(record),
            **self._fields(record, _keys(type(record))),
            "links": {
                "to": self._addresses(self.graph.named_by(record)),
                "from": self._addresses(self._naming(record)),
            },
            "sources": {s.id: self._source(s) for s, _ in self.graph.cited_by(record)},
        }

    def of_kind(self, record_type: type[Record], date: str) -> Document:
        """The list of a kind's records, with the fields of `in_lists`; `date` is the data's."""
        names = in_lists(record_type)
        records = self.graph.all_of(record_type)
        return {
            "licence": LICENCE,
            "date": date,
            "kind": record_type.kind,
            "count": len(records),
            "records": [{**self._identity(r), **self._fields(r, names)} for r in records],
        }

    def _identity(self, record: Any) -> Document:
        return {
            "kind": record.kind,
            "id": record.id,
            "json": self._url(json_of(record)),
            "pages": {
                code: self._url(prefix(code) + address_of(record)) for code in self.languages
            },
            "checked": record.checked,
            "modified": last_changed(record, self.history).date().isoformat(),
        }

    def _fields(self, record: Record, names: Iterable[str]) -> Document:
        """The fields of a record, without those of its identity."""
        cite = record.cite if isinstance(record, SourcedRecord) else []
        fields: Document = {}
        if isinstance(record, Country):  # its name is CLDR's, in every language
            fields["name"] = {c: one.territory(record.id) for c, one in self.languages.items()}
        for name in names:
            if name != "checked" and (value := getattr(record, name, None)) is not None:
                fields[name] = self._value(value, cite)
        if expected_fields(record.kind):
            fields["known"] = known_fields(record)
        if isinstance(record, Programme) and "intakes" in fields:
            for document, intake in zip(fields["intakes"], record.intakes, strict=True):
                document["effective"] = self._effective(record, intake, cite)
        if isinstance(record, Source) and not record.linked:  # readers are not sent there
            fields.pop("url", None)
        return fields

    def _naming(self, record: Record) -> list[Record]:
        if isinstance(record, Source):
            return [citing for citing, _ in self.graph.citing(record)]
        return self.graph.naming(record)

    def _addresses(self, records: Iterable[Record]) -> dict[str, dict[str, str]]:
        addresses: dict[str, dict[str, str]] = {}
        for record in records:
            addresses.setdefault(record.kind, {})[record.id] = self._url(json_of(record))
        return addresses

    def _source(self, source: Source) -> Document:
        """Summary of a source, for documents that cite it."""
        summary = {
            "title": source.title,
            "date": source.date,
            "url": source.url if source.linked else None,
            "json": self._url(json_of(source)),
        }
        return {name: value for name, value in summary.items() if value is not None}

    # Values -----------------------------------------------------------------------------------

    def _value(self, value: Any, cite: Iterable[str]) -> Any:
        """A value inside a record as JSON; `cite` are the ids of the record's sources."""
        if isinstance(value, Model):
            return self._mapping(value, cite)
        if isinstance(value, list):
            return [self._value(inner, cite) for inner in value]
        return value

    def _effective(self, programme: Programme, intake: Intake, cite: Iterable[str]) -> Document:
        """Values that hold for an intake: for each field that intakes share, its values with evidence."""
        return {
            name: [self._offer(offer, cite) for offer in intake_offers(programme, intake, name)]
            for name in OFFERED_FIELDS
        }

    def _offer(self, offer: Offer, cite: Iterable[str]) -> Document:
        """A value that holds for an intake; where applying has no last day, `rolling` instead."""
        value = offer.value
        if isinstance(value, Evidence) and not isinstance(value, Text):
            value = value.model_copy(update=dict(offer.evidence))
        document = {"rolling": True} if value is None else {"value": self._offered(value, cite)}
        return {**document, "inherited": offer.is_inherited, **self._evidence(offer.evidence, cite)}

    def _offered(self, value: Any, cite: Iterable[str]) -> Any:
        return self.text(value) if isinstance(value, Text) else self._value(value, cite)

    def _mapping(self, value: Model, cite: Iterable[str]) -> Document:
        if type(value) is Text:
            return self.text(value)
        document: Document = {"text": self.text(value)} if isinstance(value, Statement) else {}
        for name in _own_keys(type(value)):
            if (inner := getattr(value, name)) is not None:
                document[name] = self._value(inner, cite)
        return (
            {**document, **self._evidence(value, cite)} if isinstance(value, Evidence) else document
        )

    def _evidence(self, evidence: Evidence, cite: Iterable[str]) -> Document:
        as_of = {"as_of": evidence.as_of} if evidence.as_of else {}
        note = {"note": self.text(evidence.note)} if evidence.note else {}
        return {"basis": evidence.basis, **as_of, **note, "cite": evidence.cite or cite}

    def text(self, text: Text) -> Document:
        """A text by language: a string if editors wrote it, else a translation with its state."""
        texts: Document = dict(text.languages)
        for code, language in self.languages.items():
            if code not in texts:
                texts[code] = self._translated(text, language)
        return texts

    def _translated(self, text: Text, language: Language) -> Document:
        words = language.words(text)
        if words.foreign:
            return {"fallback": words.lang}
        stale = {"stale": True} if words.stale else {}
        return {"text": words.text, "state": language.state, **stale}

    # Vocabularies and index -------------------------------------------------------------------

    def of_vocabulary(self, name: str) -> Document:
        """The entries of a vocabulary by id."""
        entries = self.graph.vocabularies[name]
        return {
            "licence": LICENCE,
            "vocabulary": name,
            "entries": {id: self._value(entry, ()) for id, entry in entries.items()},
        }

    def index(self, version: str, date: str) -> Document:
        """The index of all documents; `version` is that of the API, `date` that of the data."""
        return {
            "title": self.title(),
            "version": version,
            "date": date,
            "licence": LICENCE,
            "openapi": self._url(f"{API}openapi.json"),
            "changes": self._url(f"{API}changes.json"),
            "languages": {c: self._language(language) for c, language in self.languages.items()},
            "kinds": {t.kind: self._kind(t) for t in RECORD_TYPES},
            "vocabularies": {
                name: self._url(vocabulary_of(name)) for name in PUBLISHED_VOCABULARIES
            },
        }

    def title(self) -> dict[str, str]:
        """The site's name by language."""
        assert self.graph.names, "a site that was checked has names"
        title = self.graph.names.title
        return {code: language.words(title).text for code, language in self.languages.items()}

    def _language(self, language: Language) -> Document:
        return {
            "name": language.name,
            "dir": language.dir,
            "state": language.state,
            "page": self._url(prefix(language.code)),
        }

    def _kind(self, record_type: type[Record]) -> Document:
        kind = record_type.kind
        return {
            "count": len(self.graph.all_of(record_type)),
            "json": self._url(list_of(kind)),
            "tables": {
                code: {format: self._url(table_of(kind, code, format)) for format in FORMATS}
                for code in self.languages
            },
        }

    def _url(self, address: str) -> str:
        return self.settings.site_url + address


def known_fields(record: Record) -> Document:
    """Expected fields of a record by what is known of them.

    `given`, `unpublished` and `open` (the record says neither) are lists of names; `partly` has for
    each name the number of intakes that give it, own or inherited, `of` all.
    """
    states = {name: known(record, name) for name in expected_fields(record.kind)}
    return {
        "given": [name for name, each in states.items() if each.state is State.GIVEN],
        "partly": {
            name: {"given": each.given, "of": each.of}
            for name, each in states.items()
            if each.state is State.PARTLY
        },
        "unpublished": [name for name, each in states.items() if each.state is State.UNPUBLISHED],
        "open": [name for name, each in states.items() if each.state is State.OPEN],
    }


def in_lists(record_type: type[Record]) -> tuple[str, ...]:
    """Fields of records in the list of their kind, always with disputes and unpublished fields."""
    doubts = ("disagreements", "unpublished") if issubclass(record_type, SourcedRecord) else ()
    return ("name", *_IN_LISTS[record_type], *doubts)


_keys = cache(key_order)


@cache
def _own_keys(model: type[Model]) -> tuple[str, ...]:
    """Keys of a model, without those of texts and evidence."""
    shared = {
        name
        for base in (Statement, Evidence)
        if issubclass(model, base)
        for name in base.model_fields
    }
    return tuple(name for name in key_order(model) if name not in shared)
