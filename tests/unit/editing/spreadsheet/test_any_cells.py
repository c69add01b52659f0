"""Whatever stands in the cells, a workbook comes to sound records or to problems."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mozi import rules
from mozi.editing.spreadsheet import importing
from mozi.editing.spreadsheet.columns import SHEETS
from mozi.store.loading import load_store
from mozi.store.record_store import Store
from mozi.store.source_files import SourceFiles

from tests.support.helpers import Folder
from tests.support.workbooks import in_memory, sample

LIKELY = ["=1", ";", "not published", "2024-13", "２０２４", "sample-welding", "facts", "lead", "# x", "batch", "a: b", "- x", "\u202e", "", 0, -1, 10**40, 45559, True]  # fmt: skip

CELLS = st.tuples(
    st.sampled_from([(sheet.name, c.key) for sheet in SHEETS for c in sheet.columns]),
    st.integers(0, 2),
    st.sampled_from(LIKELY) | st.text(max_size=20) | st.integers(),
)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return load_store(Folder(tmp_path_factory.mktemp("any") / "project").root)


@settings(max_examples=40, deadline=None)
@given(st.lists(CELLS, min_size=1, max_size=6))
def test_sound_records_or_problems(small: Store, changes: list[Any]) -> None:
    rows = sample()
    for (name, key), row, value in changes:
        rows[name][min(row, len(rows[name]) - 1)][key] = value
    read = Store(
        SourceFiles(small.root),
        {kind: dict(records) for kind, records in small.records.items()},
        small.vocabularies,
        small.locales,
        small.translations,
    )
    found = importing.import_workbook(in_memory(rows), {}, read)
    for finding in found.findings:
        assert finding.text("en").startswith(str(finding.place))
        assert finding.text("zh")
    if found.is_fine:
        assert found.files
        assert [p for p in rules.check(read) if p.severity == "error"] == []
    else:
        assert found.findings
