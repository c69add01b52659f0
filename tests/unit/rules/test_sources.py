"""Sources that readers could not, or should not, open: what an editor is told for each mistake, and what is none."""

import pytest

from tests.support.helpers import Folder
from tests.support.mistakes import (
    Mistakes,
    assert_told,
)

MISTAKES: Mistakes = {
    "a link to a host readers are not sent to": (
        "sources/mirror.yml", "linked: false\n", "",
        "data/sources/mirror.yml:6:1: MZ306 readers are not to be sent to lobakashop.com — "
        "add the line “linked: false”",
    ),
    "a source nobody could find": (
        "sources/college-page.yml", "url: https://college.example/news\n", "",
        "data/sources/college-page.yml:1:1: MZ307 nobody could find this source again — "
        "add its “url”, or say under “read” what was read and why it has no link",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told(folder: Folder, name: str) -> None:
    assert_told(folder, MISTAKES[name])
