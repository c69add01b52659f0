"""How a file is laid out, apart from what it says: its line ends, its blanks, the order of its keys."""

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
"""By wording of MZ901: what tidies a text. Each takes the text that the one before has left."""


def layout_flaws(text: str) -> Iterator[tuple[str, Position]]:
    """The wordings of MZ901 that are true of a file's text, and where first."""
    for flaw, step in STEPS.items():
        tidy = step(text)
        if tidy != text:
            yield flaw, _first_difference(text, tidy)
        text = tidy


def _first_difference(text: str, other: str) -> Position:
    before = text[: _shared(text, other)]
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1


def _shared(text: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    low, high = 0, min(len(text), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if text[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
