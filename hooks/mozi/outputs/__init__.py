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
    prose,
    redirects,
    robots,
    search,
    share,
    sheets,
    sitemap,
)
from mozi.outputs.pages import Frames
from mozi.outputs.prose import Written
from mozi.pages import Site

_OUTPUTS = (
    sitemap,
    robots,
    share,
    nearest,
    packs,
    invitations,
    redirects,
    headers,
)


def make(site: Site, maker: Maker, frames: Frames, written: Written) -> None:
    """Make every output; `frames` are for pages of records, `written` are those of prose."""
    first = chain(
        api.tasks(site),
        search.tasks(site),
        feeds.tasks(site),
        calendars.tasks(site),
        pages.tasks(site, frames),
        sheets.tasks(site),
        cards.tasks(site),
        elm.tasks(site),
    )
    maker.make(first, processes())
    for name, made in maker.ledger.made.items():
        site.dataset.sizes.update({address: size for address, (size, _) in made.files.items()})
        if name.startswith("pages/"):
            site.versions.learn(name.removeprefix("pages/"), made.told)
    with search.indexed(maker):
        maker.make(prose.tasks(site, written))
        for output in _OUTPUTS:
            output.write(site, maker.folder)
