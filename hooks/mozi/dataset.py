"""The data of a site as files to take away; pages tell how large they are."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from mozi.addresses import API, list_of, table_of, vocabulary_of
from mozi.api import changes, openapi
from mozi.api.documents import LICENCE, PUBLISHED_VOCABULARIES, Document, Documents
from mozi.catalogue import Catalogue
from mozi.history import History
from mozi.languages import Language
from mozi.records import RECORD_TYPES, Record
from mozi.settings import Settings
from mozi.tables import comma_separated, rows, workbook
from mozi.tables.rows import Row
from mozi.views.writer import Writer


@dataclass(frozen=True)
class Dataset:
    """All files in which the data of a project can be taken away; `sizes` are those known, by address."""

    catalogue: Catalogue
    languages: Mapping[str, Language]
    settings: Settings
    history: History
    sizes: dict[str, int] = field(default_factory=dict, init=False, repr=False)

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

    def index(self) -> bytes:
        """The file from which programs find all others."""
        return written(self._documents.index(changes.version(), self.date))

    def description(self) -> Iterator[tuple[str, bytes]]:
        """What the files mean, each with its address: change log, OpenAPI, vocabularies."""
        yield f"{API}changes.json", written(_log())
        described = openapi.document(self.settings.site_url, tuple(self.languages))
        yield f"{API}openapi.json", written(described)
        for name in PUBLISHED_VOCABULARIES:
            yield vocabulary_of(name), written(self._documents.of_vocabulary(name))

    def document(self, record: Record) -> bytes:
        """All that a record says."""
        return written(self._documents.of_record(record))

    def list(self, record_type: type[Record]) -> bytes:
        """The list of all records of a kind."""
        return written(self._documents.of_kind(record_type, self.date))

    def row(self, record: Record, code: str) -> Row:
        """What the table of its kind says of a record in one language."""
        return rows.row(self._writer(code), record, self.history)

    def tables(
        self, record_type: type[Record], code: str, made: Iterable[Row]
    ) -> Iterator[tuple[str, bytes]]:
        """All records of a kind in one language, as CSV and Excel workbook, with their addresses.

        `made` are their rows.
        """
        writer = self._writer(code)
        table = rows.table(writer, record_type, made)
        about = rows.about(writer, record_type, self.date, LICENCE)
        yield table_of(record_type.kind, code, "csv"), comma_separated.content(table)
        yield table_of(record_type.kind, code, "xlsx"), workbook.content(table, about)

    def _writer(self, code: str) -> Writer:
        return Writer(self.catalogue, self.languages[code], self.settings, "")

    def size(self, address: str) -> int:
        """The bytes of a list or table; a build that has written them says so in `sizes` before."""
        if address not in self.sizes:
            self.sizes.update(self._measured())
        return self.sizes[address]

    def _measured(self) -> Iterator[tuple[str, int]]:
        for record_type in RECORD_TYPES:
            yield list_of(record_type.kind), len(self.list(record_type))
            for code in self.languages:
                made = (self.row(record, code) for record in self.catalogue.of(record_type))
                yield from ((a, len(c)) for a, c in self.tables(record_type, code, made))


def written(document: Document) -> bytes:
    """A document as compact JSON in UTF-8 (RFC 8259)."""
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    return f"{text}\n".encode()


def _log() -> Document:
    entries = [change.model_dump() for change in changes.read()]
    return {"licence": LICENCE, "changes": entries}
