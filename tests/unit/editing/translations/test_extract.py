"""What there is to translate, and what translators are told about it."""

from pathlib import Path

import polib
import pytest
from mozi.editing.translations.extract import entries, interface_strings
from mozi.languages.catalogue import catalogue_path
from mozi.store.loading import load_store

from tests.support.helpers import ROOT, Folder


def test_strings_are_found_in_code_and_templates_with_the_page_they_are_seen_on() -> None:
    found = interface_strings(ROOT)
    curriculum = found["Reference curriculum"]
    assert "hooks/mozi/views/curriculum.py" in curriculum.files
    assert curriculum.comments == [
        "Seen in: A reference curriculum's page: whose course list is this, from when, and what is in it?"
    ]
    assert found["Edit this record"].files == ["overrides/pages/page.html"]
    assert found["Edit this record"].comments[0].startswith("Seen in: The frame of every generated")
    assert found[("%(num)s project", "%(num)s projects")].files == ["hooks/mozi/views/cards.py"]


def test_a_note_in_the_code_goes_before_the_page() -> None:
    note = "name your own language here, not English."
    assert interface_strings(ROOT)["This site is available in English."].comments == [note]


def test_every_string_says_where_it_is_seen() -> None:
    """A view's docstring and a template's first comment say it; elsewhere `# Translators: …`."""
    found = interface_strings(ROOT)
    assert [message for message, seen in found.items() if not seen.comments] == []


@pytest.fixture
def wanted(folder: Folder) -> dict[str, polib.POEntry]:
    """What the small project wants in Russian, by context."""
    folder.write("vocabularies/glossary.yml", GLOSSARY)
    ru = catalogue_path(folder.root, "ru")
    ru.write_text(ru.read_text() + TRANSLATED)
    found = entries({}, load_store(folder.root), "ru")
    return {entry.msgctxt or "": entry for entry in found}


GLOSSARY = """\
luban-workshop: {name: {en: Luban Workshop, zh: 鲁班工坊}, definition: {en: A brand., zh: 品牌。}}
workshop: {name: {en: workshop, zh: 工坊}, definition: {en: A place., zh: 地方。}}
batch: {name: {en: batch, zh: 批次, ru: очередь}, definition: {en: A round., zh: 轮次。}}
college: {name: {en: college, zh: 学院}, definition: {en: A school., zh: 学校。}}
"""
TRANSLATED = """
msgctxt "vocabularies/glossary/luban-workshop name"
msgid "Luban Workshop"
msgstr "Мастерская Лу Баня"

msgctxt "vocabularies/glossary/workshop name"
msgid "workshop"
msgstr "мастерская"
"""


def test_a_text_of_a_record_says_which_and_on_which_page(wanted: dict[str, polib.POEntry]) -> None:
    assert wanted["projects/workshop batch.note"].comment == (
        "project “Example Workshop”: batch.note\npage: /ru/projects/workshop/"
    )
    assert wanted["sources/mirror gloss"].comment.startswith("source “工坊签约”: gloss\n")
    assert "page: /ru/about/#mozi-workshop" in wanted["topics/mozi-workshop summary"].comment


def test_a_term_of_a_list_says_of_which(wanted: dict[str, polib.POEntry]) -> None:
    assert wanted["vocabularies/roles/host name"].comment == "list “roles”, entry “host”: name"


def test_terms_of_the_glossary_come_with_their_translation(
    wanted: dict[str, polib.POEntry],
) -> None:
    caution = wanted["projects/workshop cautions"]
    assert "Luban Workshop" in caution.msgid
    assert caution.comment.endswith("glossary: Luban Workshop = Мастерская Лу Баня")  # the longest
    batch = wanted["vocabularies/particulars/batch name"]
    assert batch.comment.endswith("glossary: batch = очередь")  # given in the list itself


def test_a_term_is_no_hint_for_itself_or_without_a_translation(
    wanted: dict[str, polib.POEntry],
) -> None:
    assert "glossary:" not in wanted["vocabularies/glossary/workshop name"].comment
    assert "glossary:" not in wanted["vocabularies/partner-kinds/college name"].comment


def test_texts_that_a_record_gives_in_the_language_are_not_asked_for(folder: Folder) -> None:
    read = load_store(folder.root)
    for code in ("ru", "zh"):
        wanted = entries({}, read, code)
        assert not [e for e in wanted if e.msgctxt == "projects/workshop city"]


def test_comments_name_no_folder_of_the_machine(tmp_path: Path) -> None:
    seen = interface_strings(ROOT)
    assert not [
        s for s in seen.values() if any(str(ROOT) in text for text in [*s.files, *s.comments])
    ]
