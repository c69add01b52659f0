"""Statuses and the milestones they rest on: what an editor is told for each mistake, and what is none."""

import pytest

from tests.support.helpers import Folder
from tests.support.mistakes import (
    OPENING,
    SIGNED,
    SIGNING,
    WORKSHOP,
    Fine,
    Mistakes,
    SeveralPlaces,
    assert_fine,
    assert_told,
    assert_told_alone,
)

MISTAKES: Mistakes = {
    "an opening before the signing": (
        WORKSHOP, "date: 2023-09, kind: signed", "date: 2025, kind: signed",
        "data/projects/workshop.yml:17:6: MZ503 it opened on 2024-05-02, before it was signed on 2025"
        " — ",
    ),
    "a status that the milestones have overtaken": (
        WORKSHOP, "value: operating", "value: signed",
        "data/projects/workshop.yml:15:1: MZ506 the status is “signed”, and a milestone of the kind "
        "“opened” says that it is further — ",
    ),
    "a status from before the opening it rests on": (
        WORKSHOP, "value: operating, as_of: 2025-09-01", "value: operating, as_of: 2024-04",
        "data/projects/workshop.yml:15:1: MZ506 the status “operating” is said to be that of 2024-04, "
        "before anything it rests on happened (2024-05-01) — ",
    ),
    "a programme that is further than its project": (
        WORKSHOP, "value: operating", "value: launched",
        "data/programmes/growing.yml:10:1: MZ507 the programme is “operating”, while its project is "
        "“launched” — ",
    ),
    "a programme that goes on when its project is over": (
        WORKSHOP, "value: operating", "value: suspended",
        "data/programmes/growing.yml:10:1: MZ507 the programme is “operating”, while its project is "
        "“suspended” — ",
    ),
}  # fmt: skip

SEVERAL_PLACES: SeveralPlaces = {
    "operating without an opening": (
        [(WORKSHOP, OPENING, ""), (WORKSHOP, "[enterprise,", "[opening, enterprise,")],
        "data/projects/workshop.yml:15:1: MZ504 the status is “operating”, and there is no milestone of "
        "any of these kinds: activity, opened — ",
    ),
    "signed without a signing": (
        [(WORKSHOP, *SIGNED), (WORKSHOP, SIGNING, ""), (WORKSHOP, OPENING, OPENING.replace("opened", "visit")),
         (WORKSHOP, "[enterprise,", "[signing, opening, enterprise,"),
         ("programmes/growing.yml", "value: operating", "value: announced")],
        "data/projects/workshop.yml:15:1: MZ505 the status is “signed”, and no milestone tells of the "
        "signing — ",
    ),
    "an intake of a closed programme": (
        [("programmes/growing.yml", "value: operating", "value: closed"),
         ("programmes/growing.yml", "start: 2025-09-01", "start: 2026-09")],
        "data/programmes/growing.yml:25:6: MZ508 the programme or its project is closed, and an intake "
        "starts on 2026-09 — ",
    ),
}  # fmt: skip

FINE: Fine = {
    "an opening before the signing, with a reason": [
        (WORKSHOP, "date: 2023-09,", "date: 2024-09,"),
        (WORKSHOP, "kind: opened,", "kind: opened, note: {en: On trial., zh: 试运行。},"),
    ],
    "a status that rests on an activity": [
        (WORKSHOP, "kind: opened", "kind: activity"),
        (WORKSHOP, "[enterprise,", "[opening, enterprise,"),
    ],
    "a programme behind its project, and one that is over": [
        ("programmes/growing.yml", "value: operating", "value: announced"),
        ("programmes/growing.yml", "value: announced", "value: closed"),
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
