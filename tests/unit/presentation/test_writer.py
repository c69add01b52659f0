"""Links from a page."""

from posixpath import relpath

import pytest
from mozi.records.values import ProgrammeId
from mozi.site.site import Site

from tests.support.helpers import Folder

ADDRESSES = ("", "ru/", "projects/", "ru/projects/", "ru/projects/workshop/", "projects/workshop/")
TARGETS = (*ADDRESSES, "assets/site.css", "ru/feed.xml", "ru/projects/workshop/card.html")


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_link_leads_from_a_page_to_wherever_it_should(small: Site, address: str) -> None:
    writer = small.writer("en", address)
    for target in TARGETS:
        way = relpath(f"/{target}", f"/{address}")
        folder = "/" if target.endswith("/") or not target else ""
        assert writer.href(target) == way + folder
        assert writer.href(f"{target}#there") == f"{way}{folder}#there"


def test_a_page_whose_name_begins_like_another_is_not_around_it(small: Site) -> None:
    writer = small.writer("en", "projects/works/")
    assert writer.href("projects/workshop/") == "../workshop/"
    assert small.writer("ru", "ru/projects/").href_in("en", "run/") == "../../run/"


@pytest.mark.parametrize(
    ("basis", "tone", "detail"),
    [
        ("confirmed", "status-operating", "September 2025"),
        ("inferred", "inferred", "inferred · September 2025"),
    ],
)
def test_a_badge_says_how_sure_a_status_is(
    folder: Folder, basis: str, tone: str, detail: str
) -> None:
    folder.replace(
        "programmes/growing.yml",
        "status: {value: operating, as_of: 2025-09}",
        f"status: {{value: operating, as_of: 2025-09, basis: {basis}, note: {{en: A note., zh: 说明。}}}}",
    )
    site = folder.site()
    badge = site.writer("en", "").status_badge(site.graph.get(ProgrammeId("growing")))
    assert (badge.tone, badge.detail) == (tone, detail)
