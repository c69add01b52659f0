"""The pages of all records and lists: their views, rendered, within the frames of the theme."""

from collections.abc import Iterator, Mapping
from functools import partial

from mozi.addresses import DEFAULT_LANGUAGE, TRANSLATIONS
from mozi.frames import Frame
from mozi.making import Put, Task
from mozi.pages import PagePlan, Site
from mozi.rendering import Renderer

Frames = Mapping[str, Mapping[str, Frame]]
"""Language → name of a frame (`PagePlan.frame`) → frame."""


def tasks(site: Site, frames: Frames) -> Iterator[Task]:
    """A task for every page, in all languages at once: which it is in decides what each says."""
    renderers = {code: Renderer(site.templates, each) for code, each in site.languages.items()}
    for path, plan in site.planned(DEFAULT_LANGUAGE).items():
        plans = {code: site.planned(code)[path] for code in site.languages}
        records = [plan.record, *plan.lists] if plan.record else plan.lists
        yield Task(
            f"pages/{path}",
            partial(_write, site, renderers, plans, frames),
            tuple(_given(site, each, code, frames) for code, each in plans.items()),
            records,
        )


def _given(site: Site, plan: PagePlan, code: str, frames: Frames) -> tuple[object, ...]:
    near = (plan.previous, plan.next, *site.way(plan, code))
    titles = [each and site.planned(code)[each].title for each in near]
    lists = [f"{each.kind}/{each.id}" for each in plan.lists]
    how_far = site.progress_digest if plan.path.startswith(TRANSLATIONS) else ""
    return frames[code][plan.frame].digest, plan.title, near, titles, lists, how_far


def _write(
    site: Site,
    renderers: Mapping[str, Renderer],
    plans: Mapping[str, PagePlan],
    frames: Frames,
    put: Put,
) -> tuple[str, ...]:
    """Put a page in all languages; returns those it really is in."""
    for code, plan in plans.items():
        html = page(site, renderers[code], plan, code, frames[code][plan.frame])
        put(f"{plan.address}index.html", html)
    return site.versions.of(plan.path)


def page(site: Site, renderer: Renderer, plan: PagePlan, code: str, frame: Frame) -> str:
    """The whole HTML of a planned page in one language."""
    view = site.view(plan, code)
    places = renderer.blocks(site.framing(plan, code, view, frame))
    return frame.filled({**places, "body": renderer.render(view)})
