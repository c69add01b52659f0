"""The pages of all records and lists: their views, rendered, within the frames of the theme."""

from collections.abc import Iterator, Mapping
from functools import partial
from types import MappingProxyType

from mozi.addresses import DEFAULT_LANGUAGE, address_of
from mozi.frames import Frame
from mozi.making import Put, Task
from mozi.pages import PagePlan, Site
from mozi.records import Country
from mozi.views.pack import SIZE

Frames = Mapping[str, Mapping[str, Frame]]
"""Language → name of a frame (`PagePlan.frame`) → frame."""

_LISTED = 20
"""So many records on a list take as long as another page, or longer."""


def tasks(site: Site, frames: Frames) -> Iterator[Task]:
    """A task for every page but those of `of_countries`."""
    for plan in site.plans(DEFAULT_LANGUAGE):
        if not isinstance(plan.record, Country):
            yield _task(site, frames, plan.path)


def of_countries(
    site: Site, frames: Frames, sizes: Mapping[str, Mapping[str, int]]
) -> Iterator[Task]:
    """Those that say how large a pack is: `sizes` has the bytes by the country's id and language."""
    for country in site.catalogue.of(Country):
        yield _task(site, frames, address_of(country), sizes[country.id])


def _task(
    site: Site, frames: Frames, path: str, sizes: Mapping[str, int] = MappingProxyType({})
) -> Task:
    """A page in all languages at once: which it is in decides what each says."""
    plans = {code: site.planned(code)[path] for code in site.languages}
    each_given = [_given(site, plan, code, frames) for code, plan in plans.items()]
    plan = plans[DEFAULT_LANGUAGE]  # what it shows is the same in all, but for its order
    records = [each for each in (plan.record, *plan.lists) if each]
    write = partial(_write, site, plans, frames, sizes)
    given, size = (each_given, [*sizes.values()]), plan.size + len(plan.lists) // _LISTED
    return Task(f"pages/{path}", write, given, records, size=size)


def _given(site: Site, plan: PagePlan, code: str, frames: Frames) -> tuple[object, ...]:
    near = (plan.previous, plan.next, *site.way(plan, code))
    titles = [each and site.planned(code)[each].title for each in near]
    lists = [f"{each.kind}/{each.id}" for each in plan.lists]
    how_far = site.how_far.get(plan.path, "")
    return frames[code][plan.frame].digest, plan.title, near, titles, lists, how_far


def _write(
    site: Site,
    plans: Mapping[str, PagePlan],
    frames: Frames,
    sizes: Mapping[str, int],
    put: Put,
) -> tuple[str, ...]:
    """Put a page in all languages; returns those it really is in."""
    for code, plan in plans.items():
        html = page(site, plan, code, frames[code][plan.frame])
        if code in sizes:
            html = html.replace(SIZE, site.languages[code].size(sizes[code]))
        put(f"{plan.address}index.html", html)
    return site.versions.of(plans[DEFAULT_LANGUAGE].path)


def page(site: Site, plan: PagePlan, code: str, frame: Frame) -> str:
    """The whole HTML of a planned page in one language."""
    view, renderer = site.view(plan, code), site.renderer(code)
    places = renderer.blocks(site.framing(plan, code, view, frame))
    return frame.filled({**places, "body": renderer.render(view)})
