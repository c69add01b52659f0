"""A catalogue as a spreadsheet, for translators without gettext programs, and back.

One row for each text, or for each plural form of one. Whoever translates fills in the column
“Translation”; a hidden column says what the row stands for and what it held when it was made, so
that only what was changed in the sheet comes back, and nobody's later work is undone by it.
"""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from gettext import c2py
from itertools import count, islice

import openpyxl
import polib
from openpyxl.styles import Alignment, Font, PatternFill, Protection
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from mozi.editing.translations.extract import GLOSSARY
from mozi.excel.cell_text import fits, put
from mozi.excel.workbook import Cell, Row, WorkbookRefused, cell_name
from mozi.languages.catalogue import State, entry_key, entry_state, keeps_placeholders, plural_form
from mozi.records.values import TextKey

TRANSLATION, STATE = "Translation", "State"

WIDTHS = {
    "Where it is seen": 34,
    "English": 48,
    "Chinese": 34,
    TRANSLATION: 48,
    STATE: 13,
    "Earlier English": 34,
    "Glossary": 30,
}
"""The columns after the hidden one, and how many letters wide they are."""

EDITABLE = (TRANSLATION, STATE)

_MARK = re.compile(r"mozi translations (\S+)")
"""Heads the hidden column, and names the language."""

_FILLS = {
    State.MISSING: PatternFill("solid", fgColor="FFF6D5"),
    State.STALE: PatternFill("solid", fgColor="FBE3D0"),
}

_HELP = (
    "Fill in the column “Translation”. Change no other column, and no order of columns.",
    "请填写“Translation”（译文）一列，不要改动其他列及列的顺序。",
    "Keep everything that looks like %(name)s as it is, in the place where it belongs.",
    "形如 %(name)s 的内容须原样保留，放在译文中合适的位置。",
    "“missing”: not translated yet. “out of date”: the English text has changed since; the earlier "
    "one stands beside it. Correct the translation or, where it still fits, choose “translated”.",
    "“missing”：尚未翻译。“out of date”：英文已有改动，旁边列出旧的英文。请修改译文；"
    "如果译文仍然合适，请在 State 一列选择“translated”。",
    "A translation that you empty is removed: pages then show the text in another language.",
    "清空的译文会被删除，网页将改用其他语言显示该文本。",
)


@dataclass(frozen=True)
class RowKey:
    """Identity of a row: its entry and plural form, and a hash of its texts when the sheet was made.

    `entry` and `text` are short digests of context with English text, and of the translation;
    `form` is the plural form, or -1 for texts that have none.
    """

    entry: str
    form: int
    state: State
    text: str
    context: str

    def __str__(self) -> str:
        return f"{self.entry} {self.form} {self.state.name} {self.text} {self.context}"

    @classmethod
    def parse(cls, written: str) -> "RowKey":
        """The key that a cell holds. Raises `ValueError`."""
        entry, form, state, text, context = written.split(" ", 4)
        return cls(entry, int(form), State[state.upper()], text, context)


def _digest(*texts: str) -> str:
    return hashlib.sha256("\0".join(texts).encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _key(entry: polib.POEntry, form: int) -> RowKey:
    return RowKey(
        _digest(*entry_key(entry)),
        form,
        entry_state(entry),
        _digest(_text(entry, form)),
        entry.msgctxt or "",
    )


def _forms(entry: polib.POEntry) -> Sequence[int]:
    return sorted(entry.msgstr_plural) if entry.msgid_plural else (-1,)


def _text(entry: polib.POEntry, form: int) -> str:
    return str(entry.msgstr if form < 0 else entry.msgstr_plural.get(form, ""))


# Catalogue to sheet ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class Made:
    """A workbook; how many texts are in it, and how many no cell can hold unchanged."""

    book: openpyxl.Workbook
    texts: int
    left_out: int


def make_workbook(
    catalogue: polib.POFile,
    code: str,
    chinese: Mapping[TextKey, str],
    *,
    mirrored: bool = False,
    only_open: bool = False,
) -> Made:
    """The workbook of a catalogue. A text that no cell can hold is left out, and stays as it is.

    `chinese` stands beside the English as help; `mirrored` is for languages written from the
    right; `only_open` leaves out what is translated and up to date.
    """
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = code
    _heads(sheet, code)
    numbers = count(2)  # asking the sheet for its last row looks through all of it
    texts = left_out = 0
    for entry in catalogue:
        if entry.obsolete or (only_open and entry_state(entry) is State.TRANSLATED):
            continue
        rows = [_row(catalogue, entry, form, chinese) for form in _forms(entry)]
        if all(fits(text) for row in rows for text in row):
            texts += 1
            for row in rows:
                _write(sheet, next(numbers), row, entry_state(entry))
        else:
            left_out += 1
    _dress(sheet, mirrored)
    _explain(book)
    return Made(book, texts, left_out)


def _heads(sheet: Worksheet, code: str) -> None:
    for column, head in enumerate([f"mozi translations {code}", *WIDTHS], 1):
        cell = sheet.cell(1, column, head)
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor="EFE6DD")
        cell.alignment = Alignment(vertical="top", wrap_text=True)


def _row(
    catalogue: polib.POFile, entry: polib.POEntry, form: int, chinese: Mapping[TextKey, str]
) -> list[str]:
    notes = entry.comment.splitlines()
    place = [note for note in notes if not note.startswith(GLOSSARY)]
    hints = [note.removeprefix(GLOSSARY) for note in notes if note.startswith(GLOSSARY)]
    if form >= 0:
        place.append(_form_in_words(catalogue, entry, form))
    return [
        str(_key(entry, form)),
        "\n".join(place),
        "\n".join(filter(None, [entry.msgid, entry.msgid_plural])),
        chinese.get(entry_key(entry), ""),
        _text(entry, form),
        entry_state(entry).value,
        entry.previous_msgid or "",
        "\n".join(hints),
    ]


def _form_in_words(catalogue: polib.POFile, entry: polib.POEntry, form: int) -> str:
    """Which plural form a row holds, with some numbers that take it."""
    form_of = c2py(plural_form(catalogue))
    examples = islice((str(n) for n in range(1000) if form_of(n) == form), 3)
    numbers = ", ".join(examples)
    words = f"form {form + 1} of {len(entry.msgstr_plural)}"
    return f"{words}: for numbers such as {numbers}" if numbers else words


_TOP = Alignment(vertical="top", wrap_text=True)
_OPEN = Protection(locked=False)


def _write(sheet: Worksheet, number: int, row: Sequence[str], state: State) -> None:
    for column, (head, text) in enumerate(zip(["", *WIDTHS], row, strict=True), 1):
        cell = sheet.cell(number, column)
        if text:
            put(cell, text)
        cell.alignment = _TOP
        if head in EDITABLE:
            cell.number_format = "@"  # what is typed here is text too
            cell.protection = _OPEN
            if state in _FILLS:
                cell.fill = _FILLS[state]


def _dress(sheet: Worksheet, mirrored: bool) -> None:
    """Hide the keys, keep the heads in sight, let nothing but translations be changed."""
    sheet.column_dimensions["A"].hidden = True
    for column, width in enumerate(WIDTHS.values(), 2):
        sheet.column_dimensions[openpyxl.utils.get_column_letter(column)].width = width
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    sheet.sheet_view.rightToLeft = mirrored
    choice = DataValidation(
        "list", formula1=f'"{State.TRANSLATED},{State.STALE}"', allow_blank=True
    )
    letter = openpyxl.utils.get_column_letter(2 + list(WIDTHS).index(STATE))
    choice.add(f"{letter}2:{letter}{max(sheet.max_row, 2)}")
    sheet.add_data_validation(choice)
    protection = sheet.protection
    protection.sheet = True  # without a password: it guards against slips only
    protection.autoFilter = protection.sort = False
    protection.formatCells = protection.formatColumns = protection.formatRows = False


def _explain(book: openpyxl.Workbook) -> None:
    sheet = book.create_sheet("Help 说明")
    sheet.column_dimensions["A"].width = 110
    for number, text in enumerate(_HELP, 1):
        put(sheet.cell(number, 1), text)
        sheet.cell(number, 1).alignment = _TOP


# Sheet to catalogue ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class Filled:
    """A sheet that somebody filled in: its language, and where its columns are."""

    name: str
    code: str
    columns: Mapping[str, int]
    key: int
    rows: Sequence[Row]

    def place(self, row: Row, column: str) -> str:
        """The name of a cell."""
        return cell_name(self.name, row.number, self.columns[column])


@dataclass(frozen=True)
class Problem:
    """Problem that keeps a sheet from being imported: the cell, what is wrong, and what to do."""

    place: str
    message: str
    fix: str

    def __str__(self) -> str:
        return f"{self.place}: {self.message} — {self.fix}"


def find_sheets(sheets: Mapping[str, Sequence[Row]]) -> list[Filled]:
    """The sheets of translations in a workbook. Raises `workbooks.Refused` where there is none."""
    filled_sheets = [filled for name, rows in sheets.items() if (filled := _filled(name, rows))]
    if not filled_sheets:
        raise WorkbookRefused("translations")
    return filled_sheets


def _filled(name: str, rows: Sequence[Row]) -> Filled | None:
    if not rows:
        return None
    heads = {cell.text: column for column, cell in rows[0].cells.items()}
    marks = {head: match[1] for head in heads if (match := _MARK.fullmatch(head))}
    if len(marks) != 1 or not heads.keys() >= set(EDITABLE):
        return None
    [(mark, code)] = marks.items()
    return Filled(name, code, heads, heads[mark], rows[1:])


@dataclass(frozen=True)
class Edit:
    """Edit that a row asks for: the translation of an entry, in one form, and whether it is stale."""

    entry: polib.POEntry
    form: int
    text: str
    stale: bool
    place: str


def apply_sheet(catalogue: polib.POFile, sheet: Filled) -> tuple[int, list[Problem]]:
    """Take over what was changed in a sheet: how many translations changed, and what is wrong.

    With any problem the catalogue stays as it is.
    """
    edits, problems = _edits(catalogue, sheet)
    if problems:
        return 0, problems
    for edit in edits:
        _carry_out(edit)
    return len(edits), []


def _edits(catalogue: polib.POFile, sheet: Filled) -> tuple[list[Edit], list[Problem]]:
    entries = {_digest(*entry_key(entry)): entry for entry in catalogue if not entry.obsolete}
    contexts = {entry.msgctxt or "" for entry in entries.values()}
    edits: dict[tuple[str, int], Edit] = {}
    problems = []
    for row in sheet.rows:
        try:
            key, edit = _edit(sheet, row, entries, contexts)
        except _Wrong as wrong:
            problems.append(wrong.problem)
            continue
        if edit is None:
            continue
        first = edits.setdefault((key.entry, key.form), edit)
        if (first.text, first.stale) != (edit.text, edit.stale):
            problems.append(
                Problem(
                    edit.place,
                    f"this text is translated in another way in {first.place}",
                    "keep one of the two rows",
                )
            )
    return list(edits.values()), problems


class _Wrong(Exception):
    def __init__(self, place: str, message: str, fix: str) -> None:
        super().__init__(message)
        self.problem = Problem(place, message, fix)


_NOTHING = Cell("")


def _edit(
    sheet: Filled, row: Row, entries: Mapping[str, polib.POEntry], contexts: set[str]
) -> tuple[RowKey, Edit | None]:
    """Edit that a row asks for, None where nothing was changed in it. Raises `_Wrong`."""
    place = sheet.place(row, TRANSLATION)
    key = _key_in(sheet, row)
    cell = row.cells.get(sheet.columns[TRANSLATION], _NOTHING)
    if cell.other:
        raise _Wrong(place, f"the cell holds {cell.other}", "format it as text, and write it again")
    text = cell.text if cell.text.strip() else ""
    state = _state_in(sheet, row, key, text)
    changed = _digest(text) != key.text
    if not changed and state is key.state:
        return key, None
    entry = entries.get(key.entry)
    if entry is None or key.form not in _forms(entry):
        raise _Wrong(place, *_gone(key, contexts))
    stale = bool(text) and state is State.STALE and state is not key.state
    if (_text(entry, key.form), entry.fuzzy) == (text, stale):
        return key, None  # somebody has done the same already, perhaps this very file
    if _digest(_text(entry, key.form)) != key.text:
        raise _Wrong(
            place,
            f"somebody has changed this translation meanwhile, to “{_text(entry, key.form)}”",
            "take a fresh export, and decide between the two there",
        )
    if text and not entry.msgctxt and not keeps_placeholders(entry, text):
        raise _Wrong(
            place,
            f"the translation “{text}” does not have the placeholders of “{entry.msgid}”",
            "copy every %(…)s of the English text unchanged",
        )
    return key, Edit(entry, key.form, text, stale, place)


def _key_in(sheet: Filled, row: Row) -> RowKey:
    cell = row.cells.get(sheet.key, _NOTHING)
    try:
        return RowKey.parse(cell.text)
    except (ValueError, KeyError):
        raise _Wrong(
            cell_name(sheet.name, row.number, sheet.key),
            "the hidden key of this row is missing or damaged",
            "remove the row, or take a fresh export",
        ) from None


def _state_in(sheet: Filled, row: Row, key: RowKey, text: str) -> State:
    """The state that a row asks for; an empty cell leaves it as it is."""
    cell = row.cells.get(sheet.columns[STATE], _NOTHING)
    if not cell.text and not cell.other:
        return key.state
    place = sheet.place(row, STATE)
    try:
        state = State(cell.text.strip().lower())
    except ValueError:
        state_names = ", ".join(f"“{state}”" for state in (State.TRANSLATED, State.STALE))
        raise _Wrong(place, f"“{cell.text}” is no state", f"write {state_names}") from None
    if state is not key.state and (state is State.MISSING) == bool(text):
        is_there = "there is a translation" if text else "there is no translation"
        raise _Wrong(place, f"the state is “{state}”, but {is_there}", "correct one of the two")
    return state


def _gone(key: RowKey, contexts: set[str]) -> tuple[str, str]:
    if key.context and key.context in contexts:
        return "the English text has changed since the export", "take a fresh export"
    return "this text is no longer on the site", "remove the row"


def _carry_out(edit: Edit) -> None:
    entry = edit.entry
    if edit.form < 0:
        entry.msgstr = edit.text
    else:
        entry.msgstr_plural[edit.form] = edit.text
    entry.flags = ["fuzzy"] if edit.stale else []
    if not edit.stale:
        entry.previous_msgid = None
