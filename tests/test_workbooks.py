"""Spreadsheets from outside: what programs write in their ways, and what nobody should open."""

import zipfile
from pathlib import Path

import openpyxl
import pytest
from mozi import workbooks
from mozi.workbooks import Cell, Refused, fits, place, put, read

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
    [row] = read(path)["ru"]
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
    ("cell", "other"),
    [
        ('<c r="A1"><v>2024</v></c>', "a number"),
        ('<c r="A1" t="b"><v>1</v></c>', "true or false"),
        ('<c r="A1" t="d"><v>2024-09-24</v></c>', "a date"),
        ('<c r="A1" t="str"><f>1+1</f><v>2</v></c>', "a formula"),
        ('<c r="A1" t="e"><v>#N/A</v></c>', "an error"),
    ],
)
def test_what_is_no_text_is_named(tmp_path: Path, cell: str, other: str) -> None:
    assert only_cell(raw(tmp_path / "x.xlsx", f'<row r="1">{cell}</row>')) == Cell("", other)


def test_empty_rows_are_left_out_and_numbers_kept(tmp_path: Path) -> None:
    path = raw(tmp_path / "x.xlsx", '<row r="3"><c r="C3" t="str"><v>x</v></c></row>')
    [row] = read(path)["ru"]
    assert (row.number, row.cells) == (3, {3: Cell("x")})
    assert place("ru", 3, 28) == "ru!AB3"


HOSTILE = ["=1+1", "'quoted", "+7", "-", "@x", " leading", "trailing ", "a\nb\n", "\tc", "#N/A",
           "TRUE", "007", "1e5", "😀 工坊", "‏ورشة", "_x0041_", "_x000D_", "_x005F_x0041_", "<b>&amp;"]  # fmt: skip


def test_a_text_comes_back_as_it_was_put_in(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for number, text in enumerate(HOSTILE, 1):
        assert fits(text)
        put(sheet.cell(number, 1), text)
    book.save(tmp_path / "x.xlsx")
    [rows] = read(tmp_path / "x.xlsx").values()
    assert [row.cells[1].text for row in rows] == HOSTILE


@pytest.mark.parametrize("text", ["x" * 32_768, "😀" * 16_384, "bell\a", "\r", "\ufffe", "\ud800"])
def test_what_no_cell_can_hold_does_not_fit(text: str) -> None:
    assert not fits(text)
    assert fits("x" * 32_767)


ENTITIES = (
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + "".join(
        f'<!ENTITY {c} "{f"&{p};" * 10}">' for p, c in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]>"
)
BROKEN = '<row r="1"><c r="A1" t="inlineStr"><is><t>cut off'


def test_a_broken_workbook_is_refused_in_plain_words(tmp_path: Path) -> None:
    for name, rows in (("cut", BROKEN), ("index", '<row><c t="s"><v>9</v></c></row>')):
        with pytest.raises(Refused, match=rf"{name}.xlsx cannot be read as a workbook — open it"):
            read(raw(tmp_path / f"{name}.xlsx", rows))
    with zipfile.ZipFile(tmp_path / "other.xlsx", "w") as archive:
        archive.writestr("letter.txt", "Dear …")
    with pytest.raises(Refused, match="cannot be read as a workbook"):
        read(tmp_path / "other.xlsx")


def test_what_is_no_workbook_at_all_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.xls").write_bytes(b"\xd0\xcf\x11\xe0 an old workbook")
    with pytest.raises(Refused, match="no Excel workbook — save it as “Excel workbook"):
        read(tmp_path / "x.xls")
    with pytest.raises(Refused, match="cannot be opened: No such file or directory"):
        read(tmp_path / "nothing.xlsx")
    with pytest.raises(Refused, match="cannot be opened: Is a directory"):
        read(tmp_path)


def test_a_bomb_is_refused_unopened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbooks, "MAX_UNPACKED", 5_000_000)
    with zipfile.ZipFile(tmp_path / "bomb.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"\0" * (workbooks.MAX_UNPACKED + 1))
    assert (tmp_path / "bomb.xlsx").stat().st_size < 10_000
    with pytest.raises(Refused, match="would unpack to 5 MB"):
        read(tmp_path / "bomb.xlsx")


def test_a_file_that_is_too_large_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbooks, "MAX_BYTES", 100)
    with pytest.raises(Refused, match="larger than 0 MB"):
        read(raw(tmp_path / "x.xlsx", ""))


def test_entities_that_multiply_are_refused(tmp_path: Path) -> None:
    rows = '<row r="1"><c r="A1" t="inlineStr"><is><t>&i;</t></is></c></row>'
    with pytest.raises(Refused, match="cannot be read as a workbook"):
        read(raw(tmp_path / "x.xlsx", rows, doctype=ENTITIES))


def test_a_sheet_that_claims_to_be_endless_is_read_to_the_limit_only(tmp_path: Path) -> None:
    rows = (
        '<row r="1"><c r="A1" t="str"><v>first</v></c><c r="XFD1" t="str"><v>far</v></c></row>'
        '<row r="99999999"><c r="A99999999" t="str"><v>below</v></c></row>'
    )
    assert only_cell(raw(tmp_path / "x.xlsx", rows)) == Cell("first")
