"""Parser of YAML text: plain data and, on request, the line and column of every value.

YAML 1.2 core rules on libyaml's parser: `no` is text, a date is text, duplicate keys are errors,
anchors, aliases and tags are refused. The parser's events are read in one loop without recursion,
so that no file, however nested, can exhaust the stack.
"""

import codecs
import math
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import yaml

KeyPathStep = str | int

KeyPath = tuple[KeyPathStep, ...]
"""Keys and list positions that lead to a value, from the outermost mapping inwards."""

MAX_BYTES = 256 * 1024
"""Largest size of a file. A record is a page of text; a larger file is a mistake or an attack."""

MAX_DEPTH = 20
"""Largest number of levels of nesting; the deepest record type uses eight."""

MAX_VALUES = 10_000
"""Largest number of values and keys in a file; the longest record has a thousand."""

_NULL = {"", "~", "null", "Null", "NULL"}
_TRUE = {"true", "True", "TRUE"}
_FALSE = {"false", "False", "FALSE"}
_INT = re.compile(r"^[-+]?[0-9]+$")
_FLOAT = re.compile(r"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$")
_MAX_INT_DIGITS = 30
_LINE_END = re.compile(r"\r\n|\r|\n")
_INVISIBLE_LINE_END = re.compile(r"[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")

Position = tuple[int, int]
"""Line and column, counted from 1."""


class Unreadable(Exception):
    """Text that is not YAML, or uses YAML that records may not use.

    `position` is where; `code` and `variant` name the rule and its wording in the rulebook, and
    `values` fill its placeholders.
    """

    def __init__(
        self, position: Position, code: str, variant: str = "", /, **values: str | int
    ) -> None:
        super().__init__(f"{code} {variant}".strip())
        self.position = position
        self.code = code
        self.variant = variant
        self.values = values


@dataclass
class Positions:
    """Positions in a file: of its keys and list items, and of their values, by path."""

    keys: dict[KeyPath, Position] = field(default_factory=dict)
    values: dict[KeyPath, Position] = field(default_factory=dict)

    def of_key(self, path: KeyPath) -> Position:
        """Return the position of the key or item at `path`, or of the nearest one around it."""
        return self._nearest(self.keys, path)

    def of_value(self, path: KeyPath) -> Position:
        """Return the position of the value at `path`, or of the nearest value around it."""
        return self._nearest(self.values, path)

    @staticmethod
    def _nearest(positions: dict[KeyPath, Position], path: KeyPath) -> Position:
        while path and path not in positions:
            path = path[:-1]
        return positions.get(path, (1, 1))


def decode(content: bytes) -> str:
    """Return the text of a record's file.

    Raises `Unreadable` when the file is larger than `MAX_BYTES`, or where `text_of` raises it.
    """
    if len(content) > MAX_BYTES:
        raise Unreadable((1, 1), "MZ101", size=len(content) // 1024, limit=MAX_BYTES // 1024)
    return text_of(content)


def text_of(content: bytes) -> str:
    """Return the text of a file.

    Raises `Unreadable` when it is not UTF-8, or has line ends that only some programs count as line
    ends: line numbers behind them would not be certain.
    """
    content = content.removeprefix(codecs.BOM_UTF8)
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        raise Unreadable(end_of_text(content[: error.start].decode()), "MZ102") from None
    invisible = _INVISIBLE_LINE_END.search(text)
    if invisible:
        raise Unreadable(end_of_text(text[: invisible.start()]), "MZ103", "line-end")
    return text


def end_of_text(text: str) -> Position:
    """Return the position directly behind the last character of `text`."""
    lines = _LINE_END.split(text)
    return len(lines), len(lines[-1]) + 1


def misleading_characters(text: str) -> Iterator[tuple[Position, str]]:
    """Yield every character of `text` that makes it look different from its content.

    Such attacks are called “Trojan Source”. Joiners and direction marks are allowed on a line with
    letters that need them.
    """
    if not MISLEADING_CHARACTERS.search(text):
        return
    for number, line in enumerate(_LINE_END.split(text), 1):
        needs_marks = _NEEDING_MARKS.search(line)
        for match in MISLEADING_CHARACTERS.finditer(line):
            if not (needs_marks and match[0] in _MARKS):
                yield (number, match.start() + 1), match[0]


def describe_character(character: str) -> str:
    """Return number and name of a character, such as `U+202E RIGHT-TO-LEFT OVERRIDE`."""
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".rstrip()


_MARKS = "\u061c\u200b\u200c\u200d\u200e\u200f"
"""Direction marks, joiners and the space without width."""

_NEEDING_MARKS = re.compile("[\u0590-\u109f\u1780-\u18af\ufb1d-\ufdff\ufe70-\ufefc]")
"""Letters written from right to left, joined in several ways, or without spaces between words."""

MISLEADING_CHARACTERS = re.compile(
    f"[{_MARKS}"
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters
    "\xad\u180e\u2060-\u2064\ufeff"  # no width
    "\u115f\u1160\u17b4\u17b5\u3164\uffa0"  # letters without a shape
    "\u2028-\u202e\u2066-\u206f"  # lines, directions
    "\ufff9-\ufffd\U000e0000-\U000e007f"  # stand-ins, tags
    "\ue000-\uf8ff\U000f0000-\U0010ffff"  # private use
    "\uff21-\uff3a\uff41-\uff5a\U0001d400-\U0001d7ff\ufb00-\ufb06"  # other forms: ｍ 𝐦 ﬁ
    "\u2e80-\u2fdf\uf900-\ufaff]"  # radicals and doubles of Chinese characters: ⼯ for 工
)
"""Characters that are invisible, that move others or look like others, or that mark damage."""


def parse_yaml(text: str, positions: Positions | None = None) -> Any:
    """Return the plain data (dict, list, str, int, float, bool, None) of one YAML document.

    `positions`, where given, is filled. Most files have no problem to locate and do not need it.
    Raises `Unreadable` for the first mistake.
    """
    builder = _Builder(text, positions)
    try:
        builder.take(yaml.CSafeLoader(text))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        position = min((mark.line + 1, mark.column + 1), _last(text)) if mark else (1, 1)
        raise Unreadable(position, "MZ103", _SLIPS.get(error.problem or "", "")) from None
    except yaml.reader.ReaderError as error:
        before = text.encode()[: error.position].decode()  # libyaml counts bytes
        raise Unreadable(end_of_text(before), "MZ103", "control-character") from None
    except UnicodeEncodeError as error:  # half of a surrogate pair, as JSON may hold one
        position = end_of_text(text[: error.start])
        raise Unreadable(position, "MZ103", "control-character") from None
    except yaml.YAMLError:
        raise Unreadable((1, 1), "MZ103") from None
    return builder.data


def _last(text: str) -> Position:
    """Return the end of the last line: something that is missing at the end is reported there."""
    return end_of_text(text.rstrip("\r\n"))


_SLIPS = {
    "mapping values are not allowed in this context": "colon",
    "could not find expected ':'": "colon",
    "found unexpected ':'": "colon",
    "did not find expected ',' or ']'": "bracket",
    "did not find expected ',' or '}'": "bracket",
    "did not find expected key": "indentation",
    "did not find expected '-' indicator": "indentation",
    "did not find expected node content": "bracket",
    "did not find expected <document start>": "indentation",
    "block sequence entries are not allowed in this context": "indentation",
    "found a tab character that violates indentation": "tab",
    "found a tab character where an indentation space is expected": "tab",
    "found character that cannot start any token": "first-character",
    "found unexpected end of stream": "quote",
    "found unknown escape character": "backslash",
    "did not find expected hexdecimal number": "backslash",
    "found invalid Unicode character escape code": "backslash",
}
"""Errors of libyaml → variants of MZ103 in the rulebook."""


@dataclass(slots=True)
class _Open:
    """Mapping or list that is being read.

    `key` is a key of the mapping whose value is still to come; `marks` are the events of its keys,
    which know their positions.
    """

    path: KeyPath
    into: Any
    key: str | None = None
    marks: dict[str, Any] = field(default_factory=dict)


class _Builder:
    """Builder that turns the events of a YAML text into plain data, kept in `data`.

    A build takes hundreds of thousands of events: positions are only computed on request.
    """

    def __init__(self, text: str, positions: Positions | None) -> None:
        self.data: Any = None
        self._text = text
        self._suspicious = "\\" in text or bool(MISLEADING_CHARACTERS.search(text))
        self._positions = positions
        self._top: _Open | None = None
        self._around: list[_Open | None] = []
        self._documents = 0
        self._values = 0

    def take(self, parser: Any) -> None:
        for event in iter(parser.get_event, None):
            kind = type(event)
            if kind is yaml.ScalarEvent:
                self._count(event)
                if event.style == '"' and self._suspicious:
                    _reveal(event.value, self._position(event))
                top = self._top
                if top is not None and top.key is None and isinstance(top.into, dict):
                    self._take_key(top, event)
                else:
                    self._put(event.value if _is_text(event) else self._scalar(event), event)
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                self._top = self._around.pop()
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                self._count(event)
                self._start({} if kind is yaml.MappingStartEvent else [], event)
            elif kind is yaml.AliasEvent:
                self._count(event)
            elif kind is yaml.DocumentStartEvent:
                self._documents += 1
                if self._documents > 1:
                    raise Unreadable(self._position(event), "MZ104")

    def _position(self, event: Any) -> Position:
        mark = event.start_mark
        return min((mark.line + 1, mark.column + 1), self._end)

    @cached_property
    def _end(self) -> Position:
        return _last(self._text)

    def _count(self, event: Any) -> None:
        """Count a value or key.

        Raises `Unreadable` for anchors, aliases and tags, which records do not use, and for too
        many values.
        """
        if event.anchor is not None:  # an alias has one, too
            raise Unreadable(self._position(event), "MZ105")
        if event.tag is not None:
            raise Unreadable(self._position(event), "MZ106", tag=event.tag)
        self._values += 1
        if self._values > MAX_VALUES:
            raise Unreadable(self._position(event), "MZ110", limit=MAX_VALUES)

    def _take_key(self, top: _Open, event: Any) -> None:
        key = event.value
        if key in top.into:
            line, _ = self._position(top.marks[key])
            raise Unreadable(self._position(event), "MZ107", key=key, line=line)
        top.key = key
        top.into[key] = None
        top.marks[key] = event
        if self._positions is not None:
            self._positions.keys[(*top.path, key)] = self._position(event)

    def _put(self, value: Any, event: Any) -> KeyPath:
        """Add a value to the open mapping or list, or make it the whole data. Returns its path."""
        top = self._top
        path: KeyPath = ()
        if top is None:
            self.data = value
        elif top.key is None:
            path = (*top.path, len(top.into))
            top.into.append(value)
            if self._positions is not None:
                self._positions.keys[path] = self._position(event)
        else:
            path = (*top.path, top.key)
            top.into[top.key] = value
            top.key = None
        if self._positions is not None:
            self._positions.values[path] = self._position(event)
        return path

    def _start(self, into: Any, event: Any) -> None:
        top = self._top
        if top is not None and top.key is None and isinstance(top.into, dict):
            raise Unreadable(self._position(event), "MZ103", "key")
        if len(self._around) >= MAX_DEPTH:
            raise Unreadable(self._position(event), "MZ108", limit=MAX_DEPTH)
        path = self._put(into, event)
        self._around.append(top)
        self._top = _Open(path, into)

    def _scalar(self, event: Any) -> Any:
        try:
            return _converted(event.value)
        except _TooLarge as error:
            raise Unreadable(self._position(event), "MZ103", str(error)) from None


def _reveal(text: str, position: Position) -> None:
    """Refuse a text in quotes that writes a misleading character as an escape sequence.

    Raises `Unreadable`.
    """
    for _, character in misleading_characters(text):
        if character > "\x9f":  # control characters are reported by the rule on texts
            raise Unreadable(position, "MZ111", character=describe_character(character))


_NO_TEXT = frozenset("~nNtTfF+-.0123456789")
"""First characters of scalars without quotes that may be something else than text."""


def stays_text(text: str) -> bool:
    """Whether YAML reads `text` without quotes as text, not as a number, true, false or null."""
    if text and text[0] not in _NO_TEXT:
        return True
    is_special_word = text in _NULL or text in _TRUE or text in _FALSE
    return not (is_special_word or _INT.match(text) or _FLOAT.match(text))


def _is_text(event: Any) -> bool:
    return not event.implicit[0] or stays_text(event.value)


class _TooLarge(Exception):
    """Number too large to be meant; its message is the variant of MZ103."""


def _converted(text: str) -> Any:
    """Return the null, bool, int or float that a scalar stands for. Raises `_TooLarge`."""
    if text in _NULL:
        return None
    if text in _TRUE:
        return True
    if text in _FALSE:
        return False
    if _INT.match(text):
        if len(text) > _MAX_INT_DIGITS:
            raise _TooLarge("number")
        return int(text)
    number = float(text)
    if math.isinf(number):
        raise _TooLarge("large")
    return number
