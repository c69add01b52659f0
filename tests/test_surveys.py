"""What stands inside a record, as far as others ask."""

from mozi import reading
from mozi.records import Project
from mozi.surveys import Survey
from mozi.values import CountryId, PartnerId, SourceId, walk

from tests.helpers import SMALL


def survey() -> Survey:
    text = (SMALL / "data" / "projects" / "workshop.yml").read_text(encoding="utf-8")
    data = reading.parse(text)
    return Survey.of(walk(Project.load("workshop", data)))


def test_ids_are_found_with_their_places() -> None:
    refs = survey().refs
    assert (("cite", 0), SourceId("college-page")) in refs
    assert (("country", "value"), CountryId("tj")) in refs
    assert (("roles", 0, "partner"), PartnerId("example-college")) in refs
    assert all(hasattr(ref, "kind") for _, ref in refs)


def test_dates_of_what_is_told_as_past_are_found() -> None:
    past = dict(survey().past)
    assert past["checked",] == "2026-01-31"
    assert ("status", "as_of") in past
    assert ("milestones", 0, "date") in past
    assert ("milestones", 0, "kind") not in past


def test_texts_are_found_with_their_languages() -> None:
    texts = dict(survey().texts)
    assert texts["projects/workshop name", "Example Workshop"] == ("en", "zh")
    assert texts["projects/workshop city", "Khujand"] == ("en", "zh", "ru", "tg")
