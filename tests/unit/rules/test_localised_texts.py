"""Every text that readers see, with its language and place."""

from pathlib import Path

from mozi.records.values import walk
from mozi.rules.localised_texts import (
    LocalisedText,
    texts_in_catalogue,
    texts_in_file,
    texts_in_lists,
)
from mozi.store.loading import load_store

from tests.support.helpers import Folder


def passages(root: Path) -> list[LocalisedText]:
    """Every text of a project."""
    read = load_store(root)
    found = [
        passage for record in read.each() for passage in texts_in_file(record.file, walk(record))
    ]
    found += [passage for _, inside in texts_in_lists(read) for passage in inside]
    for code, catalogue in read.catalogues.items():
        found += texts_in_catalogue(f"data/translations/{code}.po", code, catalogue)
    return found


def test_every_text_has_its_language_and_place(folder: Folder) -> None:
    found = passages(folder.root)
    for passage in (
        LocalisedText("data/projects/workshop.yml", ("city", "tg"), "tg", "Хуҷанд", verbatim=True),
        LocalisedText(
            "data/projects/workshop.yml",
            ("cautions", 0, "zh"),
            "zh",
            "同城的鲁班工坊是另一个工坊。",
        ),
        LocalisedText(
            "data/partners/example-host.yml",
            ("other_names", 0, "text"),
            "en",
            "Host Academy",
            verbatim=True,
        ),
        LocalisedText(
            "data/partners/example-host.yml", ("abbreviation",), "", "HIC", verbatim=True
        ),
        LocalisedText(
            "data/curricula/growing-list.yml",
            ("catalogue", "name"),
            "zh",
            "园艺技术",
            verbatim=True,
        ),
        LocalisedText("data/sources/mirror.yml", ("title",), "zh", "工坊签约", verbatim=True),
        LocalisedText("data/vocabularies/roles.yml", ("host", "name", "zh"), "zh", "海外承办院校"),
        LocalisedText("data/locales.yml", ("ru", "name"), "ru", "Русский"),
        LocalisedText("data/translations/ru.po", 14, "ru", "%(num)s проекта", "%(num)s project"),
    ):
        assert passage in found
    assert len(found) == len(set(found))


def test_the_field_of_a_text_is_the_key_it_stands_under() -> None:
    name = LocalisedText("data/projects/x.yml", ("name", "en"), "en", "X")
    fact = LocalisedText("data/projects/x.yml", ("facts", 2, "label", "zh"), "zh", "X")
    assert (name.field, fact.field) == ("name", "label")
    assert LocalisedText("data/translations/ru.po", 3, "ru", "X").field == ""


def test_what_is_obsolete_or_untranslated_is_no_text(folder: Folder) -> None:
    folder.write("translations/fr.po", 'msgid "a"\nmsgstr ""\n\n#~ msgid "b"\n#~ msgstr "c"\n')
    assert not [p for p in passages(folder.root) if p.file.endswith("fr.po")]
