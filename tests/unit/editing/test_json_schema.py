"""Schemas for editors' programs: what the models accept, in the guide's words, with all ids."""

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from mozi.editing.json_schema import DIALECT, IDS, ids_schema, model_schemas
from mozi.records.models import RECORD_TYPES, VOCABULARIES
from mozi.store.loading import load_store
from mozi.yaml_text.parse import parse_yaml
from referencing import Registry, Resource

from tests.support.helpers import ROOT


@pytest.fixture(scope="module")
def registry() -> Registry[Any]:
    """All schemas, by the names by which they refer to each other."""
    files = {**model_schemas(), IDS: ids_schema(load_store(ROOT))}
    return Registry().with_resources(
        (name, Resource.from_contents(json.loads(content))) for name, content in files.items()
    )


def errors(registry: Registry[Any], schema: str, data: Any) -> list[str]:
    validator = Draft202012Validator({"$ref": schema}, registry=registry)
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(data)]


SCHEMAS = {t.kind: f"{t.__name__.lower()}.schema.json" for t in RECORD_TYPES}


@pytest.mark.parametrize("kind", SCHEMAS)
def test_every_record_fits_its_schema(registry: Registry[Any], kind: str) -> None:
    for path in sorted((ROOT / "data" / kind).glob("*.yml")):
        data = parse_yaml(path.read_text(encoding="utf-8"))
        assert errors(registry, SCHEMAS[kind], data) == [], path


@pytest.mark.parametrize("name", [*(f"vocabularies/{name}" for name in VOCABULARIES), "locales"])
def test_every_list_fits_its_schema(registry: Registry[Any], name: str) -> None:
    data = parse_yaml((ROOT / "data" / f"{name}.yml").read_text(encoding="utf-8"))
    assert errors(registry, f"{name.rpartition('/')[2]}.schema.json", data) == []


PROJECT = {
    "name": {"en": "A", "zh": "一"},
    "cite": ["synu-2023-10-06"],
    "checked": "2026-11-23",
    "country": "tj",
    "status": {"value": "signed", "as_of": 2024},
}

MISTAKES: dict[str, tuple[dict[str, Any], str]] = {
    "an unknown key": ({"rolls": []}, "'rolls' was unexpected"),
    "an unknown partner": ({"roles": [{"role": "lead", "partner": "nobody"}]}, "'nobody'"),
    "an unknown status": ({"status": {"value": "sign", "as_of": 2024}}, "'sign'"),
    "a status without its date": ({"status": "signed"}, "'signed' is not of type 'object'"),
    "a text in one language": ({"city": {"en": "Khujand"}}, "'zh' is a required property"),
    "an unknown particular": ({"unpublished": ["fundng"]}, "'fundng' is not one of"),
    "nothing": ({"website": None}, "None is not valid"),
}


def test_a_record_of_the_least_fits(registry: Registry[Any]) -> None:
    assert errors(registry, "project.schema.json", PROJECT) == []


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_seen(registry: Registry[Any], name: str) -> None:
    change, expected = MISTAKES[name]
    found = errors(registry, "project.schema.json", {**PROJECT, **change})
    assert len(found) == 1
    assert expected in found[0]


def test_a_claim_may_be_written_bare_or_with_its_evidence(registry: Registry[Any]) -> None:
    for batch in (1, {"value": 1, "cite": ["iet-news"]}):
        assert errors(registry, "project.schema.json", {**PROJECT, "batch": batch}) == []


def test_keys_are_explained_in_both_languages_with_an_example() -> None:
    city = json.loads(model_schemas()["project.schema.json"])["properties"]["city"]
    assert city["title"] == "City · 城市"
    assert city["markdownDescription"] == "The city in which the workshop is.\n\n工坊所在城市。"
    assert city["examples"] == [{"en": "Khujand", "zh": "胡占德"}]


def test_ids_are_told_with_their_names() -> None:
    ids = json.loads(ids_schema(load_store(ROOT)))["$defs"]
    named = dict(zip(ids["partners"]["enum"], ids["partners"]["enumDescriptions"], strict=True))
    assert named["he-university"] == "He University · 辽宁何氏医学院"
    assert ids["countries"]["enumDescriptions"][-1] == "Tajikistan · 塔吉克斯坦"
    assert ids["statuses"]["enum"][:2] == ["unknown", "announced"]


@pytest.mark.parametrize("name", model_schemas())
def test_every_schema_is_one_and_refuses_unknown_keys(name: str) -> None:
    content = json.loads(model_schemas()[name])
    assert content["$schema"] == DIALECT
    Draft202012Validator.check_schema(content)
    assert '"additionalProperties": false' in model_schemas()[name]


def test_editors_programs_find_the_schema_of_every_file() -> None:
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    found = {glob: schema for schema, glob in settings["yaml.schemas"].items()}
    for name in ("locales", "site"):
        assert found.pop(f"data/{name}.yml") == f"data/schema/{name}.schema.json"
    assert found == {f"data/{kind}/*.yml": f"data/schema/{name}" for kind, name in SCHEMAS.items()}
