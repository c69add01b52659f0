"""Records that seem to be one and the same: what an editor is told for each mistake, and what is none."""

import pytest

from tests.support.helpers import Folder
from tests.support.mistakes import (
    Fine,
    Mistakes,
    assert_fine,
    assert_told,
)

MISTAKES: Mistakes = {
    "the name of another partner": (
        "partners/example-college.yml", "en: Example College,", 'en: "The Co, HOST-Instituté",',
        "data/partners/example-host.yml:1:1: MZ316 the name is the same as that of “example-college”, "
        "or differs only in its spelling — ",
    ),
    "the Chinese name of another partner": (
        "partners/example-college.yml", "zh: 示例学院", "zh: 承办 学院",
        "data/partners/example-host.yml:1:1: MZ316 the name is the same as that of “example-college”",
    ),
    "the address of another source": (
        "sources/mirror.yml", "https://lobakashop.com/copy",
        "http://www.College.example/news/?utm_source=chat#top",
        "data/sources/mirror.yml:1:1: MZ317 the address, or title and date, are those of the source "
        "“college-page” — ",
    ),
    "title and date of another source": (
        "sources/mirror.yml", "title: 工坊签约\n", "title: “The Workshop Opens”\ndate: 2024-05-02\n",
        "data/sources/mirror.yml:1:1: MZ317 the address, or title and date, are those of the source "
        "“college-page” — ",
    ),
}  # fmt: skip

FINE: Fine = {
    "names that share most words": [
        ("partners/example-college.yml", "en: Example College", "en: Host Institute and Company"),
    ],
    "pages of one site": [
        ("sources/mirror.yml", "https://lobakashop.com/copy", "https://college.example/news?id=2"),
    ],
}  # fmt: skip


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told(folder: Folder, name: str) -> None:
    assert_told(folder, MISTAKES[name])


@pytest.mark.parametrize("name", FINE)
def test_no_mistake_is_told(folder: Folder, name: str) -> None:
    assert_fine(folder, FINE[name])
