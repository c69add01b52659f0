"""Fields that nobody has published: what an editor is told for each mistake, and what is none."""

import pytest

from tests.support.helpers import Folder
from tests.support.mistakes import (
    WORKSHOP,
    Mistakes,
    assert_told,
)

MISTAKES: Mistakes = {
    "a hole": (
        WORKSHOP, "unpublished: [enterprise, ", "unpublished: [",
        "data/projects/workshop.yml:28:1: MZ302 “enterprise” is neither given nor said to be "
        "unpublished — add it, or add “enterprise” to the list “unpublished”",
    ),
    "given and called unpublished": (
        WORKSHOP, "unpublished: [", "unpublished: [batch, ",
        "data/projects/workshop.yml:28:15: MZ303 “batch” is given, and also said to be unpublished"
        " — remove “batch” from the list “unpublished”",
    ),
    "an unknown particular": (
        WORKSHOP, "funding]", "funding, fundng]",
        "data/projects/workshop.yml:28:73: MZ304 “fundng” is no particular of a record in "
        "data/projects — did you mean “funding”?",
    ),
    "an unpublished particular where there are none": (
        "countries/tj.yml", "point: {lat: 39, lon: 71}", "unpublished: [funding]",
        "data/countries/tj.yml:5:15: MZ304 “funding” is no particular of a record in "
        "data/countries — remove the list “unpublished”, records in this folder have no need of it",
    ),
    "a nameless particular": (
        "vocabularies/particulars.yml", "funding:", "fundings:",
        "data/vocabularies/particulars.yml:1:1: MZ309 the particular “funding” of data/projects "
        "has no name — add “funding: {name: {en: …, zh: …}}”",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told(folder: Folder, name: str) -> None:
    assert_told(folder, MISTAKES[name])
