"""The data of a site as files to take away, each made once: pages tell their sizes before they are
written.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from mozi.addresses import API, json_of, list_of, table_of, vocabulary_of
from mozi.api import changes, openapi
from mozi.api.documents import FORMATS, LICENCE, PUBLISHED_VOCABULARIES, Document, Documents
from mozi.catalogue import Catalogue
from mozi.history import History
from mozi.languages import Language
from mozi.records import RECORD_TYPES, Record
from mozi.settings import Settings
from mozi.tables import comma_separated, rows, workbook
from mozi.views.writer import Writer


@dataclass(frozen=True)
class Dataset:
    """All files in which the data of a project can be taken away."""

    catalogue: Catalogue
    languages: Mapping[str, Language]
    settings: Settings
    history: History
    _tables: dict[str, bytes] = field(default_factory=dict, init=False, repr=False)

    @cached_property
    def date(self) -> str:
        """The day of the latest change of the data, from Git; else that of the latest check."""
        latest = self.history.last(*(f for f in self.history.changes if f.startswith("data/")))
        if latest:
            return latest.date().isoformat()
        return max((record.checked for record in self.catalogue), default="")  # type: ignore[attr-defined]

    @cached_property
    def _documents(self) -> Documents:
        return Documents(self.catalogue, self.languages, self.settings, self.history)

    @cached_property
    def _lists(self) -> dict[str, bytes]:
        return {
            list_of(kind.kind): written(self._documents.of_kind(kind, self.date))
            for kind in RECORD_TYPES
        }

    def list(self, record_type: type[Record]) -> bytes:
        """The list of all records of a kind."""
        return self._lists[list_of(record_type.kind)]

    def document(self, record: Record) -> bytes:
        """All that a record says."""
        return written(self._documents.of_record(record))

    def table(self, record_type: type[Record], code: str, format: str) -> bytes:
        """All records of a kind in one language, as CSV or Excel workbook."""
        address = table_of(record_type.kind, code, format)
        if address not in self._tables:
            self._make_tables(record_type, code)
        return self._tables[address]

    def _make_tables(self, record_type: type[Record], code: str) -> None:
        writer = Writer(self.catalogue, self.languages[code], self.settings, "")
        table = rows.table(writer, record_type, self.history)
        made = {
            "csv": comma_separated.content(table),
            "xlsx": workbook.content(table, rows.about(writer, record_type, self.date, LICENCE)),
        }
        for format, content in made.items():
            self._tables[table_of(record_type.kind, code, format)] = content

    def documents(self) -> Iterator[tuple[str, bytes]]:
        """Every JSON file with its address."""
        documents = self._documents
        yield f"{API}index.json", written(documents.index(changes.version(), self.date))
        yield f"{API}changes.json", written(_log())
        description = openapi.document(self.settings.site_url, tuple(self.languages))
        yield f"{API}openapi.json", written(description)
        yield from self._lists.items()
        for record in self.catalogue:
            yield json_of(record), self.document(record)
        for name in PUBLISHED_VOCABULARIES:
            yield vocabulary_of(name), written(documents.of_vocabulary(name))

    def tables(self) -> Iterator[tuple[str, bytes]]:
        """Every table with its address."""
        for record_type in RECORD_TYPES:
            for code in self.languages:
                for format in FORMATS:
                    content = self.table(record_type, code, format)
                    yield table_of(record_type.kind, code, format), content


def written(document: Document) -> bytes:
    """A document as compact JSON in UTF-8 (RFC 8259)."""
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    return f"{text}\n".encode()


def _log() -> Document:
    entries = [change.model_dump() for change in changes.read()]
    return {"licence": LICENCE, "changes": entries}
