"""`programmes/<id>/elm.jsonld`: programmes in the European Learning Model, where it can be had."""

import json
from pathlib import Path

from mozi.addresses import learning_opportunity_of
from mozi.linked_data import elm
from mozi.outputs.files import put
from mozi.pages import Site
from mozi.records import Programme


def write(site: Site, folder: Path) -> None:
    """Write the descriptions into `folder`; without a `site_url` there are no names to write."""
    if not site.settings.site_url:
        return
    writers = [site.writer(code, "") for code in site.languages]
    for programme in site.catalogue.of(Programme):
        if not elm.missing(site.catalogue, programme):
            text = json.dumps(elm.opportunity(writers, programme), ensure_ascii=False, indent=1)
            put(folder, learning_opportunity_of(programme), f"{text}\n")
