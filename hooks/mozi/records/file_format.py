"""The file format of a record: the line that names its schema, and the order of its keys."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from mozi.records.field_types import field_type
from mozi.records.models import Record, SourcedRecord
from mozi.records.values import Evidence, Model, Text
from mozi.yaml_text.write import dump_yaml


def record_text(record_type: type[Record], data: Mapping[str, Any]) -> str:
    """The file of a record: the line that names its schema, then `data` in the usual order."""
    return schema_line(record_type) + dump_yaml(in_key_order(record_type, data))


def schema_line(record_type: type[Record]) -> str:
    """The first line of a record's file, by which editors know its schema."""
    name = record_type.__name__.lower()
    return f"# yaml-language-server: $schema=../schema/{name}.schema.json\n"


_FIRST = ("name", "cite", "checked")


_LAST = ("facts", "cautions", "disagreements", "unpublished")


def key_order(model: type[Model]) -> list[str]:
    """The keys of a model in the order in which records write them.

    A record opens with its name and sources and closes with what is said in general; any other
    mapping says what it says before it says how that is known.
    """
    names = list(model.model_fields)
    first: list[str] = []
    last: list[str] = []
    if issubclass(model, SourcedRecord):
        first, last = [name for name in _FIRST if name in names], list(_LAST)
    for base in (Text, Evidence):
        last += base.model_fields if issubclass(model, base) else ()
    return [*first, *(name for name in names if name not in (*first, *last)), *last]


def in_key_order(model: type[Model], data: Mapping[str, Any]) -> dict[str, Any]:
    """`data` with its keys, and those of all it holds, in the usual order; nothing is checked."""
    order = key_order(model)
    further = [key for key in data if key not in order]
    place = order.index("zh") + 1 if issubclass(model, Text) else len(order)
    order[place:place] = further  # a name's further languages follow its Chinese form
    return {key: _ordered_value(model, key, data[key]) for key in order if key in data}


def _ordered_value(model: type[Model], key: str, value: Any) -> Any:
    if key not in model.model_fields:
        return value
    shape = field_type(model, key)
    inner = shape.claim or shape.model
    if inner is None:
        return value
    if isinstance(value, dict):
        return in_key_order(inner, value)
    if isinstance(value, list):
        return [in_key_order(inner, item) if isinstance(item, dict) else item for item in value]
    return value


def sorted_keys(record_type: type[Record], keys: Iterable[str]) -> list[str]:
    """A record's keys as records write them: name and sources first, general statements last."""
    places = _places(record_type)
    return sorted(keys, key=lambda key: places[key])


def first_misplaced_key(record_type: type[Record], keys: Iterable[str]) -> tuple[str, str] | None:
    """The first key that stands after one it belongs before, and that other one."""
    given = list(keys)
    for key, other in zip(sorted_keys(record_type, given), given, strict=True):
        if key != other:
            return key, other
    return None


@cache
def _places(record_type: type[Record]) -> dict[str, int]:
    return {key: place for place, key in enumerate(key_order(record_type))}
