"""Plain data to YAML text in the style of `data/`: what `reading.parse` reads, written.

Short mappings and lists stand on one line, `{en: …, zh: …}`; longer ones, and texts whose commas
would need quotes there, stand below each other. Quotes only where YAML would read something else.
"""

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from mozi.yaml_text.parse import stays_text

WIDTH = 90
"""Columns up to which a mapping stands on one line; a Chinese character takes two."""


def dump_yaml(data: Mapping[str, Any]) -> str:
    """`data` as YAML, in its own order; `reading.parse` reads the same data from it.

    Data is what YAML can say without tags: mappings with text keys, lists, texts, numbers, true,
    false and nothing. Numbers are finite, and whole ones have thirty digits at most.
    """
    lines = [line for key, value in data.items() for line in _entry(key, value, 0)]
    return "\n".join(lines or ["{}"]) + "\n"


def comment_lines(words: str) -> list[str]:
    """`words` as lines of explanation: two marks, so that a line taken back into use beside them,
    by an editor's command that removes one, leaves them a comment.
    """
    return [f"## {line}".rstrip() for line in words.splitlines()]


def commented_out(lines: list[str]) -> list[str]:
    """Lines of YAML that are not read until their first two characters are taken away."""
    return [f"# {line}" for line in lines]


# Order -------------------------------------------------------------------------------------------


# Layout ------------------------------------------------------------------------------------------


def _entry(key: str, value: Any, indent: int) -> list[str]:
    """The lines of a key and its value."""
    head = f"{' ' * indent}{_scalar(key)}:"
    if _holds_lines(value):
        return [head + _block_head(value), *_block(value, indent + 2)]
    line = f"{head} {inline_yaml(value)}"
    if _fits(value, line):
        return [line]
    return [head, *_block(value, indent + 2)]


def _item(value: Any, indent: int) -> list[str]:
    """The lines of a list's item."""
    head = f"{' ' * indent}-"
    if _holds_lines(value):
        return [head + _block_head(value), *_block(value, indent + 2)]
    line = f"{head} {inline_yaml(value)}"
    if _fits(value, line):
        return [line]
    first, *rest = _block(value, indent + 2)
    return [f"{head} {first.lstrip(' ')}", *rest]


def _block(value: Any, indent: int) -> list[str]:
    """The lines of a value that stand below its key."""
    if isinstance(value, str):
        lines = value.removesuffix("\n").split("\n")
        return [f"{' ' * indent}{line}" if line else "" for line in lines]
    if isinstance(value, dict):
        return [line for key, inner in value.items() for line in _entry(key, inner, indent)]
    return [line for item in value for line in _item(item, indent)]


def _holds_lines(value: Any) -> bool:
    """Whether it is a text of several lines that can be written as they are."""
    if not isinstance(value, str) or "\n" not in value or value.endswith("\n\n"):
        return False
    lines = value.removesuffix("\n").split("\n")
    return lines[0] != "" and all(line == line.strip() and _is_visible(line) for line in lines)


def _block_head(value: str) -> str:
    return " |" if value.endswith("\n") else " |-"


def _fits(value: Any, line: str) -> bool:
    """Whether a value stands on one line, as `line`."""
    if isinstance(value, dict) and value:
        return width(line) <= WIDTH and _is_simple(value)
    return not isinstance(value, list) or _is_simple(value)


def _is_simple(value: Any) -> bool:
    """Whether nothing inside needs quotes only for standing on one line, nor a list of mappings."""
    if isinstance(value, dict):
        return all(_is_simple(key) and _is_simple(inner) for key, inner in value.items())
    if isinstance(value, list):
        return all(not isinstance(v, (dict, list)) and _is_simple(v) for v in value)
    return not _holds_lines(value) and _scalar(value) == _scalar(value, in_flow=True)


def width(line: str) -> int:
    """How many columns a line takes, in letters of which a Chinese one takes two."""
    if line.isascii():
        return len(line)
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in line)


# Scalars -----------------------------------------------------------------------------------------


def inline_yaml(value: Any) -> str:
    """A value on one line, as it stands after its key."""
    return one_line_yaml(value) if isinstance(value, (dict, list)) else _scalar(value)


def one_line_yaml(value: Any) -> str:
    """Any value as it stands inside brackets."""
    if isinstance(value, dict):
        entries = (f"{_scalar(key, True)}: {one_line_yaml(inner)}" for key, inner in value.items())
        return f"{{{', '.join(entries)}}}"
    if isinstance(value, list):
        return f"[{', '.join(one_line_yaml(item) for item in value)}]"
    return _scalar(value, in_flow=True)


def _scalar(value: Any, in_flow: bool = False) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return value if _is_plain(value, in_flow) else _quoted(value)
    return repr(value)


_INDICATORS = "-?:,[]{}#&*!|>'\"%@`"
_VISIBLE = "\u3000\u200c\u200d"
"""Letters that print nothing by themselves and yet belong into texts: the space of Chinese, the
joiners of Persian and of Indian scripts. All others are written as escapes, to be seen."""

_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}


def _is_plain(value: str, in_flow: bool) -> bool:
    """Whether YAML reads `value` back without quotes."""
    return (
        stays_text(value)
        and value[0] not in _INDICATORS
        and not value.startswith("...")
        and value == value.strip(" ")
        and not value.endswith(":")
        and ": " not in value
        and " #" not in value
        and not (in_flow and re.search(r"[,\[\]{}]|:\?", value))
        and _is_visible(value)
    )


def _is_visible(value: str) -> bool:
    return all(letter.isprintable() or letter in _VISIBLE for letter in value)


def _quoted(value: str) -> str:
    return f'"{"".join(_escaped(letter) for letter in value)}"'


def _escaped(letter: str) -> str:
    if letter in _ESCAPES:
        return _ESCAPES[letter]
    if _is_visible(letter) or "\ud800" <= letter <= "\udfff":
        return letter  # half a letter has no escape in YAML: encoding the file will refuse it
    return f"\\u{ord(letter):04x}" if ord(letter) < 0x10000 else f"\\U{ord(letter):08x}"
