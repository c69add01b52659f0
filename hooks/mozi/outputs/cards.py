"""Cards of projects, one in each language, which other sites show in a frame.

A card is a file without scripts, cookies or anything from elsewhere. Without a `site_url` there are
none: nobody could show them.
"""

from pathlib import Path

from mozi.addresses import address_of, card_of, prefix
from mozi.outputs.files import put
from mozi.pages import Site
from mozi.records import Project
from mozi.rendering import Renderer
from mozi.views import embed


def write(site: Site, folder: Path) -> None:
    """Write every card below the page of its project."""
    if not site.settings.site_url:
        return
    for code, language in site.languages.items():
        renderer = Renderer(site.templates, language)
        for project in site.catalogue.of(Project):
            page = prefix(code) + address_of(project)
            html = renderer.render(embed.card(site.writer(code, page), project))
            put(folder, prefix(code) + card_of(project), html)
