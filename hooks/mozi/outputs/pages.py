"""The pages of all records and lists: their views, rendered, within the frames of the theme."""

from collections.abc import Mapping
from pathlib import Path

from mozi.frames import Frame
from mozi.outputs.files import put
from mozi.pages import PagePlan, Site
from mozi.rendering import Renderer

Frames = Mapping[str, Mapping[str, Frame]]
"""Language → name of a frame (`PagePlan.frame`) → frame."""


def write(site: Site, folder: Path, frames: Frames) -> None:
    """Write every planned page in every language."""
    for code, language in site.languages.items():
        renderer = Renderer(site.templates, language)
        for plan in site.plans(code):
            html = page(site, renderer, plan, code, frames[code][plan.frame])
            put(folder, f"{plan.address}index.html", html)


def page(site: Site, renderer: Renderer, plan: PagePlan, code: str, frame: Frame) -> str:
    """The whole HTML of a planned page in one language."""
    view = site.view(plan, code)
    places = renderer.blocks(site.framing(plan, code, view, frame))
    return frame.filled({**places, "body": renderer.render(view)})
