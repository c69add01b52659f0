"""The languages on offer: what an editor is told for each mistake, and what is none."""

import pytest

from tests.support.helpers import Folder
from tests.support.mistakes import (
    Mistakes,
    SeveralPlaces,
    assert_told,
    assert_told_alone,
)

MISTAKES: Mistakes = {
    "a fallback that is not on offer": (
        "locales.yml", "fallback: [en], state: draft", "fallback: [tg], state: draft",
        "data/locales.yml:6:32: MZ308 “ru” cannot fall back on “tg” — write one of: ar, en, fr, zh",
    ),
    "no English": (
        "locales.yml", "\nen: {", "\nen-GB: {",
        "data/locales.yml:1:1: MZ308 the language “en” is missing — "
        "every record is written in English and Chinese: add both",
    ),
    "no language": (
        "locales.yml", "\nru: {", "\n../ru: {",
        "data/locales.yml:6:1: MZ308 “../ru” is not a language whose dates and numbers the CLDR has",
    ),
    "a language without dates": (
        "locales.yml", "\nru: {name: Русский,", "\nru: {name: Русский, cldr: tlh,",
        "data/locales.yml:6:21: MZ308 “ru” is not a language whose dates and numbers the CLDR has",
    ),
    "a review without its date": (
        "locales.yml", "ru: {name: Русский, fallback: [en], state: draft}",
        "ru: {name: Русский, fallback: [en], state: reviewed, reviewed_by: {en: A college, zh: 学院}}",
        "data/locales.yml:6:37: MZ318 the language “ru” is called reviewed, and “reviewed_on” is "
        "missing — add “reviewed_on”, or write “state: draft”",
    ),
}  # fmt: skip

SEVERAL_PLACES: SeveralPlaces = {
    "a review that changes have overtaken": (
        [("locales.yml", "state: draft}", "state: reviewed, reviewed_by: {en: A college, zh: 学院}, "
          "reviewed_on: 2026-01-31}"),
         ("translations/ru.po", '\nmsgid "Not published"', '\n#, fuzzy\nmsgid "Not published"')],
        "data/locales.yml:6:37: MZ319 the language “ru” is called reviewed, and only 80 % of its texts "
        "are translated and up to date — translate the rest and have it reviewed",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told(folder: Folder, name: str) -> None:
    assert_told(folder, MISTAKES[name])


@pytest.mark.parametrize("name", SEVERAL_PLACES)
def test_a_mistake_in_several_places_is_told_alone(folder: Folder, name: str) -> None:
    assert_told_alone(folder, SEVERAL_PLACES[name])
