"""What pages say of their translation: the status of each language, and each page's own notice."""

from dataclasses import replace
from pathlib import Path

import polib
from mozi.addresses.urls import address_of
from mozi.editing.translations.merge import write_catalogue
from mozi.languages.catalogue import entry_key, read_catalogue
from mozi.presentation.components.translation import HowFar, OpenTexts
from mozi.site.page import page_of
from mozi.site.site import Site
from mozi.views import translation
from mozi.views.page import notice as page_notice

from tests.support.helpers import Folder, html_of, page_at, view_of

PAGE = "programmes/growing/"


def translate(folder: Folder, site: Site) -> None:
    """Add to the Russian catalogue a translation of every text it does not have."""
    path = folder.root / "data" / "translations" / "ru.po"
    catalogue = read_catalogue(path)
    known = {entry_key(entry) for entry in catalogue}
    for context, english in (each.key for each in site.progress["ru"].open):
        if (context, english) not in known:
            catalogue.append(polib.POEntry(msgctxt=context, msgid=english, msgstr="перевод"))
    write_catalogue(path, catalogue)


def notice(site: Site, code: str, path: str = PAGE) -> str:
    shown = page_at(site, path, code).notice
    return shown.text if shown else ""


# Each page's own notice ------------------------------------------------------------------------------


def test_a_page_says_how_many_of_its_texts_are_not_in_its_language(folder: Folder) -> None:
    site = folder.site()
    assert "texts on this page are in another language." in notice(site, "ru")
    translate(folder, site)
    assert notice(folder.site(), "ru") == "Draft translation, not reviewed yet."


def test_one_changed_fee_makes_one_text_of_its_page_stale(folder: Folder) -> None:
    translate(folder, folder.site())
    folder.replace("programmes/growing.yml", "amount: 1200.5", "amount: 1500")
    assert notice(folder.site(), "ru") == "Draft translation, not reviewed yet."
    folder.replace("programmes/growing.yml", "en: Tuition", "en: Tuition fee")
    site = folder.site()
    assert notice(site, "ru") == (
        "Draft translation, not reviewed yet. 1 text on this page may be out of date."
    )
    assert html_of(site, PAGE, "ru").count('<small class="mz-stale">') == 1  # of the programme
    assert notice(site, "ru", "sources/mirror/") == "Draft translation, not reviewed yet."


def test_a_reviewed_and_complete_page_has_no_notice(folder: Folder) -> None:
    translate(folder, folder.site())
    folder.replace("locales.yml", "name: Русский, fallback: [en], state: draft",
                   "name: Русский, fallback: [en], state: reviewed, "
                   "reviewed_by: {en: A college, zh: 学院}, reviewed_on: 2026-01-31")  # fmt: skip
    assert page_at(folder.site(), PAGE, "ru").notice is None


def test_source_languages_have_no_notice(small: Site) -> None:
    for code in ("en", "zh"):
        assert all(page_of(small, plan, code).notice is None for plan in small.plans(code))


def test_the_notice_leads_to_what_is_missing_in_the_language(small: Site) -> None:
    shown = page_at(small, PAGE, "ru").notice
    assert shown
    assert shown.href == "../../translations/ru/"
    writer = small.writer("ru", "ru/about/")
    small.view_after_prose("about", writer)
    assert page_notice(writer)


def test_the_official_form_of_a_name_is_no_missing_translation(small: Site) -> None:
    """A page in Chinese shows titles of English sources as they are printed."""
    assert notice(small, "zh", "sources/college-page/") == ""


# Status ----------------------------------------------------------------------------------------------


def test_where_nothing_is_open_the_page_says_so(real: Site) -> None:
    for code in real.progress:
        complete = replace(real, progress={code: replace(real.progress[code], open=(), counts={})})
        view = view_of(complete, f"translations/{code}/", "en")
        assert view.lead
        assert str(view.lead.text) == "Nothing is missing, and nothing is out of date."
        assert not [section for section in view.sections if isinstance(section, OpenTexts)]


def test_every_open_text_is_listed_up_to_a_limit(small: Site) -> None:
    view = view_of(small, "translations/ru/")
    lists = {s.id: s for s in view.sections if isinstance(s, OpenTexts)}
    counts = small.progress["ru"].counts
    projects = lists["open-projects"]
    assert len(projects.items) == counts["projects"].stale + counts["projects"].missing
    assert projects.rest == ""
    terms = lists["open-vocabularies"]
    rest = counts["vocabularies"].missing - translation.SHOWN
    assert len(terms.items) == translation.SHOWN
    assert terms.rest == f"… and {rest} more texts"


def test_an_open_text_leads_to_its_page_and_its_line(folder: Folder) -> None:
    path = Path(folder.root / "data" / "translations" / "ru.po")
    text = path.read_text().replace("Пример мастерской", "")
    path.write_text(text)
    line = text[: text.index('msgctxt "projects/workshop name"')].count("\n") + 1
    view = view_of(folder.site(), "translations/ru/", "zh")
    [name] = [
        item
        for section in view.sections
        if isinstance(section, OpenTexts)
        for item in section.items
        if str(item.text) == "Example Workshop"
    ]
    page, catalogue = name.ways
    assert (str(page.text), page.href) == ("示例工坊", "../../../ru/projects/workshop/")
    assert str(catalogue.text) == f"data/translations/ru.po:{line}"
    assert catalogue.href == f"https://code.example/site/blob/main/data/translations/ru.po#L{line}"


def test_all_numbers_of_a_language_add_up(real: Site) -> None:
    for code, progress in real.progress.items():
        section = view_of(real, f"translations/{code}/").sections[0]
        assert isinstance(section, HowFar)
        *kinds, total = section.items
        assert len(kinds) == len(progress.counts)
        assert total.sum
        missing = [int(row.missing.replace(",", "")) for row in kinds]
        assert sum(missing) == int(total.missing.replace(",", ""))


def test_a_bar_is_full_only_when_all_is_translated(small: Site) -> None:
    assert translation._percent(1999, 2000) == 99.9
    assert translation._percent(29_999, 30_000) == 99.9
    assert translation._percent(5, 5) == 100
    assert translation._percent(0, 0) == 100


def test_who_reviewed_a_language_is_named(folder: Folder) -> None:
    folder.replace(
        "locales.yml",
        "name: Русский, fallback: [en], state: draft",
        "name: Русский, fallback: [en], state: reviewed, "
        "reviewed_by: {en: Example University, zh: 示例大学}, reviewed_on: 2026-11-01",
    )
    html = html_of(folder.site(), "translations/")
    assert "Reviewed by Example University, 1 November 2026" in html


def test_prose_that_is_not_translated_is_open(folder: Folder) -> None:
    (folder.root / "docs").mkdir()
    (folder.root / "docs" / "about.md").touch()
    html = html_of(folder.site(), "translations/ru/")
    assert "<li>about <span" in html
    assert '<a href="../../ru/about/">/ru/about/</a>' in html


def test_every_record_of_a_half_translated_language_says_so(small: Site) -> None:
    records = {address_of(record) for record in small.graph}
    pages = [plan for plan in small.plans("ru") if plan.path in records]
    assert pages
    assert all("in another language" in notice(small, "ru", plan.path) for plan in pages)
