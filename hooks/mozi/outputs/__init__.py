"""What is written beside the pages: one module for each kind of output.

Each has `write(site, folder)`, which writes into the folder of the whole site, all languages at once.
"""

from pathlib import Path

from mozi.outputs import (
    api,
    calendars,
    cards,
    elm,
    feeds,
    headers,
    invitations,
    nearest,
    packs,
    redirects,
    robots,
    search,
    share,
    sheets,
    sitemap,
)
from mozi.pages import Site

_OUTPUTS = (
    sitemap,
    robots,
    share,
    nearest,
    search,
    feeds,
    calendars,
    api,
    elm,
    sheets,
    cards,
    packs,
    invitations,
    redirects,
    headers,
)


def write(site: Site, folder: Path) -> None:
    """Write every output into `folder`, where all pages are already."""
    for output in _OUTPUTS:
        output.write(site, folder)
