"""Addresses in statements are links wherever the statement is shown."""

from mozi.graph.subscriptions import EVERYTHING
from mozi.presentation.answers import answer
from mozi.records.models import Programme
from mozi.site.site import Site
from mozi.views import bulletin, sheet

from tests.support.helpers import Folder, html_of

GROWING = "programmes/growing.yml"
MAIL = '<a href="mailto:office@college.example"><bdi dir="ltr">office@college.example</bdi></a>'


def site_with_contact(folder: Folder, contact: str) -> Site:
    folder.replace(GROWING, "{en: Write to the office., zh: 写信给办公室。}", contact)
    return folder.site()


def test_pages_and_sheets_link_addresses_in_statements_and_notes(folder: Folder) -> None:
    site = site_with_contact(
        folder,
        "{en: Write to office@college.example., zh: 写信给office@college.example。, "
        "note: {en: 'Or call +992 372 34 88 01.', zh: '或致电 +992 372 34 88 01。'}}",
    )
    phone = '<a href="tel:+992372348801"><bdi dir="ltr">+992 372 34 88 01</bdi></a>'
    for code, words in {"en": f"Write to {MAIL}.", "zh": f"写信给{MAIL}。"}.items():
        html = html_of(site, "programmes/growing/", code)
        assert words in html
        assert phone in html
    [growing] = site.graph.all_of(Programme)
    rows = sheet.view(site.writer("ar", "ar/programmes/growing/"), growing).rows
    assert any(MAIL in item.text.__html__() for row in rows for item in row.items)


def test_feeds_link_them_and_calendars_write_them(folder: Folder) -> None:
    note = "note: {en: Write to office@college.example., zh: 写信给office@college.example。}"
    folder.replace(GROWING, "places: 20", f"places: 20, {note}")
    site = folder.site()
    event = next(each for each in site.graph.content_of(EVERYTHING).events if each.kind == "intake")
    shown = bulletin.of_event(site.writer("en", ""), event)
    assert MAIL in bulletin.html(site.writer("en", ""), shown)
    assert "Write to office@college.example." in bulletin.text(site.writer("en", ""), shown)


def test_hosts_to_which_the_site_sets_no_links_get_none(folder: Folder) -> None:
    site = site_with_contact(folder, "{en: See www.redbi.cn/a., zh: 见www.redbi.cn/a。}")
    html = html_of(site, "programmes/growing/")
    assert "See www.redbi.cn/a." in html
    assert 'href="https://www.redbi.cn' not in html


def test_only_the_way_to_an_office_is_a_link(folder: Folder) -> None:
    office = "contacts: [{office: {en: Dean, zh: 院长办公室}, email: office@college.example}]"
    folder.replace(GROWING, "mode: on-site\nlocation", f"{office}\nmode: on-site\nlocation")
    site = folder.site()
    [growing] = site.graph.all_of(Programme)
    [item] = answer(site.writer("ar", ""), growing, "contacts").items
    assert item.href == ""
    html = item.text.__html__()
    assert MAIL in html
    assert "Dean" in html.partition("<a")[0]
