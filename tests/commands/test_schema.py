"""JSON Schemas for editors: made from the models, and never stale."""

import json

import pytest
from mozi.commands import main, schema

from tests.helpers import ROOT, Folder


def test_the_committed_schemas_are_those_of_the_models() -> None:
    folder = ROOT / "data" / "schema"
    committed = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.json")}
    assert committed == schema.schemas(), "run `make schema`"


def test_writing_them_is_repeatable(folder: Folder) -> None:
    assert main(["schema", "--root", str(folder.root)]) == 0
    written = folder.root / "data" / "schema" / "project.schema.json"
    first = written.read_bytes()
    assert main(["schema", "--root", str(folder.root)]) == 0
    assert written.read_bytes() == first


@pytest.mark.parametrize("name", schema.schemas())
def test_every_schema_names_its_dialect_and_refuses_unknown_keys(name: str) -> None:
    content = json.loads(schema.schemas()[name])
    assert content["$schema"] == schema.DIALECT
    assert '"additionalProperties": false' in schema.schemas()[name]


def test_a_claim_may_be_written_bare() -> None:
    project = json.loads(schema.schemas()["project.schema.json"])
    batch = project["$defs"]["Claim_Literal_1__2__"]
    assert batch["anyOf"][0]["enum"] == [1, 2]
