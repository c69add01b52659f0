"""YAML to plain data: YAML 1.2 rules, positions, and everything that is refused."""

import pytest
from mozi.yaml_text.parse import (
    MAX_BYTES,
    MAX_DEPTH,
    MAX_VALUES,
    Positions,
    Unreadable,
    decode,
    describe_character,
    misleading_characters,
    parse_yaml,
)


def positions(text: str) -> Positions:
    found = Positions()
    parse_yaml(text, found)
    return found


def test_words_that_yaml_1_1_would_change_stay_words() -> None:
    assert parse_yaml("a: no\nb: 2024-09-24\nc: 12:30:00\nd: on") == {
        "a": "no",
        "b": "2024-09-24",
        "c": "12:30:00",
        "d": "on",
    }


def test_numbers_booleans_and_nothing() -> None:
    assert parse_yaml("[1, -2, 1.5, 1e3, true, False, ~, null, '7', 0812]") == [
        1, -2, 1.5, 1000.0, True, False, None, None, "7", 812,
    ]  # fmt: skip


def test_keys_are_always_text() -> None:
    assert parse_yaml("no: 1\n2024: 2") == {"no": 1, "2024": 2}


def test_every_key_and_item_has_a_position() -> None:
    found = positions("a:\n  - b: 1\n  - {c: 2}\n")
    assert found.of_key(("a",)) == (1, 1)
    assert found.of_key(("a", 0, "b")) == (2, 5)
    assert found.of_key(("a", 1, "c")) == (3, 6)
    assert found.of_value(("a", 1, "c")) == (3, 9)


def test_what_is_not_there_is_located_by_what_holds_it() -> None:
    assert positions("a:\n  b: 1\n").of_key(("a", "b", "value", 0)) == (2, 3)
    assert positions("a: 1").of_key(("z",)) == (1, 1)
    assert positions("?").of_key(("",)) == (1, 2)


@pytest.mark.parametrize(
    ("text", "code", "position"),
    [
        ("a: [1\nb: 2", "MZ103", (2, 2)),
        ("\ta: 1", "MZ103", (1, 1)),
        ("a: 1\n---\nb: 2", "MZ104", (2, 1)),
        ("a: &x 1\nb: *x", "MZ105", (1, 4)),
        ("a: *x", "MZ105", (1, 4)),
        ("a: !!python/object:os.system 1", "MZ106", (1, 4)),
        ("a: 1\nb: 2\na: 3", "MZ107", (3, 1)),
        ("? [a]\n: 1", "MZ103", (1, 3)),
        ("[" * 100_000, "MZ108", (1, MAX_DEPTH + 1)),
        ("a: 1\nb: 工\x00", "MZ103", (2, 5)),
        ("a: " + "9" * 5000, "MZ103", (1, 4)),
        ("a: -1e999", "MZ103", (1, 4)),
        ("a: [\n\n\n", "MZ103", (1, 5)),
        ("a: [" + "1, " * MAX_VALUES, "MZ110", (1, 3 * MAX_VALUES - 4)),
    ],
)
def test_what_a_record_may_not_hold(text: str, code: str, position: tuple[int, int]) -> None:
    with pytest.raises(Unreadable) as refused:
        parse_yaml(text)
    assert (refused.value.code, refused.value.position) == (code, position)


def test_a_bomb_of_aliases_is_refused_at_its_first_anchor() -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"b{i}: &b{i} [*a, *a]\n" for i in range(1000))
    with pytest.raises(Unreadable, match="MZ105"):
        parse_yaml(bomb)


def test_a_byte_order_mark_is_no_content() -> None:
    assert decode(b"\xef\xbb\xbfa: 1") == "a: 1"


@pytest.mark.parametrize(
    ("content", "code", "position"),
    [
        (b"a: 1\nname: " + "工坊".encode("gbk"), "MZ102", (2, 7)),
        ("\ufeff名: ".encode() + b"\xff", "MZ102", (1, 4)),
        (b"a: 1\rb: \xff", "MZ102", (2, 4)),
        ("a: 1\r\nb: x\u2028y".encode(), "MZ103", (2, 5)),
    ],
)
def test_what_is_no_text_is_named_with_its_place(
    content: bytes, code: str, position: tuple[int, int]
) -> None:
    with pytest.raises(Unreadable) as refused:
        decode(content)
    assert (refused.value.code, refused.value.position) == (code, position)


def test_misleading_characters_are_found_where_they_stand() -> None:
    text = "a: b\n# c\u200b \u202ed\ne: ﬁ"
    assert list(misleading_characters(text)) == [
        ((2, 4), "\u200b"),
        ((2, 6), "\u202e"),
        ((3, 4), "ﬁ"),
    ]
    assert describe_character("\u202e") == "U+202E RIGHT-TO-LEFT OVERRIDE"
    assert describe_character("\ue000") == "U+E000"  # private use has no names


@pytest.mark.parametrize(
    "text",
    [
        "é ž Й 墨子，「工坊」１",
        "« 5 % »".replace(" ", "\u202f"),
        "نیم\u200cفاصله",
        "ورشة\u200f 1",
        "ភ\u200bា",
    ],
)
def test_characters_that_a_script_needs_mislead_nobody(text: str) -> None:
    assert list(misleading_characters(text)) == []


def test_too_many_values_are_refused() -> None:
    with pytest.raises(Unreadable, match="MZ110"):
        parse_yaml("a: [" + "0," * MAX_VALUES + "]")
    assert len(parse_yaml("[" + "0," * (MAX_VALUES - 1) + "]")) == MAX_VALUES - 1


def test_a_huge_file_is_refused_before_it_is_parsed() -> None:
    with pytest.raises(Unreadable) as refused:
        decode(b"#" * (MAX_BYTES + 1))
    assert refused.value.code == "MZ101"
