"""`mozi translate`: catalogues brought up to date, counted, and exchanged as spreadsheets."""

import shutil
from collections.abc import Callable
from pathlib import Path

import openpyxl
import polib
import pytest
from mozi.commands import main
from mozi.commands.translate import table
from mozi.languages.catalogue import Counts, catalogue_path, read_catalogue
from mozi.languages.locales import LocaleEntry

from tests.support.helpers import LANGUAGES, ROOT, Folder


def entry(folder: Folder, code: str, english: str, context: str) -> polib.POEntry | None:
    catalogue = read_catalogue(catalogue_path(folder.root, code))
    return catalogue.find(english, msgctxt=context)


def translated(folder: Folder, english: str, context: str) -> str:
    found = entry(folder, "ru", english, context)
    assert found is not None
    return str(found.msgstr)


@pytest.fixture
def like_real(folder: Folder) -> Folder:
    """A copy of the real project's records, code and templates."""
    for name in ("data", "hooks", "overrides"):
        shutil.copytree(ROOT / name, folder.root / name, dirs_exist_ok=True)
    for record in (folder.root / "data").glob("*/*.yml"):
        if not (ROOT / record.relative_to(folder.root)).exists():
            record.unlink()
    return folder


def catalogues(root: Path) -> dict[str, bytes]:
    return {path.stem: path.read_bytes() for path in root.glob("data/translations/*.po")}


# Up to date ------------------------------------------------------------------------------------------


def test_the_committed_catalogues_are_up_to_date(like_real: Folder) -> None:
    """Running it on the real project changes nothing."""
    assert main(["translate", "--root", str(like_real.root)]) == 0
    assert catalogues(like_real.root) == catalogues(ROOT), "run `make translate`"


def test_a_changed_text_becomes_fuzzy_and_keeps_the_old_english(folder: Folder) -> None:
    main(["translate", "--root", str(folder.root)])
    changed = "The Luban Workshop in the same town is another one."
    found = entry(folder, "ru", changed, "projects/workshop cautions")
    assert found is not None
    assert found.msgstr == "Мастерская Лу Баня в той же деревне\u00a0— другая."
    assert found.fuzzy
    assert found.previous_msgid == "The Luban Workshop in the same village is another one."


def test_what_fits_is_kept_and_what_is_new_is_empty(folder: Folder) -> None:
    main(["translate", "--root", str(folder.root)])
    name = translated(folder, "Example Workshop", "projects/workshop name")
    assert name == "Пример мастерской"
    assert translated(folder, "Colleges abroad.", "topics/mozi-workshop summary") == ""


def test_what_is_no_longer_needed_is_kept_as_obsolete_and_comes_back(folder: Folder) -> None:
    folder.replace("projects/workshop.yml", "en: Example Workshop", "en: Quite another name")
    main(["translate", "--root", str(folder.root)])
    text = catalogue_path(folder.root, "ru").read_text(encoding="utf-8")
    assert '#~ msgstr "Пример мастерской"' in text
    folder.replace("projects/workshop.yml", "en: Quite another name", "en: Example Workshop")
    main(["translate", "--root", str(folder.root)])
    name = translated(folder, "Example Workshop", "projects/workshop name")
    assert name == "Пример мастерской"


def test_a_second_run_changes_nothing(folder: Folder) -> None:
    main(["translate", "--root", str(folder.root)])
    first = catalogues(folder.root)
    main(["translate", "--root", str(folder.root)])
    assert catalogues(folder.root) == first


def test_records_that_cannot_be_read_are_not_taken_for_removed(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.replace("projects/workshop.yml", "name:", "nam:")
    before = catalogue_path(folder.root, "ru").read_bytes()
    assert main(["translate", "--root", str(folder.root)]) == 1
    assert "data/projects/workshop.yml:1:1: MZ201" in capsys.readouterr().out
    assert catalogue_path(folder.root, "ru").read_bytes() == before


def test_it_prints_how_far_each_language_is() -> None:
    locale = LocaleEntry(name="Русский", state="draft")
    counts = {"interface": Counts(180, 2, 0), "projects": Counts(9, 0, 1)}
    assert table("ru", locale, counts).splitlines() == [
        "ru Русский (draft, not reviewed)",
        "             translated  out of date  missing     of",
        "interface           180            2        0    182",
        "projects              9            0        1     10",
        "all                 189            2        1    192",
    ]
    reviewed = LocaleEntry(name="Русский", state="reviewed", reviewed_on="2026-11-01")
    assert table("ru", reviewed, counts).startswith("ru Русский (reviewed on 2026-11-01)\n")


# Spreadsheets ----------------------------------------------------------------------------------------


@pytest.fixture
def export(folder: Folder) -> Callable[..., Path]:
    """Brings the catalogues up to date and writes a sheet of the Russian one."""

    def write(*more: str) -> Path:
        main(["translate", "--root", str(folder.root)])
        file = folder.root / "ru.xlsx"
        arguments = ["translate", "export", "ru", "--xlsx", str(file), "--root", str(folder.root)]
        assert main([*arguments, *more]) == 0
        return file

    return write


def fill(file: Path, english: str, translation: str) -> None:
    """Write a translation beside an English text, as a translator would."""
    book = openpyxl.load_workbook(file)
    sheet = book["ru"]
    heads = {cell.value: number for number, cell in enumerate(sheet[1], 1)}
    row = next(r for r in range(2, 999) if sheet.cell(r, heads["English"]).value == english)
    sheet.cell(row, heads["Translation"]).value = translation
    book.save(file)


def take(folder: Folder, file: Path) -> int:
    return main(["translate", "import", str(file), "--root", str(folder.root)])


@pytest.mark.parametrize("code", [code for code in LANGUAGES if code != "en"])
def test_a_sheet_that_nobody_changed_changes_no_byte(like_real: Folder, code: str) -> None:
    file = like_real.root / "sheet.xlsx"
    root = ["--root", str(like_real.root)]
    assert main(["translate", "export", code, "--xlsx", str(file), *root]) == 0
    assert main(["translate", "import", str(file), *root]) == 0
    assert catalogues(like_real.root) == catalogues(ROOT)


def test_a_filled_in_sheet_comes_in(
    folder: Folder, export: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    file = export("--missing")
    fill(file, "Colleges abroad.", "Колледжи за рубежом.")
    capsys.readouterr()
    assert take(folder, file) == 0
    assert capsys.readouterr().out == "ru: 1 translations taken over\n"
    summary = translated(folder, "Colleges abroad.", "topics/mozi-workshop summary")
    assert summary == "Колледжи за рубежом."
    assert take(folder, file) == 0  # a second time there is nothing left to do
    assert capsys.readouterr().out == "ru: 0 translations taken over\n"


def test_with_any_problem_nothing_is_taken_over(
    folder: Folder, export: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    file = export()
    fill(file, "Colleges abroad.", "Колледжи за рубежом.")
    fill(file, "Example Workshop", "Мастерская")
    folder.replace("projects/workshop.yml", "en: Example Workshop", "en: Model Workshop")
    before = catalogues(folder.root)
    capsys.readouterr()
    assert take(folder, file) == 1
    out = capsys.readouterr().out
    assert "ru.xlsx: ru!E" in out
    assert "the English text has changed since the export — take a fresh export" in out
    assert "1 problem(s): nothing was taken over" in out
    assert catalogues(folder.root) == before


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("ky", "data/locales.yml: ky: {name: Кыргызча, fallback: [en], state: draft}"),
        ("xx", "“xx” is no language code (BCP 47) — write one of: zh, ru, fr, ar"),
        ("en", "en: English is what all texts are written in, and needs no translation"),
    ],
)
def test_a_language_that_is_not_on_offer_says_what_to_add(
    folder: Folder, capsys: pytest.CaptureFixture[str], code: str, said: str
) -> None:
    assert main(["translate", "export", code, "--root", str(folder.root)]) == 1
    assert said in capsys.readouterr().out


def test_a_new_language_has_a_sheet_once_it_is_on_offer(folder: Folder) -> None:
    locales = folder.root / "data" / "locales.yml"
    locales.write_text(locales.read_text() + "ky: {name: Кыргызча, state: draft}\n")
    file = folder.root / "ky.xlsx"
    root = ["--root", str(folder.root)]
    assert main(["translate", "export", "ky", "--xlsx", str(file), *root]) == 0
    assert openpyxl.load_workbook(file)["ky"].max_row > 100


def test_what_is_no_workbook_is_refused(
    folder: Folder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "x.xlsx"
    file.write_text("Text")
    assert take(folder, file) == 1
    assert "MZ601 this is no Excel workbook — " in capsys.readouterr().out


def test_a_place_where_no_file_can_be_written_is_named(
    folder: Folder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "nowhere" / "ru.xlsx"
    assert main(["translate", "export", "ru", "--xlsx", str(file), "--root", str(folder.root)]) == 1
    assert "cannot be written: No such file or directory" in capsys.readouterr().out
