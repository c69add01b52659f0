"""In which languages pages really are: what is mostly a fallback is no translation."""

from dataclasses import replace

import polib
import pytest
from mozi.presentation.writer import Writer
from mozi.site.site import Site
from mozi.views.page_languages import MOST_FALLBACK, PageLanguages

from tests.support.helpers import Folder

WORKSHOP = "projects/workshop/"


def kyrgyz(folder: Folder, keep: str = "") -> Site:
    """The site in Kyrgyz, too, which falls back on Russian; `keep` are contexts translated."""
    locales = folder.root / "data" / "locales.yml"
    locales.write_text(
        locales.read_text() + "ky: {name: Кыргызча, fallback: [ru, en], state: draft}\n"
    )
    russian = polib.pofile(str(folder.root / "data" / "translations" / "ru.po"))
    catalogue = polib.POFile()
    catalogue.metadata = {"Language": "ky", "Plural-Forms": "nplurals=2; plural=(n != 1);"}
    for entry in russian:
        known = not entry.msgctxt or (keep and entry.msgctxt.startswith(keep))
        if known and not entry.msgid_plural:
            catalogue.append(
                polib.POEntry(msgctxt=entry.msgctxt, msgid=entry.msgid, msgstr=entry.msgstr)
            )
    folder.write("translations/ky.po", str(catalogue))
    return folder.site()


def test_a_page_whose_texts_are_there_is_in_its_language(real: Site) -> None:
    for path in ("projects/ghana/", "", "rules/", "about/"):
        assert real.page_languages.languages_of(path)[:2] == ("en", "zh")


def test_what_mostly_falls_back_repeats_the_page_it_falls_back_on(folder: Folder) -> None:
    site = kyrgyz(folder)
    written = site._written(WORKSHOP, "ky")
    assert written.foreign_share > MOST_FALLBACK
    assert "ky" not in site.page_languages.languages_of(WORKSHOP)
    assert site.page_languages.nearest(WORKSHOP, "ky") in site.page_languages.languages_of(WORKSHOP)


def test_a_page_is_judged_by_its_own_texts_not_by_the_language(folder: Folder) -> None:
    site = kyrgyz(folder, keep="vocabularies/")
    found = {
        plan.path: "ky" in site.page_languages.languages_of(plan.path) for plan in site.plans("ky")
    }
    assert not found["sources/college-page/"]
    assert found["rules/"]  # nothing of records stands on it


def test_without_an_interface_no_page_is_in_a_language(folder: Folder) -> None:
    folder.write("translations/ru.po", 'msgid ""\nmsgstr ""\n"Language: ru\\n"\n')
    site = folder.site()
    assert all("ru" not in site.page_languages.languages_of(plan.path) for plan in site.plans("ru"))
    assert site.page_languages.nearest("rules/", "ru") == "en"


def test_prose_is_in_the_languages_it_is_written_in(real: Site) -> None:
    site = replace(real, prose={"about": frozenset({"", "zh", "ru"})})
    assert [c for c in site.page_languages.languages_of("about/") if c in ("fr", "ar")] == []
    assert site.page_languages.nearest("about/", "fr") == "en"


def test_prose_falls_back_on_the_default_language_only(folder: Folder) -> None:
    site = replace(kyrgyz(folder), prose={"about": frozenset({"", "zh", "ru"})})
    assert site.page_languages.nearest("about/", "ky") == "en"


def test_pages_of_a_complete_language_are_not_written_to_know_it(real: Site) -> None:
    def never(path: str, code: str) -> Writer:
        raise AssertionError(path, code)

    complete = {code: p for code, p in real.progress.items() if not p.total.missing}
    languages = {code: real.languages[code] for code in ("en", *complete)}
    versions = PageLanguages(languages, complete, real.prose, never)
    assert versions.languages_of("projects/ghana/") == tuple(languages)


@pytest.mark.parametrize("code", ["zh", "ru", "fr", "ar"])
def test_the_pages_named_as_nearest_are_always_in_their_language(real: Site, code: str) -> None:
    for plan in real.plans(code):
        nearest = real.page_languages.nearest(plan.path, code)
        assert nearest in real.page_languages.languages_of(plan.path)
