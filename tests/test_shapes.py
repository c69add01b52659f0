"""What a field asks for, seen from its model."""

import pytest
from mozi import shapes
from mozi.records import Course, Partner, Programme, Project, Source
from mozi.values import CountryId, FieldId, Statement, Text


def test_a_list_of_ids_with_evidence() -> None:
    shape = shapes.of_field(Project, "fields")
    assert (shape.ref, shape.many) == (FieldId, True)
    assert shape.claim is not None
    assert list(shape.claim.model_fields) == ["as_of", "basis", "note", "cite", "value"]


def test_one_id() -> None:
    shape = shapes.of_field(Project, "country")
    assert (shape.ref, shape.many, shape.model) == (CountryId, False, None)


def test_texts_and_lists_of_mappings() -> None:
    assert shapes.of_field(Source, "gloss").model is Text
    assert shapes.of_field(Source, "gloss").claim is None
    assert shapes.of_field(Programme, "outcomes").model is Statement
    assert shapes.of_field(Programme, "courses") == shapes.Shape(Course, many=True)


def test_a_status_is_never_written_alone() -> None:
    shape = shapes.of_field(Project, "status")
    assert shape.claim is None
    assert shape.model is not None


def test_choices() -> None:
    assert shapes.of_field(Project, "batch").choices == (1, 2)
    assert shapes.of_field(Source, "title_from").choices == ("page", "address", "summary")
    assert shapes.of_field(Source, "linked").kind is bool


def test_dates() -> None:
    assert shapes.of_field(Source, "checked").date
    assert shapes.of_field(Source, "date").date
    assert shapes.of_field(Partner, "founded").date
    assert not shapes.of_field(Programme, "isced_f").date


def test_no_such_field() -> None:
    with pytest.raises(KeyError):
        shapes.of_field(Source, "titel")
