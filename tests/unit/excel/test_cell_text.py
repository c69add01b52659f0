"""Texts that go into cells of workbooks and come back."""

from pathlib import Path

import openpyxl
import pytest
from mozi.excel.cell_text import fits, put
from mozi.excel.workbook import read_workbook

HOSTILE = ["=1+1", "'quoted", "+7", "-", "@x", " leading", "trailing ", "a\nb\n", "\tc", "#N/A",
           "TRUE", "007", "1e5", "😀 工坊", "‏ورشة", "_x0041_", "_x000D_", "_x005F_x0041_", "<b>&amp;"]  # fmt: skip


def test_a_text_comes_back_as_it_was_put_in(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for number, text in enumerate(HOSTILE, 1):
        assert fits(text)
        put(sheet.cell(number, 1), text)
    book.save(tmp_path / "x.xlsx")
    [rows] = read_workbook(tmp_path / "x.xlsx").values()
    assert [row.cells[1].text for row in rows] == HOSTILE


@pytest.mark.parametrize("text", ["x" * 32_768, "😀" * 16_384, "bell\a", "\r", "\ufffe", "\ud800"])
def test_what_no_cell_can_hold_does_not_fit(text: str) -> None:
    assert not fits(text)
    assert fits("x" * 32_767)
