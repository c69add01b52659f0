"""From the folder of a project to its site: read, check, link, translate."""

from collections import defaultdict
from datetime import date
from pathlib import Path

from mozi import rules
from mozi.addresses.urls import DEFAULT_LANGUAGE
from mozi.engine.cache import Cache
from mozi.graph.git_history import read_history
from mozi.graph.record_graph import RecordGraph
from mozi.languages.language import languages
from mozi.languages.progress import Wanted, interface_of, translation_progress
from mozi.problems.problem import Problem
from mozi.settings import Settings, own_or_shared
from mozi.site.site import Site
from mozi.store.content_hashes import common_hash, record_hashes
from mozi.store.loading import load_store
from mozi.store.texts import languages_of


class InvalidData(Exception):
    """The data has errors; `problems` are all of them."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


def load_site(
    root: Path,
    settings: Settings,
    today: date | None = None,
    *,
    templates: Path | None = None,
    prose: Path | None = None,
    home: Path | None = None,
) -> Site:
    """The site of the project in `root`. Raises `InvalidData`, and nothing else for bad data.

    `today` is what `rules.check` judges by; no page depends on it. `templates` and `prose` are
    folders, those of the project itself where they are not given. What else it lacks is taken from
    the project in `home`.
    """
    cache = Cache(settings.cache)
    store = load_store(root, cache, home=home)
    docs = prose or store.docs
    problems = rules.check(store, today)
    hashes, common = record_hashes(store), common_hash(store)
    cache.save()
    errors = [problem for problem in problems if problem.severity == "error"]
    if errors:
        raise InvalidData(errors)
    wanted = Wanted(interface_of(store.translations.values()), languages_of(store), prose_of(docs))
    translated = {
        code: each.renewed(wanted.texts.keys()) for code, each in store.translations.items()
    }
    return Site(
        graph=RecordGraph(store.records, store.vocabularies, store.summaries, names=store.names),
        languages=languages(store.locales, translated),
        settings=settings,
        progress={
            code: translation_progress(translated[code], wanted)
            for code in store.locales
            if code != DEFAULT_LANGUAGE
        },
        warnings=len(problems),
        history=read_history(root),
        published=store.published.keys(),
        redirects=store.redirects,
        templates=templates or own_or_shared(root, "overrides", home) / "pages",
        prose=wanted.prose,
        hashes=hashes,
        common_hash=common,
    )


def prose_of(docs: Path) -> dict[str, frozenset[str]]:
    """The pages in a folder of prose by name, each with the languages it is translated into."""
    codes_by_page: dict[str, set[str]] = defaultdict(set)
    for path in sorted(docs.glob("*.md")):
        name, _, code = path.stem.partition(".")
        codes_by_page[name].add(code)
    return {name: frozenset(codes) for name, codes in codes_by_page.items()}
