"""Spreadsheets from outside: what programs write in their ways, and what nobody should open."""

import zipfile
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from mozi.excel import workbook as workbooks
from mozi.excel.workbook import (
    DATE,
    ERROR,
    FORMULA,
    MAX_BYTES,
    MAX_UNPACKED,
    NUMBER,
    TIME,
    YES_NO,
    Cell,
    WorkbookRefused,
    cell_name,
    merged_cells,
    read_workbook,
)
from mozi.problems.rulebook import read_rulebook

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def raw(path: Path, rows: str, strings: str = "", doctype: str = "") -> Path:
    """A workbook with one sheet, written part by part as Excel and LibreOffice do."""
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{TYPE}.worksheet+xml"/>'
        f'<Override PartName="/xl/sharedStrings.xml" ContentType="{TYPE}.sharedStrings+xml"/>'
        "</Types>",
        "xl/workbook.xml": f'<workbook {MAIN} xmlns:r="{RELS}">'
        '<sheets><sheet name="ru" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{RELS}/worksheet" Target="worksheets/sheet1.xml"/>'
        "</Relationships>",
        "xl/styles.xml": f"<styleSheet {MAIN}/>",
        "xl/sharedStrings.xml": f"<sst {MAIN}>{strings}</sst>",
        "xl/worksheets/sheet1.xml": f"{doctype}<worksheet {MAIN}><sheetData>{rows}</sheetData>"
        "</worksheet>",
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def only_cell(path: Path) -> Cell:
    [rows] = read_workbook(path).values()
    [row] = rows
    [cell] = row.cells.values()
    return cell


@pytest.mark.parametrize(
    ("cell", "strings", "text"),
    [
        ('<c r="A1" t="s"><v>0</v></c>', "<si><t>shared</t></si>", "shared"),
        (
            '<c r="A1" t="s"><v>0</v></c>',
            '<si><r><t xml:space="preserve">rich </t></r><r><rPr><b/></rPr><t>text</t></r></si>',
            "rich text",
        ),
        ('<c r="A1" t="inlineStr"><is><t>inline</t></is></c>', "", "inline"),
        ('<c r="A1" t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r></is></c>', "", "inline"),
        ('<c r="A1" t="str"><v>plain</v></c>', "", "plain"),
        ('<c r="A1" t="s"><v>0</v></c>', "<si><t>a_x000D_\nb</t></si>", "a\nb"),
        ('<c r="A1" t="s"><v>0</v></c>', "<si><t>_x005F_x0041_</t></si>", "_x0041_"),
    ],
)
def test_texts_are_read_in_every_form_that_programs_write(
    tmp_path: Path, cell: str, strings: str, text: str
) -> None:
    path = raw(tmp_path / "x.xlsx", f'<row r="1">{cell}</row>', strings)
    assert only_cell(path) == Cell(text)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ('<c r="A1"><v>2024</v></c>', Cell("", NUMBER, 2024)),
        ('<c r="A1"><v>2.5</v></c>', Cell("", NUMBER, 2.5)),
        ('<c r="A1" t="b"><v>1</v></c>', Cell("", YES_NO, True)),
        ('<c r="A1" t="d"><v>2024-09-24</v></c>', Cell("", DATE, "2024-09-24")),
        ('<c r="A1" t="d"><v>09:30:00</v></c>', Cell("", TIME)),
        ('<c r="A1" t="str"><f>1+1</f><v>2</v></c>', Cell("", FORMULA)),
        ('<c r="A1" t="e"><v>#N/A</v></c>', Cell("", ERROR)),
    ],
)
def test_what_is_no_text_is_named(tmp_path: Path, cell: str, expected: Cell) -> None:
    assert only_cell(raw(tmp_path / "x.xlsx", f'<row r="1">{cell}</row>')) == expected


@pytest.mark.parametrize(
    ("value", "number_format", "expected"),
    [
        (date(2024, 9, 24), "yyyy-mm-dd", Cell("", DATE, "2024-09-24")),
        (datetime(2024, 9, 24, 9), "d.m.yyyy h:mm", Cell("", DATE, "2024-09-24")),
        (date(2024, 9, 1), "mmm-yy", Cell("", DATE, "2024-09")),
        (date(2024, 9, 1), '[$-804]yyyy"年"m"月"', Cell("", DATE, "2024-09")),
        (date(2024, 1, 1), "yyyy", Cell("", DATE, "2024")),
        (timedelta(hours=9), "[h]:mm", Cell("", TIME)),
    ],
)
def test_a_date_is_no_finer_than_its_cell_shows_it(
    tmp_path: Path, value: Any, number_format: str, expected: Cell
) -> None:
    book = openpyxl.Workbook()
    cell: Any = book.worksheets[0]["B3"]
    cell.value, cell.number_format = value, number_format
    book.save(tmp_path / "x.xlsx")
    assert only_cell(tmp_path / "x.xlsx") == expected


def test_empty_rows_are_left_out_and_numbers_kept(tmp_path: Path) -> None:
    path = raw(
        tmp_path / "x.xlsx",
        '<row r="3"><c r="C3" t="str"><v>x</v></c></row><row r="9"/>'
        '<row r="12"><c r="A12" t="str"><v>y</v></c></row>',
    )
    [first, second] = read_workbook(path)["ru"]
    assert (first.number, first.cells) == (3, {3: Cell("x")})
    assert (second.number, second.cells) == (12, {1: Cell("y")})
    assert cell_name("ru", 3, 28) == "ru!AB3"


def test_merged_cells_are_told(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].merge_cells("B2:B4")
    book.create_sheet("Other")
    book.save(tmp_path / "x.xlsx")
    assert merged_cells(tmp_path / "x.xlsx") == {"Sheet": ["B2:B4"], "Other": []}


# Files that are refused ----------------------------------------------------------------------------

ENTITIES = (
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + "".join(
        f'<!ENTITY {c} "{f"&{p};" * 10}">' for p, c in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]>"
)


def inline(text: str) -> str:
    return f'<row r="1"><c r="A1" t="inlineStr"><is><t>{text}</t></is></c></row>'


def archive_of(path: Path, name: str, content: bytes) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)


def unknown_version(path: Path) -> None:
    """An archive whose list of parts asks for a version that nobody has."""
    content = bytearray(raw(path, "").read_bytes())
    content[content.index(b"PK\x01\x02") + 6] = 255
    path.write_bytes(content)


REFUSED: dict[str, tuple[str, Callable[[Path], object]]] = {
    "a table of text": ("", lambda path: path.write_bytes(b"id,name\n1,x\n")),
    "nothing": ("", lambda path: path.write_bytes(b"")),
    "half a workbook": ("", lambda path: path.write_bytes(raw(path, "").read_bytes()[:900])),
    "an archive of another time": ("", unknown_version),
    "with a password, or old": (
        "protected",
        lambda path: path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 an old workbook"),
    ),
    "another archive": ("broken", lambda path: archive_of(path, "letter.txt", b"Dear")),
    "a sheet that is cut off": ("broken", lambda path: raw(path, inline("x")[:30])),
    "a text that is not there": (
        "broken",
        lambda path: raw(path, '<row><c t="s"><v>9</v></c></row>'),
    ),
    "entities that multiply": ("broken", lambda path: raw(path, inline("&i;"), "", ENTITIES)),
    "a bomb": (
        "packed",
        lambda path: archive_of(path, "x", bytes(MAX_UNPACKED + 1)),
    ),
    "too large a file": ("large", lambda path: path.write_bytes(bytes(MAX_BYTES + 1))),
    "a value far to the right": (
        "vast",
        lambda path: raw(path, '<row r="1"><c r="XFD1" t="str"><v>far</v></c></row>'),
    ),
    "a value far below": (
        "vast",
        lambda path: raw(path, f'<row r="{10**5 + 1}"><c><v>1</v></c></row>'),
    ),
    "no such file": ("unopened", lambda path: None),
    "a folder": ("unopened", lambda path: path.mkdir()),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_file_that_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, case: str) -> None:
    monkeypatch.setattr(workbooks, "MAX_UNPACKED", 5_000_000)
    monkeypatch.setattr(workbooks, "MAX_BYTES", 100_000)
    variant, make = REFUSED[case]
    make(tmp_path / "x.xlsx")
    with pytest.raises(WorkbookRefused) as refused:
        read_workbook(tmp_path / "x.xlsx")
    assert refused.value.problem.variant == variant
    for told in (str(refused.value), refused.value.text("zh")):
        assert told.startswith("MZ601 ")
        assert "{" not in told


def test_every_refusal_has_a_case() -> None:
    elsewhere = {"translations", "blank"}  # see test_translation_sheet and commands/test_import
    variants = {variant for variant, _ in REFUSED.values()}
    assert variants == set(read_rulebook().rules["MZ601"].variants) - elsewhere
