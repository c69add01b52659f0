"""The home page once more for readers of each other language, its invitation visible from the start.

A host that knows the reader's language (see `deploy/nginx`) answers `/` with one of these: it
suggests the language without a script and redirects nobody.
"""

from pathlib import Path

from mozi.addresses.urls import DEFAULT_LANGUAGE
from mozi.engine.site_files import put_file
from mozi.site.site import Site


def write(site: Site, folder: Path) -> None:
    """Write `index.zh.html` and so on beside the home page."""
    home = (folder / "index.html").read_text(encoding="utf-8")
    for code in site.languages:
        if code != DEFAULT_LANGUAGE:
            shown = home.replace(f'" hidden lang="{code}"', f'" lang="{code}"', 1)
            put_file(folder, f"index.{code}.html", shown)
