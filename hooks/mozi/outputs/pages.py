"""The pages of all records and lists: their views, rendered, in their page shells."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import NamedTuple

from mozi.addresses.urls import DEFAULT_LANGUAGE, address_of, prefix
from mozi.engine.tasks import Results, Task, WriteFile
from mozi.graph.dependencies import record_key
from mozi.records.models import Country
from mozi.site.page import Span, page_html
from mozi.site.page_plan import PagePlan
from mozi.site.site import Site
from mozi.views.page_shell import PageShell

Shells = Mapping[str, Mapping[str, PageShell]]
"""Language → name of a page shell (`PagePlan.shell`) → shell."""

_LISTED = 20
"""Records on a list that take as long as another page; the home page counts them only."""


class Article(NamedTuple):
    """Where a page's text stands in its file, and the title of the page."""

    title: str
    spans: tuple[Span, ...]


def tasks(site: Site, shells: Shells) -> Iterator[Task]:
    """A task for every page but those of `country_tasks`."""
    for plan in site.plans(DEFAULT_LANGUAGE):
        if not isinstance(plan.record, Country):
            yield _task(site, shells, plan.path)


def country_tasks(
    site: Site, shells: Shells, pack_sizes: Mapping[str, Mapping[str, int]]
) -> Iterator[Task]:
    """Tasks for pages that name an offline pack: `pack_sizes` are bytes by country and language."""
    for country in site.graph.all_of(Country):
        yield _task(site, shells, address_of(country), pack_sizes[country.id])


def languages(site: Site, results: Results) -> dict[str, tuple[str, ...]]:
    """The languages in which each page really is, by path, from the results of the tasks."""
    return {
        plan.path: results[_name(plan.path)]["languages"] for plan in site.plans(DEFAULT_LANGUAGE)
    }


def articles(site: Site, results: Results) -> dict[str, dict[str, Article]]:
    """By path and language, the text of each page of a record, from the results of the tasks."""
    return {
        plan.path: {
            code: Article(*article)
            for code, article in results[_name(plan.path)]["articles"].items()
        }
        for plan in site.plans(DEFAULT_LANGUAGE)
        if plan.record and _name(plan.path) in results
    }


def _name(path: str) -> str:
    return f"pages/{path}"


def _task(
    site: Site, shells: Shells, path: str, pack_sizes: Mapping[str, int] | None = None
) -> Task:
    """A page in all languages at once: the languages it is in decide what each says."""
    plans = {code: site.planned(code)[path] for code in site.languages}
    plan = plans[DEFAULT_LANGUAGE]  # what it shows is the same in all, but for its order
    return Task(
        name=_name(path),
        run=partial(_write, site, plans, shells, pack_sizes=pack_sizes),
        inputs=partial(_inputs, site, plans, shells, pack_sizes),
        dependencies=[record_key(each) for each in (plan.record, *plan.lists) if each],
        size=plan.size + (len(plan.lists) // _LISTED if path else 0),
    )


def _inputs(
    site: Site,
    plans: Mapping[str, PagePlan],
    shells: Shells,
    pack_sizes: Mapping[str, int] | None,
) -> tuple[object, ...]:
    """Inputs of a page that it does not ask the graph for: its shell, its neighbours, its order."""
    plan = plans[DEFAULT_LANGUAGE]
    trail, inputs = site.trail(plan, DEFAULT_LANGUAGE), []
    for code, each in plans.items():
        near = (each.previous, each.next, *trail)
        titles = [site.planned(code)[path].title for path in near if path is not None]
        lists = [record_key(record) for record in each.lists]
        inputs.append((shells[code][each.shell].digest, each.title, near, titles, lists))
    return inputs, site.standing_hashes.get(plan.path, ""), [*(pack_sizes or {}).values()]


def _write(
    site: Site,
    plans: Mapping[str, PagePlan],
    shells: Shells,
    write: WriteFile,
    *,
    pack_sizes: Mapping[str, int] | None,
) -> dict[str, object]:
    """Write a page in all languages; out: the languages it is in, and its text in each."""
    articles: dict[str, tuple[str, tuple[Span, ...]]] = {}
    for code, plan in plans.items():
        page = page_html(site, plan, code, shells[code][plan.shell], pack_sizes=pack_sizes)
        write(f"{plan.address}index.html", page.html)
        for other, html in page.home_pages.items():
            write(f"{prefix(code)}index.{other}.html", html)
        if plan.record:
            articles[code] = page.title, page.article
    return {
        "languages": site.page_languages.languages_of(plans[DEFAULT_LANGUAGE].path),
        "articles": articles,
    }
