"""Sheets for noticeboards: a page of A4 for each project and programme, in each language."""

from pathlib import Path

from mozi.addresses import address_of, prefix, sheet_of
from mozi.outputs.files import put
from mozi.pages import Site
from mozi.records import Programme, Project
from mozi.rendering import Renderer
from mozi.views import sheet


def write(site: Site, folder: Path) -> None:
    """Write every sheet below the page of its record."""
    records: list[Project | Programme] = [
        *site.catalogue.of(Project),
        *site.catalogue.of(Programme),
    ]
    for code, language in site.languages.items():
        renderer = Renderer(site.templates, language)
        for record in records:
            page = prefix(code) + address_of(record)
            html = renderer.render(sheet.view(site.writer(code, page), record))
            put(folder, prefix(code) + sheet_of(record), html)
