"""The languages on offer."""

from collections.abc import Iterator

from mozi.problems import Problem, instead
from mozi.store import Store

FILE = "data/locales.yml"


def incomplete(store: Store) -> Iterator[Problem]:
    """MZ308: English and Chinese, in which records are written, are on offer."""
    for required in ("en", "zh"):
        if store.locales and required not in store.locales:
            yield store.problem(FILE, (), "MZ308", "missing", code=required)


def broken_fallbacks(store: Store) -> Iterator[Problem]:
    """MZ308: a language falls back on languages on offer, never on itself."""
    for code, locale in store.locales.items():
        others = set(store.locales) - {code}
        for index, other in enumerate(locale.fallback):
            if other not in others:
                path = (code, "fallback", index)
                advice = instead(other, others)
                yield store.problem(FILE, path, "MZ308", code=code, other=other, advice=advice)
