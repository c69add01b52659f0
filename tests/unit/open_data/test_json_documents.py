"""Records as JSON: every language, what is known of each statement, links both ways."""

from typing import Any

import pytest
from mozi.graph.git_history import History
from mozi.graph.record_graph import RecordGraph
from mozi.open_data.json_documents import Documents
from mozi.settings import Settings
from mozi.site.site import Site

from tests.support.helpers import Folder

API = "https://site.example/api/v1"


def document(site: Site, kind: str, id: str) -> Any:
    documents = Documents(site.graph, site.languages, site.settings, site.history)
    return documents.of_record(site.graph.records[kind][id])


@pytest.fixture(scope="module")
def workshop(small: Site) -> Any:
    return document(small, "projects", "workshop")


def test_what_editors_wrote_is_plain_and_a_translation_says_its_state(workshop: Any) -> None:
    assert workshop["name"]["text"] == {
        "en": "Example Workshop",
        "zh": "示例工坊",
        "ru": {"text": "Пример мастерской", "state": "draft"},
        "fr": {"fallback": "en"},
        "ar": {"fallback": "en"},
    }


def test_an_official_form_is_plain_in_any_language(workshop: Any) -> None:
    assert workshop["city"]["text"]["ru"] == "Худжанд"
    assert workshop["city"]["text"]["tg"] == "Хуҷанд"


def test_a_translation_that_may_be_out_of_date_says_so(workshop: Any) -> None:
    assert workshop["cautions"][0]["text"]["ru"] == {
        "text": "Мастерская Лу Баня в той же деревне — другая.",
        "state": "draft",
        "stale": True,
    }


def test_a_reviewed_language_says_so(folder: Folder) -> None:
    folder.replace(
        "locales.yml",
        "ru: {name: Русский, fallback: [en], state: draft}",
        "ru: {name: Русский, fallback: [en], state: reviewed, reviewed_on: 2026-01-31,"
        " reviewed_by: {en: A translator, zh: 译者}}",
    )
    name = document(folder.site(), "projects", "workshop")["name"]
    assert name["text"]["ru"] == {"text": "Пример мастерской", "state": "reviewed"}


def test_what_is_inferred_says_so_and_why(workshop: Any) -> None:
    batch = workshop["batch"]
    assert (batch["value"], batch["basis"], batch["cite"]) == (1, "inferred", ["mirror"])
    assert batch["note"]["en"] == "Signed with the first ten."


def test_what_cites_nothing_itself_cites_the_sources_of_its_record(workshop: Any) -> None:
    assert workshop["country"] == {
        "value": "tj",
        "basis": "confirmed",
        "cite": ["college-page"],
    }
    versions = workshop["disagreements"][0]["versions"]
    assert [version["cite"] for version in versions] == [["college-page"], ["mirror"]]


def test_dates_are_as_rough_as_they_are_known(workshop: Any) -> None:
    assert workshop["status"]["as_of"] == "2025-09-01"
    assert [milestone["date"] for milestone in workshop["milestones"]] == ["2024-05-01", "2023-09"]


def test_what_is_not_published_is_named(workshop: Any) -> None:
    assert "funding" in workshop["unpublished"]
    assert "funding" not in workshop


def test_records_are_linked_both_ways(workshop: Any, small: Site) -> None:
    assert workshop["links"]["to"]["countries"] == {"tj": f"{API}/countries/tj.json"}
    assert workshop["links"]["from"]["programmes"] == {"growing": f"{API}/programmes/growing.json"}
    country = document(small, "countries", "tj")
    assert country["links"]["from"]["projects"] == {"workshop": workshop["json"]}


def test_a_record_leads_to_its_page_in_every_language(workshop: Any, small: Site) -> None:
    assert list(workshop["pages"]) == list(small.languages)
    assert workshop["pages"]["zh"] == "https://site.example/zh/projects/workshop/"


def test_a_topic_has_a_place_on_a_page(small: Site) -> None:
    topic = document(small, "topics", "mozi-workshop")
    assert topic["pages"]["ar"] == "https://site.example/ar/about/#mozi-workshop"


def test_cited_sources_come_with_their_addresses(workshop: Any) -> None:
    assert workshop["sources"]["college-page"] == {
        "title": "The workshop opens",
        "date": "2024-05-02",
        "url": "https://college.example/news",
        "json": f"{API}/sources/college-page.json",
    }


def test_nobody_is_sent_to_a_host_that_is_not_linked(workshop: Any, small: Site) -> None:
    assert "url" not in workshop["sources"]["mirror"]
    mirror = document(small, "sources", "mirror")
    assert "url" not in mirror
    assert mirror["linked"] is False
    assert "workshop" in mirror["links"]["from"]["projects"]


def test_the_name_of_a_country_is_plain_in_every_language(small: Site) -> None:
    assert document(small, "countries", "tj")["name"]["ru"] == "Таджикистан"


def test_without_git_a_record_was_changed_when_it_was_last_checked(workshop: Any) -> None:
    assert workshop["modified"] == workshop["checked"] == "2026-01-31"


def test_without_an_address_of_the_site_links_are_relative_to_its_root(small: Site) -> None:
    documents = Documents(small.graph, small.languages, Settings(), History())
    record = small.graph.records["projects"]["workshop"]
    assert documents.of_record(record)["json"] == "api/v1/projects/workshop.json"


def test_a_list_says_what_is_disputed_and_not_published(small: Site) -> None:
    documents = Documents(small.graph, small.languages, small.settings, small.history)
    project_type = type(small.graph.records["projects"]["workshop"])
    [listed] = documents.of_kind(project_type, "2026-01-31")["records"]
    assert listed["status"]["as_of"] == "2025-09-01"
    assert "funding" in listed["unpublished"]
    assert listed["disagreements"][0]["point"]["en"] == "The day of the opening"
    assert "milestones" not in listed


def test_a_list_of_no_records_is_empty(small: Site) -> None:
    empty = Documents(RecordGraph({}), small.languages, small.settings, small.history)
    project_type = type(small.graph.records["projects"]["workshop"])
    assert empty.of_kind(project_type, "2026-01-31")["records"] == []
