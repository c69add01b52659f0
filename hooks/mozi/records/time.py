"""Time of records: what was over on the day of a record's last check. The clock is never read."""

from mozi.records.values import is_before


def is_past(date: str, checked: str) -> bool:
    """Whether all of a date was over on the day `checked`.

    Both are ISO 8601 dates, `date` as precise as is known: 2025 is past from 2026-01-01 on, a day
    from the day after.
    """
    return is_before(date, checked)
