"""Every field of every model of records, for laws that none of them may escape."""

from collections.abc import Iterator

from mozi.records.field_types import field_type
from mozi.records.models import RECORD_TYPES
from mozi.records.values import Evidence, Model, Text

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
