"""Translations that would break a page."""

from collections.abc import Iterator

from mozi import translations
from mozi.problems import Problem
from mozi.store import Store


def lost_placeholders(store: Store) -> Iterator[Problem]:
    """MZ402: a translation keeps the placeholders of the English text."""
    for code, catalogue in store.catalogues.items():
        file = translations.path_of(store.root, code).relative_to(store.root).as_posix()
        for line, english, text in translations.foreign_placeholders(catalogue):
            yield Problem.at(file, (line, 1), "MZ402", text=text, english=english)
