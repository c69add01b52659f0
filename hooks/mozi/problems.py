"""What is wrong with the data, told so that an editor can mend it."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong.

    `file` is relative to the project folder; `line` and `column` count from 1; `code` is stable;
    `message` says what is wrong and `fix` what to write instead.
    """

    file: str
    line: int
    column: int
    code: str
    message: str
    fix: str
    severity: Literal["error", "warning"] = "error"

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.code} {self.message} — {self.fix}"


def closest(wrong: str, known: Iterable[str]) -> str | None:
    """The known word nearest to `wrong`, or None when none is near."""
    near = difflib.get_close_matches(wrong, list(known), n=1, cutoff=0.6)
    return near[0] if near else None


def instead(wrong: str, known: Iterable[str], what: str) -> str:
    """Advice for a word that is not among the known ones: the nearest, or a few of them."""
    words = sorted(known)
    near = closest(wrong, words)
    if near:
        return f"did you mean “{near}”?"
    if not words:
        return f"there is no {what} yet"
    shown = ", ".join(words[:8]) + (", …" if len(words) > 8 else "")
    return f"write one of: {shown}"
