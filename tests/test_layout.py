"""Layout: what is untidy in a text and where, and the order of keys."""

import pytest
from mozi import layout
from mozi.records import Project


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
    assert list(layout.flaws(text)) == found


def test_a_text_without_its_flaws_has_none() -> None:
    text = "\ufeffa: 1 \r\n\r\nb: 2\t\r"
    for step in layout.STEPS.values():
        text = step(text)
    assert text == "a: 1\n\nb: 2\n"
    assert not list(layout.flaws(text))


def test_keys_in_order() -> None:
    keys = ["facts", "country", "name", "checked", "cite"]
    assert layout.in_order(Project, keys) == ["name", "cite", "checked", "country", "facts"]


@pytest.mark.parametrize(
    ("keys", "found"),
    [
        (["name", "cite", "checked", "country"], None),
        (["name", "checked", "cite", "country"], ("cite", "checked")),
        (["name", "cite", "country", "checked"], ("checked", "country")),
    ],
)
def test_a_misplaced_key(keys: list[str], found: tuple[str, str] | None) -> None:
    assert layout.misplaced(Project, keys) == found
