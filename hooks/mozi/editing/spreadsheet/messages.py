"""The words of the workbook that no model has, in English and Chinese: `words.yml`."""

from functools import cache
from pathlib import Path

from mozi.problems.rulebook import EditorWords
from mozi.records.field_guide import FieldGuide
from mozi.records.values import Model
from mozi.yaml_text.parse import parse_yaml

FILE = Path(__file__).with_suffix(".yml")

FIRST, LISTS = "Read me 说明", "Lists 列表"
"""The sheets that hold no records: how to fill in the others, and what drop-downs offer."""


class Book(Model):
    """Content of `messages.yml`.

    `steps` open the workbook; `sheets` and `columns` explain those that are not of a model;
    `hints` stand below the explanations of columns; `fixes` take the place of the rulebook's, by
    code, where those speak of lines of a file; `phrases` are what the command says; `example` has rows
    by sheet: key of a column → what stands in the cell.
    """

    steps: list[EditorWords]
    sheets: dict[str, FieldGuide]
    columns: dict[str, FieldGuide]
    hints: dict[str, EditorWords]
    fixes: dict[str, EditorWords]
    phrases: dict[str, EditorWords]
    example: dict[str, list[dict[str, str]]]


@cache
def read_messages() -> Book:
    """Everything in the file. Raises `pydantic.ValidationError` when it is not in order."""
    return Book.model_validate(parse_yaml(FILE.read_text(encoding="utf-8")))
