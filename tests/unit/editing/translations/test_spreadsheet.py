"""A catalogue as a spreadsheet: what translators see, what comes back, what is never undone."""

from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import polib
import pytest
from mozi.editing.translations.merge import catalogue_text, merge_catalogues
from mozi.editing.translations.spreadsheet import (
    Filled,
    Problem,
    apply_sheet,
    find_sheets,
    make_workbook,
)
from mozi.excel.workbook import WorkbookRefused, read_workbook

CONTEXT = "projects/x note"
PLACE = "project “X”: note\npage: /ru/projects/x/"


def catalogue() -> polib.POFile:
    """Russian: one text of each kind and state."""
    entries = [
        polib.POEntry(msgid="as of %(date)s", msgstr="на %(date)s", comment="Seen in: a page"),
        polib.POEntry(msgid="%(num)s hour", msgid_plural="%(num)s hours"),
        polib.POEntry(
            msgctxt=CONTEXT,
            msgid="The fee is 120.",
            msgstr="Плата 100.",
            flags=["fuzzy"],
            previous_msgid="The fee is 100.",
            comment=f"{PLACE}\nglossary: fee = плата",
        ),
        polib.POEntry(msgctxt=CONTEXT, msgid="Opened.", msgstr=""),
        polib.POEntry(msgctxt="projects/x name", msgid="=SUM", msgstr="=СУММ\n 85 %"),
    ]
    return merge_catalogues(with_forms(entries), "ru", entries)


def with_forms(entries: list[polib.POEntry]) -> polib.POFile:
    old = polib.POFile()
    old.extend(entries)
    forms = {0: "%(num)s час", 1: "%(num)s часа", 2: "%(num)s часов"}
    old[1] = polib.POEntry(msgid="%(num)s hour", msgid_plural="%(num)s hours", msgstr_plural=forms)
    return old


def entry(po: polib.POFile, english: str) -> polib.POEntry:
    found = po.find(english, msgctxt=CONTEXT)
    assert found
    return found


class Sheet:
    """An exported sheet that a test fills in; cells are named by head and English text."""

    def __init__(self, po: polib.POFile, **options: Any) -> None:
        made = make_workbook(po, "ru", {(CONTEXT, "Opened."): "已启用。"}, **options)
        stream = BytesIO()
        made.book.save(stream)
        self.left_out = made.left_out
        self.book = openpyxl.load_workbook(stream)
        self.sheet = self.book["ru"]
        self.heads = {str(cell.value): n for n, cell in enumerate(self.sheet[1], 1)}

    def rows(self) -> list[int]:
        return list(range(2, self.sheet.max_row + 1))

    def cell(self, head: str, english: str, form: int = 0) -> Any:
        at = [n for n in self.rows() if self.value("English", n).startswith(english)][form]
        return self.sheet.cell(at, self.heads[head])

    def value(self, head: str, row: int) -> str:
        return str(self.sheet.cell(row, self.heads[head]).value or "")

    def filled(self, folder: Path) -> Filled:
        """The sheet as it comes back."""
        self.book.save(folder / "ru.xlsx")
        [found] = find_sheets(read_workbook(folder / "ru.xlsx"))
        return found


@pytest.fixture
def po() -> polib.POFile:
    return catalogue()


# What translators see --------------------------------------------------------------------------------


def test_a_row_says_where_a_text_is_seen_and_all_that_helps(po: polib.POFile) -> None:
    sheet = Sheet(po)
    heads = ["Where it is seen", "English", "Translation", "State", "Earlier English", "Glossary"]
    assert [sheet.cell(head, "The fee").value for head in heads] == [
        PLACE,
        "The fee is 120.",
        "Плата 100.",
        "out of date",
        "The fee is 100.",
        "fee = плата",
    ]
    assert sheet.cell("Chinese", "Opened.").value == "已启用。"
    assert sheet.cell("State", "Opened.").value == "missing"


def test_each_plural_form_has_a_row_with_its_numbers(po: polib.POFile) -> None:
    sheet = Sheet(po)
    rows = [sheet.cell("Translation", "%(num)s hour", form).row for form in range(3)]
    assert [sheet.value("Translation", row) for row in rows] == [
        "%(num)s час",
        "%(num)s часа",
        "%(num)s часов",
    ]
    assert [sheet.value("Where it is seen", row) for row in rows] == [
        "form 1 of 3: for numbers such as 1, 21, 31",
        "form 2 of 3: for numbers such as 2, 3, 4",
        "form 3 of 3: for numbers such as 0, 5, 6",
    ]
    assert sheet.value("English", rows[0]) == "%(num)s hour\n%(num)s hours"


def test_a_sheet_can_hold_only_what_is_open(po: polib.POFile) -> None:
    sheet = Sheet(po, only_open=True)
    assert [sheet.value("English", row) for row in sheet.rows()] == ["The fee is 120.", "Opened."]


def test_every_cell_is_text_and_only_translations_can_be_changed(po: polib.POFile) -> None:
    sheet = Sheet(po)
    name = sheet.cell("Translation", "=SUM")
    assert (name.value, name.data_type, name.number_format) == ("=СУММ\n 85 %", "s", "@")
    empty = sheet.cell("Translation", "Opened.")
    assert (empty.number_format, empty.protection.locked) == ("@", False)
    assert sheet.cell("English", "=SUM").protection.locked
    assert sheet.sheet.protection.sheet
    assert sheet.sheet.column_dimensions["A"].hidden
    assert sheet.sheet.freeze_panes == "A2"
    assert sheet.sheet.auto_filter.ref == f"A1:H{sheet.sheet.max_row}"


def test_a_sheet_runs_as_its_language_is_written(po: polib.POFile) -> None:
    assert not Sheet(po).sheet.sheet_view.rightToLeft
    assert Sheet(po, mirrored=True).sheet.sheet_view.rightToLeft


def test_a_text_that_no_cell_can_hold_is_left_out_and_stays(
    po: polib.POFile, tmp_path: Path
) -> None:
    po[-1].msgstr = "x" * 40_000
    sheet = Sheet(po)
    assert sheet.left_out == 1
    assert apply_sheet(po, sheet.filled(tmp_path)) == (0, [])
    assert po[-1].msgstr == "x" * 40_000


# What comes back -------------------------------------------------------------------------------------


def come_back(po: polib.POFile, sheet: Sheet, folder: Path) -> int:
    """Take a filled-in sheet over, which must have no problem."""
    count, problems = apply_sheet(po, sheet.filled(folder))
    assert problems == []
    return count


def test_a_sheet_that_nobody_changed_changes_nothing(po: polib.POFile, tmp_path: Path) -> None:
    before = catalogue_text(po)
    assert come_back(po, Sheet(po), tmp_path) == 0
    assert catalogue_text(po) == before


def test_a_translation_that_is_filled_in_or_corrected_is_translated(
    po: polib.POFile, tmp_path: Path
) -> None:
    sheet = Sheet(po)
    sheet.cell("Translation", "Opened.").value = "Открыто."
    sheet.cell("Translation", "The fee").value = "Плата 120."
    sheet.cell("Translation", "%(num)s hour", 1).value = "%(num)s ч"
    assert come_back(po, sheet, tmp_path) == 3
    fee, opened = entry(po, "The fee is 120."), entry(po, "Opened.")
    assert (fee.msgstr, fee.fuzzy, fee.previous_msgid) == ("Плата 120.", False, None)
    assert opened.msgstr == "Открыто."
    assert po[1].msgstr_plural == {0: "%(num)s час", 1: "%(num)s ч", 2: "%(num)s часов"}


def test_a_stale_translation_that_still_fits_is_confirmed_by_its_state(
    po: polib.POFile, tmp_path: Path
) -> None:
    sheet = Sheet(po)
    sheet.cell("State", "The fee").value = "translated"
    assert come_back(po, sheet, tmp_path) == 1
    fee = entry(po, "The fee is 120.")
    assert (fee.msgstr, fee.fuzzy) == ("Плата 100.", False)


def test_a_translation_can_be_called_out_of_date(po: polib.POFile, tmp_path: Path) -> None:
    sheet = Sheet(po)
    sheet.cell("State", "=SUM").value = "out of date"
    assert come_back(po, sheet, tmp_path) == 1
    assert po[-1].fuzzy


def test_an_emptied_cell_removes_the_translation(po: polib.POFile, tmp_path: Path) -> None:
    sheet = Sheet(po)
    sheet.cell("Translation", "The fee").value = None
    assert come_back(po, sheet, tmp_path) == 1
    fee = entry(po, "The fee is 120.")
    assert (fee.msgstr, fee.fuzzy) == ("", False)


def test_rows_may_be_removed_and_put_in_another_order(po: polib.POFile, tmp_path: Path) -> None:
    sheet = Sheet(po)
    sheet.cell("Translation", "Opened.").value = "Открыто."
    sheet.sheet.delete_rows(2)
    sheet.sheet.insert_rows(2)
    assert come_back(po, sheet, tmp_path) == 1


def test_what_others_did_meanwhile_is_not_undone(po: polib.POFile, tmp_path: Path) -> None:
    sheet = Sheet(po)
    po[-1].msgstr = "СУММА"
    assert come_back(po, sheet, tmp_path) == 0
    assert po[-1].msgstr == "СУММА"


# What is refused -------------------------------------------------------------------------------------


def refused(po: polib.POFile, sheet: Sheet, folder: Path) -> str:
    """The one problem of a sheet, which leaves the catalogue as it is."""
    before = catalogue_text(po)
    count, problems = apply_sheet(po, sheet.filled(folder))
    assert count == 0
    assert catalogue_text(po) == before
    [problem] = problems
    assert isinstance(problem, Problem)
    return str(problem)


def test_changed_english_is_named_by_its_cell(po: polib.POFile, tmp_path: Path) -> None:
    sheet = Sheet(po)
    sheet.cell("Translation", "Opened.").value = "Открыто."
    entry(po, "Opened.").msgid = "Opened in May."
    assert refused(po, sheet, tmp_path) == (
        "ru!E7: the English text has changed since the export — take a fresh export"
    )


def test_a_text_that_is_gone_is_named(po: polib.POFile, tmp_path: Path) -> None:
    sheet = Sheet(po)
    sheet.cell("Translation", "=SUM").value = "СУММА"
    po.remove(po[-1])
    assert refused(po, sheet, tmp_path) == (
        "ru!E8: this text is no longer on the site — remove the row"
    )


def test_both_changed_is_a_conflict(po: polib.POFile, tmp_path: Path) -> None:
    sheet = Sheet(po)
    sheet.cell("Translation", "=SUM").value = "СУММА"
    po[-1].msgstr = "ИТОГ"
    assert refused(po, sheet, tmp_path).startswith(
        "ru!E8: somebody has changed this translation meanwhile, to “ИТОГ” — "
    )


def test_lost_placeholders_are_named(po: polib.POFile, tmp_path: Path) -> None:
    sheet = Sheet(po)
    sheet.cell("Translation", "as of").value = "на дату"
    assert refused(po, sheet, tmp_path).startswith(
        "ru!E2: the translation “на дату” does not have the placeholders of “as of %(date)s”"
    )


def test_percent_signs_of_records_are_percent_signs(po: polib.POFile, tmp_path: Path) -> None:
    sheet = Sheet(po)
    sheet.cell("Translation", "=SUM").value = "90 %"
    assert come_back(po, sheet, tmp_path) == 1


def test_a_number_or_a_formula_is_no_translation(po: polib.POFile, tmp_path: Path) -> None:
    sheet = Sheet(po)
    sheet.cell("Translation", "=SUM").value = 2024
    assert refused(po, sheet, tmp_path) == (
        "ru!E8: the cell holds a number — format it as text, and write it again"
    )
    sheet.cell("Translation", "=SUM").value = "=1+1"
    assert "the cell holds a formula" in refused(po, sheet, tmp_path)


@pytest.mark.parametrize(
    ("english", "state", "said"),
    [
        ("=SUM", "done", "ru!F8: “done” is no state — write “translated”, “out of date”"),
        ("=SUM", "missing", "ru!F8: the state is “missing”, but there is a translation"),
        ("Opened.", "translated", "ru!F7: the state is “translated”, but there is no translation"),
    ],
)
def test_a_state_that_cannot_be_is_named(
    po: polib.POFile, tmp_path: Path, english: str, state: str, said: str
) -> None:
    sheet = Sheet(po)
    sheet.cell("State", english).value = state
    assert refused(po, sheet, tmp_path).startswith(said)


def test_a_row_without_a_key_is_named(po: polib.POFile, tmp_path: Path) -> None:
    sheet = Sheet(po)
    sheet.sheet.cell(9, 5).value = "mine"
    assert refused(po, sheet, tmp_path).startswith(
        "ru!A9: the hidden key of this row is missing or damaged"
    )


def test_a_text_that_stands_twice_is_named(po: polib.POFile, tmp_path: Path) -> None:
    sheet = Sheet(po)
    for column in range(1, 9):
        sheet.sheet.cell(9, column).value = sheet.sheet.cell(7, column).value
    sheet.sheet.cell(7, 5).value = "Открыто."
    sheet.sheet.cell(9, 5).value = "Открылось."
    assert refused(po, sheet, tmp_path).startswith(
        "ru!E9: this text is translated in another way in ru!E7"
    )


def test_a_workbook_without_the_columns_is_refused(po: polib.POFile, tmp_path: Path) -> None:
    sheet = Sheet(po)
    sheet.sheet.cell(1, sheet.heads["Translation"]).value = "Перевод"
    with pytest.raises(WorkbookRefused, match="no sheet of translations"):
        sheet.filled(tmp_path)
