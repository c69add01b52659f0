"""All records of a kind as tables, for people: CSV files and workbooks."""

from collections.abc import Iterator
from functools import partial

from mozi.engine.tasks import Results, Task, WriteFile
from mozi.records.models import RECORD_TYPES, Record
from mozi.site.site import Site

_ROWS = 5
"""Rows that take as long as a page of the site in all languages."""


def tasks(site: Site) -> Iterator[Task]:
    """Every table in every language; all bear the date of the data."""
    for kind in RECORD_TYPES:
        size = 1 + len(site.graph.records[kind.kind]) // _ROWS
        for code in site.languages:
            run = partial(_write, site, kind, code)
            name = _name(kind, code)
            yield Task(name=name, run=run, inputs=site.dataset.date, slow=True, size=size)


def sizes(site: Site, results: Results) -> dict[str, int]:
    """The bytes of every table by address, from the results of the tasks."""
    by_task = [results[_name(kind, code)] for kind in RECORD_TYPES for code in site.languages]
    return {address: size for sizes in by_task for address, size in sizes.items()}


def _name(kind: type[Record], code: str) -> str:
    return f"tables/{kind.kind}/{code}"


def _write(site: Site, kind: type[Record], code: str, write: WriteFile) -> dict[str, int]:
    """Write a table; out: the bytes of its files by address."""
    files = dict(site.dataset.tables(kind, code))
    for address, content in files.items():
        write(address, content)
    return {address: len(content) for address, content in files.items()}
