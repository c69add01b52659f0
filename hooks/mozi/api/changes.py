"""The change log of the API: `changes.yml`, written by hand; its first entry gives the version."""

from functools import cache
from pathlib import Path
from typing import Annotated

import pydantic

from mozi import reading
from mozi.values import Day, Model, Text

FILE = Path(__file__).with_name("changes.yml")


class Change(Model):
    """A version, the day since which it holds, and what came with it."""

    version: Annotated[str, pydantic.Field(pattern=r"^1\.\d+\.\d+$")]
    date: Day
    what: Text


@cache
def read() -> list[Change]:
    """Every version, latest first. Raises `pydantic.ValidationError`."""
    data = reading.parse(FILE.read_text(encoding="utf-8"))
    return pydantic.TypeAdapter(list[Change]).validate_python(data)


def version() -> str:
    """The version that holds."""
    return read()[0].version
