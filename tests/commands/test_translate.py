"""`mozi translate`: every string extracted, no translation lost, the same bytes each time."""

import polib
from mozi import store, translations
from mozi.commands import main
from mozi.commands.translate import interface_strings

from tests.helpers import ROOT, Folder


def entry(folder: Folder, code: str, english: str, context: str) -> polib.POEntry | None:
    catalogue = translations.read(translations.path_of(folder.root, code))
    return catalogue.find(english, msgctxt=context)


def translated(folder: Folder, english: str, context: str) -> str:
    found = entry(folder, "ru", english, context)
    assert found is not None
    return str(found.msgstr)


def test_strings_are_found_in_code_and_templates() -> None:
    found = interface_strings(ROOT)
    assert found["Reference curriculum"] == ["hooks/mozi/views/curriculum.py"]
    assert found["Edit this record"] == ["overrides/pages/page.html"]
    assert found[("%(num)s project", "%(num)s projects")] == ["hooks/mozi/views/cards.py"]
    assert found["Programmes"]


def test_the_committed_catalogues_are_up_to_date(folder: Folder) -> None:
    """Running it on the real project changes nothing."""
    import shutil

    for name in ("data", "hooks", "overrides"):
        shutil.copytree(ROOT / name, folder.root / name, dirs_exist_ok=True)
    for record in (folder.root / "data").glob("*/*.yml"):
        if not (ROOT / record.relative_to(folder.root)).exists():
            record.unlink()
    assert main(["translate", "--root", str(folder.root)]) == 0
    for code in store.load(ROOT).locales:
        if code != "en":
            old = translations.path_of(ROOT, code).read_text(encoding="utf-8")
            new = translations.path_of(folder.root, code).read_text(encoding="utf-8")
            assert new == old, "run `make translate`"


def test_a_changed_text_becomes_fuzzy_and_keeps_the_old_english(folder: Folder) -> None:
    main(["translate", "--root", str(folder.root)])
    changed = "The Luban Workshop in the same town is another one."
    found = entry(folder, "ru", changed, "projects/workshop cautions")
    assert found is not None
    assert found.msgstr == "Мастерская Лу Баня в той же деревне — другая."
    assert found.fuzzy
    assert found.previous_msgid == "The Luban Workshop in the same village is another one."


def test_what_fits_is_kept_and_what_is_new_is_empty(folder: Folder) -> None:
    main(["translate", "--root", str(folder.root)])
    name = translated(folder, "Example Workshop", "projects/workshop name")
    assert name == "Пример мастерской"
    assert translated(folder, "Colleges abroad.", "topics/mozi-workshop summary") == ""


def test_texts_that_a_record_gives_in_the_language_are_not_asked_for(folder: Folder) -> None:
    main(["translate", "--root", str(folder.root)])
    for code in ("ru", "zh"):
        assert entry(folder, code, "Khujand", "projects/workshop city") is None


def test_what_is_no_longer_needed_is_kept_as_obsolete_and_comes_back(folder: Folder) -> None:
    folder.replace("projects/workshop.yml", "en: Example Workshop", "en: Quite another name")
    main(["translate", "--root", str(folder.root)])
    text = translations.path_of(folder.root, "ru").read_text(encoding="utf-8")
    assert '#~ msgstr "Пример мастерской"' in text
    folder.replace("projects/workshop.yml", "en: Quite another name", "en: Example Workshop")
    main(["translate", "--root", str(folder.root)])
    name = translated(folder, "Example Workshop", "projects/workshop name")
    assert name == "Пример мастерской"


def test_a_second_run_changes_nothing(folder: Folder) -> None:
    main(["translate", "--root", str(folder.root)])
    path = translations.path_of(folder.root, "ru")
    first = path.read_bytes()
    main(["translate", "--root", str(folder.root)])
    assert path.read_bytes() == first
