"""What is in an offline pack, and what its first page says."""

from mozi.records.models import Country, Project
from mozi.settings import Settings
from mozi.site.page import page_of
from mozi.site.site import Site
from mozi.views.pack import home, pack

from tests.support.helpers import Folder


def country(site: Site, id: str) -> Country:
    found = site.graph.records[Country.kind][id]
    assert isinstance(found, Country)
    return found


def test_a_country_brings_what_belongs_to_its_projects(small: Site) -> None:
    content = pack(small.graph, country(small, "tj"))
    assert [[record.id for record in group] for group in content.groups] == [
        ["tj"],
        ["workshop"],
        ["growing"],
        ["example-college", "example-host"],
        ["growing-list"],
        ["college-page", "mirror"],
    ]


def test_a_country_without_projects_brings_its_partners(small: Site) -> None:
    content = pack(small.graph, country(small, "cn"))
    assert not content.projects
    assert not content.programmes
    assert [partner.id for partner in content.partners] == ["example-college"]


def test_the_first_page_says_what_it_is_of_which_days_and_where_the_current_one_is(
    folder: Folder,
) -> None:
    folder.replace("projects/workshop.yml", "checked: 2026-01-31", "checked: 2026-01-20")
    site = folder.site()
    view = home(site.writer("zh", "zh/"), pack(site.graph, country(site, "tj")))
    assert [row.items[0].text.text for row in view.glance] == [
        "2026年1月20日至31日",
        "https://site.example/zh/countries/tj/",
    ]
    assert view.lead
    assert "↗" in view.lead.text.text
    assert [section.id for section in view.sections] == [
        "countries", "projects", "programmes", "partners", "curricula", "sources",
    ]  # fmt: skip


def test_without_an_address_there_is_no_current_version_to_go_to(small: Site) -> None:
    nowhere = Site(graph=small.graph, languages=small.languages, settings=Settings())
    view = home(nowhere.writer("en", ""), pack(nowhere.graph, country(nowhere, "tj")))
    assert [row.label for row in view.glance] == ["Records checked"]


def test_the_page_of_a_country_offers_its_pack_in_the_same_language(small: Site) -> None:
    [offer] = [
        d
        for d in page_of(
            small, small.planned("ru")["countries/tj/"], "ru", {"ru": 87_000}
        ).downloads
        if d.type.endswith("zip")
    ]
    assert offer.href == "../../packs/mozi-workshop-tj-ru.zip"
    assert "87" in offer.label
    assert small.languages["ru"].date("2026-01-31") in offer.label


def test_the_page_of_a_partner_brings_the_sources_for_its_parts_elsewhere(real: Site) -> None:
    content = pack(real.graph, country(real, "cm"))
    [host] = [p for p in content.partners if p.id == "liaoning-education-department"]
    elsewhere = {
        id
        for project in real.graph.touching(host, Project)
        for entry in project.roles
        if entry.partner == host.id
        for id in entry.cite or project.cite
    }
    assert elsewhere
    assert elsewhere <= {source.id for source in content.sources}
