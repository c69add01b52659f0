"""Scripts of languages and texts, and letters that pass for those of another script."""

import pytest
from mozi.rules.unicode_scripts import (
    NEXT_TO_EACH_OTHER,
    is_mostly_foreign,
    is_written_in,
    mixed_words,
    script_of,
)


@pytest.mark.parametrize(
    ("language", "script"),
    [
        ("en", "LATIN"),
        ("zh", "CJK"),
        ("zh-Hant", "CJK"),
        ("tg", "CYRILLIC"),
        ("uz", "LATIN"),
        ("uz-Cyrl", "CYRILLIC"),
        ("fr-CM", "LATIN"),
        ("ar", "ARABIC"),
        ("km", "KHMER"),
        ("ja", None),  # written in several at once
        ("mn-Mong", None),
        ("", None),
    ],
)
def test_a_language_has_the_script_that_cldr_gives_it(language: str, script: str | None) -> None:
    assert script_of(language) == script


def test_one_letter_of_a_script_is_enough() -> None:
    assert is_written_in("CJK", "BIM 技术")
    assert is_written_in("LATIN", "BIM 技术")
    assert not is_written_in("CYRILLIC", "BIM 技术")
    assert not is_written_in("LATIN", "2025, 5 %")


def test_a_text_is_mostly_foreign_when_few_of_its_letters_are_its_own() -> None:
    assert is_mostly_foreign("LATIN", "沈阳师范大学 (SNU)") is False
    assert is_mostly_foreign("LATIN", "沈阳师范大学新闻 (SNU)") is True
    assert is_mostly_foreign("LATIN", "“5 %”") is False


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Моzi Workshop", ["Моzi"]),  # Cyrillic М and о
        ("Маcтерская Мо-цзы", ["Маcтерская"]),  # Latin c
        ("αcademy", ["αcademy"]),
        ("Mozi Workshop, Мастерская Мо-цзы", []),
        ("墨子Mozi工坊", []),
        ("IT-сектор, 5 μm, 10 kΩ, 3×4, m×n", []),
    ],
)
def test_a_word_has_letters_of_one_alphabet(text: str, words: list[str]) -> None:
    assert mixed_words(text) == words
    assert bool(NEXT_TO_EACH_OTHER.search(text)) == bool(words)
