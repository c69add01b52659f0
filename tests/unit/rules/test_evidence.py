"""How statements are known: what an editor is told for each mistake, and what is none."""

import pytest

from tests.support.helpers import Folder
from tests.support.mistakes import (
    WORKSHOP,
    Mistakes,
    assert_told,
)

MISTAKES: Mistakes = {
    "inferred without a reason": (
        WORKSHOP, "  note: {en: Signed with the first ten., zh: 与首批十个项目同时签约。}\n", "",
        "data/projects/workshop.yml:7:1: MZ305 this is inferred, and nothing says from what — "
        "add a “note” in English and Chinese that gives the reason",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told(folder: Folder, name: str) -> None:
    assert_told(folder, MISTAKES[name])
