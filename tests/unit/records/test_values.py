"""The scalars and texts of records."""

from typing import Any

import pydantic
import pytest
from mozi.records.values import (
    Claim,
    Day,
    Duration,
    Fact,
    LanguageCode,
    Link,
    PartialDate,
    PartnerId,
    PlainText,
    Text,
    is_before,
    is_partial_date,
    set_contexts,
    walk,
)


def valid(annotation: Any, value: object) -> bool:
    try:
        pydantic.TypeAdapter(annotation).validate_python(value, strict=True)
    except pydantic.ValidationError:
        return False
    return True


@pytest.mark.parametrize("date", ["2024", "2024-09", "2024-09-24", "2024-02-29", "2000-02-29"])
def test_dates_may_be_years_months_or_days(date: str) -> None:
    assert is_partial_date(date)


@pytest.mark.parametrize(
    "date",
    ["24", "2024-13", "2024-00", "2023-02-29", "1900-02-29", "2024-9", "2024-09-31", "0999",
     "2024\n", "２０２４", "٢٠٢٤"],
)  # fmt: skip
def test_dates_that_no_calendar_has(date: str) -> None:
    assert not is_partial_date(date)


def test_a_year_may_be_written_as_a_number() -> None:
    assert pydantic.TypeAdapter(PartialDate).validate_python(2024) == "2024"
    assert not valid(PartialDate, True)


@pytest.mark.parametrize(
    ("one", "other", "before"),
    [
        ("2024", "2025-03", True),
        ("2024-09-23", "2024-09-24", True),
        ("2024-08", "2024-09-24", True),
        ("2024-09-24", "2024-10", True),
        ("2024", "2024-09", False),  # it may be later in the year
        ("2024-09-24", "2024", False),
        ("2024-09-24", "2024-09-24", False),
        ("2025", "2024-12-31", False),
    ],
)
def test_a_date_is_before_another_when_that_is_certain(one: str, other: str, before: bool) -> None:
    assert is_before(one, other) is before


def test_a_day_is_a_whole_date() -> None:
    assert valid(Day, "2024-09-24")
    assert not valid(Day, "2024-09")


@pytest.mark.parametrize(("text", "ok"), [("P3Y", True), ("P2.5Y", True), ("P1Y6M", True),
                                          ("3Y", False), ("P", False), ("P3", False),
                                          ("P3Y\n", False), ("P٣Y", False),
                                          ("P" + "9" * 400 + "Y", False)])  # fmt: skip
def test_durations_are_iso_8601(text: str, ok: bool) -> None:
    assert valid(Duration, text) is ok


@pytest.mark.parametrize(
    "link", ["https://a.example/b?c=d#e", "http://a.example:80/", "mailto:a@b.example", "tel:+86"]
)
def test_links_that_are_allowed(link: str) -> None:
    assert valid(Link, link)


@pytest.mark.parametrize(
    "link",
    ["javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "a.example", "https://",
     "https://a.example/<b>", 'https://a.example/"b', "ftp://a.example/", "//a.example/",
     "https://[a", "https://a.example/\u202eb", "https://a.example/\x7f",
     "https://a.example:99999/"],
)  # fmt: skip
def test_links_that_are_forbidden(link: str) -> None:
    assert not valid(Link, link)


@pytest.mark.parametrize(("code", "ok"), [("tg", True), ("zh-Hant", True), ("sr-Latn-RS", True),
                                          ("ar-001", True), ("xx", False), ("EN", False),
                                          ("english", False), ("en-", False), ("en\n", False),
                                          ("en-GB-Latn", False), ("en-GB-US", False)])  # fmt: skip
def test_languages_are_those_of_cldr(code: str, ok: bool) -> None:
    assert valid(LanguageCode, code) is ok


def test_ids_are_slugs() -> None:
    assert valid(PartnerId, "he-university")
    for wrong in ("He-University", "he university", "he--university", "-he", "大学", "", "he\n"):
        assert not valid(PartnerId, wrong)


def test_a_text_needs_english_and_chinese_and_takes_other_languages() -> None:
    text = Text.model_validate({"en": "Khujand", "zh": "胡占德", "tg": "Хуҷанд"})
    assert text.languages == {"en": "Khujand", "zh": "胡占德", "tg": "Хуҷанд"}
    assert not valid(Text, {"en": "Khujand"})
    assert not valid(Text, {"en": "Khujand", "zh": " "})
    assert not valid(Text, {"en": "Khujand", "zh": "胡占德", "note_": "x"})


@pytest.mark.parametrize("character", ["\x00", "\x1b", "\x7f", "\x85", "\u2028", "\ufffe"])
def test_a_text_holds_no_control_character(character: str) -> None:
    assert valid(PlainText, "Khujand: Хуҷанд\n胡占德\t\U0001f600")
    assert not valid(PlainText, f"Khujand{character}")


def test_a_claim_may_be_its_bare_value() -> None:
    assert Claim[int].model_validate(1) == Claim[int].model_validate({"value": 1})
    assert not valid(Claim[int], "1")


def test_walk_visits_everything_with_its_path() -> None:
    fact = Fact.model_validate({"label": {"en": "a", "zh": "b"}, "en": "c", "zh": "d"})
    paths = {path for path, _ in walk([fact])}
    assert {(), (0,), (0, "label"), (0, "label", "en"), (0, "en")} <= paths


def test_contexts_name_the_field_and_not_the_position() -> None:
    fact = Fact.model_validate({"label": {"en": "a", "zh": "b"}, "en": "c", "zh": "d"})
    set_contexts([fact, fact], "projects/x")
    assert fact.context == "projects/x"
    assert fact.label is not None
    assert fact.label.context == "projects/x label"
