"""Workbooks: read back by another library than the one that wrote them."""

import io
from dataclasses import replace

import openpyxl
import pytest
from mozi.open_data import excel
from mozi.open_data.table_rows import Table

TABLE = Table(
    "Projects", "About this table", ("Id", "Code", "Name"), (("ghana", "0812", "加纳"),), False
)


def book(table: Table) -> openpyxl.Workbook:
    content = excel.workbook_content(table, {"Licence": "MIT"})
    return openpyxl.load_workbook(io.BytesIO(content))


@pytest.mark.parametrize(
    "text", ["0812", "=1+1", "2024-09", "_x0041_", "a\nb", "https://x.example"]
)
def test_every_cell_is_text(text: str) -> None:
    cell = book(replace(TABLE, rows=(("ghana", text, ""),)))["Projects"]["B2"]
    assert (cell.data_type, cell.number_format) == ("s", "@")
    assert str(cell.value).replace("_x005F_", "_") == text


def test_a_second_sheet_explains_the_first() -> None:
    names = book(TABLE).sheetnames
    assert names == ["Projects", "About this table"]
    legend = book(TABLE)["About this table"]
    assert [cell.value for cell in legend[1]] == ["Licence", "MIT"]


def test_headings_and_ids_stay_in_sight() -> None:
    sheet = book(TABLE)["Projects"]
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref == "A1:C2"


def test_what_is_read_from_right_to_left_stands_so() -> None:
    assert book(replace(TABLE, rtl=True))["Projects"].sheet_view.rightToLeft
    assert not book(TABLE)["Projects"].sheet_view.rightToLeft


def test_a_text_that_is_too_long_for_a_cell_is_cut_and_says_so() -> None:
    cell = book(replace(TABLE, rows=(("ghana", "", "加" * 40_000),)))["Projects"]["C2"]
    assert 20_000 < len(cell.value) <= 32_767
    assert cell.value.endswith(" …")


def test_a_table_without_records_is_a_row_of_headings() -> None:
    sheet = book(replace(TABLE, rows=()))["Projects"]
    assert [cell.value for cell in sheet[1]] == ["Id", "Code", "Name"]


def test_the_same_table_always_gives_the_same_bytes() -> None:
    assert excel.workbook_content(TABLE, {}) == excel.workbook_content(TABLE, {})
