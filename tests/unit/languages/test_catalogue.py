"""Gettext catalogues: what still fits, what is stale, what is never guessed."""

from pathlib import Path

import polib
import pytest
from mozi.languages.catalogue import (
    LONGEST_COMPARED,
    MAX_LINES,
    BrokenCatalogue,
    Counts,
    State,
    Translation,
    Translations,
    count_states,
    entry_state,
    foreign_placeholders,
    read_catalogue,
    translations_of,
    with_stale_matches,
)

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'


def catalogue(tmp_path: Path, body: str) -> polib.POFile:
    path = tmp_path / "ru.po"
    path.write_text(HEADER + body)
    return read_catalogue(path)


def test_completeness_counts_what_is_translated_and_up_to_date(tmp_path: Path) -> None:
    done, missing = 'msgid "a"\nmsgstr "б"\n', 'msgid "b"\nmsgstr ""\n'
    stale, obsolete = '#, fuzzy\nmsgid "c"\nmsgstr "ц"\n', '#~ msgid "d"\n#~ msgstr "д"\n'
    for body, share in (
        (done, 1),
        (f"{done}\n{missing}", 0.5),
        (f"{done}\n{missing}\n{stale}\n{done.replace('a', 'e')}\n{obsolete}", 0.5),
        ("", 0),
    ):
        assert translations_of(catalogue(tmp_path, body), "ru").share == share


def test_a_missing_catalogue_is_empty(tmp_path: Path) -> None:
    assert len(read_catalogue(tmp_path / "ru.po")) == 0


def test_texts_are_found_by_context_and_english(tmp_path: Path) -> None:
    found = translations_of(
        catalogue(tmp_path, 'msgctxt "projects/x name"\nmsgid "A"\nmsgstr "А"\n'), "ru"
    )
    assert found.find("projects/x name", "A") == Translation("А")
    assert found.find("", "A") is None


def test_an_untranslated_entry_is_no_translation(tmp_path: Path) -> None:
    assert translations_of(catalogue(tmp_path, 'msgid "A"\nmsgstr ""\n'), "ru").texts == {}


def test_a_fuzzy_entry_is_stale(tmp_path: Path) -> None:
    found = translations_of(catalogue(tmp_path, '#, fuzzy\nmsgid "A"\nmsgstr "А"\n'), "ru")
    assert found.find("", "A") == Translation("А", stale=True)


def test_a_changed_text_keeps_its_translation_as_stale() -> None:
    texts = {("p/x note", "The fee is 100 somoni."): Translation("Плата 100 сомони.")}
    assert with_stale_matches(texts, {("p/x note", "The fee is 120 somoni.")}) == {
        ("p/x note", "The fee is 120 somoni."): Translation("Плата 100 сомони.", stale=True)
    }


def test_a_translation_never_moves_to_another_record_or_field() -> None:
    texts = {("p/x note", "The fee is 100 somoni."): Translation("Плата 100 сомони.")}
    assert with_stale_matches(texts, {("p/y note", "The fee is 120 somoni.")}) == {}
    assert with_stale_matches(texts, {("p/x what", "The fee is 120 somoni.")}) == {}


def test_texts_that_are_too_long_to_compare_are_left_untranslated() -> None:
    long = "The fee is 100 somoni. " * (LONGEST_COMPARED // 20)
    assert (
        with_stale_matches({("p/x note", long + "Old."): Translation("…")}, {("p/x note", long)})
        == {}
    )


def test_a_translation_that_is_still_needed_is_not_taken() -> None:
    texts = {("p/x note", "The fee is 100 somoni."): Translation("Плата 100 сомони.")}
    wanted = {("p/x note", "The fee is 100 somoni."), ("p/x note", "The fee is 120 somoni.")}
    assert with_stale_matches(texts, wanted) == {}


def test_a_wholly_new_text_gets_no_translation() -> None:
    texts = {("p/x note", "The fee is 100 somoni."): Translation("Плата 100 сомони.")}
    assert with_stale_matches(texts, {("p/x note", "Opened in Khujand.")}) == {}


def test_placeholders_must_be_kept(tmp_path: Path) -> None:
    broken = catalogue(tmp_path, 'msgid "as of %(date)s"\nmsgstr "на %(day)s"\n')
    assert [text for _, _, text in foreign_placeholders(broken)] == ["на %(day)s"]
    changed = catalogue(tmp_path, 'msgid "as of %(date)s"\nmsgstr "на %(date)d"\n')
    assert len(foreign_placeholders(changed)) == 1
    lost = catalogue(tmp_path, 'msgid "as of %(date)s"\nmsgstr "на дату"\n')
    assert len(foreign_placeholders(lost)) == 1
    fine = catalogue(tmp_path, 'msgid "as of %(date)s"\nmsgstr "на %(date)s"\n')
    assert foreign_placeholders(fine) == []


@pytest.mark.parametrize("text", ["85 % на %(date)s", "%(date)d", "%(date)"])
def test_what_no_value_can_be_put_into_has_not_the_placeholders(tmp_path: Path, text: str) -> None:
    """A lone percent sign would stop the build of the site."""
    broken = catalogue(tmp_path, f'msgid "as of %(date)s"\nmsgstr "{text}"\n')
    assert len(foreign_placeholders(broken)) == 1
    fine = catalogue(tmp_path, 'msgid "85% open"\nmsgstr "85 % открыто"\n')
    assert foreign_placeholders(fine) == []


def test_a_plural_form_may_leave_the_number_out(tmp_path: Path) -> None:
    body = 'msgid "%(num)s a"\nmsgid_plural "%(num)s b"\nmsgstr[0] "один"\nmsgstr[1] "%(num)s б"\n'
    assert foreign_placeholders(catalogue(tmp_path, body)) == []


def test_a_percent_sign_beside_a_placeholder_is_written_twice(tmp_path: Path) -> None:
    body = 'msgid "%(num)s percent"\nmsgstr "%(num)s {}"\n'
    assert foreign_placeholders(catalogue(tmp_path, body.format("%%"))) == []
    assert len(foreign_placeholders(catalogue(tmp_path, body.format("%")))) == 1


def test_percent_signs_of_records_are_percent_signs(tmp_path: Path) -> None:
    body = 'msgctxt "projects/x note"\nmsgid "85% stay"\nmsgstr "остаются 85 %"\n'
    assert foreign_placeholders(catalogue(tmp_path, body)) == []


PLURAL = 'msgid "%(num)s a"\nmsgid_plural "%(num)s b"\nmsgstr[0] "а"\nmsgstr[1] "{}"\n'


@pytest.mark.parametrize(
    ("body", "state"),
    [
        ('msgid "A"\nmsgstr "А"\n', State.TRANSLATED),
        ('#, fuzzy\nmsgid "A"\nmsgstr "А"\n', State.STALE),
        ('msgid "A"\nmsgstr ""\n', State.MISSING),
        ('#, fuzzy\nmsgid "A"\nmsgstr ""\n', State.MISSING),
        (PLURAL.format("б"), State.TRANSLATED),
        ("#, fuzzy\n" + PLURAL.format("б"), State.STALE),
        (PLURAL.format(""), State.MISSING),
    ],
)
def test_the_state_of_an_entry(tmp_path: Path, body: str, state: State) -> None:
    assert entry_state(catalogue(tmp_path, body)[0]) is state


def test_texts_are_counted_by_kind(tmp_path: Path) -> None:
    body = (
        'msgid "A"\nmsgstr "А"\n\n'
        'msgctxt "projects/x name"\nmsgid "B"\nmsgstr "Б"\n\n'
        '#, fuzzy\nmsgctxt "projects/x note"\nmsgid "C"\nmsgstr "В"\n\n'
        'msgctxt "vocabularies/roles/x name"\nmsgid "D"\nmsgstr ""\n\n'
        '#~ msgid "E"\n#~ msgstr "Д"\n'
    )
    found = catalogue(tmp_path, body)
    assert count_states(found) == {
        "interface": Counts(translated=1),
        "projects": Counts(translated=1, stale=1),
        "vocabularies": Counts(missing=1),
    }
    assert translations_of(found, "ru").share == 0.5


def test_an_empty_catalogue_is_not_complete(tmp_path: Path) -> None:
    assert translations_of(read_catalogue(tmp_path / "ky.po"), "ky").share == 0
    assert translations_of(catalogue(tmp_path, 'msgid "A"\nmsgstr "А"\n'), "ru").share == 1


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ('msgid "A"\nmsgstr "А\n', 6),
        ('msgid "A"\nА\n', 6),
        ('msgstr "А"\nmsgid "A"\n', 5),
        ('msgid "A"B"\nmsgstr ""\n', 5),
        (" " * 100_000 + "A\n", 5),
        ('msgid "A"\nmsgstr ""\n' + '"А"\n' * MAX_LINES, 6 + MAX_LINES),
        ('msgid "A"\nmsgstr "А\u2028А"\n', 6),
    ],
)
def test_a_broken_catalogue_names_the_line(tmp_path: Path, body: str, line: int) -> None:
    with pytest.raises(BrokenCatalogue) as broken:
        catalogue(tmp_path, body)
    assert broken.value.line == line


@pytest.mark.parametrize("rule", ["foo", "n%0", "n-100", "n/(n-9)", "(" * 50 + "n" + ")" * 50])
def test_a_rule_for_plurals_that_chooses_no_form_is_broken(tmp_path: Path, rule: str) -> None:
    path = tmp_path / "ru.po"
    path.write_text(f'msgid ""\nmsgstr ""\n"Plural-Forms: nplurals=3; plural={rule};\\n"\n')
    with pytest.raises(BrokenCatalogue, match="plural") as broken:
        read_catalogue(path)
    assert broken.value.line == 3


def test_the_name_of_a_file_is_no_catalogue(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path('"x"').write_text('msgid "A"\nmsgstr "А"\n')
    (tmp_path / "ru.po").write_text('"x"')
    with pytest.raises(BrokenCatalogue):
        read_catalogue(tmp_path / "ru.po")


def test_a_folder_is_no_catalogue(tmp_path: Path) -> None:
    (tmp_path / "ru.po").mkdir()
    with pytest.raises(BrokenCatalogue, match="closed"):
        read_catalogue(tmp_path / "ru.po")


def test_another_encoding_is_broken(tmp_path: Path) -> None:
    path = tmp_path / "ru.po"
    path.write_bytes("工坊".encode("gbk"))
    with pytest.raises(BrokenCatalogue, match="encoding"):
        read_catalogue(path)


def test_the_name_of_another_brand_stands_for_none() -> None:
    context = "vocabularies/site/names brand"
    texts = {(context, "Mozi Workshop"): Translation("Мастерская Мо-цзы")}
    assert with_stale_matches(texts, {(context, "Silver Oar Workshop")}) == {}


def test_the_interface_is_lent_but_no_text_of_a_record() -> None:
    own = Translations(
        "ru", {("", "Home"): Translation("Начало")}, states={("", "Home"): State.TRANSLATED}
    )
    keys = [
        ("", "Home"),
        ("", "Sources"),
        ("projects/a name", "A"),
        ("vocabularies/roles/lead name", "Lead"),
    ]
    other = Translations(
        "ru",
        {key: Translation(f"{key[1]}!") for key in keys},
        states=dict.fromkeys(keys, State.TRANSLATED),
    )
    texts = {key: each.text for key, each in own.filled_from(other, {*keys[:4]}).texts.items()}
    assert texts == {keys[0]: "Начало", keys[1]: "Sources!", keys[3]: "Lead!"}
    assert keys[3] not in own.filled_from(other, {*keys[:3]}).texts
