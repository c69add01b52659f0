"""Sheets for noticeboards: a page of A4 for each project and programme, in each language."""

from collections.abc import Iterator, Mapping
from functools import partial

from mozi.addresses import address_of, prefix, sheet_of
from mozi.making import Put, Task
from mozi.pages import Site
from mozi.records import Programme, Project
from mozi.rendering import Renderer
from mozi.views import sheet


def tasks(site: Site) -> Iterator[Task]:
    """Every sheet, below the page of its record."""
    renderers = {code: Renderer(site.templates, each) for code, each in site.languages.items()}
    records: list[Project | Programme] = [
        *site.catalogue.of(Project),
        *site.catalogue.of(Programme),
    ]
    for record in records:
        write = partial(_write, site, renderers, record)
        yield Task(f"sheets/{address_of(record)}", write, records=[record])


def _write(
    site: Site, renderers: Mapping[str, Renderer], record: Project | Programme, put: Put
) -> None:
    for code, renderer in renderers.items():
        page = prefix(code) + address_of(record)
        put(
            prefix(code) + sheet_of(record),
            renderer.render(sheet.view(site.writer(code, page), record)),
        )
