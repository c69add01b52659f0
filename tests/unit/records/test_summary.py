"""What stands inside a record, as far as others ask."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from mozi.records.models import Partner, Project
from mozi.records.summary import RecordSummary
from mozi.records.values import CountryId, PartnerId, Place, SourceId, is_before, walk
from mozi.store.loading import add_record, load_store
from mozi.yaml_text.parse import Positions, parse_yaml

from tests.support.helpers import SMALL

DAYS = st.dates(date(2023, 12, 30), date(2025, 1, 2)).flatmap(
    lambda day: st.sampled_from([day.isoformat()[:length] for length in (4, 7, 10)])
)
"""Days as precise as somebody knows them."""


def summary() -> RecordSummary:
    text = (SMALL / "data" / "projects" / "workshop.yml").read_text(encoding="utf-8")
    data = parse_yaml(text)
    return RecordSummary.from_places(walk(Project.load("workshop", data)))


def test_a_record_that_is_added_later_is_summarised_too() -> None:
    read = load_store(SMALL)
    before = {record.id for record, _ in read.summaries}
    assert ("curricula", "growing-list") in read.named_keys()
    text = (SMALL / "data" / "partners" / "example-host.yml").read_text(encoding="utf-8")
    positions = Positions()
    add_record(
        read,
        Partner,
        "new-host",
        {**parse_yaml(text, positions), "country": "kg"},
        positions=positions,
    )
    assert {record.id for record, _ in read.summaries} == before | {"new-host"}
    assert ("countries", "kg") in read.named_keys()


def test_ids_are_found_with_their_places() -> None:
    refs = summary().refs
    assert (("cite", 0), SourceId("college-page")) in refs
    assert (("country", "value"), CountryId("tj")) in refs
    assert (("roles", 0, "partner"), PartnerId("example-college")) in refs
    assert all(hasattr(ref, "kind") for _, ref in refs)


def test_dates_of_what_is_told_as_past_are_found() -> None:
    past = dict(summary().past)
    assert past["checked",] == "2026-01-31"
    assert ("status", "as_of") in past
    assert ("milestones", 0, "date") in past
    assert ("milestones", 0, "kind") not in past


def test_all_dates_are_found_and_which_of_them_are_past() -> None:
    places: list[Place] = [
        (("intakes", 0, "start"), "2027-09"),
        (("intakes", 0, "deadlines", 0, "date"), "2027-06-30"),
        (("intakes", 0, "deadlines", 0, "as_of"), "2025"),
        (("accreditations", 0, "until"), "2030"),
        (("milestones", 0, "until"), "2024-05-02"),
        (("closed", "value"), "2020"),
        (("status", "value"), "operating"),
    ]
    found = RecordSummary.from_places(places)
    assert found.dates == places[:-1]
    assert [day for _, day in found.past] == ["2025", "2024-05-02", "2020"]


def test_the_first_and_the_last_date_are_known() -> None:
    days = [day for _, day in summary().past]
    assert summary().earliest in days
    assert summary().latest in days
    assert RecordSummary.from_places([]).earliest == RecordSummary.from_places([]).latest == ""


@given(st.lists(DAYS, min_size=1), DAYS)
def test_they_decide_whether_any_date_is_before_or_after_a_day(days: list[str], day: str) -> None:
    found = RecordSummary.from_places(
        [(("milestones", at, "date"), each) for at, each in enumerate(days)]
    )
    assert is_before(found.earliest, day) == any(is_before(each, day) for each in days)
    assert is_before(day, found.latest) == any(is_before(day, each) for each in days)


def test_texts_are_found_with_their_languages() -> None:
    texts = dict(summary().texts)
    assert texts["projects/workshop name", "Example Workshop"] == ("en", "zh")
    assert texts["projects/workshop city", "Khujand"] == ("en", "zh", "ru", "tg")
