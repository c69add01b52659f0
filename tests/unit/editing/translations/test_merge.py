"""A new catalogue from an old one: nothing is lost, nothing is guessed."""

from pathlib import Path

import polib
from mozi.editing.translations.merge import catalogue_text, merge_catalogues, write_catalogue

CONTEXT = "programmes/x fees.what"


def old(*entries: polib.POEntry) -> polib.POFile:
    catalogue = polib.POFile()
    catalogue.extend(entries)
    return catalogue


def text(english: str, russian: str = "", **more: object) -> polib.POEntry:
    return polib.POEntry(msgctxt=CONTEXT, msgid=english, msgstr=russian, **more)


def only(catalogue: polib.POFile) -> polib.POEntry:
    [entry] = [entry for entry in catalogue if not entry.obsolete]
    return entry


def test_a_changed_text_keeps_its_translation_as_fuzzy_with_the_old_english() -> None:
    before = old(text("Fee for one year", "Плата за год"))
    entry = only(merge_catalogues(before, "ru", [text("Fee for each year")]))
    assert (entry.msgstr, entry.fuzzy) == ("Плата за год", True)
    assert entry.previous_msgid == "Fee for one year"


def test_a_text_that_changes_twice_keeps_the_english_its_translation_was_made_for() -> None:
    once = merge_catalogues(
        old(text("Fee for one year", "Плата за год")), "ru", [text("Fee for each year")]
    )
    twice = only(merge_catalogues(once, "ru", [text("Fee for each full year")]))
    assert (twice.fuzzy, twice.previous_msgid) == (True, "Fee for one year")


def test_a_text_that_changes_back_is_translated_again() -> None:
    once = merge_catalogues(
        old(text("Fee for one year", "Плата за год")), "ru", [text("Fee for each year")]
    )
    back = only(merge_catalogues(once, "ru", [text("Fee for one year")]))
    assert (back.msgstr, back.fuzzy, back.previous_msgid) == ("Плата за год", False, None)


def test_changing_one_text_leaves_its_neighbours_as_they_are() -> None:
    """Of two fees of one programme, which stand in the same field, one changes."""
    before = old(text("Fee for one year", "Плата за год"), text("Room and board", "Проживание"))
    after = merge_catalogues(before, "ru", [text("Fee for each year"), text("Room and board")])
    assert [(entry.msgstr, entry.fuzzy) for entry in after] == [
        ("Плата за год", True),
        ("Проживание", False),
    ]


def test_strings_of_the_interface_are_never_guessed() -> None:
    before = old(polib.POEntry(msgid="Open the source", msgstr="Открыть источник"))
    entry = only(merge_catalogues(before, "ru", [polib.POEntry(msgid="Open the sources")]))
    assert entry.msgstr == ""


def test_what_is_no_longer_needed_stays_at_the_end() -> None:
    catalogue = merge_catalogues(old(text("Gone", "Ушло"), text("Never translated")), "ru", [])
    assert [(entry.msgid, entry.obsolete) for entry in catalogue] == [("Gone", True)]


def test_a_translation_in_use_goes_before_an_obsolete_one() -> None:
    before = old(text("Fee", "Плата"), text("Fee", "Сбор", obsolete=True))
    assert only(merge_catalogues(before, "ru", [text("Fee")])).msgstr == "Плата"


def test_plural_entries_get_the_forms_of_the_language() -> None:
    wanted = [polib.POEntry(msgid="%(num)s a", msgid_plural="%(num)s b")]
    assert len(only(merge_catalogues(old(), "ar", wanted)).msgstr_plural) == 6


def test_notes_of_translators_are_kept_and_comments_are_renewed() -> None:
    before = old(text("Fee", "Плата", tcomment="so says the ministry", comment="page: /old/"))
    entry = only(merge_catalogues(before, "ru", [text("Fee", comment="page: /new/")]))
    assert (entry.tcomment, entry.comment) == ("so says the ministry", "page: /new/")


def test_earlier_english_goes_when_somebody_has_confirmed_the_translation() -> None:
    before = old(text("Fee", "Плата", previous_msgid="Fees"))  # no longer fuzzy
    assert only(merge_catalogues(before, "ru", [text("Fee")])).previous_msgid is None


def test_the_same_content_always_gives_the_same_bytes(tmp_path: Path) -> None:
    catalogue = merge_catalogues(old(text("Fee", "Плата")), "ru", [text("Fee", comment="a\nb")])
    write_catalogue(tmp_path / "ru.po", catalogue)
    again = polib.pofile(str(tmp_path / "ru.po"), encoding="utf-8")
    assert catalogue_text(
        merge_catalogues(again, "ru", [text("Fee", comment="a\nb")])
    ) == catalogue_text(catalogue)
