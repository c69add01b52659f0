"""Records with every field of their models, and the same with one value changed."""

from collections.abc import Iterator
from copy import deepcopy
from itertools import count
from typing import Any

from mozi.graph.record_graph import RecordGraph
from mozi.records.field_types import FieldType, field_type
from mozi.records.models import (
    Country,
    Curriculum,
    Initiative,
    Partner,
    Programme,
    Project,
    Record,
    Source,
    Topic,
)
from mozi.records.summary import RecordSummary
from mozi.records.values import Evidence, Model, Ref, walk
from mozi.site.site import Site
from mozi.yaml_text.parse import KeyPath

IDS = {
    Country: "tj",
    Partner: "example-host",
    Project: "workshop",
    Programme: "growing",
    Curriculum: "growing-list",
    Initiative: "conference",
    Topic: "mozi-workshop",
    Source: "mirror",
}
"""Records of the small project that stand for their kinds."""

_LINK = ("https://full.example/one", "https://full.example/two")

_VALUES: dict[str, tuple[Any, Any]] = {
    "language": ("tg", "fr"),
    "title_language": ("tg", "fr"),
    "languages": (["tg", "zh"], ["tg", "fr"]),
    "official_languages": (["tg"], ["fr"]),
    "authoritative_language": ("tg", "fr"),
    "currency": ("TJS", "CNY"),
    "isced_f": ("0812", "0811"),
    "isco": ("6113", "6112"),
    "code": ("460301", "460302"),
    "url": _LINK,
    "website": _LINK,
    "official_page": _LINK,
    "admission_page": _LINK,
    "page": _LINK,
    "email": ("one@full.example", "two@full.example"),
    "phone": ("+992 372 34 88 01", "+992 372 34 88 02"),
    "time": ("17:00", "18:30"),
    "zone": ("Asia/Dushanbe", "Asia/Shanghai"),
    "length": ("P3Y", "P4Y"),
    "about": ("programme", "sister-brand"),
    "at_least": (16, 17),
    "at_most": (25, 26),
    "semester": (3, 4),
    "batch": (3, 4),
    "amount": (1111, 1112),
    "amount_to": (2222, 2223),
    "lat": (38, 37),
    "lon": (71, 72),
    "edition": (2015, 2021),
    "year": ("2025", "2024"),
    "linked": (True, False),
    "rolling": (True, False),
}
"""Values of fields by name, and others that fit as well, where not every value does."""

_EXCLUDED = {"unpublished", "free"}
"""Fields that contradict others: nothing is unpublished here, and no fee with an amount is free."""


class Full:
    """Maker of full records for the ids that a site has."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._numbers = count(1)

    def data(self, record_type: type[Record]) -> dict[str, Any]:
        """Return the data of a record of a type with all its fields."""
        return self._mapping(record_type)

    def _mapping(self, model: type[Model]) -> dict[str, Any]:
        data = {
            name: self._field(model, name) for name in model.model_fields if name not in _EXCLUDED
        }
        if issubclass(model, Evidence):
            data["basis"] = "inferred"
        return data

    def _field(self, model: type[Model], name: str) -> Any:
        shape = field_type(model, name)
        if shape.claim:
            evidence = self._mapping(shape.claim)
            return {**evidence, "value": self._value(shape, name)}
        return self._value(shape, name)

    def _value(self, shape: FieldType, name: str) -> Any:
        if name in _VALUES and not shape.model:
            value = _VALUES[name][0]
            return [value] if shape.many and not isinstance(value, list) else value
        single = self._single(shape)
        if name == "versions":
            return [single, self._single(shape)]
        return [single] if shape.many else single

    def _single(self, shape: FieldType) -> Any:
        number = next(self._numbers)
        if shape.model:
            return self._mapping(shape.model)
        if shape.ref:
            return self.ids(shape.ref)[0]
        if shape.choices:
            return shape.choices[0]
        if shape.date:
            return f"{2000 + number % 26}-{1 + number % 12:02}-{1 + number % 28:02}"
        if shape.kind is str:
            return f"Words {number}"
        return number % 50 + 1

    def ids(self, ref: type[Ref]) -> list[str]:
        """Return the ids that may stand in a field, in order."""
        if ref.kind.startswith("vocabularies/"):
            return list(self._site.graph.vocabularies[ref.kind.removeprefix("vocabularies/")])
        return sorted(self._site.graph.records[ref.kind])


def changed(full: Full, record: Record, data: dict[str, Any]) -> Iterator[tuple[KeyPath, Any]]:
    """Yield each path to a single value of `record`, and data in which that value is another.

    A value of which there is no second one, such as the id of the only project, is left out.
    """
    for path, value in walk(record):
        is_value = isinstance(value, (str, int, float)) and path
        if not is_value or not set(path) <= _steps(data, path):
            continue
        other = _other(full, path, value)
        if other is None or other == value:
            continue
        copy = deepcopy(data)
        target: Any = copy
        for step in path[:-1]:
            target = target[step]
        target[path[-1]] = other
        yield path, copy


def _steps(data: Any, path: KeyPath) -> set[Any]:
    """The steps of a path that lead to a value of the data, all of them or fewer."""
    steps: set[Any] = set()
    for step in path:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            break
        steps.add(step)
    return steps


def _other(full: Full, path: KeyPath, value: Any) -> Any:
    name = next(str(step) for step in reversed(path) if isinstance(step, str) and step != "value")
    if isinstance(value, Ref):
        return next((id for id in full.ids(type(value)) if id != value), None)
    if name in _VALUES:
        other = _VALUES[name][1]
        return (
            other[path[-1]]
            if isinstance(other, list) and isinstance(path[-1], int)
            else (other if not isinstance(other, list) else other[0])
        )
    if name == "basis":
        return "confirmed"
    if name in ("bound", "unit", "title_from", "date_from"):
        return {"bound": "about", "unit": "percent", "title_from": "address"}.get(name, "address")
    if isinstance(value, bool):
        return not value
    if isinstance(value, (int, float)):
        return value + 1
    if len(value) == len("2024-09-24") and value[4] == value[7] == "-":
        return f"{value[:4]}-{int(value[5:7]) % 12 + 1:02}-{value[8:]}"
    return f"{value} changed"


def site_with(site: Site, record: Record) -> Site:
    """Return the site with a record in the place of that with its id."""
    records = {
        kind: {**by_id, record.id: record} if kind == record.kind else by_id
        for kind, by_id in site.graph.records.items()
    }
    summaries = [
        (each, RecordSummary.from_places(walk(each)))
        for by_id in records.values()
        for each in by_id.values()
    ]
    graph = RecordGraph(records, site.graph.vocabularies, summaries, names=site.names)
    return Site(graph=graph, languages=site.languages, settings=site.settings)
