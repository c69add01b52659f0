"""Everything that is written of a site: one module for each kind of output.

Each has `tasks(site, …)`, what is to be made in the folder of the whole site, all languages at
once, or `write(site, folder)` for what is made in every build.
"""

from itertools import chain

from mozi.making import Maker, processes
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
    packs,
    invitations,
    redirects,
    headers,
)


def make(site: Site, maker: Maker, frames: Frames) -> None:
    """Make every output, beside the pages of prose, which are there already."""
    maker.make(
        chain(pages.tasks(site, frames), sheets.tasks(site), cards.tasks(site), elm.tasks(site)),
        processes(),
    )
    for name, made in maker.ledger.made.items():
        if made.told is not None:
            site.versions.learn(name.removeprefix("pages/"), made.told)
    for output in _OUTPUTS:
        output.write(site, maker.folder)
