"""Texts in cells of Excel workbooks: which texts fit into a cell, and how a file writes them."""

import re
from typing import Any

MAX_LENGTH = 32_767
"""Largest length of a text in a cell, in UTF-16 units, as Excel counts them."""

_FORBIDDEN = re.compile(r"[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML cannot hold, and carriage returns, which it turns into line feeds."""

_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""`_` before text that Excel would read as an escape: `_x0041_` is “A”. It is escaped itself."""

_ESCAPED = re.compile(r"(_)x005[Ff]_(?=x[0-9A-Fa-f]{4}_)|_x000[Dd]_")
"""Escapes in a file, and the carriage returns that some programs put before line feeds."""


def fits(text: str) -> bool:
    """Whether a cell can hold the text unchanged."""
    units = len(_escaped(text).encode("utf-16-le", "surrogatepass")) // 2
    return units <= MAX_LENGTH and not _FORBIDDEN.search(text)


def put(cell: Any, text: str) -> None:
    """Write a text that fits into a cell, as text even if it looks like a number or formula."""
    cell.value = _escaped(text)
    cell.data_type = "s"  # not a formula, even if it begins with “=”
    cell.number_format = "@"


def _escaped(text: str) -> str:
    return _LOOKS_ESCAPED.sub("_x005F_", text)


def unescaped(text: str) -> str:
    """Return the text that a cell holds, with a line feed as the end of each line."""
    with_line_feeds = text.replace("\r\n", "\n").replace("\r", "\n")
    return _ESCAPED.sub(lambda match: match[1] or "", with_line_feeds)
