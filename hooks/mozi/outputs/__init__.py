"""Outputs: everything that is written of a site, one module for each kind.

Each has `tasks(site, …)`, which write files of all languages, or `write(site, folder, …)` for what
is written in every build.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import chain

from mozi.engine.tasks import Results, TaskRunner
from mozi.engine.workers import worker_count
from mozi.outputs import (
    api,
    calendars,
    cards,
    elm,
    feeds,
    headers,
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


@contextmanager
def start(site: Site, runner: TaskRunner) -> Iterator[Callable[[], Results]]:
    """Begin with what needs no page shells, while they are made; out: its results, once finished."""
    early = chain(
        api.tasks(site),
        calendars.event_tasks(site),
        cards.tasks(site),
        elm.tasks(site),
        feeds.tasks(site),
        search.entry_tasks(site),
        share.tasks(site),
        sheets.tasks(site),
        tables.tasks(site),
    )
    with runner.start(early, worker_count()) as finish:
        yield finish


def make(site: Site, runner: TaskRunner, shells: PageShells, early: Results) -> None:
    """Make the whole site, step by step; `early` are the results of `start`."""
    workers = worker_count()
    site_pages = runner.run(
        chain(search.index_tasks(site, early), pages.tasks(site, shells.pages)), workers
    )
    runner.run([search.list_task(site, site_pages)])
    runner.run(calendars.tasks(site, early))

    articles = pages.articles(site, site_pages)
    pack_sizes = runner.run(packs.tasks(site, runner, articles, shells.styles), workers)
    country_pages = runner.run(
        pages.country_tasks(site, shells.pages, packs.sizes(site, pack_sizes))
    )

    sizes = {**api.sizes(site, early), **tables.sizes(site, early)}
    runner.run(prose.tasks(site, shells.prose, sizes))
    runner.run(not_found.tasks(shells.not_found))

    languages = pages.languages(site, {**site_pages, **country_pages})
    sitemap.write(site, runner.folder, languages)
    robots.write(site, runner.folder)
    nearest.write(site, runner.folder)
    redirects.write(site, runner.folder)
    headers.write(site, runner.folder)
