"""JSON Schemas for editors: made from the models, and never stale."""

import json

import pytest
from mozi.commands import main
from mozi.editing.json_schema import IDS, model_schemas

from tests.support.helpers import ROOT, Folder


def test_the_committed_schemas_are_those_of_the_models() -> None:
    folder = ROOT / "data" / "schema"
    committed = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.json")}
    del committed[IDS]  # follows the records: see test_schemas.py
    assert committed == model_schemas(), "run `make schema`"


def test_writing_them_is_repeatable(folder: Folder) -> None:
    assert main(["schema", "--root", str(folder.root)]) == 0
    written = folder.root / "data" / "schema"
    first = {path.name: path.read_bytes() for path in written.iterdir()}
    assert main(["schema", "--root", str(folder.root)]) == 0
    assert {path.name: path.read_bytes() for path in written.iterdir()} == first
    assert json.loads(first[IDS])["$defs"]["projects"]["enum"] == ["workshop"]


def test_a_check_says_when_editors_programs_do_not_know_all_ids(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    def check(*words: str) -> str:
        assert main(["check", "--root", str(folder.root), *words]) == 0
        return capsys.readouterr().err

    assert "make schema" not in check()  # a project without schemas needs none
    main(["schema", "--root", str(folder.root)])
    assert "make schema" not in check()
    folder.replace("partners/example-college.yml", "Example College", "Model College")
    assert "\nRecords were added, renamed or removed: `make schema`" in check()
    assert "运行 `make schema`" in check("--lang", "zh")
