"""How far a language is: every text in one state, counted with its kind."""

from pathlib import Path

import polib
from mozi.languages.catalogue import Counts, State, translations_of
from mozi.languages.progress import Open, Progress, Wanted, interface_of, translation_progress
from mozi.site.load import prose_of
from mozi.site.site import Site

from tests.support.helpers import ROOT, Folder

Texts = dict[tuple[str, str], tuple[str, ...]]


def text(context: str, english: str, *others: str) -> Texts:
    return {(context, english): ("en", "zh", *others)}


def of(
    catalogue: polib.POFile,
    texts: Texts,
    interface: frozenset[tuple[str, str]] = frozenset(),
    prose: dict[str, frozenset[str]] | None = None,
) -> Progress:
    wanted = Wanted(interface, texts, prose or {})
    return translation_progress(translations_of(catalogue, "ru").renewed(texts.keys()), wanted)


def entry(context: str, english: str, russian: str, line: int = 0, **more: object) -> polib.POEntry:
    return polib.POEntry(
        msgctxt=context or None, msgid=english, msgstr=russian, linenum=line, **more
    )


def catalogue(*entries: polib.POEntry) -> polib.POFile:
    result = polib.POFile()
    result.extend(entries)
    return result


def test_every_text_is_counted_once_with_its_kind() -> None:
    texts = {
        **text("projects/x name", "A"),
        **text("projects/x note", "B"),
        **text("sources/x gloss", "C"),
    }
    found = of(
        catalogue(
            entry("projects/x name", "A", "А", 10),
            entry("projects/x note", "B", "Б", 20, flags=["fuzzy"]),
            entry("sources/x gloss", "C", "", 30),
        ),
        texts,
    )
    assert found.counts == {"projects": Counts(1, 1, 0), "sources": Counts(0, 0, 1)}
    assert found.total == Counts(1, 1, 1)
    file = "data/translations/ru.po"
    assert found.open == (
        Open(("projects/x note", "B"), State.STALE, file, 20),
        Open(("sources/x gloss", "C"), State.MISSING, file, 30),
    )


def test_a_text_that_no_catalogue_has_yet_is_missing_or_what_it_replaced() -> None:
    texts = {
        **text("projects/x note", "The fee is 120 somoni."),
        **text("projects/x name", "New"),
    }
    found = of(catalogue(entry("projects/x note", "The fee is 100 somoni.", "100 сомони")), texts)
    assert [(each.key[1], each.state, each.line) for each in found.open] == [
        ("New", State.MISSING, 0),
        ("The fee is 120 somoni.", State.STALE, 0),
    ]


def test_what_a_record_gives_in_the_language_needs_no_translation() -> None:
    assert of(catalogue(), text("projects/x city", "Khujand", "ru")).counts == {}


def test_a_new_language_misses_the_strings_that_others_have() -> None:
    other = catalogue(entry("", "Home", "首页"), entry("", "Gone", "x", obsolete=True))
    found = of(catalogue(), {}, interface_of([translations_of(other, "zh")]))
    assert found.counts == {"interface": Counts(missing=1)}


def test_pages_of_prose_are_counted_by_their_files(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    for name in ("about.md", "about.zh.md", "contribute.md", "contribute.ru.md"):
        (tmp_path / "docs" / name).touch()
    found = of(catalogue(), {}, prose=prose_of(tmp_path / "docs"))
    assert found.counts == {"prose": Counts(translated=1, missing=1)}
    assert found.open[0].file == "docs/about.ru.md"


def test_the_real_languages_are_counted_as_their_catalogues_are(real: Site) -> None:
    assert list(real.progress) == [code for code in real.languages if code != "en"]
    ru = real.progress["ru"]
    assert ru.counts["prose"].total == len(
        {p.name.split(".")[0] for p in (ROOT / "docs").iterdir()}
    )
    assert {"interface", "projects", "vocabularies"} <= set(ru.counts)


def test_one_changed_field_makes_one_text_stale(folder: Folder) -> None:
    """Of a translated programme one fee changes, in its amount and then in its words."""
    file = "programmes/growing.yml"
    with (folder.root / "data" / "translations" / "ru.po").open("a") as catalogue:
        for field, english in (("fees.what", "Tuition"), ("fees.paid_by", "the student")):
            catalogue.write(
                f'\nmsgctxt "programmes/growing {field}"\nmsgid "{english}"\nmsgstr "перевод"\n'
            )
    before = folder.site().progress["ru"].counts["programmes"]
    assert (before.translated, before.stale) == (2, 0)
    folder.replace(file, "amount: 1200.5", "amount: 1500")
    assert folder.site().progress["ru"].counts["programmes"] == before
    folder.replace(file, "en: Tuition", "en: Tuition fee")
    after = folder.site().progress["ru"].counts["programmes"]
    assert after == Counts(before.translated - 1, 1, before.missing)
