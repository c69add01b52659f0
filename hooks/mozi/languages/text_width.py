"""How wide a text is, whatever its script: in columns, of which a Chinese character takes two."""

import unicodedata
from functools import cache
from itertools import accumulate


def text_width(text: str) -> int:
    """The width of a text (Unicode Standard Annex 11); marks above and below letters take none."""
    return len(text) if text.isascii() else sum(map(_column, text))


def shorten(text: str, most: int) -> str:
    """The text, or as many of its words as fit into `most` columns, and dots for the rest."""
    if 2 * len(text) <= most or text_width(text) <= most:
        return text
    widths = accumulate(_column(letter) for letter in text)
    end = next(number for number, width in enumerate(widths) if width > most - 1)
    start = text[:end]
    inside = text[end].isalnum() and _column(text[end]) == 1
    words = start.rpartition(" ")[0] if inside else start
    return (words or start).rstrip(" ,;:–—(（“«、，：；") + "…"


def wrap(text: str, most: int) -> list[str]:
    """The text in lines of at most `most` columns; a word that is longer has its own line.

    Chinese is broken between characters, but no line begins with what closes one before.
    """
    lines = [""]
    for piece in _pieces(text):
        if lines[-1] and text_width(lines[-1] + piece.rstrip()) > most:
            lines.append("")
        lines[-1] += piece
    return [line.strip() for line in lines]


def _pieces(text: str) -> list[str]:
    """Where a line may be broken: after blanks, and before each wide character."""
    pieces: list[str] = []
    for before, letter in zip(" " + text, text, strict=False):
        wide = _column(letter) == 2 and letter not in "，。、；：！？）》”’"
        if wide or (before == " " and letter != " ") or not pieces:
            pieces.append(letter)
        else:
            pieces[-1] += letter
    return pieces


@cache
def _column(letter: str) -> int:
    if unicodedata.combining(letter):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1
