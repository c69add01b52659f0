"""Translations that would break a page: what an editor is told for each mistake, and what is none."""

import pytest

from tests.support.helpers import Folder
from tests.support.mistakes import (
    Mistakes,
    assert_told,
)

MISTAKES: Mistakes = {
    "a percent sign beside a placeholder": (
        "translations/ru.po", 'msgstr[0] "%(num)s проект"', 'msgstr[0] "%(num)s % проект"',
        "data/translations/ru.po:14:1: MZ402 the translation “%(num)s % проект” does not have",
    ),
    "a lost placeholder": (
        "translations/ru.po", 'msgstr[0] "%(num)s проект"', 'msgstr[0] "%(number)s проект"',
        "data/translations/ru.po:14:1: MZ402 the translation “%(number)s проект” does not have the "
        "placeholders of “%(num)s project” — "
        "copy every %(…)s of the English text unchanged",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told(folder: Folder, name: str) -> None:
    assert_told(folder, MISTAKES[name])
