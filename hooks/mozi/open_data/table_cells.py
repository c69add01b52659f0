"""Cells of tables: one field of a record, in the words of a language.

A cell keeps everything that a page would show: what is inferred, when it was true, which text is in
another language or out of date, what nobody has published.
"""

from dataclasses import dataclass
from typing import Any

from mozi.languages.language import Words, without_isolates
from mozi.presentation.answers import answer
from mozi.presentation.components.statement import Stated
from mozi.presentation.writer import Writer
from mozi.records.completeness import State


@dataclass(frozen=True)
class Cell:
    """The text of a cell, and the notes on it."""

    text: str = ""
    notes: tuple[str, ...] = ()


_EMPTY = Cell()


def table_cell(w: Writer, record: Any, name: str) -> Cell:
    """The cell of a field; “not published” only where the record says so and gives nothing."""
    cell_answer = answer(w, record, name)
    if not cell_answer.items:
        return Cell(w._("not published")) if cell_answer.state is State.UNPUBLISHED else _EMPTY
    return Cell(
        "\n".join(_with_evidence(w, item) for item in cell_answer.items),
        tuple(_with_remarks(w, item.note) for item in cell_answer.items if item.note),
    )


def _with_evidence(w: Writer, item: Stated) -> str:
    # Translators: behind a statement that no source makes outright.
    inferred = w._("(inferred)") if item.inferred else ""
    addresses = _addresses(item)
    parts = (_with_remarks(w, item.text), *addresses, w.past_remark(item), inferred, item.as_of)
    return " ".join(part for part in parts if part)


def _addresses(item: Stated) -> list[str]:
    """Addresses on other sites to which a page links the text or pieces of it, if it lacks them."""
    hrefs = [item.href, *(link.href for link in item.text.links)]
    return [href for href in hrefs if (host := _host(href)) and host not in item.text.text]


def _host(href: str) -> str:
    """A web address without its scheme; empty for any other link."""
    return href.partition("://")[2].rstrip("/")


def _with_remarks(w: Writer, words: Words) -> str:
    """A text, followed by its language if that is another one, and by a remark if it is stale."""
    text = without_isolates(words.text)
    if not words.foreign and not words.stale:
        return text
    language = f"[{w.language.language_name(words.lang)}]" if words.foreign else ""
    return " ".join(part for part in (text, language, words.stale) if part)
