"""The workbook to fill in, as a spreadsheet program opens it."""

import io
from typing import Any

import openpyxl
import pytest
from mozi.editing.spreadsheet import messages, template
from mozi.editing.spreadsheet.columns import SHEETS
from mozi.editing.spreadsheet.find_sheets import MARK
from mozi.excel.workbook import read_workbook
from mozi.store.loading import load_store
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.support.helpers import Folder


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return template.content(load_store(Folder(tmp_path_factory.mktemp("t") / "project").root))


@pytest.fixture(scope="module")
def book(content: bytes) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


def head(page: Worksheet, key: str) -> Any:
    return next(cell for cell in page[1] if str(cell.value).split("\n")[-1] == key)


def test_the_same_records_give_the_same_bytes(content: bytes, folder: Folder) -> None:
    assert template.content(load_store(folder.root)) == content


def test_its_sheets(book: Workbook) -> None:
    assert book.sheetnames == [messages.FIRST, *(sheet.title for sheet in SHEETS), messages.LISTS]
    assert book[messages.LISTS].sheet_state == "hidden"


def test_the_first_sheet_says_what_to_do_in_both_languages(book: Workbook) -> None:
    texts = [[cell.value for cell in row] for row in book[messages.FIRST].iter_rows()]
    steps = messages.read_messages().steps
    assert [[str(n), s.en, s.zh] for n, s in enumerate(steps, 1)] == texts[3 : 3 + len(steps)]
    assert any("id: sample-workshop" in str(row[1]) for row in texts)


def test_headings_hold_titles_and_key_and_say_what_is_needed(book: Workbook) -> None:
    page = book["Projects 项目"]
    assert head(page, "name.en").value == "Name · English *\n名称 · 英文 *\nname.en"
    assert head(page, "batch").value == "Batch ○\n批次 ○\nbatch"
    assert head(page, "website").value == "Official website\n官方网站\nwebsite"
    assert page.freeze_panes == "B2"


def test_notes_explain_the_columns(book: Workbook) -> None:
    note = head(book["Projects 项目"], "status.as_of").comment.text
    assert note.splitlines() == [
        "The date on which this was known, usually that of the newest source.",
        "* needed",
        "As text: 2024, 2024-09 or 2024-09-24.",
        "",
        "该状态对应的日期，通常是最新来源的日期。",
        "* 必填",
        "按文字填写：2024、2024-09 或 2024-09-24。",
    ]
    for sheet in SHEETS:
        assert all(cell.comment for cell in book[sheet.title][1])


def choices(book: Workbook, sheet: str, key: str) -> Any:
    """What the drop-down of a column offers."""
    page = book[sheet]
    letter = head(page, key).column_letter
    (found,) = (v for v in page.data_validations.dataValidation if f"{letter}2" in v.sqref)
    formula = found.formula1
    assert formula
    if formula.startswith('"'):
        return formula.strip('"').split(",")
    where, cells = formula.rsplit("!", 1)
    assert where == f"'{messages.LISTS}'"
    return [str(row[0].value) for row in book[messages.LISTS][cells.replace("$", "")]]


def test_drop_downs_offer_the_ids_that_exist_with_their_names(book: Workbook) -> None:
    assert choices(book, "Roles 角色", "partner") == [
        "example-college · Example College · 示例学院",
        "example-host · Host <Institute> & Co · 承办学院",
    ]
    assert choices(book, "Projects 项目", "country")[1] == "tj · Tajikistan · 塔吉克斯坦"
    assert "signed · Signed · 已签约" in choices(book, "Projects 项目", "status.value")
    assert choices(book, "Sources 来源", "date_from")[0] == "page"
    assert choices(book, "Sources 来源", "linked") == ["true", "false"]
    assert choices(book, "Statements 陈述", "list")[0] == "facts · Statements · 陈述"
    assert "deadline · Application deadline · 申请截止日期" in choices(
        book, "Programmes 专业", "unpublished"
    )


def test_a_name_that_no_cell_can_hold_is_left_out(folder: Folder) -> None:
    folder.replace("partners/example-host.yml", "Host <Institute> & Co", "Host " * 8000)
    book = openpyxl.load_workbook(io.BytesIO(template.content(load_store(folder.root))))
    assert choices(book, "Roles 角色", "partner")[1] == "example-host"


def test_dates_and_codes_are_texts_and_amounts_are_numbers(book: Workbook) -> None:
    for sheet, key, expected in (
        ("Projects 项目", "status.as_of", "@"),
        ("Programmes 专业", "isced_f", "@"),
        ("Fees 费用", "amount", "General"),
    ):
        page = book[sheet]
        column = page.column_dimensions[head(page, key).column_letter]
        assert column.number_format == expected


def test_example_rows_are_marked(book: Workbook) -> None:
    for sheet in SHEETS:
        rows = list(book[sheet.title].iter_rows(min_row=2))
        assert len(rows) == len(messages.read_messages().example[sheet.name])
        assert all(str(row[0].value).startswith(MARK) for row in rows)


def test_nothing_in_it_is_computed(
    content: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("t") / "book.xlsx"
    path.write_bytes(content)
    cells = [c for rows in read_workbook(path).values() for row in rows for c in row.cells.values()]
    assert cells
    assert not any(cell.other for cell in cells)
