"""Examples of how to use the data."""

from dataclasses import dataclass

from mozi.presentation.components.section import Section


@dataclass(frozen=True)
class Example:
    """Lines to copy: a program, or what to choose and to type."""

    label: str
    code: str


@dataclass(frozen=True)
class Examples(Section):
    """How something is used, in lines to copy."""

    template = "examples"
    items: tuple[Example, ...]
