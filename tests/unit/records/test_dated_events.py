"""What is put on a date, and the ids by which calendars know it for ever."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from mozi.records.dated_events import DatedEvent, dated_events
from mozi.records.models import Intake, Programme
from mozi.records.offerings import NOT_OPEN
from mozi.site.site import Site

from tests.support.helpers import Folder

PROJECT = "projects/workshop.yml"
OPENED = "{date: 2024-05-01, until: 2024-05-02, kind: opened, place: {en: Khujand, zh: 胡占德}}"


def known(site: Site) -> dict[str, DatedEvent]:
    return {f"{o.owner.id} {o.kind} {o.date}": o for o in dated_events(site.graph)}


def ids(site: Site) -> dict[str, str]:
    return {name: str(dated_event.id) for name, dated_event in known(site).items()}


def test_milestones_intakes_and_deadlines_are_occasions(small: Site) -> None:
    assert set(known(small)) == {
        "workshop milestone 2024-05-01",
        "workshop milestone 2023-09",
        "conference milestone 2023-09-27",
        "growing intake 2025-09-01",
        "growing deadline 2025-07-31",
    }


def test_a_day_is_no_finer_than_it_is_known(small: Site) -> None:
    several = known(small)["workshop milestone 2024-05-01"]
    assert (several.day, several.end) == (date(2024, 5, 1), date(2024, 5, 3))
    month = known(small)["workshop milestone 2023-09"]
    assert (month.day, month.end) == (None, None)


def test_what_ends_in_some_month_is_on_its_first_day_only(folder: Folder) -> None:
    folder.replace(PROJECT, "until: 2024-05-02", "until: 2024-06")
    opened = known(folder.site())["workshop milestone 2024-05-01"]
    assert opened.end == date(2024, 5, 2)


def test_ids_are_these_and_no_others(small: Site) -> None:
    """Should this test fail, every reader would see all dates anew, and some of them twice."""
    assert ids(small) == {
        "growing intake 2025-09-01": "5f474ded-a4d3-5a7d-9d5c-163e9ff53f60",
        "growing deadline 2025-07-31": "1d1b1593-92b2-5133-85a0-7799cc850a3f",
        "workshop milestone 2024-05-01": "fae206fe-ae18-59d0-9552-1f4b517ae8e9",
        "workshop milestone 2023-09": "34ad7169-f339-5e01-a509-ece4dd537d94",
        "conference milestone 2023-09-27": "cb889dea-4cbc-5880-88b7-3de04d7af3f3",
    }


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (
            PROJECT,
            OPENED,
            OPENED.replace("Khujand", "Tajikistan").replace(", until: 2024-05-02", ""),
        ),
        (PROJECT, f"  - {OPENED}\n", f"  - {{date: 2020, kind: visit}}\n  - {OPENED}\n"),
        (PROJECT, "name: {en: Example Workshop", "name: {en: Another Name"),
        ("programmes/growing.yml", "places: 20", "places: 30"),
    ],
)
def test_ids_survive_edits_of_texts_and_order(
    small: Site, folder: Folder, file: str, old: str, new: str
) -> None:
    folder.replace(file, old, new)
    assert ids(small).items() <= ids(folder.site()).items()


def test_a_deadline_that_is_extended_stays_the_same_deadline(small: Site, folder: Folder) -> None:
    folder.replace("programmes/growing.yml", "apply_until: 2025-07-31", "apply_until: 2025-08-15")
    extended = ids(folder.site())["growing deadline 2025-08-15"]
    assert extended == ids(small)["growing deadline 2025-07-31"]


def test_a_corrected_date_is_another_milestone(small: Site, folder: Folder) -> None:
    folder.replace(PROJECT, "date: 2023-09,", "date: 2023-09-27,")
    corrected = ids(folder.site())["workshop milestone 2023-09-27"]
    assert corrected not in ids(small).values()


def test_twins_have_ids_of_their_own(folder: Folder) -> None:
    folder.replace(
        PROJECT, f"  - {OPENED}\n", f"  - {OPENED}\n  - {{date: 2024-05-01, kind: opened}}\n"
    )
    project = folder.site().graph.records["projects"]["workshop"]
    found = [dated_event.id for dated_event in dated_events([project])]
    assert len(set(found)) == len(found) == 3


def test_a_deadline_belongs_to_its_intake_among_twins(small: Site) -> None:
    [growing] = small.graph.all_of(Programme)
    [intake] = growing.intakes
    without = intake.model_copy(update={"apply_until": None})

    def deadlines(*intakes: Intake) -> list[UUID]:
        record = growing.model_copy(update={"intakes": [*intakes]})
        return [each.id for each in dated_events([record]) if each.kind == "deadline"]

    assert deadlines(without, intake) == deadlines(intake, intake)[1:]


RUN = {"start": "2027-09-01", "apply_from": "2027-03-01", "apply_until": "2027-06-30"}
FOREIGN = {"date": "2027-05-31", "for_whom": ["foreign"]}
PAYMENT = {"date": "2027-08-01", "what": {"en": "Tuition", "zh": "学费"}}


def events_of(small: Site, *intakes: dict[str, Any]) -> list[DatedEvent]:
    [growing] = small.graph.all_of(Programme)
    runs = [Intake.model_validate(intake) for intake in intakes]
    return list(dated_events([growing.model_copy(update={"intakes": runs})]))


def deadline_ids(small: Site, *intakes: dict[str, Any]) -> dict[str, UUID]:
    events = events_of(small, *intakes)
    return {each.date: each.id for each in events if each.kind == "deadline"}


def test_every_deadline_and_the_first_day_to_apply_are_dated_events(small: Site) -> None:
    events = events_of(small, RUN | {"deadlines": [PAYMENT, FOREIGN]})
    assert [(each.kind, each.date) for each in events] == [
        ("intake", "2027-09-01"),
        ("opening", "2027-03-01"),
        ("deadline", "2027-05-31"),
        ("deadline", "2027-06-30"),
        ("deadline", "2027-08-01"),
    ]
    assert len({each.id for each in events}) == len(events)


def test_further_deadlines_leave_the_last_day_to_apply_its_id(small: Site) -> None:
    alone = deadline_ids(small, RUN)["2027-06-30"]
    further = [PAYMENT, FOREIGN, {"date": "2027-06-01"}, {"date": "2027-06-30"}]
    among = events_of(small, RUN | {"deadlines": further})
    assert [each.date for each in among if each.id == alone] == ["2027-06-30"]
    as_deadline = {"start": RUN["start"], "deadlines": [{"date": RUN["apply_until"]}]}
    assert deadline_ids(small, as_deadline)["2027-06-30"] == alone


def test_the_only_deadline_of_a_group_stays_the_same_when_it_is_put_off(small: Site) -> None:
    put_off = FOREIGN | {"date": "2027-06-15"}
    before = deadline_ids(small, RUN | {"deadlines": [FOREIGN, PAYMENT]})
    after = deadline_ids(small, RUN | {"deadlines": [PAYMENT, put_off]})
    assert before["2027-05-31"] == after["2027-06-15"]
    assert before["2027-08-01"] == after["2027-08-01"]


def test_no_two_events_of_a_programme_share_an_id(small: Site) -> None:
    doubled = RUN | {"deadlines": [{"date": "2027-06-30"}, PAYMENT, PAYMENT, FOREIGN, FOREIGN]}
    events = events_of(small, doubled, doubled, RUN)
    assert len({each.id for each in events}) == len(events)


def test_the_last_day_of_a_scholarship_is_a_dated_event(full: Site) -> None:
    [event] = [each for each in dated_events(full.graph) if each.kind == "scholarship"]
    assert (event.owner.id, event.date) == ("full-growing", "2026-05-31")


def test_a_day_that_no_other_follows_has_no_end(small: Site) -> None:
    last = events_of(small, {"start": "9999-12-31"})[0]
    assert (last.day, last.end) == (date.max, None)


def test_an_intake_without_places_says_so(small: Site) -> None:
    states = [events_of(small, RUN | {"state": state})[0].state for state in ("cancelled", "open")]
    assert states == ["cancelled", None]


def test_states_that_the_code_names_are_states_of_intakes(small: Site) -> None:
    assert set(NOT_OPEN) <= set(small.graph.vocabularies["intake-states"])
