"""Field types: one value or many, and of which kind, as a model declares them."""

from dataclasses import dataclass, replace
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from mozi.records.values import Claim, Model, PartialDate, Ref

_OF_DATES = get_args(PartialDate)[1]
"""Metadata that marks a text as a date."""


@dataclass(frozen=True)
class FieldType:
    """Type of the values that a field takes.

    `kind` is that of a single value: a model, a kind of id, or `str`, `int`, `float`, `bool`;
    `many`: a list of them; `choices`: the only words allowed, where there are such; `claim`: the
    model of value and evidence together, where the value may also be written alone; `date`: the
    text is a date.
    """

    kind: type[Any]
    many: bool = False
    claim: type[Model] | None = None
    choices: tuple[Any, ...] = ()
    date: bool = False

    @property
    def model(self) -> type[Model] | None:
        """The model of a single value, where it is a mapping."""
        return self.kind if issubclass(self.kind, Model) else None

    @property
    def ref(self) -> type[Ref] | None:
        """The kind of id, where the value names another record or an entry of a vocabulary."""
        return self.kind if issubclass(self.kind, Ref) else None


@cache
def field_type(model: type[Model], name: str) -> FieldType:
    """The shape of a field. Raises `KeyError` when the model has no such field."""
    return _of(_annotation(model, name))


def may_be_bare(model: type[Any]) -> bool:
    """Whether `model` is a claim of which the value alone will do."""
    return issubclass(model, Claim) and all(
        name == "value" or not field.is_required() for name, field in model.model_fields.items()
    )


def _annotation(model: type[Model], name: str) -> Any:
    """The field's annotation, with what pydantic has taken off it."""
    field = model.model_fields[name]
    return Annotated[(field.annotation, *field.metadata)] if field.metadata else field.annotation


def _of(annotation: Any, many: bool = False, claim: type[Model] | None = None) -> FieldType:
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        shape = _of(inner[0], many, claim)
        return replace(shape, date=True) if _OF_DATES in inner[1:] else shape
    if origin is list:
        return _of(inner[0], True, claim)
    if origin is Literal:
        return FieldType(type(inner[0]), many, claim, inner)
    if origin in (Union, UnionType):
        return _of(next(option for option in inner if option is not NoneType), many, claim)
    if may_be_bare(annotation):
        return _of(_annotation(annotation, "value"), many, annotation)
    return FieldType(annotation, many, claim)
