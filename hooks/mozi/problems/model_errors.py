"""Model errors: values that pydantic refuses in a file, as findings for an editor."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

import pydantic

from mozi.problems.problem import Finding, Value, did_you_mean
from mozi.records.values import Model
from mozi.yaml_text.parse import KeyPath

Wording = tuple[str, str, dict[str, Value]]
"""Code, variant and values of a finding."""

_KINDS = {
    "string_type": "text",
    "int_type": "whole-number",
    "int_from_float": "whole-number",
    "float_type": "number",
    "bool_type": "yes-no",
    "list_type": "list",
    "dict_type": "mapping",
    "model_type": "mapping",
    "model_attributes_type": "mapping",
}
"""pydantic's errors about the kind of a value → variants of MZ206."""

_LIMITS = {
    "greater_than": "gt",
    "greater_than_equal": "ge",
    "less_than": "lt",
    "less_than_equal": "le",
    "string_too_short": "min_length",
    "string_too_long": "max_length",
    "string_pattern_mismatch": "pattern",
    "too_long": "max_length",
}
"""pydantic's errors about bounds, with the name of the bound; they are variants of MZ207."""

_NUMBER_BRANCHES = ("int", "float")
"""Last steps that pydantic adds to the path of a number that may be an integer or a fraction."""


def model_findings(
    error: pydantic.ValidationError, model: type[Model], file: str, prefix: KeyPath = ()
) -> Iterator[Finding]:
    """Yield findings about data that `model` refused, each once.

    The data is in `file`; the keys `prefix` lead to it.
    """
    earlier_findings = set()
    for detail in error.errors(include_url=False):
        kind, loc = detail["type"], detail["loc"]
        if kind in _KINDS and loc and loc[-1] in _NUMBER_BRANCHES:
            kind, loc = "float_type", loc[:-1]
        if kind == "unknown_key":  # `values.Text` refuses it and does not put it into the path
            loc = (*loc, detail["ctx"]["key"])
        code, variant, values = _wording(kind, detail, model, loc, prefix=prefix)
        at_value = code not in ("MZ201", "MZ202")
        path = (*prefix, *loc)
        finding = Finding(file, path, code, variant, tuple(values.items()), at_value)
        if finding not in earlier_findings:
            earlier_findings.add(finding)
            yield finding


def _wording(
    kind: str, detail: Any, model: type[Model], loc: KeyPath, *, prefix: KeyPath
) -> Wording:
    context, refused_value = detail.get("ctx", {}), detail["input"]
    key = _name((*prefix, *loc))
    if kind in ("extra_forbidden", "unknown_key"):
        return _unknown(str(loc[-1]), context.get("known") or keys_at(model, loc[:-1]))
    if kind == "missing":
        mapping_name = _name((*prefix, *loc[:-1]))
        missing: dict[str, Value] = {"key": str(loc[-1])}
        if mapping_name:
            return "MZ202", "inside", missing | {"place": mapping_name}
        return "MZ202", "", missing
    if kind == "mozi":
        values = {name: value for name, value in context.items() if name != "variant"}
        return "MZ203", context["variant"], {"key": key, **values}
    if refused_value is None and (kind in _KINDS or kind == "literal_error"):
        return "MZ206", "nothing", {"key": key}
    if kind == "literal_error":
        advice = did_you_mean(str(refused_value), choices_at(model, loc))
        return "MZ204", "", {"key": key, "value": str(refused_value), "advice": advice}
    if kind == "too_short":
        counts = {"least": context["min_length"], "count": context["actual_length"]}
        return "MZ205", "", {"key": key, **counts}
    if kind == "string_type" and isinstance(refused_value, (int, float)):
        return "MZ206", "number-for-text", {"key": key, "value": str(refused_value)}
    if kind in _KINDS:
        return "MZ206", _KINDS[kind], {"key": key}
    if kind in _LIMITS:
        return "MZ207", kind.replace("_", "-"), {"key": key, "limit": context[_LIMITS[kind]]}
    return "MZ207", "", {"key": key}


def _unknown(key: str, allowed_keys: Iterable[str]) -> Wording:
    if "：" in key:
        return "MZ201", "full-width-colon", {"key": key}
    if " " in key:
        return "MZ201", "comma", {"key": key}
    return "MZ201", "", {"key": key, "advice": did_you_mean(key, allowed_keys)}


def _name(path: KeyPath) -> str:
    """Return a path counted from 1: `roles.2.partner` is the partner of the second role."""
    steps = (step + 1 if isinstance(step, int) else step for step in path if step != "value")
    return ".".join(str(step) for step in steps)


# Keys and values that the model allows at a path, read from its JSON Schema ----------------------

Schema = dict[str, Any]


def keys_at(model: type[Model], path: KeyPath) -> list[str]:
    """Return the keys that a mapping at `path` may have."""
    return sorted({key for o in _options_at(model, path) for key in o.get("properties", {})})


def choices_at(model: type[Model], path: KeyPath) -> list[str]:
    """Return the words allowed at `path`, where the model lists them; else nothing."""
    return [
        str(choice)
        for option in _options_at(model, path)
        for choice in option.get("enum", [option["const"]] if "const" in option else [])
    ]


def referred_at(model: type[Model], path: KeyPath) -> str:
    """Return the kind that an id at `path` refers to, such as `partners`; else an empty text."""
    kinds = (str(option.get("x-refers-to", "")) for option in _options_at(model, path))
    return next(filter(None, kinds), "")


def _options_at(model: type[Model], path: KeyPath) -> list[Schema]:
    schema = _schema_of(model)
    node = schema
    for step in path:
        options = _options(schema, node)
        if isinstance(step, int):
            node = next((o["items"] for o in options if "items" in o), {})
        else:
            node = next(
                (o["properties"][step] for o in options if step in o.get("properties", {})), node
            )
    return _options(schema, node)


@cache
def _schema_of(model: type[Model]) -> Schema:
    return model.model_json_schema()


def _options(schema: Schema, node: Schema) -> list[Schema]:
    """Return the alternatives that `node` offers, with references resolved."""
    while "$ref" in node:
        node = schema["$defs"][node["$ref"].rsplit("/", 1)[1]]
    if "anyOf" not in node:
        return [node]
    return [option for branch in node["anyOf"] for option in _options(schema, branch)]
