"""What tells whether anything that pages show has changed: neither too little nor too much."""

from pathlib import Path

import pytest
from mozi.engine.hashing import digest_of
from mozi.store.content_hashes import common_hash, record_hashes
from mozi.store.loading import load_store

from tests.support.helpers import Folder

WORKSHOP = ("projects", "workshop")
RU = "translations/ru.po"
HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
NAME = 'msgctxt "projects/workshop name"\nmsgid "Example Workshop"\nmsgstr "Пример"\n'
HOME = 'msgid "Home"\nmsgstr "Главная"\n'
CATALOGUE = f"{HEADER}\n{NAME}\n{HOME}"


def changed(folder: Folder, file: str, old: str, new: str) -> tuple[set[tuple[str, str]], bool]:
    """The records whose digests differ after a change, and whether the common one does."""
    before = load_store(folder.root)
    folder.replace(file, old, new)
    after = load_store(folder.root)
    assert record_hashes(before).keys() == record_hashes(after).keys()
    differ = {
        key for key, digest in record_hashes(before).items() if digest != record_hashes(after)[key]
    }
    return differ, common_hash(before) != common_hash(after)


def test_a_record_has_the_same_digest_wherever_it_stands(folder: Folder, tmp_path: Path) -> None:
    other = Folder(tmp_path / "other")
    one, two = load_store(folder.root), load_store(other.root)
    assert (record_hashes(one), common_hash(one)) == (record_hashes(two), common_hash(two))
    assert record_hashes(one).keys() == {(record.kind, record.id) for record in one.each()}


def test_a_change_of_a_record_shows_in_its_own_digest(folder: Folder) -> None:
    found = changed(folder, "projects/workshop.yml", "Example Workshop", "Another Workshop")
    assert found == ({WORKSHOP}, False)


@pytest.mark.parametrize(
    ("file", "old"),
    [("vocabularies/fields.yml", "en: "), ("locales.yml", "Русский"), ("redirects.yml", "home")],
)
def test_a_change_of_what_all_share_shows_in_the_common_digest(
    folder: Folder, file: str, old: str
) -> None:
    folder.write("redirects.yml", "/home/: /\n")
    assert changed(folder, file, old, f"{old}x") == (set(), True)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Пример", "Образец", ({WORKSHOP}, False)),
        ('msgctxt "projects', '#, fuzzy\nmsgctxt "projects', ({WORKSHOP}, False)),
        ("Главная", "Начало", (set(), True)),
        ("\\n", "\\nPlural-Forms: nplurals=1; plural=n;\\n", (set(), True)),
        ("\n\n", "\n\n# a note from one translator to another\n", (set(), False)),
        ("\n\n", '\n\n#~ msgid "Old"\n#~ msgstr "Старый"\n\n', (set(), False)),
    ],
)
def test_a_translation_counts_where_it_is_shown(
    folder: Folder, old: str, new: str, expected: tuple[set[tuple[str, str]], bool]
) -> None:
    folder.write(RU, CATALOGUE)
    assert changed(folder, RU, old, new) == expected


def test_translations_into_other_languages_are_told_apart(folder: Folder) -> None:
    folder.write(RU, CATALOGUE)
    russian = record_hashes(load_store(folder.root))
    (folder.root / "data" / RU).rename(folder.root / "data" / "translations" / "fr.po")
    assert record_hashes(load_store(folder.root))[WORKSHOP] != russian[WORKSHOP]


def test_parts_do_not_run_into_each_other() -> None:
    assert digest_of("a", "b") != digest_of("ab", "")


def test_the_site_has_them(folder: Folder) -> None:
    read, site = load_store(folder.root), folder.site()
    assert (site.hashes, site.common_hash) == (record_hashes(read), common_hash(read))
