"""Field guide: each kind of record and field in plain English and Chinese, from `field_guide.yml`.

It is read only for editors: for interviews, comments in new records and completion. A site build
does not need it.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from mozi.records.values import Model, Text
from mozi.yaml_text.parse import parse_yaml

FILE = Path(__file__).with_name("field_guide.yml")


class FieldGuide(Model):
    """Guide of a field: its name, what to write, and an example as an editor would write it."""

    title: Text
    text: Text
    example: Any = None


class RecordGuide(Model):
    """Guide of a model, with the fields that it adds to those of its base classes."""

    title: Text
    text: Text
    fields: dict[str, FieldGuide] = {}


@cache
def read_guide() -> dict[str, RecordGuide]:
    """Return the whole guide: name of a model → its guide."""
    data = parse_yaml(FILE.read_text(encoding="utf-8"))
    return {name: RecordGuide.model_validate(chapter) for name, chapter in data.items()}


def guide_of(model: type[Model]) -> RecordGuide:
    """Return the guide of a model, or of the nearest of its base classes that has one."""
    return next(_of_bases(model))


def guide_of_field(model: type[Model], name: str) -> FieldGuide:
    """Return the guide of a field, from its model or the base class that the field comes from."""
    return next(chapter.fields[name] for chapter in _of_bases(model) if name in chapter.fields)


def _of_bases(model: type[Model]) -> Iterator[RecordGuide]:
    return (read_guide()[base.__name__] for base in model.__mro__ if base.__name__ in read_guide())
