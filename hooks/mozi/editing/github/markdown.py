"""Texts by others inside GitHub's Markdown: shown as they are, whatever they hold.

In code GitHub makes nothing of markup, HTML, addresses, “@name” or “#1”.
"""

import re
from collections.abc import Iterable

from mozi.yaml_text.visible import visible

LONGEST = 60_000
"""Characters of a comment; GitHub takes no more than 65,536."""

_WIDE_SPACE = "\u3000"
"""The space of Chinese texts."""

_CUT = "\n\n… (shortened · 有删节)\n"


def code(text: str, longest: int = 200) -> str:
    """`text` on one line, as code; nothing for nothing."""
    line = one_line(text, longest)
    mark = "`" * (_longest_run(line) + 1)
    space = " " if line.startswith("`") or line.endswith("`") else ""
    return f"{mark}{space}{line}{space}{mark}" if line else ""


def block(text: str, language: str = "text", longest: int = 20_000) -> str:
    """`text` as a block of code with all its lines."""
    lines = "\n".join(visible(line, also=_WIDE_SPACE) for line in text.rstrip("\n").split("\n"))
    if len(lines) > longest:
        lines = lines[:longest] + "\n…"
    fence = "`" * max(3, _longest_run(lines) + 1)
    return f"{fence}{language}\n{lines}\n{fence}"


def page(parts: Iterable[str]) -> str:
    """A whole comment of paragraphs; what GitHub would refuse for its length is left out."""
    whole = ""
    for part in parts:
        if len(whole) + len(part) + 2 > LONGEST:
            return whole.rstrip("\n") + _CUT
        whole += f"{part}\n\n"
    return whole.rstrip("\n") + "\n"


def one_line(text: str, longest: int = 200) -> str:
    """`text` on one line, no longer than that, with nothing invisible; plain text, not Markdown."""
    line = visible(" ".join(text.split()), also=_WIDE_SPACE)
    return line if len(line) <= longest else line[: longest - 1] + "…"


def _longest_run(text: str) -> int:
    return max((len(run) for run in re.findall("`+", text)), default=0)
