"""Description of the JSON API as an OpenAPI 3.1 document (https://spec.openapis.org/oas/v3.1.1).

Schemas are made from the models of the records, in the form that `json_documents` writes. They are
open: a later version 1.x may add keys, which programs should ignore.
"""

from collections.abc import Iterator
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue, models_json_schema
from pydantic_core import core_schema

from mozi.open_data import api_changelog
from mozi.open_data.json_documents import FORMATS, LICENCE, PUBLISHED_VOCABULARIES, in_lists
from mozi.records.completeness import expected_fields
from mozi.records.field_guide import guide_of_field
from mozi.records.models import (
    RECORD_TYPES,
    VOCABULARIES,
    Country,
    Intake,
    Record,
    Source,
    SourcedRecord,
)
from mozi.records.offerings import OFFERED_FIELDS
from mozi.records.values import Claim, Model, Statement, Text

Schema = dict[str, Any]

MEDIA_TYPES = {
    "json": "application/json",
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}

_REF = "#/components/schemas/{model}"
_DATE = {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}
_DAY = {"type": "string", "format": "date"}
_ADDRESS = {"type": "string", "format": "uri-reference"}
_STRING = {"type": "string"}
_LICENCE = {"const": LICENCE, "description": "SPDX identifier of the licence."}
_ID = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}

_EVIDENCE = {
    "basis": "Whether a source says so (`confirmed`), or it was concluded (`inferred`); then `note` "
    "gives the reason.",
    "as_of": "The date on which it was true, as precise as it is known. It may have changed since.",
    "note": "What one must know about it.",
    "cite": "Ids of the sources that say so.",
}

_SHARED = {
    **_EVIDENCE,
    "checked": "The day on which somebody last looked at the sources.",
    "unpublished": "What one would expect here and no source read says: not published, as of "
    "`checked`. Names stand in the vocabulary `particulars`.",
    "disagreements": "Points on which sources differ. Every version is given; none is chosen.",
    "cautions": "What must not be confused with it.",
}


def openapi_document(site_url: str, languages: tuple[str, ...], title: str) -> Schema:
    """The whole OpenAPI document; `languages` are the codes of the site's languages, `title` its name."""
    return {
        "openapi": "3.1.1",
        "info": {
            "title": f"{title}: open data",
            "version": api_changelog.api_version(),
            "summary": "Records on workshops abroad, every statement with its sources.",
            "description": "Plain files: no key, no limit, no parameters but the names of files. "
            "Version 1 only grows; pass over keys that you do not know.",
            "license": {"name": "MIT License", "identifier": LICENCE},
        },
        "servers": [{"url": f"{site_url}api/v1" if site_url else "."}],
        "paths": dict(_paths(languages)),
        "components": {"schemas": _schemas()},
    }


# Paths ----------------------------------------------------------------------------------------------


def _paths(languages: tuple[str, ...]) -> Iterator[tuple[str, Schema]]:
    yield "/index.json", _get("index", "The way to everything else", _ref("Index"))
    yield "/openapi.json", _get("openapi", "This description", {"type": "object"})
    yield "/changes.json", _get("changes", "What changed in the API", _ref("Changes"))
    for record_type in RECORD_TYPES:
        name, kind = record_type.__name__, record_type.kind
        yield f"/{kind}.json", _get(f"list-{kind}", f"All {kind}, in short", _ref(f"{name}List"))
        yield (
            f"/{kind}/{{id}}.json",
            _get(
                f"get-{name.lower()}",
                f"One of the {kind}, with all it says",
                _ref(name),
                _parameter("id", _ID, "The record's id; it never changes."),
            ),
        )
    for name in PUBLISHED_VOCABULARIES:
        schema = _ref(_title(name))
        yield f"/vocabularies/{name}.json", _get(f"vocabulary-{name}", f"The list {name}", schema)
    kinds = {"enum": [record_type.kind for record_type in RECORD_TYPES]}
    for format in FORMATS:
        yield (
            f"/tables/{{kind}}.{{language}}.{format}",
            _get(
                f"table-{format}",
                "All records of a kind as a table, a row each",
                {} if format != "csv" else _STRING,
                _parameter("kind", kinds, "The kind of records."),
                _parameter("language", {"enum": list(languages)}, "The language of the table."),
                format=format,
            ),
        )


def _get(
    id: str, summary: str, schema: Schema, *parameters: Schema, format: str = "json"
) -> Schema:
    answer = {"description": summary, "content": {MEDIA_TYPES[format]: {"schema": schema}}}
    return {
        "get": {
            "operationId": id,
            "summary": summary,
            **({"parameters": list(parameters)} if parameters else {}),
            "responses": {"200": answer, "404": {"description": "There is no such file"}},
        }
    }


def _parameter(name: str, schema: Schema, description: str) -> Schema:
    return {
        "name": name,
        "in": "path",
        "required": True,
        "description": description,
        "schema": schema,
    }


def _ref(name: str) -> Schema:
    return {"$ref": _REF.format(model=name)}


def _title(vocabulary: str) -> str:
    """The name of a vocabulary's schema, such as `MilestoneKindsVocabulary`."""
    return "".join(part.capitalize() for part in vocabulary.split("-")) + "Vocabulary"


# Schemas --------------------------------------------------------------------------------------------


def _schemas() -> dict[str, Schema]:
    terms = {VOCABULARIES[name] for name in PUBLISHED_VOCABULARIES}
    models: list[type[Model]] = [*RECORD_TYPES, api_changelog.Change]
    models += sorted(terms, key=lambda term: term.__name__)
    _, schema = models_json_schema(
        [(model, "validation") for model in models],
        ref_template=_REF,
        schema_generator=_AsWritten,
    )
    defined: dict[str, Schema] = schema["$defs"]
    claims = {name: each for name, each in defined.items() if name.startswith(Claim.__name__)}
    schemas: dict[str, Schema] = {
        name: _inlined(each, claims) for name, each in defined.items() if name not in claims
    }
    for record_type in RECORD_TYPES:
        name = record_type.__name__
        model_schema = schemas[name]
        schemas[f"{name}List"] = _list(record_type, model_schema)
        schemas[name] = _record(record_type, model_schema)
    for name in PUBLISHED_VOCABULARIES:
        schemas[_title(name)] = _vocabulary(name)
    schemas[Intake.__name__] = _intake(schemas[Intake.__name__])
    return {**schemas, "Index": _INDEX, "Changes": _CHANGES, "Links": _LINKS}


def _inlined(node: Any, claims: dict[str, Schema]) -> Any:
    """`node` with schemas of claims in place of references, whose names would be Python types."""
    if isinstance(node, list):
        return [_inlined(inner, claims) for inner in node]
    if not isinstance(node, dict):
        return node
    name = str(node.get("$ref", "")).rpartition("/")[2]
    if name in claims:
        siblings = {key: each for key, each in node.items() if key != "$ref"}
        return {**claims[name], **siblings}
    return {key: _inlined(inner, claims) for key, inner in node.items()}


def _object(properties: Schema, description: str = "", optional: tuple[str, ...] = ()) -> Schema:
    return {
        "type": "object",
        **({"description": description} if description else {}),
        "properties": properties,
        "required": [name for name in properties if name not in optional],
    }


def _map(values: Schema, description: str = "") -> Schema:
    described = {"description": description} if description else {}
    return {"type": "object", **described, "additionalProperties": values}


_TEXTS = {
    "type": "object",
    "description": "A text by language (BCP 47). Plain strings are what editors wrote, or official "
    "names. Translations say their state, `draft` until a person has reviewed the language; "
    "`stale` when the original has changed since. Where there is no translation, `fallback` is the "
    "language in which pages show the text instead.",
    "properties": {"en": _STRING, "zh": _STRING},
    "required": ["en", "zh"],
    "additionalProperties": {
        "oneOf": [
            _STRING,
            _object(
                {
                    "text": _STRING,
                    "state": {"enum": ["draft", "reviewed"]},
                    "stale": {"const": True},
                },
                optional=("stale",),
            ),
            _object({"fallback": _STRING}),
        ]
    },
}

_CLDR_NAME = _map(_STRING, "The country's name by language, from the Unicode CLDR.")

_LINKS = _object(
    {
        "to": _map(_map(_ADDRESS), "Records that it names: kind → id → address of the JSON."),
        "from": _map(_map(_ADDRESS), "Records that name it: kind → id → address of the JSON."),
    }
)

_CITED = _object(
    {
        "title": {
            **_STRING,
            "description": "The title of the page or document, as it stands there.",
        },
        "date": {**_DATE, "description": "The date of the page or document."},
        "url": {
            **_ADDRESS,
            "description": "Where it can be read; left out where it cannot be linked.",
        },
        "json": {**_ADDRESS, "description": "The source as a file of this API."},
    },
    optional=("title", "date", "url"),
)

_IDENTITY = {
    "id": {**_ID, "description": "It never changes."},
    "json": {**_ADDRESS, "description": "The record as a file of this API."},
    "pages": _map(_ADDRESS, "The record's page in every language; for a topic, its place on one."),
    "checked": {**_DAY, "description": _SHARED["checked"]},
    "modified": {**_DAY, "description": "The day on which the record was last changed (UTC)."},
}

_CHANGES = _object(
    {"licence": _LICENCE, "changes": {"type": "array", "items": _ref("Change")}},
)

_INDEX = _object(
    {
        "title": _map(_STRING),
        "version": {**_STRING, "description": "Of the API; see `changes`."},
        "date": {**_DAY, "description": "The day of the latest change of the data (UTC)."},
        "licence": _LICENCE,
        "openapi": _ADDRESS,
        "changes": _ADDRESS,
        "languages": _map(
            _object(
                {
                    "name": _STRING,
                    "dir": {"enum": ["ltr", "rtl"]},
                    "state": {"enum": ["source", "draft", "reviewed"]},
                    "page": _ADDRESS,
                }
            )
        ),
        "kinds": _map(
            _object(
                {
                    "count": {"type": "integer"},
                    "json": _ADDRESS,
                    "tables": _map(_object(dict.fromkeys(FORMATS, _ADDRESS))),
                }
            )
        ),
        "vocabularies": _map(_ADDRESS),
    }
)


def _record(record_type: type[Record], model_schema: Schema) -> Schema:
    """Schema of a record's own document: the model's, with licence, links and sources."""
    known_schema = _known(record_type)
    return {
        **model_schema,
        "properties": {
            "licence": _LICENCE,
            **model_schema["properties"],
            **known_schema,
            "links": _ref("Links"),
            "sources": _map(_CITED, "The sources that it cites, by id."),
        },
        "required": ["licence", *model_schema["required"], *known_schema, "links", "sources"],
    }


def _known(record_type: type[Record]) -> Schema:
    """Schema of `known_schema` as a property; none for a kind of which no field is expected."""
    expected = list(expected_fields(record_type.kind))
    if not expected:
        return {}
    name: Schema = {"type": "string", "enum": expected}
    names: Schema = {"type": "array", "items": name}
    schema = _object(
        {
            "given": {**names, "description": "The record gives them."},
            "partly": {
                "type": "object",
                "description": "Some of its intakes give them, not all: `given` intakes `of` all.",
                "propertyNames": name,
                "additionalProperties": _object(
                    {"given": {"type": "integer"}, "of": {"type": "integer"}}
                ),
            },
            "unpublished": {**names, "description": "No source read says them, as of `checked`."},
            "open": {**names, "description": "The record says nothing on them, not even that."},
        },
        "What is known of each field that one expects here. A value may stand in a field of its "
        "own name, or be a part of another, such as a level that awards give.",
    )
    return {"known": schema}


def _intake(model_schema: Schema) -> Schema:
    """Schema of an intake: the model's, with what holds for it."""
    fields = model_schema["properties"]
    values: dict[str, Schema] = {
        "languages": fields["language"],
        "location": fields["location"],
        "mode": fields["mode"],
        "schedule": fields["schedule"]["items"],
        "fees": fields["fees"]["items"],
        "deadline": fields["deadlines"]["items"],
    }
    effective = _object(
        {name: {"type": "array", "items": _offer(name, values[name])} for name in OFFERED_FIELDS},
        "What holds for the intake, with what it inherits from its programme. An empty list says "
        "that neither of them gives it; `known` says whether it was published at all. The intake's "
        "other fields are its own, word for word.",
    )
    return {
        **model_schema,
        "properties": {**fields, "effective": effective},
        "required": [*model_schema["required"], "effective"],
    }


def _offer(name: str, value: Schema) -> Schema:
    properties = {
        "value": {key: each for key, each in value.items() if key != "description"},
        "inherited": {"type": "boolean", "description": "Whether its programme says so."},
        "basis": {"enum": ["confirmed", "inferred"], "description": _EVIDENCE["basis"]},
        "as_of": {**_DATE, "description": _EVIDENCE["as_of"]},
        "note": {**_ref("Text"), "description": _EVIDENCE["note"]},
        "cite": {"type": "array", "items": _STRING, "description": _EVIDENCE["cite"]},
    }
    if name != "deadline":
        return _object(properties, optional=("as_of", "note"))
    properties["rolling"] = {
        "const": True,
        "description": "In place of `value`: one may apply until all places are taken.",
    }
    return _object(properties, optional=("value", "rolling", "as_of", "note"))


def _list(record_type: type[Record], model_schema: Schema) -> Schema:
    names = ("kind", *_IDENTITY, *in_lists(record_type))
    defined = model_schema["properties"]
    properties = {name: defined[name] for name in names if name in defined}
    properties |= _known(record_type)
    written = {*model_schema["required"], "known"}
    optional = tuple(name for name in properties if name not in written)
    return _object(
        {
            "licence": _LICENCE,
            "date": _INDEX["properties"]["date"],
            "kind": {"const": record_type.kind},
            "count": {"type": "integer"},
            "records": {"type": "array", "items": _object(properties, optional=optional)},
        }
    )


def _vocabulary(name: str) -> Schema:
    return _object(
        {
            "licence": _LICENCE,
            "vocabulary": {"const": name},
            "entries": _map(_ref(VOCABULARIES[name].__name__)),
        }
    )


class _AsWritten(GenerateJsonSchema):
    """Generator of schemas for what `json_documents` writes, where editors write another form."""

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """Schema of a model: keys that are always written are required; further keys may follow."""
        model: type[Model] = schema["cls"]
        if model is Text:
            return _TEXTS
        generated = super().model_schema(schema)
        properties = _described(model, generated["properties"])
        required = [
            name
            for name, field in model.model_fields.items()
            if name in properties and (field.is_required() or field.get_default() is not None)
        ]
        if issubclass(model, Record):
            own = {name: each for name, each in properties.items() if name != "checked"}
            properties = {"kind": {"const": model.kind}, **_IDENTITY, **own}
            required = ["kind", *_IDENTITY, *(name for name in required if name != "checked")]
        if model is Country:
            properties, required = {**properties, "name": _CLDR_NAME}, [*required, "name"]
        has_own_words = "description" in generated and not issubclass(model, Claim)
        described = {"description": generated["description"]} if has_own_words else {}
        return {"type": "object", **described, "properties": properties, "required": required}

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """Schema without null: a value that is not given is left out."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """Schema without the default: a field that has one is always written out."""
        return self.generate_inner(schema["schema"])

    def field_title_should_be_set(self, schema: Any) -> bool:
        """Whether a field gets a title: never, as descriptions say more."""
        return False


def _described(model: type[Model], properties: Schema) -> Schema:
    """Properties of a model with descriptions, from `records/field_guide.yml` or from `_SHARED`."""
    described: Schema = {}
    if issubclass(model, Statement):
        described["text"] = _ref("Text")
        properties = {name: each for name, each in properties.items() if name not in ("en", "zh")}
    for name, each in properties.items():
        if isinstance(each.get("type"), list):  # an editor may write a year as a number
            each = _DATE
        words = _SHARED.get(name) or ("" if name == "value" else _words(model, name))
        described[name] = {**each, **({"description": words} if words else {})}
    if issubclass(model, SourcedRecord):
        field_name = {"type": "string", "enum": list(expected_fields(model.kind))}
        described["unpublished"]["items"] = field_name if field_name["enum"] else _STRING
    if model is Source:
        described["url"]["description"] = (
            "Where it can be read; left out where it cannot be linked."
        )
    return described


def _words(model: type[Model], name: str) -> str:
    return "" if model is api_changelog.Change else guide_of_field(model, name).title.en
