"""Dates that cannot be, and statements that have grown old: what an editor is told for each mistake, and what is none."""

import pytest

from tests.support.helpers import Folder
from tests.support.mistakes import (
    WORKSHOP,
    Fine,
    Mistakes,
    assert_fine,
    assert_told,
)

MISTAKES: Mistakes = {
    "a milestone that ends before it begins": (
        WORKSHOP, "until: 2024-05-02", "until: 2024-04",
        "data/projects/workshop.yml:17:24: MZ501 this ends on 2024-04, before it begins on 2024-05-01"
        " — correct one of the two dates",
    ),
    "an intake that ends before it begins": (
        "programmes/growing.yml", "apply_until: 2025-07-31", "end: 2024",
        "data/programmes/growing.yml:25:25: MZ501 this ends on 2024, before it begins on 2025-09-01",
    ),
    "a last day to apply before applications open": (
        "programmes/growing.yml", "apply_until: 2025-07-31",
        "apply_from: 2025-08, apply_until: 2025-07-31",
        "data/programmes/growing.yml:25:46: MZ501 this ends on 2025-07-31, before it begins on 2025-08",
    ),
    "a deadline before applications open": (
        "programmes/growing.yml", "apply_until: 2025-07-31",
        "apply_from: 2025-08, deadlines: [{date: 2025-07}]",
        "data/programmes/growing.yml:25:59: MZ501 “date” is 2025-07, before “apply_from” on 2025-08",
    ),
    "an intake that ends before a deadline of it": (
        "programmes/growing.yml", "apply_until: 2025-07-31",
        "deadlines: [{date: 2027, what: {en: Fees, zh: 学费}}], end: 2026-06",
        "data/programmes/growing.yml:25:78: MZ501 “end” is 2026-06, before “date” on 2027",
    ),
    "a name that was given up before it was taken": (
        "countries/tj.yml", "language: tg}", "language: tg, since: 1991, until: 1990}",
        "data/countries/tj.yml:4:63: MZ501 this ends on 1990, before it begins on 1991",
    ),
    "an accreditation that ends before it begins": (
        "programmes/growing.yml", "mode: on-site",
        "accreditations: [{body: {en: Ministry, zh: 教育部}, since: 2024, until: 2023-12}]\nmode: on-site",
        "data/programmes/growing.yml:26:63: MZ501 this ends on 2023-12, before it begins on 2024",
    ),
    "an institution that closed before it was founded": (
        "partners/example-host.yml", "checked: 2026-01-31",
        "checked: 2026-01-31\nfounded: 1990\nclosed: {value: 1989, as_of: 2025-09}",
        "data/partners/example-host.yml:5:10: MZ501 this ends on 1989, before it begins on 1990",
    ),
    "a scholarship of a year before one could apply": (
        "programmes/growing.yml", "mode: on-site",
        "scholarships: [{name: {en: Award, zh: 奖学金}, year: 2024, apply_until: 2025-03}]\nmode: on-site",
        "data/programmes/growing.yml:26:45: MZ501 “year” is 2024, before “apply_until” on 2025-03",
    ),
    "a date that stands for no end": (
        "programmes/growing.yml", "apply_until: 2025-07-31", "end: 9999-12-31",
        "data/programmes/growing.yml:25:25: MZ512 “end”: 9999-12-31 is more than 50 years away — ",
    ),
    "a milestone that lasts into the future": (
        WORKSHOP, "until: 2024-05-02", "until: 2035-01-01",
        "data/projects/workshop.yml:17:24: MZ509 “until”: 2035-01-01 lies in the future — ",
    ),
    "a deadline after the start": (
        "programmes/growing.yml", "apply_until: 2025-07-31", "apply_until: 2025-10",
        "data/programmes/growing.yml:25:25: MZ502 one may apply until 2025-10, after the start on "
        "2025-09-01 — ",
    ),
    "a deadline among others after the start": (
        "programmes/growing.yml", "apply_until: 2025-07-31", "deadlines: [{date: 2025-10}]",
        "data/programmes/growing.yml:25:38: MZ502 one may apply until 2025-10, after the start on "
        "2025-09-01 — ",
    ),
    "a look at the sources in the future": (
        WORKSHOP, "checked: 2026-01-31", "checked: 2026-02-03",
        "data/projects/workshop.yml:3:1: MZ509 “checked”: 2026-02-03 lies in the future — ",
    ),
    "a statement of the future": (
        "topics/mozi-workshop.yml", "as_of: 2025-08", "as_of: 2027",
        "data/topics/mozi-workshop.yml:7:48: MZ509 “as_of”: 2027 lies in the future — ",
    ),
    "a source of the future": (
        "sources/college-page.yml", "date: 2024-05-02", "date: 2026-03",
        "data/sources/college-page.yml:6:1: MZ509 “date”: 2026-03 lies in the future — ",
    ),
    "a milestone of the future": (
        WORKSHOP, "until: 2024-05-02, kind: opened,", "kind: opened}\n  - {date: 2030, kind: visit,",
        "data/projects/workshop.yml:18:6: MZ509 “date”: 2030 lies in the future — ",
    ),
    "an institution founded in the future": (
        "partners/example-college.yml", "country: cn\n", "country: cn\nfounded: 2048\n",
        "data/partners/example-college.yml:6:1: MZ509 “founded”: 2048 lies in the future — ",
    ),
    "a review in the future": (
        "locales.yml", "state: draft}", "state: draft, reviewed_on: 2026-06-01}",
        "data/locales.yml:6:51: MZ509 “reviewed_on”: 2026-06-01 lies in the future — ",
    ),
    "a status that has grown old": (
        WORKSHOP, "as_of: 2025-09-01", "as_of: 2024-07-31",
        "data/projects/workshop.yml:15:28: MZ510 the status is that of 2024-07-31, more than 18 "
        "months ago — look for newer sources; leave it as it is when there are none",
    ),
    "statements that have grown old": (
        "initiatives/conference.yml", "as_of: 2025-08", "as_of: 2023",
        "data/initiatives/conference.yml:11:74: MZ510 statements here that are older than 18 months: "
        "1, the oldest as of 2023 — ",
    ),
    "sources that nobody has looked at for long": (
        "countries/tj.yml", "checked: 2026-01-31", "checked: 2024-06-30",
        "data/countries/tj.yml:2:1: MZ510 nobody has looked at the sources since 2024-06-30, more "
        "than 18 months ago — ",
    ),
    "a source from after it was read": (
        "sources/college-page.yml", "checked: 2026-01-31", "checked: 2024-05-01",
        "data/sources/college-page.yml:6:1: MZ511 “date” is 2024-05-02, after the day on which the "
        "sources were last looked at (2024-05-01) — ",
    ),
}  # fmt: skip

FINE: Fine = {
    "dates that are not known well enough to contradict each other": [
        (WORKSHOP, "until: 2024-05-02", "until: 2024"),
        (WORKSHOP, "date: 2023-09,", "date: 2024,"),
        ("programmes/growing.yml", "apply_until: 2025-07-31", "apply_until: 2025-09"),
        ("programmes/growing.yml", "as_of: 2025-09", "as_of: 2026"),
    ],
    "a late deadline, with a reason": [
        ("programmes/growing.yml", "apply_until: 2025-07-31",
         "apply_until: 2025-10, note: {en: Latecomers may join., zh: 可以插班。}"),
    ],
    "a payment after the start, which is no last day to apply": [
        ("programmes/growing.yml", "apply_until: 2025-07-31",
         "deadlines: [{date: 2025-10, what: {en: Second half of the fees, zh: 第二期学费}}]"),
    ],
    "a scholarship named after an earlier year, with a reason": [
        ("programmes/growing.yml", "intakes:",
         "scholarships:\n  - {name: {en: Award, zh: 奖学金}, year: 2024, apply_until: 2025-03, "
         "note: {en: Late call., zh: 延期征集。}}\nintakes:"),
    ],
    "what begins and ends on one day, or goes on for years": [
        ("programmes/growing.yml", "apply_until: 2025-07-31",
         "apply_from: 2025-07-31, apply_until: 2025-07-31, end: 2030"),
    ],
    "deadlines of the future": [
        ("programmes/growing.yml", "start: 2025-09-01, apply_until: 2025-07-31",
         "start: 2027-09, deadlines: [{date: 2027-06-30}]"),
    ],
    "tomorrow, which it is already in the east": [
        (WORKSHOP, "checked: 2026-01-31", "checked: 2026-02-02"),
    ],
    "an intake in the future": [
        ("programmes/growing.yml", "start: 2025-09-01", "start: 2026-09-01"),
    ],
    "a statement of just 18 months ago": [
        (WORKSHOP, "as_of: 2025-09-01", "as_of: 2024-08-01"),
    ],
}  # fmt: skip


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told(folder: Folder, name: str) -> None:
    assert_told(folder, MISTAKES[name])


@pytest.mark.parametrize("name", FINE)
def test_no_mistake_is_told(folder: Folder, name: str) -> None:
    assert_fine(folder, FINE[name])
