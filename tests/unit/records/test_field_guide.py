"""The guide for editors: every field of every model, in both languages, with examples that fit."""

import inspect
from typing import Annotated, Any

import pytest
from mozi.records import models, values
from mozi.records.field_guide import guide_of, guide_of_field, read_guide
from mozi.records.values import Model, Ref, walk
from mozi.store import record_store as store
from mozi.store.loading import load_store
from pydantic import TypeAdapter
from pydantic.fields import FieldInfo

from tests.support.helpers import ROOT

MODELS: dict[str, type[Model]] = {
    name: model
    for module in (values, models, store)
    for name, model in inspect.getmembers(module, inspect.isclass)
    if issubclass(model, Model) and model not in (Model, models.Record) and "[" not in name
}
FIELDS = [
    (name, field)
    for name, model in MODELS.items()
    for field in model.model_fields
    if field in inspect.get_annotations(model)
]
EXAMPLES = [
    (name, field) for name, field in FIELDS if read_guide()[name].fields[field].example is not None
]


def checked(model: type[Model], field: str) -> Any:
    """The example of a field as its model reads it."""
    info: FieldInfo = model.model_fields[field]
    annotation: Any = Annotated[info.annotation, info]
    return TypeAdapter(annotation).validate_python(guide_of_field(model, field).example)


def test_every_model_is_in_the_guide_and_the_reverse() -> None:
    assert sorted(read_guide()) == sorted(MODELS)


def test_every_field_is_in_the_guide_and_the_reverse() -> None:
    for name, field in FIELDS:
        assert field in read_guide()[name].fields, (name, field)
    for name, chapter in read_guide().items():
        assert set(chapter.fields) <= set(MODELS[name].model_fields), name


@pytest.mark.parametrize(("name", "field"), EXAMPLES)
def test_an_example_fits_its_field(name: str, field: str) -> None:
    checked(MODELS[name], field)


def test_examples_name_records_and_entries_that_exist() -> None:
    read = load_store(ROOT)
    for name, field in EXAMPLES:
        for _, value in walk(checked(MODELS[name], field)):
            if isinstance(value, Ref):
                folder, _, vocabulary = value.kind.partition("/")
                known = read.vocabularies[vocabulary] if vocabulary else read.records[folder]
                assert value in known, (name, field, value)


def test_every_field_that_must_be_filled_in_has_an_example() -> None:
    for name, field in FIELDS:
        required = MODELS[name].model_fields[field].is_required()
        assert not required or (name, field) in EXAMPLES or name == "Claim", (name, field)


def test_texts_are_one_line_in_the_script_of_their_language() -> None:
    texts = [text for chapter in read_guide().values() for text in (chapter.title, chapter.text)]
    for chapter in read_guide().values():
        texts += [text for e in chapter.fields.values() for text in (e.title, e.text)]
    for text in texts:
        assert "\n" not in text.en + text.zh
        assert not any("\u4e00" <= letter <= "\u9fff" for letter in text.en), text.en
        assert any("\u4e00" <= letter <= "\u9fff" for letter in text.zh), text.zh


def test_a_field_is_explained_by_its_own_model_or_by_the_base_it_comes_from() -> None:
    assert guide_of_field(models.Status, "as_of").example == "2024-09"
    assert guide_of_field(models.Status, "note").title.en == "Note"
    assert guide_of(values.Claim[str]).title.en == "Value with its sources"
