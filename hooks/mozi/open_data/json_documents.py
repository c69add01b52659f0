"""What the files of the JSON API hold: a record with all it says, in every language, with evidence.

Keys are those of the records (`records.py`), in their order. What differs from a record's own file:
texts have a translation into every language of the site, what cites nothing itself cites its
record's sources, and what a mapping holds is written out, empty lists too.
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
from mozi.records.file_format import key_order
from mozi.records.models import (
    RECORD_TYPES,
    VOCABULARIES,
    Country,
    Curriculum,
    Initiative,
    Partner,
    Programme,
    Project,
    Record,
    Source,
    SourcedRecord,
    Topic,
)
from mozi.records.values import Evidence, Model, Statement, Text
from mozi.settings import Settings

Document = dict[str, Any]
"""A mapping that can be written as JSON."""

LICENCE = "MIT"
"""The licence of the repository, `LICENSE`, by its SPDX identifier."""

_IN_LISTS: dict[type[Record], tuple[str, ...]] = {
    Country: ("official_languages",),
    Partner: ("type", "country"),
    Project: ("country", "fields", "batch", "status"),
    Programme: ("project", "fields", "status"),
    Curriculum: ("fields", "institution", "country"),
    Initiative: ("type",),
    Topic: ("about",),
    Source: ("title", "title_language", "gloss", "publisher", "language", "type", "date", "url"),
}
"""What one would choose a record of a kind by, beside its name."""

PUBLISHED_VOCABULARIES = tuple(name for name in VOCABULARIES if name != "unlinked-hosts")
"""The vocabularies that records use; which hosts readers are not sent to is for editors."""

FORMATS = ("csv", "xlsx")
"""What tables are written as."""


@dataclass(frozen=True)
class Documents:
    """The documents of one project. Addresses are absolute where the site's own is known."""

    graph: RecordGraph
    languages: Mapping[str, Language]
    settings: Settings
    history: History

    # Records ----------------------------------------------------------------------------------

    def of_record(self, record: Record) -> Document:
        """All that a record says, and what it is linked with."""
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
        """What one would choose a record of a kind by, for all of them; `date` is the data's."""
        names = in_lists(record_type)
        records = self.graph.of(record_type)
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
        """The fields of a record, all but those of its identity."""
        cite = record.cite if isinstance(record, SourcedRecord) else []
        found: Document = {}
        if isinstance(record, Country):  # its name is CLDR's, in every language
            found["name"] = {c: one.territory(record.id) for c, one in self.languages.items()}
        for name in names:
            if name != "checked" and (value := getattr(record, name, None)) is not None:
                found[name] = self._value(value, cite)
        if isinstance(record, Source) and not record.linked:  # readers are not sent there
            found.pop("url", None)
        return found

    def _naming(self, record: Record) -> list[Record]:
        if isinstance(record, Source):
            return [citing for citing, _ in self.graph.citing(record)]
        return self.graph.naming(record)

    def _addresses(self, records: Iterable[Record]) -> dict[str, dict[str, str]]:
        found: dict[str, dict[str, str]] = {}
        for record in records:
            found.setdefault(record.kind, {})[record.id] = self._url(json_of(record))
        return found

    def _source(self, source: Source) -> Document:
        """What is told of a source wherever it is cited."""
        told = {
            "title": source.title,
            "date": source.date,
            "url": source.url if source.linked else None,
            "json": self._url(json_of(source)),
        }
        return {name: value for name, value in told.items() if value is not None}

    # Values -----------------------------------------------------------------------------------

    def _value(self, value: Any, cite: Iterable[str]) -> Any:
        """A value inside a record whose sources are `cite`."""
        if isinstance(value, Model):
            return self._mapping(value, cite)
        if isinstance(value, list):
            return [self._value(inner, cite) for inner in value]
        return value

    def _mapping(self, value: Model, cite: Iterable[str]) -> Document:
        if type(value) is Text:
            return self.text(value)
        found: Document = {"text": self.text(value)} if isinstance(value, Statement) else {}
        for name in _own_keys(type(value)):
            if (inner := getattr(value, name)) is not None:
                found[name] = self._value(inner, cite)
        if isinstance(value, Evidence):
            found["basis"] = value.basis
            if value.as_of:
                found["as_of"] = value.as_of
            if value.note:
                found["note"] = self.text(value.note)
            found["cite"] = value.cite or cite
        return found

    def text(self, text: Text) -> Document:
        """A text by language: plain where editors wrote it, else a translation with its state."""
        found: Document = dict(text.languages)
        for code, language in self.languages.items():
            if code not in found:
                found[code] = self._translated(text, language)
        return found

    def _translated(self, text: Text, language: Language) -> Document:
        words = language.words(text)
        if words.foreign:
            return {"fallback": words.lang}
        stale = {"stale": True} if words.stale else {}
        return {"text": words.text, "state": language.state, **stale}

    # All of them ------------------------------------------------------------------------------

    def of_vocabulary(self, name: str) -> Document:
        """The entries of a vocabulary by id."""
        entries = self.graph.vocabularies[name]
        return {
            "licence": LICENCE,
            "vocabulary": name,
            "entries": {id: self._value(entry, ()) for id, entry in entries.items()},
        }

    def index(self, version: str, date: str) -> Document:
        """The way to everything else; `version` is the API's, `date` the data's."""
        return {
            "title": self._interface("International Mozi Workshop Programme"),
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

    def _interface(self, english: str) -> dict[str, str]:
        return {code: language.gettext(english) for code, language in self.languages.items()}

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
            "count": len(self.graph.of(record_type)),
            "json": self._url(list_of(kind)),
            "tables": {
                code: {format: self._url(table_of(kind, code, format)) for format in FORMATS}
                for code in self.languages
            },
        }

    def _url(self, address: str) -> str:
        return self.settings.site_url + address


def in_lists(record_type: type[Record]) -> tuple[str, ...]:
    """What the list of a kind says of each record, never without what is disputed or missing."""
    doubts = ("disagreements", "unpublished") if issubclass(record_type, SourcedRecord) else ()
    return ("name", *_IN_LISTS[record_type], *doubts)


_keys = cache(key_order)


@cache
def _own_keys(model: type[Model]) -> tuple[str, ...]:
    """The keys of a model, without those of texts and evidence."""
    shared = {
        name
        for base in (Statement, Evidence)
        if issubclass(model, base)
        for name in base.model_fields
    }
    return tuple(name for name in key_order(model) if name not in shared)
