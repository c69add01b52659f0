"""Lists of all pages with their titles, one per language, for the 404 page to suggest the nearest."""

import json
from pathlib import Path

from mozi.addresses.urls import embed_of, prefix
from mozi.engine.site_files import put_file
from mozi.records.models import Project
from mozi.site.site import Site

NAME = "404.json"


def write(site: Site, folder: Path) -> None:
    """Write `404.json` into each language's folder: path without the language → title.

    How to show a project on another site is left out: the page of the project leads there, and
    whoever looks for a project would be suggested both.
    """
    left_out = {"", *map(embed_of, site.graph.all_of(Project))}
    for code in site.languages:
        pages = {p.path: p.title for p in site.plans(code) if p.path not in left_out}
        put_file(folder, prefix(code) + NAME, json.dumps(pages, ensure_ascii=False))
