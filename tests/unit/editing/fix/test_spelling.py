"""The only word that a misspelt one can mean."""

import pytest
from mozi.editing.fix.spelling import meant

KNOWN = ["cite", "city", "milestones", "student_numbers", "shenyang-normal-university",
         "synu-2023-10-06", "series-a", "lead"]  # fmt: skip


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("milestons", "milestones"),
        ("milestonees", "milestones"),
        ("milestomes", "milestones"),
        ("mielstones", "milestones"),
        ("Milestones", "milestones"),
        ("student-numbers", "student_numbers"),
        ("studentnumbers", "student_numbers"),
        ("Student Numbers", "student_numbers"),
        ("shenyang-normal-univeristy", "shenyang-normal-university"),
        ("snyu-2023-10-06", "synu-2023-10-06"),
    ],
)
def test_its_meaning_is_plain(wrong: str, right: str) -> None:
    assert meant(wrong, KNOWN) == right


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ("ciet", "it may mean two"),
        ("led", "it is too short"),
        ("synu-2023-10-05", "a digit may be meant"),
        ("series-b", "so may a short part"),
        ("mielstons", "two letters are wrong"),
        ("shenyang-norml-univeristy", "two parts are wrong"),
        ("shenyang-university", "a part is missing"),
        ("city", "it is right"),
    ],
)
def test_it_is_not_plain(wrong: str, why: str) -> None:
    assert meant(wrong, KNOWN) is None, why
