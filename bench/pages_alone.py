"""Build a project's pages and search index, and nothing of what other generators do not make.

Data files, tables, feeds, calendars, packs, sheets, cards and share pictures are left out: for
comparing only, since pages then lead nowhere and say that files have no bytes.
"""

from collections.abc import Iterator
from typing import Any

from mkdocs.__main__ import cli
from mozi.outputs import api, calendars, cards, elm, feeds, packs, share, sheets, tables
from mozi.records.models import Country


def _nothing(*_: object) -> Iterator[Any]:
    yield from ()


for output in (api, calendars, cards, elm, feeds, packs, share, sheets, tables):
    output.tasks = _nothing  # type: ignore[attr-defined]
calendars.event_tasks = _nothing  # type: ignore[assignment]
api.sizes = tables.sizes = lambda *_: {}
packs.sizes = lambda site, _: {  # type: ignore[assignment]
    country.id: dict.fromkeys(site.languages, 0) for country in site.graph.all_of(Country)
}

if __name__ == "__main__":
    cli(["build", "--quiet"])
