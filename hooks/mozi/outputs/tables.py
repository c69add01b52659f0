"""All records of a kind as tables, for people: CSV files and workbooks.

A table of thousands of rows takes seconds. Rows made of the same as in the last build are taken over
from the last CSV file.
"""

import csv
from collections.abc import Iterator
from contextlib import suppress
from functools import partial

from mozi.addresses.urls import table_of
from mozi.engine.tasks import Task, TaskRunner, WriteFile
from mozi.graph.dependencies import Dependencies, record_key
from mozi.open_data.csv_files import csv_rows
from mozi.open_data.table_rows import Row
from mozi.records.models import RECORD_TYPES, Record
from mozi.site.site import Site

_ROWS, _TAKEN_OVER = 5, 20
"""So many rows take as long as a page of the site in all languages; most of them are taken over where
there is a last table.
"""


def tasks(site: Site, maker: TaskRunner) -> Iterator[Task]:
    """Every table in every language; all bear the date of the data."""
    for kind in RECORD_TYPES:
        number = len(site.catalogue.records[kind.kind])
        for code in site.languages:
            name, write = _name(kind, code), partial(_write, site, maker, kind, code)
            size = 1 + number // (_TAKEN_OVER if maker.last(name) else _ROWS)
            yield Task(name, write, site.dataset.date, slow=True, size=size)


def _name(kind: type[Record], code: str) -> str:
    return f"tables/{kind.kind}/{code}"


def _write(
    site: Site, maker: TaskRunner, kind: type[Record], code: str, put: WriteFile
) -> dict[str, str]:
    """Put a table; returns by the record's id what was read for each of its rows."""
    kept, told = _kept(maker, kind, code), {}

    def row(record: Record) -> Row:
        found, read = kept.get(record.id) or _row(site, record, code)
        site.catalogue.note(read)
        told[record.id] = " ".join(sorted(read))
        return found

    for address, content in site.dataset.tables(kind, code, map(row, site.catalogue.of(kind))):
        put(address, content)
    return told


def _row(site: Site, record: Record, code: str) -> tuple[Row, Dependencies]:
    """The row of a record, and what was read for it."""
    read = {record_key(record)}
    with site.catalogue.noting(read):
        return site.dataset.row(record, code), read


def _kept(maker: TaskRunner, kind: type[Record], code: str) -> dict[str, tuple[Row, Dependencies]]:
    """The rows of the last build that say the same now, by the record's id."""
    last = maker.last(_name(kind, code))
    if not last:
        return {}
    found = {}
    with suppress(csv.Error):
        for row in csv_rows((maker.folder / table_of(kind.kind, code, "csv")).read_bytes()):
            read = {*last.told[row[0]].split()}
            if maker.says_the_same(read):
                found[row[0]] = row, read
    return found
