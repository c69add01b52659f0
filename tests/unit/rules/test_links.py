"""Links between records: what an editor is told for each mistake, and what is none."""

import pytest

from tests.support.helpers import Folder
from tests.support.mistakes import (
    WORKSHOP,
    Fine,
    Mistakes,
    SeveralPlaces,
    assert_fine,
    assert_told,
    assert_told_alone,
)

MISTAKES: Mistakes = {
    "a partner that is a part of itself": (
        "partners/example-college.yml", "country: cn\n", "country: cn\npart_of: example-college\n",
        "data/partners/example-college.yml:6:1: MZ311 this partner is a part of itself: "
        "example-college → example-college — correct “part_of” here or in one of the others",
    ),
    "a reference curriculum of another field": (
        "curricula/growing-list.yml", "[horticulture]", "[optometry]",
        "data/projects/workshop.yml:19:23: MZ313 the curriculum “growing-list” has no field of study "
        "near to one of this record — ",
    ),
    "a programme of another field than its project": (
        "programmes/growing.yml", "fields: [horticulture]", "fields: [optometry]",
        "data/programmes/growing.yml:5:1: MZ314 none of these fields of study is near to one of the "
        "project “workshop” — ",
    ),
    "a host in another country": (
        "partners/example-host.yml", "country: tj", "country: cn",
        "data/projects/workshop.yml:14:18: MZ315 the host “example-host” does not sit in the "
        "project's country, tj — ",
    ),
}  # fmt: skip

SEVERAL_PLACES: SeveralPlaces = {
    "a source that nobody cites": (
        [(f"{record}.yml", "[college-page]", "[mirror]") for record in (
            "projects/workshop", "topics/mozi-workshop", "countries/cn", "countries/tj",
            "initiatives/conference", "partners/example-college", "partners/example-host",
            "programmes/growing",
        )],
        "data/sources/college-page.yml:1:1: MZ310 no record cites the source “college-page” — ",
    ),
    "a partner that nothing names": (
        [(WORKSHOP, "  - {role: host, partner: example-host}\n", ""),
         (WORKSHOP, "[enterprise,", "[host, enterprise,")],
        "data/partners/example-host.yml:1:1: MZ312 no other record names “example-host” — ",
    ),
}  # fmt: skip

FINE: Fine = {
    "a narrower field of study": [
        ("curricula/growing-list.yml", "[horticulture]", "[modern-agriculture]"),
    ],
    "a part of another partner": [
        ("partners/example-college.yml", "country: cn\n", "country: cn\npart_of: example-host\n"),
    ],
}  # fmt: skip


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told(folder: Folder, name: str) -> None:
    assert_told(folder, MISTAKES[name])


@pytest.mark.parametrize("name", SEVERAL_PLACES)
def test_a_mistake_in_several_places_is_told_alone(folder: Folder, name: str) -> None:
    assert_told_alone(folder, SEVERAL_PLACES[name])


@pytest.mark.parametrize("name", FINE)
def test_no_mistake_is_told(folder: Folder, name: str) -> None:
    assert_fine(folder, FINE[name])
