"""Calendars, read back by a parser that is not the one they are written with."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

import pytest
from ical.calendar import Calendar
from ical.calendar_stream import IcsCalendarStream
from ical.event import Event
from mozi.outputs import calendars
from mozi.records.dated_events import DatedEvent, dated_events
from mozi.settings import Settings
from mozi.site.site import Site

from tests.support.helpers import Folder, write_calendars


@pytest.fixture(scope="module")
def written(small: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("calendars")
    write_calendars(small, folder)
    return folder


def read(path: Path) -> Calendar:
    return IcsCalendarStream.calendar_from_ics(path.read_bytes().decode())


def events(path: Path) -> dict[date, Event]:
    return {event.start: event for event in read(path).events}


def test_days_are_whole_days_and_months_are_left_out(written: Path) -> None:
    found = events(written / "subscribe/country/tj.ics")
    assert {day: (event.summary, event.end) for day, event in found.items()} == {
        date(2024, 5, 1): ("Opened – Example Workshop", date(2024, 5, 3)),
        date(2025, 7, 31): ("Last day to apply – Growing under glass", date(2025, 8, 1)),
        date(2025, 9, 1): ("Intake starts – Growing under glass", date(2025, 9, 2)),
    }


def test_an_event_says_what_its_record_says_and_where_to_read_it(written: Path) -> None:
    event = events(written / "subscribe/all.ics")[date(2025, 7, 31)]
    assert event.description == (
        "Last day to apply: 31 July 2025 (past when last checked) [1]\n"
        "Start: 1 September 2025 (past when last checked) [1]\n"
        "Language of instruction: Tajik [1]\n"
        "Place of study: Khujand [1]\n"
        "Mode of study: On site [1]\n"
        "Fees and who pays: Tuition: TJS\xa01,200.50 (paid by: the student) [1]\n"
        "Application deadline: 31 July 2025 (past when last checked) [1]\n"
        "Places: 20 [1]\n"
        "\n"
        "Sources\n"
        "[1] The workshop opens · Example College · 2 May 2024 · https://college.example/news\n"
        "\n"
        "https://site.example/programmes/growing/"
    )
    assert str(event.url) == "https://site.example/programmes/growing/"


def test_the_place_is_that_of_the_event_not_of_a_deadline(written: Path) -> None:
    found = events(written / "ru/subscribe/all.ics")
    assert found[date(2024, 5, 1)].location == "Khujand"
    assert found[date(2025, 9, 1)].location == "Khujand"
    assert found[date(2025, 7, 31)].location is None


def test_what_is_inferred_says_so_with_the_reason(folder: Folder, tmp_path: Path) -> None:
    inferred = "basis: inferred, note: {en: The second, zh: 第二次}"
    folder.replace(
        "initiatives/conference.yml", "kind: conference}", f"kind: conference, {inferred}}}"
    )
    write_calendars(folder.site(), tmp_path)
    event = events(tmp_path / "subscribe/all.ics")[date(2023, 9, 27)]
    assert event.summary == "Conference – Example conference (inferred)"
    assert event.description
    assert event.description.startswith(
        "Conference: 27 September 2023 (inferred) [1]\nThe second\n"
    )


INTAKE = "{start: 2025-09-01, apply_until: 2025-07-31,"


def all_events(folder: Folder, to: Path) -> dict[date, Event]:
    write_calendars(folder.site(), to)
    return events(to / "subscribe/all.ics")


def test_a_last_day_with_a_time_is_a_whole_day_that_tells_its_time_and_zone(
    folder: Folder, tmp_path: Path
) -> None:
    timed = 'deadlines: [{date: 2025-07-31, time: "17:00", zone: Asia/Dushanbe}],'
    folder.replace("programmes/growing.yml", INTAKE, f"{{start: 2025-09-01, {timed}")
    event = all_events(folder, tmp_path)[date(2025, 7, 31)]
    assert event.end == date(2025, 8, 1)
    assert event.description
    assert event.description.startswith(
        "Last day to apply: 31 July 2025, 17:00 (Asia/Dushanbe) (past when last checked) [1]\n"
    )


def test_a_last_day_says_what_it_is_for_and_for_whom(folder: Folder, tmp_path: Path) -> None:
    further = (
        "apply_from: 2025-03-01, deadlines: [{date: 2025-06-30, for_whom: [foreign]}, "
        "{date: 2025-08-15, what: {en: Health certificate, zh: 体检证明}}],"
    )
    folder.replace("programmes/growing.yml", INTAKE, f"{INTAKE} {further}")
    found = all_events(folder, tmp_path)
    titles = {str(day): event.summary for day, event in found.items() if day.year == 2025}
    assert titles == {
        "2025-03-01": "Applications open – Growing under glass",
        "2025-06-30": "Last day to apply (for: Foreign applicants) – Growing under glass",
        "2025-07-31": "Last day to apply – Growing under glass",
        "2025-08-15": "Last day: Health certificate – Growing under glass",
        "2025-09-01": "Intake starts – Growing under glass",
    }


def test_a_cancelled_intake_says_so_at_all_its_dates(folder: Folder, tmp_path: Path) -> None:
    before = all_events(folder, tmp_path / "before")
    folder.replace("programmes/growing.yml", INTAKE, f"{INTAKE} state: cancelled,")
    after = all_events(folder, tmp_path / "after")
    for day, title in {
        date(2025, 7, 31): "Cancelled: Last day to apply – Growing under glass",
        date(2025, 9, 1): "Cancelled: Intake starts – Growing under glass",
    }.items():
        assert (after[day].summary, after[day].status) == (title, "CANCELLED")
        assert before[day].status is None
        assert after[day].uid == before[day].uid


def test_a_full_intake_offers_no_last_day_as_if_one_could_apply(
    folder: Folder, tmp_path: Path
) -> None:
    folder.replace("programmes/growing.yml", INTAKE, f"{INTAKE} state: full,")
    event = all_events(folder, tmp_path)[date(2025, 7, 31)]
    assert event.summary == "Full: Last day to apply – Growing under glass"
    assert event.status is None


def test_the_last_day_of_a_scholarship_names_it(folder: Folder, tmp_path: Path) -> None:
    award = "scholarships: [{name: {en: Award, zh: 奖学金}, apply_until: 2026-05-31}]"
    folder.replace("programmes/growing.yml", "intakes:", f"{award}\nintakes:")
    event = all_events(folder, tmp_path)[date(2026, 5, 31)]
    assert event.summary == "Last day to apply for a scholarship (Award) – Growing under glass"


def test_the_last_day_of_all_is_an_event_without_an_end(small: Site) -> None:
    dated_event = next(each for each in dated_events(small.graph) if each.kind == "intake")
    last = replace(dated_event, date="9999-12-31")
    assert "DTEND" not in calendars.event(small, "en", last)


def test_nothing_comes_from_the_clock(written: Path) -> None:
    event = events(written / "subscribe/all.ics")[date(2024, 5, 1)]
    assert event.dtstamp == event.last_modified == datetime(2026, 1, 31, tzinfo=UTC)


def test_an_event_is_the_same_in_all_calendars_and_languages(written: Path) -> None:
    names = ("all", "country/tj", "field/horticulture")
    files = [written / prefix / f"subscribe/{name}.ics" for name in names for prefix in ("", "ar")]
    assert len({events(file)[date(2024, 5, 1)].uid for file in files}) == 1


def test_lines_fold_at_75_octets_and_texts_come_back_whole(folder: Folder, tmp_path: Path) -> None:
    """In Chinese and Arabic a letter takes two or three octets, and none may be cut."""
    texts = {
        "en": "One, two; three\\four\nfive: “six”",
        "zh": "墨子工坊，启用；" * 40,
        "ar": "ورشة موزي، افتتاح؛ " * 30 + ".",
    }
    place = json.dumps(texts, ensure_ascii=False)  # which is YAML, too
    folder.replace("projects/workshop.yml", "{en: Khujand, zh: 胡占德}}", f"{place}}}")
    write_calendars(folder.site(), tmp_path)
    for code, text in texts.items():
        file = tmp_path / ("" if code == "en" else code) / "subscribe/all.ics"
        lines = file.read_bytes().split(b"\r\n")
        assert max(map(len, lines)) <= 75
        assert all(line.decode().strip() for line in lines[:-1])  # raises where a letter is cut
        assert events(file)[date(2024, 5, 1)].location == text


def test_where_there_is_no_day_there_is_no_calendar(written: Path) -> None:
    """RFC 5545 does not know a calendar without events."""
    files = sorted(file.name for file in (written / "subscribe/country").iterdir())
    assert files == ["tj.ics"]


def test_programs_are_told_what_it_is_and_when_to_ask_again(written: Path) -> None:
    text = (written / "zh/subscribe/field/horticulture.ics").read_text().replace("\n ", "")
    assert "X-WR-CALNAME:" in text
    assert "REFRESH-INTERVAL;VALUE=DURATION:P1D" in text
    assert "SOURCE;VALUE=URI:https://site.example/zh/subscribe/field/horticulture.ics" in text
    assert "BEGIN:VTIMEZONE" not in text  # days have no time zone


def test_a_site_that_knows_no_address_writes_calendars_without_links(
    folder: Folder, tmp_path: Path
) -> None:
    write_calendars(replace(folder.site(), settings=Settings()), tmp_path)
    assert events(tmp_path / "subscribe/all.ics")[date(2024, 5, 1)].url is None


def test_an_event_is_made_once_for_all_calendars(
    small: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[tuple[str, UUID]] = []
    event = calendars.event

    def noted(site: Site, code: str, dated_event: DatedEvent) -> object:
        made.append((code, dated_event.id))
        return event(site, code, dated_event)

    monkeypatch.setattr(calendars, "event", noted)
    write_calendars(small, tmp_path)
    assert len(made) == len(set(made)) > 0


def test_the_real_calendars_hold_every_day_that_is_known(real: Site, tmp_path: Path) -> None:
    write_calendars(real, tmp_path)
    for subscription, content in real.graph.contents.items():
        for code in real.languages:
            file = tmp_path / ("" if code == "en" else code) / f"subscribe/{subscription.path}.ics"
            assert file.exists() == bool(content.on_days)
            if content.on_days:
                known = {str(dated_event.id) for dated_event in content.on_days}
                assert {event.uid for event in read(file).events} == known
