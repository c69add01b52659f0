"""Values of offices, prices, ages and deadlines that models refuse, each told at its line."""

import pytest

from tests.support.helpers import Folder
from tests.support.mistakes import Mistakes, assert_told

GROWING = "programmes/growing.yml"
AT = "data/programmes/growing.yml:"
FEE = "amount: 1200.5, currency: TJS,"
INTAKE = "places: 20,"
MODE = "mode: on-site\n"
OFFICE = "contacts:\n  - {office: {en: Office, zh: 办公室}"

MISTAKES: Mistakes = {
    "an office that cannot be reached": (
        GROWING, MODE, f"{MODE}{OFFICE}}}\n",
        f"{AT}28:5: MZ203 “contacts.1”: an office, and no way to reach it",
    ),
    "two addresses in one": (
        GROWING, MODE, f"{MODE}{OFFICE}, email: a@college.example b@college.example}}\n",
        f"{AT}28:44: MZ203",
    ),
    "a telephone number without its country": (
        GROWING, MODE, f'{MODE}{OFFICE}, phone: "372 34 88 01"}}\n', f"{AT}28:44: MZ203",
    ),
    "an amount without a currency": (GROWING, FEE, "amount: 1200.5,", f"{AT}23:5: MZ203 “fees.1”"),
    "a range that goes down": (
        GROWING, FEE, f"{FEE} amount_to: 1000,", f"{AT}23:5: MZ203 “fees.1”",
    ),
    "a free fee with an amount": (GROWING, FEE, f"{FEE} free: true,", f"{AT}23:5: MZ203 “fees.1”"),
    "a year without numbers": (
        GROWING, MODE, f"{MODE}students_by_year: [{{year: 2025}}]\n", f"{AT}27:20: MZ203",
    ),
    "an age without bounds": (GROWING, MODE, f"{MODE}age: {{cite: [mirror]}}\n", f"{AT}27:6: MZ203 “age”"),
    "an age that goes down": (
        GROWING, MODE, f"{MODE}age: {{at_least: 30, at_most: 20}}\n", f"{AT}27:6: MZ203 “age”",
    ),
    "a time without a zone": (
        GROWING, INTAKE, f'{INTAKE} deadlines: [{{date: 2025-07-01, time: "17:00"}}],', f"{AT}25:",
    ),
    "no time of a day": (
        GROWING, INTAKE,
        f'{INTAKE} deadlines: [{{date: 2025-07-01, time: "25:00", zone: Asia/Dushanbe}}],',
        f"{AT}25:",
    ),
    "no time zone": (
        GROWING, INTAKE,
        f'{INTAKE} deadlines: [{{date: 2025-07-01, time: "17:00", zone: Dushanbe}}],',
        f"{AT}25:",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told(folder: Folder, name: str) -> None:
    assert_told(folder, MISTAKES[name])


def test_what_fits_is_taken(folder: Folder) -> None:
    fitting = (
        f'{OFFICE}, email: office@college.example, phone: "+992 372 34-88-01"}}\n'
        "students_by_year: [{year: 2025, enrolled: 30}]\n"
        "age: {at_least: 16, at_most: 25}\n"
    )
    folder.replace(GROWING, MODE, f"{MODE}{fitting}")
    folder.replace(
        GROWING,
        INTAKE,
        f'{INTAKE} deadlines: [{{date: 2025-07-01, time: "17:00", zone: Asia/Dushanbe}}],',
    )
    folder.replace(GROWING, FEE, f"{FEE} amount_to: 1500,")
    assert [problem for problem in folder.problems() if problem.severity == "error"] == []
