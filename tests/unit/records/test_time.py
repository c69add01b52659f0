"""What is past on the day of a check: a date as precise as it is known, never sooner."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mozi.records.time import is_past


@pytest.mark.parametrize(
    ("day", "checked", "past"),
    [
        ("2025", "2025-12-31", False),
        ("2025", "2026-01-01", True),
        ("2025-08", "2025-08-31", False),
        ("2025-08", "2025-09-01", True),
        ("2025-08-30", "2025-08-30", False),
        ("2025-08-30", "2025-08-31", True),
        ("2026", "2025-12-31", False),
    ],
)
def test_a_date_is_past_from_the_day_after_all_of_it(day: str, checked: str, past: bool) -> None:
    assert is_past(day, checked) == past


@given(st.dates(date(1900, 1, 1)), st.sampled_from([4, 7, 10]), st.integers(-800, 800))
def test_what_is_past_stays_past(day: date, precision: int, days: int) -> None:
    known_date = day.isoformat()[:precision]
    checked = min(max(day, date(1903, 1, 1)), date(9990, 1, 1)) + timedelta(days)
    if is_past(known_date, checked.isoformat()):
        assert is_past(known_date, (checked + timedelta(1)).isoformat())
        assert checked > day
