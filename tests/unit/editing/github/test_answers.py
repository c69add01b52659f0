"""Answers read from an issue, whatever was typed or pasted there."""

from typing import Any

import pytest
from mozi.editing.github import answers, forms
from mozi.editing.github.answers import Answers
from mozi.store.loading import load_store

from tests.support.helpers import Folder
from tests.support.issues import CORRECTION, PROJECT, SOURCE, issue


def read(folder: Folder, form: str, given: dict[str, str]) -> Answers:
    found = answers.read_answers(issue(folder, form, given), load_store(folder.root))
    assert found is not None
    return found


def complaints(folder: Folder, form: str, given: dict[str, str]) -> list[str]:
    return [complaint.text("en") for complaint in read(folder, form, given).complaints]


@pytest.mark.parametrize(
    ("form", "given"), [("project", PROJECT), ("source", SOURCE), ("correction", CORRECTION)]
)
def test_each_form_is_known_by_itself(folder: Folder, form: str, given: dict[str, str]) -> None:
    found = read(folder, form, given)
    assert (found.name, found.complaints) == (form, [])
    assert found.by_question.keys() == given.keys()


@pytest.mark.parametrize(
    "body", ["", "Hello", "### Country / 国家\n\nx", "> ### Name\n", "\n" * 99]
)
def test_what_is_no_form(folder: Folder, body: str) -> None:
    assert answers.read_answers(body, load_store(folder.root)) is None


def test_what_was_not_answered_is_left_out_and_missed_where_it_is_needed(folder: Folder) -> None:
    assert complaints(folder, "project", {**PROJECT, "name": "_No response_", "city": ""}) == [
        "Name of the workshop: an answer is needed"
    ]
    without = {key: value for key, value in PROJECT.items() if key != "country"}
    assert complaints(folder, "project", {**without, "batch": "None"}) == [
        "Country: an answer is needed"
    ]


READ: dict[str, tuple[str, str, Any]] = {
    "two lines": ("city", "Khujand\n\n  胡占德 ", {"en": "Khujand", "zh": "胡占德"}),
    "Chinese first": ("city", "胡占德\nKhujand", {"en": "Khujand", "zh": "胡占德"}),
    "two lines without Chinese": ("city", "Khujand\nHujand", {"en": "Khujand", "zh": "Hujand"}),
    "Chinese words in both": ("city", "A (一)\n二", {"en": "A (一)", "zh": "二"}),
    "other line ends": ("city", "Khujand\r\n胡占德\r\n", {"en": "Khujand", "zh": "胡占德"}),
    "a code fence": ("city", "```text\nKhujand\n胡占德\n```", {"en": "Khujand", "zh": "胡占德"}),
    "pasted spaces": ("city", "\u200bOld\u00a0town\ufeff\n旧\u3000城", {"en": "Old town", "zh": "旧\u3000城"}),
    "a heading in an answer": ("remarks", "### Why\n\nSo.", "### Why\n\nSo."),
    "a year": ("signed", "2024", 2024),
    "a month": ("signed", "2024-9", "2024-09"),
    "a day": ("signed", "2024/9/4", "2024-09-04"),
    "a Chinese day": ("signed", "2024年9月24日", "2024-09-24"),
    "a Chinese month": ("signed", "2024年9月", "2024-09"),
    "a Chinese year": ("signed", "2024年", 2024),
    "a link in brackets": ("website", "<https://a.example/>", "https://a.example/"),
    "a choice": ("country", "tj", "tj"),
    "several choices": ("fields", "railway-engineering,horticulture", ["railway-engineering", "horticulture"]),
    "an id typed by hand": ("host", "example-host", ["example-host"]),
    "a source's address": ("sources", "http://www.college.example/news/#top", ["college-page"]),
    "a source's page": ("sources", "- https://site.example/ru/sources/mirror/", ["mirror"]),
    "a source's id, twice": ("sources", "mirror\ncollege-page\nmirror", ["mirror", "college-page"]),
    "an id": ("id", "lusaka-welding", "lusaka-welding"),
}  # fmt: skip


@pytest.mark.parametrize("name", READ)
def test_an_answer(folder: Folder, name: str) -> None:
    key, words, value = READ[name]
    found = read(folder, "project", {**PROJECT, key: words})
    assert found.complaints == []
    assert found.by_question[key] == value


REFUSED: dict[str, tuple[str, str, str]] = {
    "one line": ("city", "Khujand", "City: two lines are needed, the first in English"),
    "three lines": ("city", "a\nb\nc", "City: two lines are needed"),
    "a date that no calendar has": ("signed", "2024-13", "Signed on: “2024-13” is no date"),
    "a date in words": ("signed", "last May", "Signed on: “last May” is no date"),
    "digits of another script": ("signed", "٢٠٢٤", "Signed on: “٢٠٢٤” is no date"),
    "two lines for one": ("website", "https://a.example\nb", "Official website: write it in one line"),
    "no choice of the list": ("country", "Utopia or so", "Country: “Utopia or so” is not on the list"),
    "two choices for one": ("country", "tj,cn", "Country: “Tajikistan"),
    "what is not on the list": ("lead", forms.NOT_LISTED, "Lead institution: what is not on the list"),
    "not on the list, among others": ("lead", f"example-college,{forms.NOT_LISTED}", "Lead institution: what is not"),
    "an unknown source": ("sources", "https://a.example/", "Sources: no source of this site has the address"),
    "no address": ("sources", "https://[a", "Sources: no source of this site has"),
    "a path for an id": ("id", "../../etc/passwd", "Short name for the page's address: “../../etc/passwd” cannot"),
    "a reserved id": ("id", "index", "Short name for the page's address: “index” cannot be used"),
    "a long id": ("id", "a" * 61, "Short name for the page's address: “aaa"),
    "capital letters": ("id", "Lusaka", "Short name for the page's address: “Lusaka” cannot"),
    "a control character": ("city", "Khu\x1bjand\n胡", "City: there is an invisible character, U+001B"),
    "text that runs backwards": ("city", "Khu\u202ejand\n胡", "City: there is an invisible character, U+202E"),
    "half a character": ("city", "Khu\ud800jand\n胡", "City: there is an invisible character, U+D800"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_an_answer_that_cannot_be_used(folder: Folder, name: str) -> None:
    key, words, expected = REFUSED[name]
    found = read(folder, "project", {**PROJECT, key: words})
    assert key not in found.by_question
    (complaint,) = found.complaints
    assert complaint.text("en").startswith(expected)
    assert complaint.text("zh") != complaint.text("en")


def test_a_heading_typed_into_an_answer_is_found_out(folder: Folder) -> None:
    """Who reads the issue sees the first, and the record must not say the second."""
    heading = forms.read_forms()["project"].questions["country"].heading
    found = read(folder, "project", {**PROJECT, "remarks": f"x\n\n### {heading}\n\n[cn]"})
    assert [complaint.text("en") for complaint in found.complaints] == [
        "Country: this heading stands here twice — take it out of your answers"
    ]
    assert "country" not in found.by_question


PAGES = {
    "https://site.example/projects/workshop/": ("projects", "workshop"),
    "https://college.example/site/zh/partners/example-host/?a=b#c": ("partners", "example-host"),
    "data/sources/mirror.yml": ("sources", "mirror"),
    "projects/workshop": ("projects", "workshop"),
}


@pytest.mark.parametrize("address", PAGES)
def test_the_page_of_a_record(folder: Folder, address: str) -> None:
    assert (
        read(folder, "correction", {**CORRECTION, "page": address}).by_question["page"]
        == PAGES[address]
    )


@pytest.mark.parametrize(
    "address",
    ["https://site.example/about/", "projects/nowhere", "workshop", "../projects/../x", "/"],
)
def test_a_page_that_is_no_record(folder: Folder, address: str) -> None:
    (complaint,) = complaints(folder, "correction", {**CORRECTION, "page": address})
    assert complaint.startswith("Which page is wrong?: “")
