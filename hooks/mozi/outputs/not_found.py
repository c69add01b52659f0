"""The page for addresses where nothing is, one for each language; the theme makes all of it."""

from collections.abc import Iterator, Mapping
from functools import partial

from mozi.addresses.urls import prefix
from mozi.engine.tasks import Task, WriteFile

NAME = "404.html"


def tasks(pages: Mapping[str, str]) -> Iterator[Task]:
    """The page of every language, by its code."""
    for code, html in pages.items():
        yield Task(name=f"{NAME}/{code}", run=partial(_write, code, html), inputs=html)


def _write(code: str, html: str, write: WriteFile) -> None:
    write(prefix(code) + NAME, html)
