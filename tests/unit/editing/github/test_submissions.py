"""Forms and what they come to: new records, changed ones, or what has to be put right."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from mozi.editing.github import forms, submissions
from mozi.editing.github.submissions import Outcome
from mozi.store.loading import load_store
from mozi.store.record_store import Store
from mozi.yaml_text.parse import parse_yaml

from tests.support.helpers import SMALL, Folder
from tests.support.issues import CORRECTION, PROJECT, SOURCE, issue


def take(folder: Folder, form: str, answers: dict[str, str]) -> Outcome:
    return submissions.take(issue(folder, form, answers), load_store(folder.root), "2026-11-23")


# New records -------------------------------------------------------------------------------------


def test_a_project_of_which_little_is_known(folder: Folder) -> None:
    outcome = take(folder, "project", PROJECT)
    assert outcome.files == {
        "data/projects/welding-lusaka.yml": (
            "# yaml-language-server: $schema=../schema/project.schema.json\n"
            "name: {en: Welding Workshop in Lusaka, zh: 卢萨卡焊接工坊}\n"
            "cite: [college-page]\n"
            "checked: 2026-11-23\n"
            "country: tj\n"
            "status: {value: signed, as_of: 2024-09}\n"
            "unpublished: [city, fields, batch, lead, host, enterprise, signing, opening, courses,"
            " student_numbers, equipment, funding, website]\n"
        )
    }
    assert outcome.accepted
    assert "**Thank you. The record `data/projects/welding-lusaka.yml` has been" in outcome.comment
    assert "**谢谢。记录 `data/projects/welding-lusaka.yml` 已写好" in outcome.comment


def test_a_project_with_everything(folder: Folder) -> None:
    outcome = take(
        folder,
        "project",
        {
            **PROJECT,
            "city": "Lusaka\n卢萨卡",
            "fields": "manufacturing",
            "batch": "2",
            "status": "operating",
            "as_of": "2025-09",
            "lead": "example-college",
            "host": "example-host",
            "enterprise": "example-college,example-host",
            "signed": "2024-09-24",
            "opened": "2025",
            "courses": "Three: A, B and C.\n三门课程。",
            "student_numbers": "30.\n30名。",
            "equipment": "A hall.\n一间车间。",
            "funding": "By the enterprise.\n企业出资。",
            "website": "https://lusaka.example/",
            "id": "lusaka",
            "remarks": "By @somebody, see #1",
        },
    )
    assert outcome.files == {
        "data/projects/lusaka.yml": (
            "# yaml-language-server: $schema=../schema/project.schema.json\n"
            "name: {en: Welding Workshop in Lusaka, zh: 卢萨卡焊接工坊}\n"
            "cite: [college-page]\n"
            "checked: 2026-11-23\n"
            "country: tj\n"
            "city: {en: Lusaka, zh: 卢萨卡}\n"
            "fields: [manufacturing]\n"
            "batch: 2\n"
            "roles:\n"
            "  - {role: lead, partner: example-college}\n"
            "  - {role: host, partner: example-host}\n"
            "  - {role: enterprise, partner: example-college}\n"
            "  - {role: enterprise, partner: example-host}\n"
            "status: {value: operating, as_of: 2025-09}\n"
            "milestones:\n"
            "  - {date: 2024-09-24, kind: signed}\n"
            "  - {date: 2025, kind: opened}\n"
            "courses: {en: \"Three: A, B and C.\", zh: 三门课程。}\n"
            "student_numbers: {en: \"30.\", zh: 30名。}\n"
            "equipment: {en: A hall., zh: 一间车间。}\n"
            "funding: {en: By the enterprise., zh: 企业出资。}\n"
            "website: https://lusaka.example/\n"
        )
    }  # fmt: skip
    assert "```text\nBy @somebody, see #1\n```" in outcome.comment


def test_a_source(folder: Folder) -> None:
    answers = {**SOURCE, "title": "We are: open", "date": "2024-05-02", "read": "Half.\n一半。"}
    assert take(folder, "source", answers).files == {
        "data/sources/example-college-2024-05-02.yml": (
            "# yaml-language-server: $schema=../schema/source.schema.json\n"
            'title: "We are: open"\n'
            "gloss: {en: News of the second intake., zh: 关于第二批招生的新闻。}\n"
            "publisher: {en: Example College, zh: 示例学院}\n"
            "language: en\n"
            "type: primary\n"
            "date: 2024-05-02\n"
            "date_from: page\n"
            "url: https://college.example/page\n"
            "read: {en: Half., zh: 一半。}\n"
            "checked: 2026-11-23\n"
        )
    }


def test_a_source_on_a_host_that_readers_are_not_sent_to(folder: Folder) -> None:
    (text,) = take(folder, "source", {**SOURCE, "url": "https://lobakashop.com/b"}).files.values()
    assert "linked: false\n" in text


REFUSED: dict[str, tuple[str, dict[str, str], str]] = {
    "an answer": ("project", {**PROJECT, "city": "Lusaka"}, "- City: two lines are needed"),
    "a rule": (
        "project", {**PROJECT, "website": "ftp://a.example"},
        "- MZ203 “website”: the link “ftp://a.example” begins with “ftp” — write a whole address",
    ),
    "a partner typed by hand": (
        "project", {**PROJECT, "lead": "exampel-college"},
        "- MZ301 there is no “exampel-college” in data/partners — did you mean “example-college”?",
    ),
    "a batch typed by hand": (
        "project", {**PROJECT, "batch": "0"}, "- MZ207 “batch” must not be less than 1",
    ),
    "a batch that is no number": (
        "project", {**PROJECT, "batch": "first"}, "- MZ206 “batch” has a value of the wrong kind",
    ),
    "a source that nobody could find": (
        "source", {key: SOURCE[key] for key in SOURCE if key != "url"},
        "- MZ307 nobody could find this source again",
    ),
    "an id that is taken": (
        "project", {**PROJECT, "id": "workshop"},
        "- Short name for the page's address: there is “workshop” already",
    ),
    "no id": (
        "project", {**PROJECT, "name": "焊接\n卢萨卡焊接"},
        "- Short name for the page's address: no short name can be made",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_has_to_be_put_right_is_said_in_both_languages(folder: Folder, name: str) -> None:
    form, answers, expected = REFUSED[name]
    outcome = take(folder, form, answers)
    assert (outcome.accepted, outcome.files) == (False, {})
    assert expected in outcome.comment
    assert (
        "**Something has to be put right first; nothing has been written yet.**" in outcome.comment
    )
    assert "**请先改正以下内容；目前尚未写入任何记录。**" in outcome.comment


def test_an_id_of_a_record_that_cannot_be_read_is_taken(folder: Folder) -> None:
    folder.write("projects/lusaka.yml", "name: {")
    outcome = take(folder, "project", {**PROJECT, "id": "lusaka"})
    assert "there is “lusaka” already" in outcome.comment


@pytest.mark.parametrize("body", ["", "Please add Ghana", "x" * 65_537])
def test_what_is_no_form_or_too_long(folder: Folder, body: str) -> None:
    outcome = submissions.take(body, load_store(folder.root), "2026-11-23")
    assert (outcome.accepted, outcome.files) == (False, {})
    assert ("choose a form" in outcome.comment) != ("longer than 65536 char" in outcome.comment)


def test_whatever_was_typed_shows_as_typed(folder: Folder) -> None:
    """No name is called, nothing is linked, no markup counts, and the block has one end."""
    nasty = "```\n</details> @team #1 https://evil.example ![x](y)\n````\n# Heading"
    for form, answers in (("project", PROJECT), ("correction", {**CORRECTION, "was": "other"})):
        comment = take(folder, form, {**answers, "remarks": nasty}).comment
        assert f"\n`````text\n{nasty}\n`````\n" in comment


def test_a_comment_is_never_longer_than_github_takes(folder: Folder) -> None:
    answers = {**CORRECTION, "was": "`" * 20_000, "right": "`" * 20_000, "remarks": "`x\n" * 8_000}
    assert len(take(folder, "correction", answers).comment) <= 65_536


# Corrections -------------------------------------------------------------------------------------

WORKSHOP = "data/projects/workshop.yml"

CHANGED: dict[str, tuple[dict[str, str], list[str]]] = {
    "a date found by itself": (
        {}, ["-  - {date: 2023-09, kind: signed, cite: [mirror]}",
             "+  - {date: 2023-09-27, kind: signed, cite: [mirror]}"],
    ),
    "a date as the Chinese page shows it": (
        {"was": "2023年9月", "right": "2023年9月27日"},
        ["-  - {date: 2023-09, kind: signed, cite: [mirror]}",
         "+  - {date: 2023-09-27, kind: signed, cite: [mirror]}"],
    ),
    "with a further source": (
        {"sources": "college-page"},
        ["-  - {date: 2023-09, kind: signed, cite: [mirror]}",
         "+  - {date: 2023-09-27, kind: signed, cite: [mirror, college-page]}"],
    ),
    "a statement that rests on the record's sources": (
        {"was": "2024-05-01", "right": "2024-05-02"},
        ["-  - {date: 2024-05-01, until: 2024-05-02, kind: opened, place: {en: Khujand, zh: 胡占德}}",
         "+  - {date: 2024-05-02, until: 2024-05-02, kind: opened, place: {en: Khujand, zh: 胡占德}, cite: [mirror]}"],
    ),
    "whose source is the record's own": (
        {"was": "2024-05-01", "right": "2024-05-02", "sources": "college-page"},
        ["-  - {date: 2024-05-01, until: 2024-05-02, kind: opened, place: {en: Khujand, zh: 胡占德}}",
         "+  - {date: 2024-05-02, until: 2024-05-02, kind: opened, place: {en: Khujand, zh: 胡占德}}"],
    ),
    "a choice by its name": (
        {"was": "Operating", "right": "已启动"},
        ["-status: {value: operating, as_of: 2025-09-01}",
         "+status: {value: launched, as_of: 2025-09-01, cite: [mirror]}"],
    ),
    "a value written bare": (
        {"was": "Tajikistan", "right": "China"},
        ["-country: tj", "+country: {value: cn, cite: [mirror]}"],
    ),
    "a value written bare that the record's sources state": (
        {"was": "Tajikistan", "right": "China", "sources": "college-page"},
        ["-country: tj", "+country: cn"],
    ),
    "a text in both languages": (
        {"was": "Example Workshop", "right": "The Workshop\n工坊"},
        ["-name: {en: Example Workshop, zh: 示例工坊}",
         "+name: {en: The Workshop, zh: 工坊, cite: [mirror]}"],
    ),
    "a text in one language": (
        {"was": "示例工坊", "right": "工坊"},
        ["-name: {en: Example Workshop, zh: 示例工坊}",
         "+name: {en: Example Workshop, zh: 工坊, cite: [mirror]}"],
    ),
    "a field by its name": (
        {"field": "batch.value", "was": "1", "right": "2"}, ["-  value: 1", "+  value: 2"],
    ),
    "a text by its name": (
        {"field": "city", "was": "Khujand", "right": "Hujand\n苦盏"},
        ["-city: {en: Khujand, zh: 胡占德, ru: Худжанд, tg: Хуҷанд}",
         "+city: {en: Hujand, zh: 苦盏, ru: Худжанд, tg: Хуҷанд, cite: [mirror]}"],
    ),
    "a name in a further language": (
        {"was": "Хуҷанд", "right": "Хӯҷанд"},
        ["-city: {en: Khujand, zh: 胡占德, ru: Худжанд, tg: Хуҷанд}",
         "+city: {en: Khujand, zh: 胡占德, ru: Худжанд, tg: Хӯҷанд, cite: [mirror]}"],
    ),
    "a text without sources of its own": (
        {"was": "The day of the opening", "right": "The first day"},
        ["-cite: [college-page]", "+cite: [college-page, mirror]",
         "-  - point: {en: The day of the opening, zh: 启用日期}",
         "+  - point: {en: The first day, zh: 启用日期}"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CHANGED)
def test_a_correction_that_can_be_made_exactly(folder: Folder, name: str) -> None:
    answers, lines = CHANGED[name]
    before = (folder.root / WORKSHOP).read_text()
    outcome = take(folder, "correction", {**CORRECTION, **answers})
    assert outcome.accepted
    assert list(outcome.files) == [WORKSHOP], outcome.comment
    after = outcome.files[WORKSHOP]
    changed = [f"-{line}" for line in before.splitlines() if line not in after.splitlines()]
    changed += [f"+{line}" for line in after.splitlines() if line not in before.splitlines()]
    assert sorted(changed) == sorted(lines)
    assert all(f"\n{line}\n" in outcome.comment for line in lines)


def test_comments_in_the_record_are_kept(folder: Folder) -> None:
    folder.replace("projects/workshop.yml", "country: tj", "# where\ncountry: tj  # seen")
    folder.replace("projects/workshop.yml", "fields:", "# what\nfields:")
    answers = {**CORRECTION, "was": "Tajikistan", "right": "China"}
    (text,) = take(folder, "correction", answers).files.values()
    assert "# where\ncountry: {value: cn, cite: [mirror]}  # seen\n" in text
    assert "# what\nfields:" in text


def test_a_source_needs_no_source(folder: Folder) -> None:
    answers = {"page": "sources/mirror", "was": "2026-01-31", "right": "2026-02-01"}
    (text,) = take(folder, "correction", answers).files.values()
    assert text.endswith("checked: 2026-02-01\n")


WHOLE = str(parse_yaml((SMALL / WORKSHOP).read_text(encoding="utf-8")))

BY_HAND: dict[str, tuple[dict[str, str], str]] = {
    "without a source": ({"sources": "_No response_"}, "No source was named"),
    "what stands there twice": ({"was": "Khujand"}, "more than one place"),
    "what stands nowhere": ({"was": "Худжанд, город"}, "no value that reads exactly so"),
    "the whole record": ({"was": WHOLE}, "no value that reads exactly so"),
    "a field there is not": ({"field": "milestones.9.date"}, "no such place"),
    "a path out of the record": ({"field": "../../etc"}, "no such place"),
    "something else there": ({"field": "milestones.1.date"}, "Something else stands"),
    "the same again": ({"right": "2023-09"}, "says so already"),
    "two lines for a date": ({"right": "2023\n2024"}, "do not say exactly"),
    "words for a date": ({"right": "in spring"}, "do not say exactly"),
    "one line for two texts": (
        {"field": "name", "was": "Example Workshop", "right": "A"}, "do not say exactly",
    ),
    "three lines for two texts": (
        {"was": "Example Workshop", "right": "A\nB\nC"}, "do not say exactly",
    ),
    "a choice there is not": ({"was": "Operating", "right": "Very good!"}, "do not say exactly"),
    "a whole list": ({"field": "fields", "was": "horticulture", "right": "logistics"}, "Something"),
    "an item of a list that is a single claim": (
        {"field": "fields.1", "was": "Horticulture", "right": "logistics"}, "do not say",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BY_HAND)
def test_a_correction_that_is_left_to_people(folder: Folder, name: str) -> None:
    answers, why = BY_HAND[name]
    outcome = take(folder, "correction", {**CORRECTION, **answers})
    assert (outcome.accepted, outcome.files) == (True, {})
    assert why in outcome.comment
    assert "Somebody will look at `data/projects/workshop.yml`" in outcome.comment
    assert "```text\nmirror\n```" in outcome.comment or "sources" in answers


def test_a_correction_that_breaks_a_rule_is_not_made(folder: Folder) -> None:
    answers = {**CORRECTION, "was": "Operating", "right": "no-such-status"}
    outcome = take(folder, "correction", answers)
    assert (outcome.accepted, outcome.files) == (False, {})
    assert "- MZ301 there is no “no-such-status” in data/vocabularies/statuses" in outcome.comment


def test_a_problem_that_was_there_before_does_not_stop_a_correction(folder: Folder) -> None:
    folder.replace("projects/workshop.yml", "enterprise, ", "")
    assert take(folder, "correction", CORRECTION).accepted


# Anything ----------------------------------------------------------------------------------------

_LINES = some.sampled_from(
    [f"### {q.heading}" for form in forms.read_forms().values() for q in form.questions.values()]
    + ["", "_No response_", "tj", "Tajikistan / 塔吉克斯坦 [tj]", "2024-09", "示例", "Example", "```",
       "projects/workshop", "2023-09", "mirror", "https://college.example/news", "signed", "en"]
)  # fmt: skip


@given(some.lists(_LINES | some.text(max_size=20), max_size=60), some.sampled_from(["\n", "\r\n"]))
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_the_issue_says_there_is_an_answer(
    small_store: Store, lines: list[str], end: str
) -> None:
    for first in forms.read_forms().values():
        heading = f"### {next(iter(first.questions.values())).heading}"
        outcome = submissions.take(end.join([heading, *lines]), small_store, "2026-11-23")
        assert outcome.accepted or not outcome.files
        assert len(outcome.comment) <= 65_536
        assert all(file.startswith("data/") and ".." not in file for file in outcome.files)


@pytest.fixture(scope="module")
def small_store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return load_store(Folder(tmp_path_factory.mktemp("forms") / "project").root)
