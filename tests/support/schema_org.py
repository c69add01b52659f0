"""A checker of JSON-LD against schema.org's own definition of itself.

It knows nothing of schema.org but how that file is written: types with `rdfs:subClassOf`,
properties with `schema:domainIncludes` and `schema:rangeIncludes`.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_DURATION = re.compile(r"P(?=[\dT])(\d+(\.\d+)?Y)?(\d+M)?(\d+W)?(\d+D)?(T(\d+H)?(\d+M)?)?")
_URL = re.compile(r"(https?|mailto|tel):\S+")

_TERMS = "https://schema.org/"
"""Beginning of the ids of schema.org's own terms, such as `EventCancelled`."""

_KEYWORDS = {"@context", "@type", "@id"}


def _ids(entry: dict[str, Any], key: str) -> set[str]:
    given = entry.get(key, [])
    return {each["@id"] for each in (given if isinstance(given, list) else [given])}


@dataclass
class SchemaOrg:
    """The vocabulary in `file`, a release of schemaorg-current-https.jsonld."""

    file: Path

    @cached_property
    def _entries(self) -> dict[str, dict[str, Any]]:
        graph = json.loads(self.file.read_text(encoding="utf-8"))["@graph"]
        return {entry["@id"]: entry for entry in graph}

    def _entry(self, name: str, kind: str) -> dict[str, Any] | None:
        entry = self._entries.get(f"schema:{name}")
        given = entry["@type"] if entry else []
        return entry if kind in (given if isinstance(given, list) else [given]) else None

    def _ancestors(self, id: str) -> set[str]:
        """A type and all it is a kind of."""
        above = _ids(self._entries.get(id, {}), "rdfs:subClassOf")
        return {id}.union(*(self._ancestors(each) for each in above))

    # What is wrong -------------------------------------------------------------------------------

    def faults(self, tree: Any, at: str = "$") -> Iterator[str]:
        """Everything in a tree of nodes that the vocabulary does not allow."""
        types = self._types(tree)
        if not types:
            yield f"{at}: no type"
            return
        for type in types:
            entry = self._entry(type, "rdfs:Class")
            if entry is None:
                yield f"{at}: no type {type}"
            elif "schema:supersededBy" in entry:
                yield f"{at}: {type} is superseded"
        for name, value in tree.items():
            if name not in _KEYWORDS:
                yield from self._property(types, name, value, f"{at}.{name}")

    def _types(self, tree: dict[str, Any]) -> list[str]:
        given = tree.get("@type", [])
        return given if isinstance(given, list) else [given]

    def _property(self, types: list[str], name: str, value: Any, at: str) -> Iterator[str]:
        entry = self._entry(name, "rdf:Property")
        if entry is None:
            yield f"{at}: no property {name}"
            return
        if "schema:supersededBy" in entry:
            yield f"{at}: {name} is superseded"
        of = set().union(*(self._ancestors(f"schema:{type}") for type in types))
        is_role = "schema:Role" in of  # a role carries the property whose value it stands for
        if not is_role and not of & _ids(entry, "schema:domainIncludes"):
            yield f"{at}: {name} is no property of {' or '.join(types)}"
        values = value if isinstance(value, list) else [value]
        if not values:
            yield f"{at}: empty"
        for number, each in enumerate(values):
            yield from self._value(name, entry, each, f"{at}[{number}]")

    def _value(self, name: str, entry: dict[str, Any], value: Any, at: str) -> Iterator[str]:
        ranges = _ids(entry, "schema:rangeIncludes")
        if isinstance(value, dict) and "@value" in value:
            if set(value) != {"@value", "@language"} or "schema:Text" not in ranges:
                yield f"{at}: no text with a language here"
        elif isinstance(value, dict) and set(value) == {"@id"}:
            yield from self._reference(ranges, value["@id"], at)
        elif isinstance(value, dict):
            of = set().union(*(self._ancestors(f"schema:{type}") for type in self._types(value)))
            if "schema:Role" in of:
                if name not in value:
                    yield f"{at}: a role without {name}"
            elif not of & ranges:
                yield f"{at}: {self._types(value)} is none of {sorted(ranges)}"
            yield from self.faults(value, at)
        elif not any(_is_scalar(value, each) for each in ranges):
            yield f"{at}: {value!r} is none of {sorted(ranges)}"

    def _reference(self, ranges: set[str], id: str, at: str) -> Iterator[str]:
        """What is wrong with a reference: its form, or the list that a term is from."""
        if not _URL.fullmatch(id):
            yield f"{at}: no absolute address: {id}"
        elif id.startswith(_TERMS):
            given = self._entries.get(f"schema:{id.removeprefix(_TERMS)}", {}).get("@type", [])
            if not ranges & set(given if isinstance(given, list) else [given]):
                yield f"{at}: {id} is no term of {sorted(ranges)}"


def _is_scalar(value: Any, range: str) -> bool:
    """Whether a value of JSON is one of a data type."""
    match range, value:
        case "schema:Boolean", bool():
            return True
        case _, bool():
            return False
        case "schema:Integer", int():
            return True
        case "schema:Number", int() | float():
            return True
        case "schema:Text", str():
            return bool(value.strip())
        case "schema:URL", str():
            return bool(_URL.fullmatch(value))
        case "schema:Date", str():
            return bool(_DATE.fullmatch(value))
        case "schema:Duration", str():
            return bool(_DURATION.fullmatch(value))
    return False
