"""The change log of the API: `changes.yml`, written by hand; its first entry gives the version."""

from functools import cache
from pathlib import Path
from typing import Annotated

import pydantic

from mozi.records.values import Day, Model, Text
from mozi.yaml_text.parse import parse_yaml

FILE = Path(__file__).with_suffix(".yml")


class Change(Model):
    """A version, the day since which it holds, and what came with it."""

    version: Annotated[str, pydantic.Field(pattern=r"^1\.\d+\.\d+$")]
    date: Day
    what: Text


@cache
def read_changelog() -> list[Change]:
    """Every version, latest first. Raises `pydantic.ValidationError`."""
    data = parse_yaml(FILE.read_text(encoding="utf-8"))
    return pydantic.TypeAdapter(list[Change]).validate_python(data)


def api_version() -> str:
    """The current version of the API, such as `1.2.0`."""
    return read_changelog()[0].version
