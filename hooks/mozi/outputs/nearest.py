"""Lists of all pages with their titles, one per language, for the 404 page to suggest the nearest."""

import json
from pathlib import Path

from mozi.addresses import embed_of, prefix
from mozi.files import put
from mozi.pages import Site
from mozi.records import Project

NAME = "404.json"


def write(site: Site, folder: Path) -> None:
    """Write `404.json` into each language's folder: path without the language → title.

    How to show a project on another site is left out: the page of the project leads there, and
    whoever looks for a project would be suggested both.
    """
    left_out = {"", *map(embed_of, site.catalogue.of(Project))}
    for code in site.languages:
        pages = {p.path: p.title for p in site.plans(code) if p.path not in left_out}
        put(folder, prefix(code) + NAME, json.dumps(pages, ensure_ascii=False))
