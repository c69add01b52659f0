"""The data of a site as files for download; pages show their sizes."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from mozi.addresses.urls import API, DEFAULT_LANGUAGE, table_of, vocabulary_of
from mozi.graph.git_history import History
from mozi.graph.record_graph import RecordGraph
from mozi.languages.language import Language
from mozi.open_data import api_changelog, excel, openapi, table_rows
from mozi.open_data.csv_files import csv_content
from mozi.open_data.json_documents import LICENCE, PUBLISHED_VOCABULARIES, Document, Documents
from mozi.open_data.table_rows import Row
from mozi.presentation.writer import Writer
from mozi.records.models import Record
from mozi.settings import Settings


@dataclass(frozen=True)
class Dataset:
    """All files for download with the data of a site."""

    graph: RecordGraph
    languages: Mapping[str, Language]
    settings: Settings
    history: History

    @cached_property
    def date(self) -> str:
        """The day of the latest change of the data, from Git; else that of the latest check."""
        latest = self.history.last(*(f for f in self.history.changes if f.startswith("data/")))
        if latest:
            return latest.date().isoformat()
        return max((record.checked for record in self.graph), default="")  # type: ignore[attr-defined]

    @cached_property
    def _documents(self) -> Documents:
        return Documents(self.graph, self.languages, self.settings, self.history)

    def index(self) -> bytes:
        """Content of the index file, from which programs find all other files."""
        return json_bytes(self._documents.index(api_changelog.api_version(), self.date))

    def description(self) -> Iterator[tuple[str, bytes]]:
        """Files that explain the data, each with its address: change log, OpenAPI, vocabularies."""
        yield f"{API}changes.json", json_bytes(_changelog_document())
        title = self._documents.title()[DEFAULT_LANGUAGE]
        document = openapi.openapi_document(self.settings.site_url, tuple(self.languages), title)
        yield f"{API}openapi.json", json_bytes(document)
        for name in PUBLISHED_VOCABULARIES:
            yield vocabulary_of(name), json_bytes(self._documents.of_vocabulary(name))

    def document(self, record: Record) -> bytes:
        """Content of a record's JSON file."""
        return json_bytes(self._documents.of_record(record))

    def list(self, record_type: type[Record]) -> bytes:
        """Content of the JSON list of all records of a kind."""
        return json_bytes(self._documents.of_kind(record_type, self.date))

    def row(self, record: Record, code: str) -> Row:
        """The row of a record in the table of its kind, in one language."""
        return table_rows.table_row(self._writer(code), record, self.history)

    def tables(self, record_type: type[Record], code: str) -> Iterator[tuple[str, bytes]]:
        """Tables of a kind in one language, as CSV and Excel files: address and content of each."""
        writer = self._writer(code)
        rows = (
            table_rows.table_row(writer, record, self.history)
            for record in self.graph.all_of(record_type)
        )
        table = table_rows.table(writer, record_type, rows)
        about = table_rows.about(writer, record_type, self.date, LICENCE)
        yield table_of(record_type.kind, code, "csv"), csv_content(table)
        yield table_of(record_type.kind, code, "xlsx"), excel.workbook_content(table, about)

    def _writer(self, code: str) -> Writer:
        return Writer(self.graph, self.languages[code], self.settings, "")


def json_bytes(document: Document) -> bytes:
    """A document as compact JSON in UTF-8 (RFC 8259)."""
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    return f"{text}\n".encode()


def _changelog_document() -> Document:
    entries = [change.model_dump() for change in api_changelog.read_changelog()]
    return {"licence": LICENCE, "changes": entries}
