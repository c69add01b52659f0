"""Records that went through a workbook are the same as before."""

from pathlib import Path

import pytest
from mozi.editing.spreadsheet import importing
from mozi.editing.spreadsheet.columns import RECORDS
from mozi.excel.workbook import read_workbook
from mozi.records.models import RECORD_TYPES
from mozi.store.loading import load_store, record_files
from mozi.yaml_text.parse import parse_yaml

from tests.support.helpers import ROOT, SMALL, Folder
from tests.support.workbooks import rows_of, write


@pytest.mark.parametrize("root", [ROOT, SMALL], ids=["real", "small"])
def test_every_record_but_the_topics_comes_back_as_it_was(root: Path, bare: Folder) -> None:
    data = {
        record_type: {
            path.stem: parse_yaml(path.read_text(encoding="utf-8"))
            for path in record_files(root, record_type.kind)
        }
        for record_type in RECORDS
    }
    for kind in ("countries", "sources"):
        for file in (bare.root / "data" / kind).iterdir():
            file.unlink()
    book = write(bare.root / "book.xlsx", rows_of(data))
    found = importing.import_workbook(read_workbook(book), {}, load_store(bare.root))
    assert found.is_fine
    for record_type in RECORDS:
        for id, before in data[record_type].items():
            text = found.files[f"data/{record_type.kind}/{id}.yml"]
            after = record_type.load(id, parse_yaml(text))
            assert after.model_dump() == record_type.load(id, before).model_dump()
    assert len(found.files) == sum(map(len, data.values()))


def test_topics_are_the_only_records_that_a_workbook_cannot_bring() -> None:
    assert {t.kind for t in RECORD_TYPES} - {t.kind for t in RECORDS} == {"topics"}
