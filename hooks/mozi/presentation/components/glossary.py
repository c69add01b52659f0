"""Terms of the glossary."""

from dataclasses import dataclass

from mozi.languages.language import Words
from mozi.presentation.components.section import Section


@dataclass(frozen=True)
class Term:
    """A term of the glossary; `id` is its anchor, `others` are its names in other languages."""

    id: str
    name: Words
    definition: Words
    others: tuple[Words, ...]


@dataclass(frozen=True)
class Terms(Section):
    """Section of terms with their definitions."""

    template = "terms"
    items: tuple[Term, ...]
