"""What is put on a date, and the ids by which calendars know it for ever."""

from datetime import date
from uuid import UUID

import pytest
from mozi.records.dated_events import DatedEvent, dated_events
from mozi.records.models import Intake, Programme
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
