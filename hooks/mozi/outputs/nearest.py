"""Lists of all pages with their titles, one per language, for the 404 page to suggest the nearest."""

import json
from pathlib import Path

from mozi.addresses import prefix
from mozi.files import put
from mozi.pages import Site

NAME = "404.json"


def write(site: Site, folder: Path) -> None:
    """Write `404.json` into each language's folder: path without the language → title."""
    for code in site.languages:
        pages = {plan.path: plan.title for plan in site.plans(code) if plan.path}
        put(folder, prefix(code) + NAME, json.dumps(pages, ensure_ascii=False))
