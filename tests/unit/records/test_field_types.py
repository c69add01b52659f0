"""What a field asks for, seen from its model."""

import pytest
from mozi.records.field_types import FieldType, field_type, models_within
from mozi.records.models import (
    Course,
    Deadline,
    Fee,
    Intake,
    Milestone,
    Partner,
    Programme,
    Project,
    Source,
    Status,
)
from mozi.records.values import CountryId, FieldId, Statement, Text


def test_a_list_of_ids_with_evidence() -> None:
    shape = field_type(Project, "fields")
    assert (shape.ref, shape.many) == (FieldId, True)
    assert shape.claim is not None
    assert list(shape.claim.model_fields) == ["as_of", "basis", "note", "cite", "value"]


def test_one_id() -> None:
    shape = field_type(Project, "country")
    assert (shape.ref, shape.many, shape.model) == (CountryId, False, None)


def test_texts_and_lists_of_mappings() -> None:
    assert field_type(Source, "gloss").model is Text
    assert field_type(Source, "gloss").claim is None
    assert field_type(Programme, "outcomes").model is Statement
    assert field_type(Programme, "courses") == FieldType(Course, many=True)


def test_a_status_is_never_written_alone() -> None:
    shape = field_type(Project, "status")
    assert shape.claim is None
    assert shape.model is not None


def test_choices() -> None:
    assert field_type(Project, "batch").choices == ()
    assert field_type(Source, "title_from").choices == ("page", "address", "summary")
    assert field_type(Source, "linked").kind is bool


def test_dates() -> None:
    assert field_type(Source, "checked").date
    assert field_type(Source, "date").date
    assert field_type(Partner, "founded").date
    assert not field_type(Programme, "isced_f").date


def test_no_such_field() -> None:
    with pytest.raises(KeyError):
        field_type(Source, "titel")


def test_models_within_a_model_are_found_at_any_depth() -> None:
    within = models_within(Programme)
    assert {Programme, Intake, Deadline, Fee, Text, Status} <= within
    assert Milestone not in within
