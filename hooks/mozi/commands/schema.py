"""Write the JSON Schemas of all record types to data/schema/."""

import argparse
import json
from functools import cache
from typing import Any

import pydantic

from mozi.records import RECORD_TYPES, VOCABULARIES
from mozi.store import LocaleEntry

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def run(options: argparse.Namespace) -> int:
    """Write the schemas; returns 0."""
    folder = options.root / "data" / "schema"
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in schemas().items():
        (folder / name).write_text(content, encoding="utf-8")
    return 0


@cache
def schemas() -> dict[str, str]:
    """File name → JSON Schema (draft 2020-12) of each record type, vocabulary and the locales."""
    texts = {
        f"{t.__name__.lower()}.schema.json": _text(t.model_json_schema()) for t in RECORD_TYPES
    }
    for name, model in VOCABULARIES.items():
        texts[f"{name}.schema.json"] = _text(_mapping_of(model))
    texts["locales.schema.json"] = _text(_mapping_of(LocaleEntry))
    return texts


def _mapping_of(model: type[pydantic.BaseModel]) -> dict[str, Any]:
    schema = pydantic.TypeAdapter(dict[str, model]).json_schema()  # type: ignore[valid-type]
    return {"title": model.__name__, **schema}


def _text(schema: dict[str, Any]) -> str:
    return json.dumps({"$schema": DIALECT, **schema}, indent=2, ensure_ascii=False) + "\n"
