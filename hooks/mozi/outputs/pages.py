"""The pages of all records and lists: their views, rendered, within the frames of the theme."""

from collections.abc import Iterator, Mapping
from functools import partial
from types import MappingProxyType

from mozi.addresses.urls import DEFAULT_LANGUAGE, address_of
from mozi.engine.hashing import digest, digest_of
from mozi.engine.tasks import Task, WriteFile
from mozi.graph.dependencies import record_key
from mozi.records.models import Country
from mozi.site.site import PagePlan, Site
from mozi.views.pack import SIZE
from mozi.views.page_shell import PageShell

Frames = Mapping[str, Mapping[str, PageShell]]
"""Language → name of a frame (`PagePlan.frame`) → frame."""

_LISTED = 20
"""So many records on a list take as long as another page; the home page counts them only."""


def tasks(site: Site, frames: Frames) -> Iterator[Task]:
    """A task for every page but those of `of_countries`."""
    given_of = _all_given(site, frames)
    for plan in site.plans(DEFAULT_LANGUAGE):
        if not isinstance(plan.record, Country):
            yield _task(site, frames, plan.path, given_of)


def of_countries(
    site: Site, frames: Frames, sizes: Mapping[str, Mapping[str, int]]
) -> Iterator[Task]:
    """Those that say how large a pack is: `sizes` has the bytes by the country's id and language."""
    for country in site.catalogue.of(Country):
        yield _task(site, frames, address_of(country), sizes=sizes[country.id])


def _task(
    site: Site,
    frames: Frames,
    path: str,
    given_of: str = "",
    sizes: Mapping[str, int] = MappingProxyType({}),
) -> Task:
    """A page in all languages at once: which it is in decides what each says."""
    plans = {code: site.planned(code)[path] for code in site.languages}
    plan = plans[DEFAULT_LANGUAGE]  # what it shows is the same in all, but for its order
    return Task(
        f"pages/{path}",
        partial(_write, site, plans, frames, sizes),
        partial(_given, site, plans, frames, sizes),
        [each for each in (plan.record, *plan.lists) if each],
        size=plan.size + (len(plan.lists) // _LISTED if path else 0),
        given_of=given_of,
    )


def _given(
    site: Site, plans: Mapping[str, PagePlan], frames: Frames, sizes: Mapping[str, int]
) -> tuple[object, ...]:
    """What is decided elsewhere of a page: what is around it, near it, and on it in which order."""
    plan = plans[DEFAULT_LANGUAGE]
    way, given = site.way(plan, DEFAULT_LANGUAGE), []
    for code, each in plans.items():
        near = (each.previous, each.next, *way)
        titles = [site.planned(code)[path].title for path in near if path is not None]
        lists = [record_key(record) for record in each.lists]
        given.append((frames[code][each.frame].digest, each.title, near, titles, lists))
    return given, site.how_far.get(plan.path, ""), [*sizes.values()]


def _all_given(site: Site, frames: Frames) -> str:
    """Another digest whenever any page is given something else: nearly always all is as it was."""
    given = [digest_of([*site.how_far.items()])]
    for code in site.languages:
        given += (f"{name}\0{each.digest}" for name, each in frames[code].items())
        for plan in site.plans(code):
            near = f"{plan.parent}\0{plan.previous}\0{plan.next}"
            given.append(f"{plan.path}\0{plan.title}\0{near}")
            given += (record.id for record in plan.lists)
    return digest("\0".join(given).encode())


def _write(
    site: Site,
    plans: Mapping[str, PagePlan],
    frames: Frames,
    sizes: Mapping[str, int],
    put: WriteFile,
) -> tuple[str, ...]:
    """Put a page in all languages; returns those it really is in."""
    for code, plan in plans.items():
        html = page(site, plan, code, frames[code][plan.frame])
        if code in sizes:
            html = html.replace(SIZE, site.languages[code].size(sizes[code]))
        put(f"{plan.address}index.html", html)
    return site.versions.of(plans[DEFAULT_LANGUAGE].path)


def page(site: Site, plan: PagePlan, code: str, frame: PageShell) -> str:
    """The whole HTML of a planned page in one language."""
    view, renderer = site.view(plan, code), site.renderer(code)
    places = renderer.blocks(site.framing(plan, code, view, frame))
    return frame.filled({**places, "body": renderer.render(view)})
