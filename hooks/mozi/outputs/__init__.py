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
    pages,
    redirects,
    robots,
    search,
    share,
    sheets,
    sitemap,
)
from mozi.outputs.pages import Frames
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


def write(site: Site, folder: Path, frames: Frames) -> None:
    """Write every output into `folder`, where the pages of prose are already."""
    pages.write(site, folder, frames)
    for output in _OUTPUTS:
        output.write(site, folder)
