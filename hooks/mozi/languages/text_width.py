"""Width of texts in any script, in columns: a Chinese character takes two."""

import unicodedata
from functools import cache
from itertools import accumulate


def text_width(text: str) -> int:
    """Return the width of a text in columns (Unicode Standard Annex 11).

    Marks above and below letters take no column.
    """
    return len(text) if text.isascii() else sum(map(_column, text))


def shorten(text: str, most: int) -> str:
    """Return the text, or the words of it that fit into `most` columns, with “…” for the rest."""
    if 2 * len(text) <= most or text_width(text) <= most:
        return text
    widths = accumulate(_column(letter) for letter in text)
    end = next(number for number, width in enumerate(widths) if width > most - 1)
    start = text[:end]
    is_inside_word = text[end].isalnum() and _column(text[end]) == 1
    words = start.rpartition(" ")[0] if is_inside_word else start
    return (words or start).rstrip(" ,;:–—(（“«、，：；") + "…"


def wrap(text: str, most: int) -> list[str]:
    """Return the text in lines of at most `most` columns; a longer word gets its own line.

    Chinese is broken between characters, but no line begins with a mark that ends a phrase, such as
    “，” or “）”.
    """
    lines = [""]
    for piece in _pieces(text):
        if lines[-1] and text_width(lines[-1] + piece.rstrip()) > most:
            lines.append("")
        lines[-1] += piece
    return [line.strip() for line in lines]


def _pieces(text: str) -> list[str]:
    """Return pieces between which a line may be broken: after blanks, before wide characters."""
    pieces: list[str] = []
    for before, letter in zip(" " + text, text, strict=False):
        is_wide = _column(letter) == 2 and letter not in "，。、；：！？）》”’"
        if is_wide or (before == " " and letter != " ") or not pieces:
            pieces.append(letter)
        else:
            pieces[-1] += letter
    return pieces


@cache
def _column(letter: str) -> int:
    if unicodedata.combining(letter):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1
