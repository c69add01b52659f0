"""The description of the API: valid itself, and every file is as it says.

Schemas are open, since a later version may add keys; here they are closed, so that no key goes
without a description.
"""

import json
import re
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from mozi.open_data import openapi
from mozi.open_data.api_changelog import read_changelog
from mozi.open_data.json_documents import PUBLISHED_VOCABULARIES
from mozi.outputs import api
from mozi.records.models import RECORD_TYPES
from mozi.records.values import Model
from mozi.site.site import Site
from openapi_spec_validator import validate

from tests.support.helpers import LANGUAGES, ROOT, SETTINGS, files_of, load_yaml
from tests.support.model_fields import fields


@pytest.fixture(scope="module")
def description() -> Any:
    return openapi.openapi_document(SETTINGS.site_url, LANGUAGES, "Workshops")


def closed(node: Any) -> Any:
    """A schema that allows no key beside those that it describes."""
    if isinstance(node, list):
        return [closed(inner) for inner in node]
    if not isinstance(node, dict):
        return node
    made = {key: closed(inner) for key, inner in node.items()}
    if isinstance(node.get("properties"), dict):
        made.setdefault("additionalProperties", False)
    return made


def schema_of(description: Any, address: str) -> Any:
    """The schema of the file at an address below `api/v1`."""
    paths = description["paths"]
    kind, _, name = address.strip("/").partition("/")
    path = address if address in paths else f"/{kind}/{{id}}.json"
    assert name or path == address
    return paths[path]["get"]["responses"]["200"]["content"]["application/json"]["schema"]


def check(description: Any, address: str, document: Any) -> list[str]:
    whole = {
        **closed(schema_of(description, address)),
        "components": closed(description["components"]),
    }
    errors = Draft202012Validator(whole).iter_errors(document)
    return [f"{address} {error.json_path}: {error.message}" for error in errors]


def test_the_description_is_a_valid_openapi_document(description: Any) -> None:
    validate(description)
    assert description["openapi"].startswith("3.1")


@pytest.mark.parametrize("which", ["small", "full", "real"])
def test_every_json_file_is_as_described(
    description: Any, which: str, request: pytest.FixtureRequest
) -> None:
    site: Site = request.getfixturevalue(which)
    problems = [
        problem
        for address, content in files_of(api.tasks(site)).items()
        if address.endswith(".json")
        for problem in check(description, address.removeprefix("api/v1"), json.loads(content))
    ]
    assert problems == []


@pytest.mark.parametrize(
    ("model", "name"),
    [pytest.param(*field, id=f"{field[0].__name__}.{field[1]}") for field in fields()],
)
def test_every_field_of_every_model_is_described(
    description: Any, model: type[Model], name: str
) -> None:
    assert name in description["components"]["schemas"][model.__name__]["properties"]


def objects(description: Any) -> dict[str, dict[str, list[str]]]:
    """Keys of every object that is described: those that are always there, and those that may be."""
    schemas = dict(description["components"]["schemas"])
    for record_type in RECORD_TYPES:
        name = f"{record_type.__name__}List"
        schemas[f"{name}.records"] = schemas[name]["properties"]["records"]["items"]
    return {
        name: {
            "required": [key for key in schema["properties"] if key in schema["required"]],
            "optional": [key for key in schema["properties"] if key not in schema["required"]],
        }
        for name, schema in schemas.items()
        if "properties" in schema
    }


FIRST = load_yaml(ROOT / "tests" / "fixtures" / "api-1.0.0.yml")

WIDENED = {("Fee", "amount"), ("Fee", "currency")}
"""Keys that were always there in version 1.0.0; the change log says when they may be missing."""


def test_version_1_only_grows(description: Any) -> None:
    now = objects(description)
    gone = {
        (name, key)
        for name, keys in FIRST.items()
        for key in [*keys["required"], *keys["optional"]]
        if key not in [*now[name]["required"], *now[name]["optional"]]
    }
    assert gone == set()
    no_longer_sure = {
        (name, key)
        for name, keys in FIRST.items()
        for key in keys["required"]
        if key not in now[name]["required"]
    }
    assert no_longer_sure == WIDENED


def test_the_change_log_names_every_key_that_has_come_since_and_every_one_that_was_widened(
    description: Any,
) -> None:
    texts = [change.what for change in read_changelog()[:-1]]
    new = {
        key
        for name, keys in objects(description).items()
        if name in FIRST
        for key in [*keys["required"], *keys["optional"]]
        if key not in [*FIRST[name]["required"], *FIRST[name]["optional"]]
    }
    for key in new | {key for _, key in WIDENED} | {"batch"}:
        word = re.compile(rf"\b{key}\b", re.ASCII)
        assert any(word.search(text.en) and word.search(text.zh) for text in texts), key


def test_a_list_and_a_record_describe_what_is_known_alike(description: Any) -> None:
    schemas = description["components"]["schemas"]
    listed = schemas["ProgrammeList"]["properties"]["records"]["items"]
    assert listed["properties"]["known"] == schemas["Programme"]["properties"]["known"]
    assert "known" in listed["required"]
    assert "known" not in schemas["Source"]["properties"]


def test_a_key_without_a_description_is_found(description: Any, small: Site) -> None:
    files = files_of(api.tasks(small))
    document = json.loads(files["api/v1/projects/workshop.json"])
    document["status"]["colour"] = "green"
    [problem] = check(description, "/projects/workshop.json", document)
    assert "'colour' was unexpected" in problem


def test_every_kind_and_every_vocabulary_has_its_path(description: Any) -> None:
    for record_type in RECORD_TYPES:
        assert f"/{record_type.kind}.json" in description["paths"]
        assert f"/{record_type.kind}/{{id}}.json" in description["paths"]
    for name in PUBLISHED_VOCABULARIES:
        assert f"/vocabularies/{name}.json" in description["paths"]


def test_ids_say_which_list_they_are_from(description: Any) -> None:
    role = description["components"]["schemas"]["Role"]["properties"]
    assert role["partner"]["x-refers-to"] == "partners"


def test_what_may_be_unpublished_is_listed(description: Any) -> None:
    project = description["components"]["schemas"]["Project"]["properties"]
    assert "student_numbers" in project["unpublished"]["items"]["enum"]


def test_without_an_address_of_the_site_the_api_is_where_its_description_is() -> None:
    description = openapi.openapi_document("", ("en",), "Workshops")
    validate(description)
    assert description["servers"] == [{"url": "."}]
