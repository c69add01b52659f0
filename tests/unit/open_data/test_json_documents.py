"""Records as JSON: every language, what is known of each statement, links both ways."""

from typing import Any

import pytest
from mozi.graph.git_history import History
from mozi.graph.record_graph import RecordGraph
from mozi.open_data.json_documents import Documents
from mozi.records.completeness import expected_fields
from mozi.records.models import RECORD_TYPES
from mozi.records.values import Model, Statement, Text
from mozi.settings import Settings
from mozi.site.site import Site

from tests.support.helpers import Folder
from tests.support.model_fields import fields, origin

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
        "text": "Мастерская Лу Баня в той же деревне\u00a0— другая.",
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


# Every field ---------------------------------------------------------------------------------------


def used_fields(value: Any, document: Any) -> set[tuple[type[Model], str]]:
    """Origins of the fields of `value`, and of all in it, that are filled and in its document."""
    if isinstance(value, list):
        return set().union(*(used_fields(*each) for each in zip(value, document, strict=True)))
    if not isinstance(value, Model) or type(value) is Text:
        return set()
    used = set()
    for name, inner in value:
        if inner in (None, []) or (isinstance(value, Statement) and name in ("en", "zh")):
            continue
        if name in document:
            used |= {origin(type(value), name)} | used_fields(inner, document[name])
    return used


def test_every_field_of_every_model_is_in_some_document(full: Site) -> None:
    used = set().union(
        *(
            used_fields(record, document(full, record_type.kind, record.id))
            for record_type in RECORD_TYPES
            for record in full.graph.all_of(record_type)
        )
    )
    assert {origin(*field) for field in fields()} - used == set()


# What is known, and what holds for an intake -------------------------------------------------------

PROGRAMME = "programmes/growing.yml"


def test_every_expected_field_is_in_one_state_that_is_known_of_it(full: Site) -> None:
    for kind in ("projects", "programmes", "curricula", "partners"):
        for id in full.graph.records[kind]:
            known = document(full, kind, id)["known"]
            states = [*known["given"], *known["partly"], *known["unpublished"], *known["open"]]
            assert sorted(states) == sorted(expected_fields(kind))


def test_what_some_intakes_give_is_neither_given_nor_unpublished(folder: Folder) -> None:
    folder.replace(PROGRAMME, "mode: on-site", "  - {start: 2026-09}\nmode: on-site")
    known = document(folder.site(), "programmes", "growing")["known"]
    assert known["partly"] == {"deadline": {"given": 1, "of": 2}}
    assert "deadline" not in known["given"]
    assert "schedule" in known["open"]


def test_a_list_says_what_is_known_too(small: Site) -> None:
    documents = Documents(small.graph, small.languages, small.settings, small.history)
    project_type = type(small.graph.records["projects"]["workshop"])
    [listed] = documents.of_kind(project_type, "2026-01-31")["records"]
    assert listed["known"]["unpublished"] == [
        *("enterprise", "courses", "student_numbers", "equipment", "funding")
    ]


def test_nothing_is_expected_of_a_source(small: Site) -> None:
    assert "known" not in document(small, "sources", "mirror")


def effective(site: Site, number: int = 0) -> Any:
    return document(site, "programmes", "growing")["intakes"][number]["effective"]


def test_what_an_intake_does_not_say_itself_it_has_from_its_programme(small: Site) -> None:
    values = effective(small)
    assert values["languages"] == [
        {"value": "tg", "inherited": False, "basis": "confirmed", "cite": ["college-page"]}
    ]
    assert [(each["value"], each["inherited"]) for each in values["mode"]] == [("on-site", True)]
    assert values["fees"][0]["value"]["amount"] == 1200.5
    assert values["fees"][0]["inherited"] is True
    assert values["location"][0]["value"]["zh"] == "胡占德"
    assert values["schedule"] == []
    assert [each["value"]["date"] for each in values["deadline"]] == ["2025-07-31"]


def test_what_stands_in_an_inferred_intake_is_inferred(folder: Folder) -> None:
    folder.replace(
        PROGRAMME,
        "language: tg,",
        "language: tg, basis: inferred, note: {en: We think so., zh: 推测。}, cite: [mirror],"
        " fees: [{what: {en: Room, zh: 住宿}, amount: 5, currency: TJS}],",
    )
    values = effective(folder.site())
    for name in ("languages", "deadline", "fees"):
        [offer] = values[name]
        assert (offer["basis"], offer["cite"]) == ("inferred", ["mirror"])
        assert offer["note"]["en"] == "We think so."
    assert values["fees"][0]["value"]["basis"] == "inferred"
    assert values["mode"][0]["basis"] == "confirmed"


def test_an_intake_without_a_last_day_says_so(folder: Folder) -> None:
    folder.replace(PROGRAMME, "mode: on-site", "  - {start: 2026-09, rolling: true}\nmode: on-site")
    assert effective(folder.site(), 1)["deadline"] == [
        {"rolling": True, "inherited": False, "basis": "confirmed", "cite": ["college-page"]}
    ]


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
