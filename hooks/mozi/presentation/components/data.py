"""Examples of the use of the data."""

from dataclasses import dataclass

from mozi.presentation.components.section import Section


@dataclass(frozen=True)
class Example:
    """An example to copy: a program, or steps to follow in one."""

    label: str
    code: str


@dataclass(frozen=True)
class Examples(Section):
    """Section of examples to copy."""

    template = "examples"
    items: tuple[Example, ...]
