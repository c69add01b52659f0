"""Every field of every model of records, for laws that none of them may escape."""

from collections.abc import Iterator
from typing import Any

from mozi.records.field_types import field_type
from mozi.records.models import RECORD_TYPES, Record
from mozi.records.values import Evidence, Model, Text, is_partial_date, walk
from mozi.yaml_text.parse import KeyPath

Field = tuple[type[Model], str]
"""A model and the name of one of its fields."""


def models() -> list[type[Model]]:
    """Models of records, with those of the mappings in them."""
    reached: dict[type[Model], None] = {}
    waiting: list[type[Model]] = list(RECORD_TYPES)
    while waiting:
        model = waiting.pop(0)
        if model not in reached and model is not Text:
            reached[model] = None
            waiting += [
                inner for name in model.model_fields if (inner := field_type(model, name).model)
            ]
    return list(reached)


def fields() -> Iterator[Field]:
    """Every field of every model but those of texts and evidence, which all share."""
    for model in models():
        for name in model.model_fields:
            if origin(model, name)[0] not in (Text, Evidence):
                yield model, name


def origin(model: type[Model], name: str) -> Field:
    """The field with the model that declares it: `model` or one of its bases."""
    bases = [
        base for base in model.__mro__ if issubclass(base, Model) and name in base.model_fields
    ]
    return bases[-1], name


def variants(record: Record) -> Iterator[tuple[tuple[str, str], Record]]:
    """Copies of `record` with one field changed in each: the names of its model and its own.

    Optional fields are emptied, texts and dates that are required are replaced by others.
    """
    for path, value in walk(record):
        if not isinstance(value, Model) or isinstance(value, Text):
            continue
        for name, field in type(value).model_fields.items():
            inner = getattr(value, name)
            other = _other(inner) if field.is_required() else field.get_default()
            if other != inner and name not in Evidence.model_fields:
                copy = record.model_copy(deep=True)
                _at(copy, path).__dict__[name] = other
                yield (type(value).__name__, name), copy


def _other(value: Any) -> Any:
    if isinstance(value, Text):
        return value.model_copy(update={"en": "Something else"})
    if isinstance(value, str) and is_partial_date(value):
        return "1999-01-01"[: len(value)]
    return value


def doubtful(record: Record) -> Iterator[tuple[KeyPath, Record, Record]]:
    """Two copies of `record` for each value that may be missing: with it in doubt, and without it.

    In doubt is a value that is inferred, has a note and a date.
    """
    for path, value in walk(record):
        if not isinstance(value, Evidence) or not path:
            continue
        in_doubt, without = record.model_copy(deep=True), record.model_copy(deep=True)
        shaken = _at(in_doubt, path)
        shaken.__dict__ |= {"basis": "inferred", "as_of": "2020", "note": Text(en="Why", zh="原因")}
        *way, last = path
        parent = _at(without, tuple(way))
        if isinstance(last, int):
            del parent[last]
        elif type(parent).model_fields[last].is_required():
            continue
        else:
            parent.__dict__[last] = None
        yield path, in_doubt, without


def _at(record: Record, path: KeyPath) -> Any:
    place: Any = record
    for step in path:
        place = place[step] if isinstance(step, int) else getattr(place, step)
    return place
