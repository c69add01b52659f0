"""What every kind of record and each of its fields is, in plain English and Chinese: `guide.yml`.

Read when an editor asks: for questions, comments in new records and completion. A site build needs
none of it.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from mozi import reading
from mozi.values import Model, Text

FILE = Path(__file__).with_name("guide.yml")


class Entry(Model):
    """A field: what it is called, what to write, and an example as an editor would write it."""

    title: Text
    text: Text
    example: Any = None


class Chapter(Model):
    """A model and the fields that it adds to those of its bases."""

    title: Text
    text: Text
    fields: dict[str, Entry] = {}


@cache
def chapters() -> dict[str, Chapter]:
    """Everything in the guide: name of a model → its chapter."""
    data = reading.parse(FILE.read_text(encoding="utf-8"))
    return {name: Chapter.model_validate(chapter) for name, chapter in data.items()}


def of(model: type[Model]) -> Chapter:
    """What is said of a model, or of the nearest of its bases."""
    return next(_of_bases(model))


def of_field(model: type[Model], name: str) -> Entry:
    """What is said of a field by its model, or by the base that the field comes from."""
    return next(chapter.fields[name] for chapter in _of_bases(model) if name in chapter.fields)


def _of_bases(model: type[Model]) -> Iterator[Chapter]:
    return (chapters()[base.__name__] for base in model.__mro__ if base.__name__ in chapters())
