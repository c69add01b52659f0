"""Layout: what is untidy in a text and where, and the order of keys."""

import pytest
from mozi.records.file_format import first_misplaced_key, sorted_keys
from mozi.records.models import Project
from mozi.yaml_text.tidy import STEPS, layout_flaws


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a: 1\nb: 2\n", []),
        ("\ufeffa: 1\n", [("mark", (1, 1))]),
        ("a: 1\r\nb: 2\r\n", [("line-ends", (1, 5))]),
        ("a: 1\rb: 2\r", [("line-ends", (1, 5))]),
        ("a: 1\nb: 工坊 \t\n", [("trailing-blanks", (2, 6))]),
        ("a: 1\n  \nb: 2\n", [("trailing-blanks", (2, 1))]),
        ("a: 1\nb: 2", [("last-line", (2, 5))]),
        ("a: 1\n\n\n", [("last-line", (2, 1))]),
        ("\ufeffa: 1 \r\n", [("mark", (1, 1)), ("line-ends", (1, 6)), ("trailing-blanks", (1, 5))]),
    ],
)
def test_flaws(text: str, found: list[tuple[str, tuple[int, int]]]) -> None:
    assert list(layout_flaws(text)) == found


def test_a_text_without_its_flaws_has_none() -> None:
    text = "\ufeffa: 1 \r\n\r\nb: 2\t\r"
    for step in STEPS.values():
        text = step(text)
    assert text == "a: 1\n\nb: 2\n"
    assert not list(layout_flaws(text))


def test_keys_in_order() -> None:
    keys = ["facts", "country", "name", "checked", "cite"]
    assert sorted_keys(Project, keys) == ["name", "cite", "checked", "country", "facts"]


@pytest.mark.parametrize(
    ("keys", "found"),
    [
        (["name", "cite", "checked", "country"], None),
        (["name", "checked", "cite", "country"], ("cite", "checked")),
        (["name", "cite", "country", "checked"], ("checked", "country")),
    ],
)
def test_a_misplaced_key(keys: list[str], found: tuple[str, str] | None) -> None:
    assert first_misplaced_key(Project, keys) == found
