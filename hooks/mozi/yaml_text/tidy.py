"""Layout of a file, apart from its data: byte order mark, line ends, blanks at ends of lines."""

from collections.abc import Callable, Iterator

from mozi.yaml_text.parse import Position


def _without_mark(text: str) -> str:
    return text.lstrip("\ufeff")


def _plain_line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _without_trailing_blanks(text: str) -> str:
    if " \n" not in text and "\t\n" not in text and not text.endswith((" ", "\t")):
        return text  # as nearly always
    return "\n".join(line.rstrip(" \t") for line in text.split("\n"))


def _one_line_end(text: str) -> str:
    return text.rstrip("\n") + "\n"


STEPS: dict[str, Callable[[str], str]] = {
    "mark": _without_mark,
    "line-ends": _plain_line_ends,
    "trailing-blanks": _without_trailing_blanks,
    "last-line": _one_line_end,
}
"""Variant of MZ901 → function that tidies a text. Each gets the result of the one before it."""


def layout_flaws(text: str) -> Iterator[tuple[str, Position]]:
    """Yield the variants of MZ901 that apply to a file's text, each with its first position."""
    for flaw, step in STEPS.items():
        tidy = step(text)
        if tidy != text:
            yield flaw, _first_difference(text, tidy)
        text = tidy


def _first_difference(text: str, other: str) -> Position:
    before = text[: _shared(text, other)]
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1


def _shared(text: str, other: str) -> int:
    """Return the number of characters at the beginning that two texts have in common."""
    low, high = 0, min(len(text), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if text[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
