"""Everything that is written of a site: one module for each kind of output.

Each has `tasks(site, …)`, what is to be made in the folder of the whole site, all languages at
once, or `write(site, folder)` for what is made in every build.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import chain

from mozi.engine.tasks import TaskRunner
from mozi.engine.workers import worker_count
from mozi.outputs import (
    api,
    calendars,
    cards,
    elm,
    feeds,
    headers,
    invitations,
    nearest,
    not_found,
    packs,
    pages,
    prose,
    redirects,
    robots,
    search,
    share,
    sheets,
    sitemap,
    tables,
)
from mozi.site.page_shell_cache import PageShells
from mozi.site.site import Site

_ALWAYS = (
    sitemap,
    robots,
    nearest,
    invitations,
    redirects,
    headers,
)


_WITHOUT_FRAMES = (
    share,
    api,
    feeds,
    sheets,
    cards,
    elm,
)
"""Outputs that show nothing of the theme, and need not wait for it."""


@contextmanager
def beginning(site: Site, maker: TaskRunner, framed: PageShells) -> Iterator[Callable[[], None]]:
    """Begin with what needs no frames, and have search indexes made beside all the rest.

    Pages need not wait either where all frames are there from the last build. What is yielded is
    for `make`: it finishes both.
    """
    maker.make(search.tasks(site), worker_count())
    early = chain(
        tables.tasks(site, maker),
        calendars.events(site),
        *(output.tasks(site) for output in _WITHOUT_FRAMES),
    )
    of_pages = pages.tasks(site, framed.pages)  # frames are looked up when it is their turn
    begun, later = (chain(early, of_pages), ()) if framed.complete else (early, of_pages)
    with search.indexed(maker, site.languages), maker.beginning(begun, worker_count()) as finish:

        def finish_pages() -> None:
            finish()
            maker.make(later, worker_count())

        yield finish_pages


def make(site: Site, maker: TaskRunner, framed: PageShells, finish: Callable[[], None]) -> None:
    """Make every output but the search indexes; `framed` is what is around pages.

    `finish` makes all that `beginning` tells of. What says how large something is comes after it.
    """
    made = maker.ledger.made
    finish()
    maker.make(calendars.tasks(site, made))
    maker.make(packs.tasks(site, maker, framed.pages), worker_count())
    maker.make(pages.of_countries(site, framed.pages, packs.sizes(site, made)))
    for name, each in made.items():
        if name.startswith(("tables/", "api/")):
            site.dataset.sizes.update({at: size for at, (size, _) in each.files.items()})
        if name.startswith("pages/"):
            site.versions.learn(name.removeprefix("pages/"), each.told)
    maker.make(chain(prose.tasks(site, framed.prose), not_found.tasks(framed.not_found)))
    for output in _ALWAYS:
        output.write(site, maker.folder)
