"""From the folder of a project to its site: read, check, link, translate."""

import gc
from collections import defaultdict
from collections.abc import Iterable, Iterator
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
from mozi.records.values import Text, TextKey, walk
from mozi.settings import Settings
from mozi.site import read_ahead
from mozi.site.site import Site
from mozi.store.record_store import Store, load_store


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
    with read_ahead.reading(root, cache):
        read = load_store(root, cache)
        problems = rules.check(read, today)
    digests, common_digest = read.digests, read.common_digest
    cache.save()  # all that it is asked for has been asked
    errors = [problem for problem in problems if problem.severity == "error"]
    if errors:
        raise InvalidData(errors)
    wanted = Wanted(interface_of(read.translations.values()), languages_of(read), prose_of(root))
    translated = {
        code: each.renewed(wanted.texts.keys()) for code, each in read.translations.items()
    }
    return Site(
        RecordGraph(read.records, read.vocabularies, read.surveys),
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


def languages_of(read: Store) -> dict[TextKey, tuple[str, ...]]:
    """The languages in which each text of `texts_of` is written, by context and English text."""
    found = {key: codes for _, survey in read.surveys for key, codes in survey.texts}
    lists = (*read.vocabularies.values(), read.redirects)
    others = (entry for entries in lists for entry in entries.values())
    return found | {key: tuple(text.languages) for key, text in _texts(others)}


def texts_of(read: Store) -> dict[TextKey, Text]:
    """All texts of records and vocabularies, by context and English text."""
    things = [
        *(record for records in read.records.values() for record in records.values()),
        *(entry for entries in read.vocabularies.values() for entry in entries.values()),
        *read.redirects.values(),
    ]
    return dict(_texts(things))


def _texts(things: Iterable[object]) -> Iterator[tuple[TextKey, Text]]:
    for thing in things:
        for _, value in walk(thing):
            if not isinstance(value, (str, list)) and isinstance(value, Text):
                yield (value.context, value.en), value
