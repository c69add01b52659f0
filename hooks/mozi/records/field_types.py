"""Field types: one value or many, and of which kind, as a model declares them."""

from dataclasses import dataclass, replace
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from mozi.records.values import Claim, Model, PartialDate, Ref

_OF_DATES = get_args(PartialDate)[1]
"""Pydantic metadata that marks a text as a date."""


@dataclass(frozen=True)
class FieldType:
    """Type of the values that a field takes.

    `kind` is the type of a single value: a model, a kind of id, or `str`, `int`, `float`, `bool`;
    `many`: a list of them; `choices`: the only words allowed, empty where any is; `claim`: the
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
    """Return the type of a field. Raises `KeyError` when the model has no such field."""
    return _type_of_annotation(_annotation(model, name))


@cache
def models_within(model: type[Model]) -> frozenset[type[Model]]:
    """Return a model and all models that its fields take, at any depth."""
    inside = (field_type(model, name) for name in model.model_fields)
    fields = {each for kind in inside for each in (kind.model, kind.claim) if each}
    return frozenset({model}.union(*(models_within(each) for each in fields)))


def may_be_bare(model: type[Any]) -> bool:
    """Whether `model` is a claim whose value may be written alone, without its keys."""
    return issubclass(model, Claim) and all(
        name == "value" or not field.is_required() for name, field in model.model_fields.items()
    )


def _annotation(model: type[Model], name: str) -> Any:
    """Return the annotation of a field, with the metadata that pydantic has taken off it."""
    field = model.model_fields[name]
    return Annotated[(field.annotation, *field.metadata)] if field.metadata else field.annotation


def _type_of_annotation(
    annotation: Any, many: bool = False, claim: type[Model] | None = None
) -> FieldType:
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        type_inside = _type_of_annotation(inner[0], many, claim)
        return replace(type_inside, date=True) if _OF_DATES in inner[1:] else type_inside
    if origin is list:
        return _type_of_annotation(inner[0], True, claim)
    if origin is Literal:
        return FieldType(type(inner[0]), many, claim, inner)
    if origin in (Union, UnionType):
        option = next(option for option in inner if option is not NoneType)
        return _type_of_annotation(option, many, claim)
    if may_be_bare(annotation):
        return _type_of_annotation(_annotation(annotation, "value"), many, annotation)
    return FieldType(annotation, many, claim)
