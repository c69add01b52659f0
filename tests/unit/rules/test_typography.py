"""Spaces, dashes and punctuation marks: what an editor is told for each language, and what is fine."""

import pytest

from tests.support.helpers import Folder
from tests.support.mistakes import WORKSHOP, Fine, Mistakes, assert_fine, assert_told

FR, RU, AR = (f"translations/{code}.po" for code in ("fr", "ru", "ar"))
FRENCH, RUSSIAN, ARABIC = "Non publié", "Пример мастерской", "غير منشور"
CHINESE = "zh: 示例工坊"

MISTAKES: Mistakes = {
    "a plain space before a French question mark": (
        FR, FRENCH, "Publié ?",
        "data/translations/fr.po:7:1: MZ707 before “;”, “!” or “?” there is no narrow no-break space "
        "(U+202F) in “Publié ?” — run “mozi fix”",
    ),
    "no space before a French colon": (
        FR, FRENCH, "Publié: non",
        "data/translations/fr.po:7:1: MZ707 before the colon there is no no-break space",
    ),
    "no space inside French quotation marks": (
        FR, FRENCH, "«Publié»",
        "data/translations/fr.po:7:1: MZ707 inside « » there is no no-break space",
    ),
    "a straight French apostrophe": (
        FR, FRENCH, "N'est pas publié",
        "data/translations/fr.po:7:1: MZ707 the apostrophe in “N'est pas publié” is straight — write ’",
    ),
    "a hyphen for a Russian dash": (
        RU, RUSSIAN, "Пример - мастерская",
        "data/translations/ru.po:20:1: MZ708 in “Пример - мастерская”, no long dash",
    ),
    "a Russian ё": (
        RU, RUSSIAN, "Ещё мастерская",
        "data/translations/ru.po:20:1: MZ708 “Ещё мастерская” has a ё",
    ),
    "a per cent sign close to a Russian number": (
        RU, RUSSIAN, "85% мастерской",
        "data/translations/ru.po:20:1: MZ708 before the per cent sign",
    ),
    "a Latin comma between Arabic words": (
        AR, ARABIC, "غير, منشور",
        "data/translations/ar.po:7:1: MZ709 a Latin mark stands beside Arabic words in “غير, منشور” — "
        "write ، ؛ or ؟",
    ),
    "a Latin word close to Chinese": (
        WORKSHOP, CHINESE, "zh: BIM示例工坊",
        "data/projects/workshop.yml:1:30: MZ710 between Chinese and Latin words there is no space in "
        "“BIM示例工坊”, or one beside a number",
    ),
    "a space between a number and Chinese": (
        WORKSHOP, CHINESE, "zh: 2024 示例工坊",
        "data/projects/workshop.yml:1:30: MZ710 between Chinese and Latin words",
    ),
    "a half-width mark in Chinese": (
        WORKSHOP, CHINESE, "zh: 示例!工坊",
        "data/projects/workshop.yml:1:30: MZ710 a half-width mark stands behind Chinese in “示例!工坊”",
    ),
    "a space behind a full-width mark": (
        WORKSHOP, CHINESE, "zh: 示例。 工坊",
        "data/projects/workshop.yml:1:30: MZ710 a space follows on a full-width mark in “示例。 工坊”",
    ),
}  # fmt: skip

FINE: Fine = {
    "French as it is typeset": [(FR, FRENCH, "«\u00a0Publié\u00a0»\u00a0: l’est-il\u202f?")],
    "Russian as it is typeset": [(RU, RUSSIAN, "Пример\u00a0— 85\u00a0% мастерской")],
    "Arabic as it is typeset": [(AR, ARABIC, "غير، منشور؟")],
    "Chinese as it is typeset": [(WORKSHOP, CHINESE, "zh: 2024年的 BIM 示例工坊，10:30开始。")],
    "a title, word for word": [("sources/mirror.yml", "title: 工坊签约", "title: BIM工坊签约, 2024 年")],
    "a name, word for word": [("partners/example-host.yml", "text: Host Academy, language: en",
                               "text: Ещё одна академия, language: ru")],
    "an official name in its own language": [(WORKSHOP, "ru: Худжанд", "ru: Худжанд - город")],
    "English": [(WORKSHOP, "en: Example Workshop", "en: Example Workshop - why?")],
}  # fmt: skip


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told(folder: Folder, name: str) -> None:
    assert_told(folder, MISTAKES[name])


@pytest.mark.parametrize("name", FINE)
def test_no_mistake_is_told(folder: Folder, name: str) -> None:
    assert_fine(folder, FINE[name])
