"""Changes to a record's text: the one thing asked for, and every other character as it was."""

from typing import Any

import pytest
from mozi.store.loading import load_store
from mozi.yaml_text.edit import (
    CannotEdit,
    Edit,
    YamlDocument,
    apply_edits,
    compose,
    key_at,
    value_at,
)
from mozi.yaml_text.parse import KeyPath

from tests.support.helpers import ROOT

TEXT = """\
# about 😀 this file
name: {en: "A, b", zh: 示例}   # a note
batch: 1    # why
cite: [one]
milestones:
  - date: 2024   # as far as known
    kind: signed
    what:
      en: Signing
      zh: |-
        签
        约
  - {date: 2025-01, kind: opened, cite: []}
checks:
- x
- y  # last
last: it
"""

REPLACED: dict[str, tuple[KeyPath, Any, str, str]] = {
    "a number": (("batch",), 2, "batch: 1    # why", "batch: 2    # why"),
    "a quoted text": (("name", "en"), "C", '{en: "A, b", zh', "{en: C, zh"),
    "a text in braces with a comma": (("name", "zh"), "甲, 乙", "zh: 示例", 'zh: "甲, 乙"'),
    "a text that YAML would misread": (("last",), "no: it", "last: it", 'last: "no: it"'),
    "a date": (("milestones", 0, "date"), "2024-05", "2024   # as", "2024-05   # as"),
    "lines": (("milestones", 0, "what", "zh"), "签约", "zh: |-\n        签\n        约", "zh: 签约"),
    "an item": (("checks", 1), "z", "- y  # last", "- z  # last"),
    "a bare value by a whole claim": (
        ("batch",), {"value": 2, "cite": ["two"]}, "batch: 1", "batch: {value: 2, cite: [two]}",
    ),
}  # fmt: skip

APPENDED: dict[str, tuple[KeyPath, str, str]] = {
    "in brackets": (("cite",), "[one]", "[one, new]"),
    "in empty brackets": (("milestones", 1, "cite"), "cite: []", "cite: [new]"),
    "below each other": (("checks",), "- y  # last\n", "- y  # last\n- new\n"),
}

ADDED: dict[str, tuple[KeyPath, str, str]] = {
    "in braces": (("name",), "zh: 示例}", "zh: 示例, cite: [new]}"),
    "below each other": (("milestones", 0), "        约\n", "        约\n    cite: [new]\n"),
    "deeper": (("milestones", 0, "what"), "        约\n", "        约\n      cite: [new]\n"),
}


@pytest.mark.parametrize("name", REPLACED)
def test_a_value_is_replaced(name: str) -> None:
    path, value, old, new = REPLACED[name]
    assert old in TEXT
    changed = YamlDocument(TEXT).replaced(path, value)
    assert changed.text == TEXT.replace(old, new)
    assert changed.at(path) == value


@pytest.mark.parametrize("name", APPENDED)
def test_an_item_is_added_to_a_list(name: str) -> None:
    path, old, new = APPENDED[name]
    assert YamlDocument(TEXT).appended(path, "new").text == TEXT.replace(old, new)


@pytest.mark.parametrize("name", ADDED)
def test_a_key_is_added_to_a_mapping(name: str) -> None:
    path, old, new = ADDED[name]
    assert YamlDocument(TEXT).added(path, "cite", ["new"]).text == TEXT.replace(old, new)


def test_the_last_line_needs_no_end() -> None:
    assert YamlDocument("a: b # c").added((), "d", 1).text == "a: b # c\nd: 1"


@pytest.mark.parametrize(
    "path", [("nothing",), ("name",), ("milestones", 2), ("milestones", -1, "date"), ("last", 0)]
)
def test_what_is_no_single_value_is_not_replaced(path: KeyPath) -> None:
    with pytest.raises(CannotEdit):
        YamlDocument(TEXT).replaced(path, "x")


def test_a_key_is_not_added_twice_nor_an_item_to_a_text() -> None:
    with pytest.raises(CannotEdit):
        YamlDocument(TEXT).added((), "cite", [])
    with pytest.raises(CannotEdit):
        YamlDocument(TEXT).appended(("last",), "x")


def test_a_change_that_would_say_something_else_is_refused() -> None:
    """Where the text is written in a way that no record of this project is."""
    with pytest.raises(CannotEdit):
        YamlDocument("cite: [one, ]").appended(("cite",), "two")


def test_values_of_every_project_can_be_replaced() -> None:
    """Whatever style the records are written in: every eleventh value of each."""
    for record in load_store(ROOT).each("projects"):
        text = (ROOT / record.file).read_text(encoding="utf-8")
        document = YamlDocument(text)
        for path in document.single[::11]:
            changed = document.replaced(path, "new, and: quite # another")
            assert changed.at(path) == "new, and: quite # another"
            assert changed.text.count("#") == text.count("#") + 1


NODES = """\
# 墨子
name: {en: Workshop, zh: 墨子工坊}
country: tj
roles:
  - role: lead
    partner: "college"
"""


def shown(path: KeyPath) -> tuple[str, str]:
    """The key and the value at `path`, as they stand in the text."""
    found = key_at(compose(NODES), path), value_at(compose(NODES), path)
    key, value = (NODES[n.start_mark.index : n.end_mark.index] if n else "" for n in found)
    return key, value


def test_what_stands_at_a_path() -> None:
    assert shown(("name", "zh")) == ("zh", "墨子工坊")
    assert shown(("roles", 0, "partner")) == ("partner", '"college"')


def test_a_claim_that_is_its_value_alone() -> None:
    assert shown(("country", "value")) == ("", "tj")


def test_a_path_that_leads_nowhere() -> None:
    assert shown(("city",)) == shown(("roles", 1)) == shown(("country", "note")) == ("", "")


def test_edits_are_all_about_the_text_before() -> None:
    assert (
        apply_edits("abc def", [Edit(0, 3, "x"), Edit(4, 4, "long "), Edit(6, 7, "")])
        == "x long de"
    )
