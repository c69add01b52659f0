"""Writer of YAML text in the style of `data/`, from the plain data that `parse_yaml` returns.

Short mappings and lists stand on one line, `{en: …, zh: …}`; longer ones, and texts whose commas
would need quotes there, go on several lines. Quotes are written only where YAML would read
something else without them.
"""

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from mozi.yaml_text.parse import stays_text

WIDTH = 90
"""Largest number of columns of a mapping on one line; a Chinese character takes two."""


def dump_yaml(data: Mapping[str, Any]) -> str:
    """Return `data` as YAML text, in its own order; `parse_yaml` reads the same data from it.

    Data may be all that YAML can express without tags: mappings with text keys, lists, texts,
    numbers, true, false and null. Numbers are finite; whole numbers have at most thirty digits.
    """
    lines = [line for key, value in data.items() for line in _entry(key, value, 0)]
    return "\n".join(lines or ["{}"]) + "\n"


def comment_lines(words: str) -> list[str]:
    """Return `words` as lines of comment that begin with two marks, `##`.

    Editor programs have a command that removes one `#` of each selected line. It brings a line
    that is commented out back into use; lines with two marks beside it stay comments.
    """
    return [f"## {line}".rstrip() for line in words.splitlines()]


def commented_out(lines: list[str]) -> list[str]:
    """Return lines of YAML as comments: without their first two characters, YAML reads them."""
    return [f"# {line}" for line in lines]


# Layout ------------------------------------------------------------------------------------------


def _entry(key: str, value: Any, indent: int) -> list[str]:
    """Return the lines of a key and its value."""
    head = f"{' ' * indent}{_scalar(key)}:"
    if _holds_lines(value):
        return [head + _block_head(value), *_block(value, indent + 2)]
    line = f"{head} {inline_yaml(value)}"
    if _fits(value, line):
        return [line]
    return [head, *_block(value, indent + 2)]


def _item(value: Any, indent: int) -> list[str]:
    """Return the lines of an item of a list."""
    head = f"{' ' * indent}-"
    if _holds_lines(value):
        return [head + _block_head(value), *_block(value, indent + 2)]
    line = f"{head} {inline_yaml(value)}"
    if _fits(value, line):
        return [line]
    first, *rest = _block(value, indent + 2)
    return [f"{head} {first.lstrip(' ')}", *rest]


def _block(value: Any, indent: int) -> list[str]:
    """Return the lines of a value that is written below its key."""
    if isinstance(value, str):
        lines = value.removesuffix("\n").split("\n")
        return [f"{' ' * indent}{line}" if line else "" for line in lines]
    if isinstance(value, dict):
        return [line for key, inner in value.items() for line in _entry(key, inner, indent)]
    return [line for item in value for line in _item(item, indent)]


def _holds_lines(value: Any) -> bool:
    """Whether `value` is a text of several lines that can be written without escapes."""
    if not isinstance(value, str) or "\n" not in value or value.endswith("\n\n"):
        return False
    lines = value.removesuffix("\n").split("\n")
    return lines[0] != "" and all(line == line.strip() and _is_visible(line) for line in lines)


def _block_head(value: str) -> str:
    return " |" if value.endswith("\n") else " |-"


def _fits(value: Any, line: str) -> bool:
    """Whether a value is written on one line, which would be `line`."""
    if isinstance(value, dict) and value:
        return width(line) <= WIDTH and _is_simple(value)
    return not isinstance(value, list) or _is_simple(value)


def _is_simple(value: Any) -> bool:
    """Whether a value can be written on one line without additional quotes.

    A list with mappings or lists in it cannot.
    """
    if isinstance(value, dict):
        return all(_is_simple(key) and _is_simple(inner) for key, inner in value.items())
    if isinstance(value, list):
        return all(not isinstance(v, (dict, list)) and _is_simple(v) for v in value)
    return not _holds_lines(value) and _scalar(value) == _scalar(value, in_flow=True)


def width(line: str) -> int:
    """Return the number of columns of a line; a Chinese character takes two."""
    if line.isascii():
        return len(line)
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in line)


# Scalars -----------------------------------------------------------------------------------------


def inline_yaml(value: Any) -> str:
    """Return a value on one line, as it is written after its key."""
    return one_line_yaml(value) if isinstance(value, (dict, list)) else _scalar(value)


def one_line_yaml(value: Any) -> str:
    """Return a value as it is written inside brackets or braces."""
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
"""Invisible characters that texts need: the space of Chinese, the joiners of Persian and of Indian
scripts. All other invisible characters are written as escapes, to be seen."""

_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}


def _is_plain(value: str, in_flow: bool) -> bool:
    """Whether YAML reads the same text from `value` without quotes."""
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
        # half of a surrogate pair has no escape in YAML: encoding the file will refuse it
        return letter
    return f"\\u{ord(letter):04x}" if ord(letter) < 0x10000 else f"\\U{ord(letter):08x}"
