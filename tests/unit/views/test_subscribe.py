"""The page of calendars and feeds, and the links that lead to them from elsewhere."""

from dataclasses import replace
from pathlib import Path

from mozi.outputs import feeds
from mozi.presentation.components.page import View
from mozi.presentation.components.section import Figures
from mozi.presentation.components.subscriptions import Follow, Follows
from mozi.settings import Settings
from mozi.site.site import Site

from tests.support.helpers import after_prose, do, head_of, page_at, prose_content, write_calendars


def page(site: Site, code: str = "en") -> View:
    return after_prose(site, "subscribe", code)


def follows(view: View) -> dict[str, Follow]:
    return {
        str(item.name.text): item
        for section in view.sections
        if isinstance(section, Follows)
        for item in section.items
    }


def held(view: View) -> Figures:
    return next(section for section in view.sections if isinstance(section, Figures))


def test_a_calendar_can_be_followed_taken_once_or_copied(small: Site) -> None:
    tajikistan = follows(page(small, "zh"))["塔吉克斯坦"]
    assert tajikistan.name.href == "../countries/tj/"
    assert [way.href for way in tajikistan.ways] == [
        "webcal://site.example/zh/subscribe/country/tj.ics",
        "country/tj.ics",
        "country/tj-dates.xml",
        "country/tj-changes.xml",
    ]
    assert [way.href for way in tajikistan.addresses] == [
        "https://site.example/zh/subscribe/country/tj.ics",
        "https://site.example/zh/subscribe/country/tj-dates.xml",
        "https://site.example/zh/subscribe/country/tj-changes.xml",
    ]


def test_it_says_what_is_held_and_what_is_left_out(small: Site) -> None:
    shown = follows(page(small))
    assert shown["Tajikistan"].lines == (
        "3 dates in the calendar",
        "1 date left out: only its month or year is known",
    )
    assert shown["China"].lines == ("There is no date yet, so there is no calendar.",)
    assert [number.number for number in held(page(small)).items] == ["1", "1", "2", "1"]
    assert not held(page(small)).intro


def test_it_says_that_no_intake_is_published(real: Site) -> None:
    shown = held(page(real))
    assert [number.number for number in shown.items][:2] == ["0", "0"]
    assert shown.intro.startswith("No record gives the day of an intake")


def test_without_an_address_of_its_own_the_site_offers_files_only(small: Site) -> None:
    shown = follows(page(replace(small, settings=Settings())))["Tajikistan"]
    assert not shown.addresses
    assert shown.ways[0].href == "country/tj.ics"


def test_every_file_that_a_page_links_to_is_written_and_no_other(
    real: Site, tmp_path: Path
) -> None:
    do(feeds.tasks(real), tmp_path)
    write_calendars(real, tmp_path)
    site = real.settings.site_url
    linked = {
        way.href.removeprefix(site)
        for code in real.languages
        for item in follows(page(real, code)).values()
        for way in item.addresses
    }
    assert linked == {str(f.relative_to(tmp_path)) for f in tmp_path.rglob("*") if f.is_file()}


def test_a_project_leads_to_the_calendars_of_its_country_and_field(small: Site) -> None:
    hrefs = [each.href for each in page_at(small, "projects/workshop/", "zh").downloads]
    calendar, field, more = (
        "../../subscribe/country/tj.ics",
        "../../subscribe/field/horticulture.ics",
        "../../subscribe/",
    )
    assert [href for href in hrefs if "subscribe" in href] == [calendar, field, more]


def test_the_head_names_the_feeds_of_the_country_then_of_everything(small: Site) -> None:
    links = [
        link.href
        for link in head_of(small, "partners/example-host/").links
        if link.type == "application/atom+xml"
    ]
    assert links == [
        "../../subscribe/country/tj-dates.xml",
        "../../subscribe/country/tj-changes.xml",
        "../../subscribe/all-dates.xml",
        "../../subscribe/all-changes.xml",
    ]
    assert prose_content(small, "subscribe").head.links[0].href == "all-dates.xml"
