"""How texts are written: what an editor is told for each mistake, and what is none."""

import pytest

from tests.support.helpers import Folder
from tests.support.mistakes import (
    WORKSHOP,
    Fine,
    Mistakes,
    assert_fine,
    assert_told,
)

MISTAKES: Mistakes = {
    "a Cyrillic letter in a Latin word": (
        WORKSHOP, "en: Example Workshop", "en: Example Wоrkshop",
        "data/projects/workshop.yml:1:8: MZ701 “Wоrkshop” mixes Latin letters with letters of another "
        "alphabet that look the same — ",
    ),
    "a Latin letter in a translation": (
        "translations/ru.po", "Пример мастерской", "Пpимер мастерской",
        "data/translations/ru.po:20:1: MZ701 “Пpимер” mixes Latin letters",
    ),
    "Chinese under English": (
        WORKSHOP, "en: Example Workshop", "en: 示例工坊",
        "data/projects/workshop.yml:1:8: MZ702 “示例工坊” stands under “en”, and is not, or hardly, in "
        "Latin letters — ",
    ),
    "an untranslated sentence": (
        "translations/ru.po", "Мастерская Лу Баня в той же деревне\u00a0— другая.",
        "The Luban Workshop in the same village is another one.",
        "data/translations/ru.po:24:1: MZ702 “The Luban Workshop in the same village is another one.” "
        "stands under “ru”",
    ),
    "a tag": (
        WORKSHOP, "en: Example Workshop", 'en: "Example<br/>Workshop"',
        "data/projects/workshop.yml:1:8: MZ703 “<br” is HTML, and would be shown as it stands — "
        "write plain text",
    ),
    "a tag in a translation": (
        "translations/ru.po", "Пример мастерской", "<script>alert(1)</script>",
        "data/translations/ru.po:20:1: MZ703 “<script” is HTML",
    ),
    "an entity": (
        "partners/example-college.yml", "en: Example College", "en: Example&nbsp;College",
        "data/partners/example-college.yml:1:8: MZ703 “&nbsp;” is an HTML code for a character",
    ),
    "a link in Markdown": (
        "programmes/growing.yml", "en: Write to the office.", 'en: "[Write](javascript:alert(1))"',
        "data/programmes/growing.yml:21:15: MZ703 “](javascript:alert(1))” is Markdown",
    ),
    "a long name": (
        WORKSHOP, "zh: 示例工坊", "zh: " + "示例工坊" * 16,
        "data/projects/workshop.yml:1:30: MZ704 “name” has 64 characters; more than 60 are hard to "
        "read there — ",
    ),
    "two spaces": (
        WORKSHOP, "en: Example Workshop", "en: Example  Workshop",
        "data/projects/workshop.yml:1:8: MZ705 two spaces follow on “Example” — keep one",
    ),
    "an empty line behind a text": (
        "topics/mozi-workshop.yml", "summary: {en: Colleges abroad., zh: 海外学院。}",
        "summary:\n  en: |\n    Colleges abroad.\n  zh: 海外学院。",
        "data/topics/mozi-workshop.yml:5:3: MZ705 the text begins or ends with a space or an empty "
        "line — ",
    ),
    "a text still to be written": (
        WORKSHOP, "zh: 示例工坊", "zh: （待补充）",
        "data/projects/workshop.yml:1:30: MZ706 “待补充” stands for a text that is still to be written"
        " — ",
    ),
}  # fmt: skip

FINE: Fine = {
    "alphabets side by side": [
        (WORKSHOP, "ru: Худжанд", "ru: IT-Худжанд 5 μm"),
        (WORKSHOP, "zh: 示例工坊", "zh: BIM 示例工坊Худжанд"),
    ],
    "a Chinese name in an English text": [
        (WORKSHOP, "en: Example Workshop", "en: 城市金融报 (e-paper)"),
    ],
    "a name in Latin letters": [
        (WORKSHOP, "zh: 示例工坊", "zh: Example School of Arts"),
        ("translations/ru.po", "Пример мастерской", "example.org"),
    ],
    "a number for a text": [
        ("programmes/growing.yml", "{en: Soil, zh: 土壤}", '{en: "2025", zh: "2025"}'),
    ],
    "signs that are no markup": [
        (WORKSHOP, "en: Example Workshop", 'en: "R&D; 2 < 3 > 1 * [2023](208) **"'),
    ],
    "joiners and marks in scripts that need them": [
        (WORKSHOP, "ru: Худжанд", "fa: می\u200cخواهم, ar: ورشة\u200f!"),
    ],
    "a long title, word for word": [
        ("sources/mirror.yml", "title: 工坊签约", "title: " + "工坊签约" * 100),
    ],
    "a word that holds a sign of unfinished texts": [
        (WORKSHOP, "ru: Худжанд", "es: MÉTODO"),
    ],
}  # fmt: skip


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told(folder: Folder, name: str) -> None:
    assert_told(folder, MISTAKES[name])


@pytest.mark.parametrize("name", FINE)
def test_no_mistake_is_told(folder: Folder, name: str) -> None:
    assert_fine(folder, FINE[name])
