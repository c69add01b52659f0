"""What pages are expected to say: given, named as unpublished, or an error."""

from typing import Any

import pytest
from mozi.records.completeness import (
    REQUIRED_FIELDS,
    Known,
    State,
    contradicted_fields,
    known,
    missing_fields,
    unpublished_fields,
)
from mozi.records.models import Programme, Project
from mozi.site.site import Site


def test_the_must_have_fields_of_a_programme_page() -> None:
    assert set(REQUIRED_FIELDS["programmes"]) == {
        "authoritative_language", "official_page", "isced_f", "languages", "outcomes",
        "qualification", "level", "length", "workload", "admission", "application", "deadline",
        "fees", "intakes", "mode", "location",
    }  # fmt: skip


def test_a_full_programme_leaves_no_hole(small: Site) -> None:
    assert missing_fields(small.graph.all_of(Programme)[0]) == []


@pytest.mark.parametrize("name", REQUIRED_FIELDS["programmes"])
def test_each_field_of_a_programme_is_missed_when_it_goes(small: Site, name: str) -> None:
    programme = small.graph.all_of(Programme)[0]
    gone: dict[str, dict[str, Any]] = {
        "deadline": {"intakes": []},
        "fees": {"fees": [], "intakes": []},
        "languages": {"languages": None, "intakes": []},
        "location": {"location": None, "intakes": []},
    }
    nothing: Any = [] if isinstance(getattr(programme, name, None), list) else None
    empty = gone.get(name, {name: nothing})
    assert name in missing_fields(programme.model_copy(update=empty))


def test_fees_may_be_those_of_intakes(small: Site) -> None:
    programme = small.graph.all_of(Programme)[0]
    intake = programme.intakes[0].model_copy(update={"fees": programme.fees})
    moved = programme.model_copy(update={"fees": [], "intakes": [intake]})
    assert "fees" not in missing_fields(moved)
    half = moved.model_copy(update={"intakes": [intake, programme.intakes[0]]})
    assert "fees" not in missing_fields(half)
    assert known(half, "fees") == Known(state=State.PARTLY, given=1, of=2)


def test_what_one_intake_gives_is_not_unpublished(small: Site) -> None:
    programme = small.graph.all_of(Programme)[0]
    intake = programme.intakes[0].model_copy(update={"fees": programme.fees})
    claimed = programme.model_copy(
        update={"fees": [], "intakes": [intake, programme.intakes[0]], "unpublished": ["fees"]}
    )
    assert contradicted_fields(claimed) == ["fees"]
    assert unpublished_fields(claimed) == []
    assert known(claimed, "fees").state is State.PARTLY


def test_a_field_that_is_neither_given_nor_named_is_open(small: Site) -> None:
    programme = small.graph.all_of(Programme)[0]
    assert known(programme, "support").state is State.OPEN
    named = programme.model_copy(update={"unpublished": ["support"]})
    assert known(named, "support").state is State.UNPUBLISHED


def test_named_as_unpublished_is_no_hole(small: Site) -> None:
    project = small.graph.all_of(Project)[0]
    assert "funding" in project.unpublished
    assert "funding" not in missing_fields(project)


def test_given_and_unpublished_is_a_contradiction(small: Site) -> None:
    project = small.graph.all_of(Project)[0]
    both = project.model_copy(update={"unpublished": ["batch"]})
    assert contradicted_fields(both) == ["batch"]
