"""Ids that lead nowhere: what an editor is told for each mistake, and what is none."""

import pytest

from tests.support.helpers import Folder
from tests.support.mistakes import (
    WORKSHOP,
    Mistakes,
    assert_told,
)

MISTAKES: Mistakes = {
    "an unknown record": (
        WORKSHOP, "partner: example-college", "partner: exampel-college",
        "data/projects/workshop.yml:13:18: MZ301 there is no “exampel-college” in data/partners — "
        "did you mean “example-college”?",
    ),
    "an unknown vocabulary entry": (
        WORKSHOP, "role: lead", "role: leads",
        "data/projects/workshop.yml:13:6: MZ301 there is no “leads” in data/vocabularies/roles — "
        "did you mean “lead”?",
    ),
    "a term that explains an unknown particular": (
        "vocabularies/glossary.yml", "explains: [lead]", "explains: [leed]",
        "data/vocabularies/glossary.yml:28:14: MZ301 there is no “leed” in "
        "data/vocabularies/particulars — did you mean “lead”?",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told(folder: Folder, name: str) -> None:
    assert_told(folder, MISTAKES[name])
