"""`programmes/<id>/elm.jsonld`: programmes in the European Learning Model, where it can be had."""

import json
from collections.abc import Iterator
from functools import partial

from mozi.addresses.urls import learning_opportunity_of
from mozi.engine.tasks import Task, WriteFile
from mozi.graph.dependencies import record_key
from mozi.linked_data import elm
from mozi.records.models import Programme
from mozi.site.site import Site


def tasks(site: Site) -> Iterator[Task]:
    """The description of every programme that has one; without a `site_url` there are no names."""
    if site.settings.site_url:
        for programme in site.graph.all_of(Programme):
            run, key = partial(_write, site, programme), record_key(programme)
            yield Task(name=f"elm/{programme.id}", run=run, dependencies=[key])


def _write(site: Site, programme: Programme, write: WriteFile) -> None:
    if elm.missing(site.graph, programme):
        return
    writers = [site.writer(code, "") for code in site.languages]
    text = json.dumps(elm.opportunity(writers, programme), ensure_ascii=False, indent=1)
    write(learning_opportunity_of(programme), f"{text}\n")
