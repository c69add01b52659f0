"""A project without lists, languages or translations takes those of its home, and nothing of its brand."""

from pathlib import Path

import polib
import pytest
from mozi.commands import main
from mozi.records.values import Text, walk
from mozi.rules import check
from mozi.settings import HOME, home_of, own_or_shared
from mozi.store.content_hashes import common_hash
from mozi.store.loading import load_store
from mozi.store.record_store import GLOSSARY, SHARED

from tests.support.helpers import ROOT, Folder

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with two translations of the interface, one of a list and one of its own brand."""
    root = tmp_path / "home"
    folder = Folder(root)
    folder.write(
        "translations/ru.po",
        f'{HEADER}msgid "Home"\nmsgstr "Главная"\n\nmsgid "Sources"\nmsgstr "Источники"\n\n'
        'msgctxt "vocabularies/roles/lead name"\nmsgid "Lead institution"\nmsgstr "Ведущее"\n\n'
        'msgctxt "vocabularies/site/names brand"\nmsgid "Mozi Workshop"\nmsgstr "Мо-цзы"\n',
    )
    return root


@pytest.fixture
def bare(folder: Folder) -> Folder:
    """The small project without lists, languages and translations."""
    for file in SHARED | {GLOSSARY}:
        (folder.root / file).unlink()
    for path in (folder.root / "data" / "translations").glob("*.po"):
        path.unlink()
    return folder


def test_a_project_with_a_generator_of_its_own_has_no_home(tmp_path: Path) -> None:
    assert home_of(tmp_path) == HOME == ROOT
    assert home_of(tmp_path / "nowhere") == ROOT
    (tmp_path / "hooks").mkdir()
    assert home_of(tmp_path) is None
    assert home_of(ROOT) is None


def test_what_a_project_has_goes_before_what_its_home_has(tmp_path: Path) -> None:
    assert own_or_shared(tmp_path, "docs", ROOT) == ROOT / "docs"
    assert own_or_shared(tmp_path, "docs", None) == tmp_path / "docs"
    (tmp_path / "docs").mkdir()
    assert own_or_shared(tmp_path, "docs", ROOT) == tmp_path / "docs"


def test_without_a_home_missing_lists_are_mistakes(bare: Folder) -> None:
    missing = {p.file for p in load_store(bare.root).problems if p.variant == "missing"}
    assert missing == SHARED | {GLOSSARY}


def test_lists_and_languages_are_those_of_the_home(bare: Folder, home: Path) -> None:
    store = load_store(bare.root, home=home)
    assert store.problems == []
    assert check(store) == []
    assert store.vocabularies["roles"] == load_store(home).vocabularies["roles"]
    assert list(store.locales) == ["en", "zh", "ru", "fr", "ar"]


def test_a_list_of_the_project_stands_in_for_the_whole_list(bare: Folder, home: Path) -> None:
    bare.write("vocabularies/roles.yml", "lead: {name: {en: Leader, zh: 牵头}}\n")
    assert list(load_store(bare.root, home=home).vocabularies["roles"]) == ["lead"]


def test_a_glossary_is_never_taken_over(bare: Folder, home: Path) -> None:
    assert load_store(home).vocabularies["glossary"]
    assert load_store(bare.root, home=home).vocabularies["glossary"] == {}


def test_no_list_that_others_take_names_this_brand_or_its_region() -> None:
    read = load_store(ROOT)
    assert read.names
    brand = [*read.names.brand.languages.values(), *read.names.region.languages.values()]
    for name, entries in read.vocabularies.items():
        texts = [
            text
            for entry in entries.values()
            for _, value in walk(entry)
            if isinstance(value, Text)
            for text in value.languages.values()
        ]
        if f"data/vocabularies/{name}.yml" in SHARED:
            assert not [text for text in texts if any(word in text for word in brand)], name


def test_translations_of_interface_and_shared_lists_are_those_of_the_home(
    bare: Folder, home: Path
) -> None:
    russian = load_store(bare.root, home=home).translations["ru"]
    assert russian.interface == {"Home": "Главная", "Sources": "Источники"}
    assert russian.find("vocabularies/roles/lead name", "Lead institution")
    assert not russian.find("vocabularies/site/names brand", "Mozi Workshop")


def test_a_translation_of_the_project_goes_before_that_of_its_home(
    bare: Folder, home: Path
) -> None:
    bare.write("translations/ru.po", f'{HEADER}msgid "Home"\nmsgstr "Начало"\n')
    russian = load_store(bare.root, home=home).translations["ru"]
    assert russian.interface == {"Home": "Начало", "Sources": "Источники"}


def test_a_list_of_the_project_takes_translations_only_of_terms_that_say_the_same(
    bare: Folder, home: Path
) -> None:
    key = ("vocabularies/roles/lead name", "Lead institution")
    for english, is_lent in (("Lead institution", True), ("Leading college", False)):
        bare.write("vocabularies/roles.yml", f"lead: {{name: {{en: {english}, zh: 牵头}}}}\n")
        assert (key in load_store(bare.root, home=home).translations["ru"].texts) is is_lent


def test_an_untranslated_entry_of_the_project_takes_the_translation_of_its_home(
    bare: Folder, home: Path
) -> None:
    bare.write("translations/ru.po", f'{HEADER}msgid "Home"\nmsgstr ""\n')
    russian = load_store(bare.root, home=home).translations["ru"]
    assert russian.interface["Home"] == "Главная"
    assert russian.share == 1


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("translations/ru.po", "Главная", "Начало"),
        ("vocabularies/roles.yml", "Lead", "Leading"),
        ("locales.yml", "Русский", "русский"),
    ],
)
def test_a_change_of_what_the_home_shares_is_seen(
    bare: Folder, home: Path, file: str, old: str, new: str
) -> None:
    before = common_hash(load_store(bare.root, home=home))
    assert common_hash(load_store(bare.root, home=home)) == before
    path = home / "data" / file
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    assert common_hash(load_store(bare.root, home=home)) != before


def test_a_broken_catalogue_of_the_home_is_not_the_projects_mistake(
    bare: Folder, home: Path
) -> None:
    (home / "data" / "translations" / "ru.po").write_text("msgid", encoding="utf-8")
    store = load_store(bare.root, home=home)
    assert store.problems == []
    assert store.translations["ru"].texts == {}


def test_a_catalogue_of_the_project_holds_its_own_texts_only(bare: Folder) -> None:
    assert main(["translate", "--root", str(bare.root)]) == 0
    catalogue = polib.pofile(str(bare.root / "data" / "translations" / "ru.po"))
    assert {entry.msgctxt.split("/")[0] for entry in catalogue} >= {"projects", "partners"}
    assert "vocabularies/roles/lead name" not in {entry.msgctxt for entry in catalogue}
