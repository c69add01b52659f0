"""From the folder of a project to its site: read, check, link, translate."""

import gc
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
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
from mozi.settings import Settings
from mozi.site.site import Site
from mozi.store.content_hashes import common_hash, record_hashes
from mozi.store.loading import load_store
from mozi.store.texts import languages_of


class InvalidData(Exception):
    """The data has errors; `problems` are all of them."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


def load_site(root: Path, settings: Settings, today: date | None = None) -> Site:
    """The site of the project in `root`. Raises `InvalidData`, and nothing else for bad data.

    `today` is what `rules.check` judges by; no page depends on it.
    """
    with _no_search_for_garbage():
        return _load(root, settings, today)


@contextmanager
def _no_search_for_garbage() -> Iterator[None]:
    """Nearly all that is read is needed to the end: to search it now and then takes a third longer."""
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searching:
            gc.enable()


def _load(root: Path, settings: Settings, today: date | None) -> Site:
    cache = Cache(settings.cache)
    read = load_store(root, cache)
    problems = rules.check(read, today)
    digests, common_digest = record_hashes(read), common_hash(read)
    cache.save()  # all that it is asked for has been asked
    errors = [problem for problem in problems if problem.severity == "error"]
    if errors:
        raise InvalidData(errors)
    wanted = Wanted(interface_of(read.translations.values()), languages_of(read), prose_of(root))
    translated = {
        code: each.renewed(wanted.texts.keys()) for code, each in read.translations.items()
    }
    return Site(
        RecordGraph(read.records, read.vocabularies, read.summaries),
        languages(read.locales, translated),
        settings,
        {
            code: translation_progress(translated[code], wanted)
            for code in read.locales
            if code != DEFAULT_LANGUAGE
        },
        len(problems),
        read_history(root),
        read.published.keys(),
        read.redirects,
        root / "overrides" / "pages",
        wanted.prose,
        digests,
        common_digest,
    )


def prose_of(root: Path) -> dict[str, frozenset[str]]:
    """The pages in `docs/` by name, each with the languages it is translated into."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in sorted((root / "docs").glob("*.md")):
        name, _, code = path.stem.partition(".")
        found[name].add(code)
    return {name: frozenset(codes) for name, codes in found.items()}
