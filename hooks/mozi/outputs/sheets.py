"""Sheets for noticeboards: a page of A4 for each project and programme, in each language."""

from collections.abc import Iterator
from functools import partial

from mozi.addresses.urls import address_of, prefix, sheet_of
from mozi.engine.tasks import Task, WriteFile
from mozi.graph.dependencies import record_key
from mozi.records.models import Programme, Project
from mozi.site.site import Site
from mozi.views import sheet


def tasks(site: Site) -> Iterator[Task]:
    """Every sheet, below the page of its record."""
    records: list[Project | Programme] = [
        *site.graph.all_of(Project),
        *site.graph.all_of(Programme),
    ]
    for record in records:
        run, key = partial(_write, site, record), record_key(record)
        yield Task(name=f"sheets/{address_of(record)}", run=run, dependencies=[key])


def _write(site: Site, record: Project | Programme, write: WriteFile) -> None:
    for code in site.languages:
        view = sheet.view(site.writer(code, prefix(code) + address_of(record)), record)
        write(prefix(code) + sheet_of(record), site.renderer(code).render(view))
