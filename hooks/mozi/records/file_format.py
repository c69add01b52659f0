"""File format of a record: the line that names its schema, and the order of its keys."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from mozi.records.field_types import field_type
from mozi.records.models import Price, Record, SourcedRecord
from mozi.records.values import Evidence, Model, Text
from mozi.yaml_text.write import dump_yaml


def record_text(record_type: type[Record], data: Mapping[str, Any]) -> str:
    """Return the text of a record's file: the line that names its schema, then `data` in order."""
    return schema_line(record_type) + dump_yaml(in_key_order(record_type, data))


def schema_line(record_type: type[Record]) -> str:
    """Return the first line of a record's file, by which editor programs know its schema."""
    name = record_type.__name__.lower()
    return f"# yaml-language-server: $schema=../schema/{name}.schema.json\n"


_FIRST = ("name", "cite", "checked")


_LAST = ("facts", "cautions", "disagreements", "unpublished")


def key_order(model: type[Model]) -> list[str]:
    """Return the keys of a model in the order in which records write them.

    A record begins with its name and sources and ends with its general statements; in any other
    mapping, the evidence comes last.
    """
    names = list(model.model_fields)
    first: list[str] = []
    last: list[str] = []
    if issubclass(model, SourcedRecord):
        first, last = [name for name in _FIRST if name in names], list(_LAST)
    if issubclass(model, Price):  # what it is for, before how much it is
        first = [name for name in ("name", "what") if name in names]
    for base in (Text, Evidence):
        last += base.model_fields if issubclass(model, base) else ()
    return [*first, *(name for name in names if name not in (*first, *last)), *last]


def in_key_order(model: type[Model], data: Mapping[str, Any]) -> dict[str, Any]:
    """Return `data` with all keys in order, those of mappings in it too; nothing is checked."""
    order = key_order(model)
    other_keys = [key for key in data if key not in order]
    position = order.index("zh") + 1 if issubclass(model, Text) else len(order)
    order[position:position] = other_keys  # other languages of a text follow its Chinese form
    return {key: _ordered_value(model, key, data[key]) for key in order if key in data}


def _ordered_value(model: type[Model], key: str, value: Any) -> Any:
    if key not in model.model_fields:
        return value
    type_of_field = field_type(model, key)
    inner = type_of_field.claim or type_of_field.model
    if inner is None:
        return value
    if isinstance(value, dict):
        return in_key_order(inner, value)
    if isinstance(value, list):
        return [in_key_order(inner, item) if isinstance(item, dict) else item for item in value]
    return value


def sorted_keys(record_type: type[Record], keys: Iterable[str]) -> list[str]:
    """Return keys of a record in order: name and sources first, general statements last."""
    positions = _positions(record_type)
    return sorted(keys, key=lambda key: positions[key])


def first_misplaced_key(record_type: type[Record], keys: Iterable[str]) -> tuple[str, str] | None:
    """Return the first key that comes too late, and the key that it belongs before; else None."""
    written_keys = list(keys)
    for key, other in zip(sorted_keys(record_type, written_keys), written_keys, strict=True):
        if key != other:
            return key, other
    return None


@cache
def _positions(record_type: type[Record]) -> dict[str, int]:
    return {key: position for position, key in enumerate(key_order(record_type))}
