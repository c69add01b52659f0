"""How wide texts are, and where they are cut and broken."""

import pytest
from mozi.languages.text_width import shorten, text_width, wrap


@pytest.mark.parametrize(
    ("text", "width"), [("", 0), ("Ghana", 5), ("墨子工坊", 8), ("موقَّع", 4), ("Хуҷанд", 6)]
)
def test_chinese_takes_two_columns_and_accents_none(text: str, width: int) -> None:
    assert text_width(text) == width


@pytest.mark.parametrize(
    ("text", "most", "short"),
    [
        ("as long as this", 15, "as long as this"),
        ("one word too many", 15, "one word too…"),
        ("Status: signed. Partners, sources", 25, "Status: signed. Partners…"),
        ("incomprehensibilities", 10, "incompreh…"),
        ("国外墨子工坊登记册", 12, "国外墨子工…"),
        ("", 5, ""),
    ],
)
def test_what_does_not_fit_ends_with_a_word_and_dots(text: str, most: int, short: str) -> None:
    assert shorten(text, most) == short
    assert text_width(short) <= most


@pytest.mark.parametrize(
    ("text", "most", "lines"),
    [
        ("", 9, [""]),
        ("one two three", 7, ["one two", "three"]),
        ("an incomprehensibility", 9, ["an", "incomprehensibility"]),
        ("国外墨子工坊登记册", 8, ["国外墨子", "工坊登记", "册"]),
        ("国外墨子，工坊。", 8, ["国外墨", "子，工", "坊。"]),
    ],
)
def test_lines_are_broken_between_words_or_chinese_characters(
    text: str, most: int, lines: list[str]
) -> None:
    assert wrap(text, most) == lines
