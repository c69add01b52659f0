"""The workbook has room for all that a record can say, and explains every column."""

from mozi.editing.spreadsheet import columns, messages
from mozi.editing.spreadsheet.columns import RECORDS, SHEETS
from mozi.editing.spreadsheet.find_sheets import KEYS
from mozi.records.field_types import field_type
from mozi.records.models import Partner, Programme, Project, Record


def test_every_list_of_a_record_has_a_sheet() -> None:
    for record_type in RECORDS:
        for name in record_type.model_fields:
            shape = field_type(record_type, name)
            if shape.many and shape.model:
                sheets = [s.name for s in SHEETS if columns.takes(record_type, s, name)]
                assert len(sheets) == 1, (record_type, name)


def test_keys_are_unique_and_begin_with_where_a_row_belongs() -> None:
    for sheet in SHEETS:
        keys = [column.key for column in sheet.columns]
        assert len(set(keys)) == len(keys)
        assert keys[0] == ("id" if issubclass(sheet.model, Record) else "record")
        assert {key for key in keys if not _column(sheet.name, key).path} <= {*KEYS, "intake"}


def test_every_sheet_and_column_is_explained_in_both_languages() -> None:
    for sheet in SHEETS:
        assert sheet.about.en
        assert sheet.about.zh
        assert len(sheet.title) <= 31
        for column in sheet.columns:
            assert all(column.titles.values())
            assert column.about.en
            assert column.about.zh


def _column(sheet_name: str, key: str) -> columns.Column:
    sheet = next(sheet for sheet in SHEETS if sheet.name == sheet_name)
    return next(column for column in sheet.columns if column.key == key)


def test_a_text_has_a_column_for_each_language() -> None:
    column = _column("projects", "city.zh")
    assert column.path == ("city", "zh")
    assert column.titles == {"en": "City · Chinese", "zh": "城市 · 中文"}
    assert column.about.en == "The city in which the workshop is."
    assert not column.required


def test_a_value_that_may_stand_alone_has_one_column() -> None:
    column = _column("projects", "fields")
    assert (column.path, column.list) == (("fields",), "vocabularies/fields")
    assert _column("projects", "status.as_of").required


def test_what_is_needed_inside_of_what_is_not_is_not_needed() -> None:
    assert not _column("curricula", "catalogue.code").required


def test_a_version_of_a_disagreement_has_its_own_evidence() -> None:
    assert _column("disagreements", "note.en").path == ("versions", 0, "note", "en")
    assert _column("disagreements", "point.note.en").path == ("note", "en")


def test_rows_go_only_where_a_record_has_a_list_for_them() -> None:
    courses = next(sheet for sheet in SHEETS if sheet.name == "courses")
    assert columns.takes(Programme, courses, "courses")
    assert not columns.takes(Project, courses, "courses")  # a single text there
    assert not columns.takes(Partner, courses, "courses")


def test_single_values_may_have_evidence() -> None:
    assert columns.bearing(Partner) == [
        "name", "country", "city", "address", "part_of", "founded", "closed", "successor", "website",
        "admission_page",
    ]  # fmt: skip


def test_the_example_is_of_known_sheets_and_columns() -> None:
    example = messages.read_messages().example
    assert set(example) == {sheet.name for sheet in SHEETS}
    for name, rows in example.items():
        for row in rows:
            assert all(_column(name, key) for key in row)
