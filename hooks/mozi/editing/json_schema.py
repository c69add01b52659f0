"""JSON Schemas (draft 2020-12) for editors' programs: keys, explanations, examples, ids.

Made from the models and the guide; written in English and Chinese, since one file serves both. The
ids that exist stand in a schema of their own, `IDS`, to which all others refer: a new record changes
that file and no other, by two lines.
"""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

import pydantic
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from mozi.editing.id_choices import Names, id_choices
from mozi.languages.locales import LocaleEntry
from mozi.records.completeness import expected_fields
from mozi.records.field_guide import FieldGuide, RecordGuide, guide_of, guide_of_field
from mozi.records.field_types import field_type, may_be_bare
from mozi.records.file_format import key_order
from mozi.records.models import RECORD_TYPES, VOCABULARIES, Record, SiteNames
from mozi.records.values import Model, Text
from mozi.store.record_store import Store

DIALECT = "https://json-schema.org/draft/2020-12/schema"
IDS = "ids.schema.json"

Schema = dict[str, Any]


@cache
def model_schemas() -> dict[str, str]:
    """File name → schema of each record type, vocabulary and the locales."""
    texts = {
        f"{t.__name__.lower()}.schema.json": _text(t.model_json_schema(schema_generator=_Explained))
        for t in RECORD_TYPES
    }
    for name, model in VOCABULARIES.items():
        texts[f"{name}.schema.json"] = _text(_mapping_of(model))
    texts["site.schema.json"] = _text(SiteNames.model_json_schema(schema_generator=_Explained))
    texts["locales.schema.json"] = _text(_mapping_of(LocaleEntry))
    return texts


def ids_schema(read: Store) -> str:
    """The schema of all ids that there are, with the names they stand for."""
    kinds = {_key(kind): _choice(names) for kind, names in id_choices(read).items() if names}
    return _text({"$defs": kinds})


def write_ids(read: Store) -> None:
    """Bring the schema of ids up to date, where the project keeps schemas."""
    folder = read.root / "data" / "schema"
    if folder.is_dir():
        (folder / IDS).write_text(ids_schema(read), encoding="utf-8")


def ids_are_stale(read: Store) -> bool:
    """Whether the project keeps a schema of ids that does not know all there are, or knows others."""
    path = read.root / "data" / "schema" / IDS
    return path.is_file() and path.read_text(encoding="utf-8") != ids_schema(read)


def _choice(names: Mapping[str, Names]) -> Schema:
    return {
        "type": "string",
        "enum": list(names),
        "enumDescriptions": [f"{name['en']} · {name['zh']}" for name in names.values()],
    }


def _key(kind: str) -> str:
    return kind.removeprefix("vocabularies/")


def _mapping_of(model: type[Model]) -> Schema:
    mapping: Any = dict[str, model]  # type: ignore[valid-type]
    schema = pydantic.TypeAdapter(mapping).json_schema(schema_generator=_Explained)
    return {**schema, **_words(guide_of(model))}


def _text(schema: Schema) -> str:
    whole = {"$schema": DIALECT, **_referring(schema)}
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


def _referring(node: Any) -> Any:
    """`node` with every place for an id referring to the ids that there are."""
    if isinstance(node, list):
        return [_referring(inner) for inner in node]
    if not isinstance(node, dict):
        return node
    if "x-refers-to" not in node:
        return {key: _referring(inner) for key, inner in node.items()}
    own = {key: node[key] for key in node if key not in ("type", "pattern", "x-refers-to")}
    return {"$ref": f"{IDS}#/$defs/{_key(node['x-refers-to'])}", **own}


class _Explained(GenerateJsonSchema):
    """Schemas with the guide's words, without what would only clutter an editor's program."""

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """The schema of a model, its keys in the order of records."""
        model: type[Model] = schema["cls"]
        json_schema = super().model_schema(schema)
        properties = json_schema["properties"]
        json_schema["properties"] = {
            key: {**properties[key], **_property(model, key)} for key in key_order(model)
        }
        return {**json_schema, **_words(guide_of(model))}

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """Schema without null: an optional key is left out, never written as nothing."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """Without the default: it is what holds when the key is left out, not what to write."""
        return self.generate_inner(schema["schema"])

    def sort(self, value: JsonSchemaValue, parent_key: str | None = None) -> JsonSchemaValue:
        """In the order of the models, as the examples are."""
        return value

    def field_title_should_be_set(self, schema: Any) -> bool:
        """Titles are the guide's."""
        return False


def _property(model: type[Model], key: str) -> Schema:
    """Explanation of a key; none for the value of a claim, so that the claim's own words show."""
    if key == "value" and may_be_bare(model):
        return {}
    entry, shape = guide_of_field(model, key), field_type(model, key)
    words = _words(entry)
    if key == "unpublished" and issubclass(model, Record):
        words["items"] = {"type": "string", "enum": list(expected_fields(model.kind))}
    elif entry.example is not None and not (shape.ref or shape.choices):
        words["examples"] = [entry.example]
    return words


def _words(entry: FieldGuide | RecordGuide) -> Schema:
    return {
        "title": _both(entry.title, " · "),
        "description": _both(entry.text, "\n"),
        "markdownDescription": _both(entry.text, "\n\n"),
    }


def _both(text: Text, between: str) -> str:
    return f"{text.en}{between}{text.zh}"
