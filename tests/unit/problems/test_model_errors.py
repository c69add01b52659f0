"""What pydantic refuses, in an editor's words: nothing of pydantic's own is left."""

import json
from collections.abc import Iterator
from typing import Annotated, Any, Literal

import pydantic
import pytest
from mozi.editing.json_schema import model_schemas
from mozi.problems.model_errors import model_findings
from mozi.problems.problem import Problem
from mozi.problems.report import locate
from mozi.records.values import Model
from pydantic import Field


class Thing(Model):
    number: Annotated[int, Field(gt=0, lt=10)] = 1
    most: Annotated[int, Field(ge=1, le=9)] = 1
    word: Annotated[str, Field(min_length=2, max_length=3, pattern="^[a-z]+$")] = "ab"
    items: Annotated[list[int], Field(max_length=1)] = []
    either: int | float = 1
    choice: Literal["a", "b"] = "a"
    only: Literal["a"] = "a"
    other: Annotated[float, Field(multiple_of=2)] = 2.0


def problems(**data: Any) -> list[Problem]:
    with pytest.raises(pydantic.ValidationError) as refused:
        Thing.model_validate(data)
    return locate(model_findings(refused.value, Thing, "data/x.yml"))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"number": 0}, "MZ207 “number” must be more than 0"),
        ({"number": 10}, "MZ207 “number” must be less than 10"),
        ({"most": 0}, "MZ207 “most” must not be less than 1"),
        ({"most": 10}, "MZ207 “most” must not be more than 9"),
        ({"word": "a"}, "MZ207 “word” must have at least 2 characters"),
        ({"word": "abcd"}, "MZ207 “word” must have at most 3 characters"),
        ({"word": "AB"}, "MZ207 “word” is not written in the form that is needed here"),
        ({"items": [1, 2]}, "MZ207 “items” may have at most 1 items"),
        ({"items": [1.5]}, "MZ206 “items.1” has a value of the wrong kind — write a whole number"),
        ({"either": "1"}, "MZ206 “either” has a value of the wrong kind — write a number"),
        ({"choice": "c"}, "MZ204 “choice” cannot be “c” — write one of: a, b"),
        ({"choice": None}, "MZ206 “choice” has no value"),
        ({"only": "c"}, "MZ204 “only” cannot be “c” — write one of: a"),
        ({"other": 3.0}, "MZ207 “other” has a value that does not fit here"),
    ],
)
def test_each_refusal_is_one_problem(data: dict[str, Any], message: str) -> None:
    (problem,) = problems(**data)
    assert message in str(problem)
    assert problem.text("zh")


def test_a_path_counts_as_people_do_and_names_the_file_s_own_keys() -> None:
    class Box(Model):
        things: list[Thing]

    with pytest.raises(pydantic.ValidationError) as refused:
        Box.model_validate({"things": [{}, {"number": 0}]})
    (problem,) = locate(model_findings(refused.value, Box, "data/x.yml", ("boxes",)))
    assert "“boxes.things.2.number”" in problem.message()


WORDED = {
    "exclusiveMinimum", "exclusiveMaximum", "minimum", "maximum",
    "minLength", "maxLength", "pattern", "minItems", "maxItems",
}  # fmt: skip
UNWORDED = {"multipleOf", "uniqueItems", "minProperties", "maxProperties", "contains"}


def keywords(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        yield from node
    for inner in (
        node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    ):
        yield from keywords(inner)


def test_the_models_set_no_bounds_without_words() -> None:
    used = {word for text in model_schemas().values() for word in keywords(json.loads(text))}
    assert used & WORDED
    assert not used & UNWORDED
