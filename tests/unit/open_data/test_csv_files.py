"""CSV files: read back by the standard library, harmless in spreadsheet programs."""

import csv
import io

import pytest
from mozi.open_data.csv_files import csv_content, csv_rows
from mozi.open_data.table_rows import Table


def table(*cells: str) -> Table:
    return Table("Projects", "About", tuple("abcdefghi"[: len(cells)]), (cells,), False)


def read(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))


def test_a_table_is_read_back_as_it_was() -> None:
    cells = ("胡占德", 'says "so", twice', "two\nlines", "", "Хуҷанд")
    assert read(csv_content(table(*cells)))[1] == list(cells)


def test_the_file_begins_with_the_mark_by_which_excel_knows_utf_8() -> None:
    assert csv_content(table("x")) == b"\xef\xbb\xbfa\r\nx\r\n"


@pytest.mark.parametrize("text", ["=1+1", "+992 1", "-2", "@SUM(A1)", "\t=1", "\r=1", "＝1+1"])
def test_what_would_be_a_formula_is_made_text(text: str) -> None:
    assert read(csv_content(table(text)))[1] == [f"'{text}"]


@pytest.mark.parametrize("text", ["2024-09", "a=b", "'quoted'", "0812"])
def test_everything_else_stays_as_it_is(text: str) -> None:
    assert read(csv_content(table(text)))[1] == [text]


def test_rows_are_read_back_as_they_were() -> None:
    cells = ("id", "=1+1", "'=1+1", "''-2", "'quoted'", 'so "it" is', "two\nlines", "a\rb", "")
    assert [*csv_rows(csv_content(table(*cells)))] == [cells]


def test_what_looks_like_a_harmless_formula_is_told_from_one() -> None:
    assert read(csv_content(table("'=1", "=1")))[1] == ["''=1", "'=1"]
