"""Cards of projects, one in each language, which other sites show in a frame.

A card is a file without scripts, cookies or anything from elsewhere. Without a `site_url` there are
none: nobody could show them.
"""

from collections.abc import Iterator
from functools import partial

from mozi.addresses.urls import address_of, card_of, prefix
from mozi.engine.tasks import Task, WriteFile
from mozi.graph.dependencies import record_key
from mozi.records.models import Project
from mozi.site.site import Site
from mozi.views import embed


def tasks(site: Site) -> Iterator[Task]:
    """Every card, below the page of its project."""
    if not site.settings.site_url:
        return
    for project in site.graph.all_of(Project):
        run, key = partial(_write, site, project), record_key(project)
        yield Task(name=f"cards/{address_of(project)}", run=run, dependencies=[key])


def _write(site: Site, project: Project, write: WriteFile) -> None:
    for code in site.languages:
        view = embed.card(site.writer(code, prefix(code) + address_of(project)), project)
        write(prefix(code) + card_of(project), site.renderer(code).render(view))
