"""Field guide: each kind of record and field in plain English and Chinese, from `field_guide.yml`.

Read when an editor asks: for questions, comments in new records and completion. A site build needs
none of it.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from mozi.records.values import Model, Text
from mozi.yaml_text.parse import parse_yaml

FILE = Path(__file__).with_name("field_guide.yml")


class FieldGuide(Model):
    """A field: what it is called, what to write, and an example as an editor would write it."""

    title: Text
    text: Text
    example: Any = None


class RecordGuide(Model):
    """A model and the fields that it adds to those of its bases."""

    title: Text
    text: Text
    fields: dict[str, FieldGuide] = {}


@cache
def read_guide() -> dict[str, RecordGuide]:
    """Everything in the guide: name of a model → its chapter."""
    data = parse_yaml(FILE.read_text(encoding="utf-8"))
    return {name: RecordGuide.model_validate(chapter) for name, chapter in data.items()}


def guide_of(model: type[Model]) -> RecordGuide:
    """Guide of a model, or of the nearest of its bases."""
    return next(_of_bases(model))


def guide_of_field(model: type[Model], name: str) -> FieldGuide:
    """Guide of a field, from its model or the base that the field comes from."""
    return next(chapter.fields[name] for chapter in _of_bases(model) if name in chapter.fields)


def _of_bases(model: type[Model]) -> Iterator[RecordGuide]:
    return (read_guide()[base.__name__] for base in model.__mro__ if base.__name__ in read_guide())
