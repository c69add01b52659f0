"""Typography: how French, Russian, Arabic and Chinese set spaces, dashes and punctuation marks.

Every convention mends what it finds, so a text is typeset where nothing is left to mend. Addresses,
code, placeholders and words of other scripts stay as they are.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

NO_BREAK = "\u00a0"
"""No-break space."""

NARROW = "\u202f"
"""Narrow no-break space."""

_CONTEXT = 20
"""Characters on both sides of a slip that an excerpt shows."""


class Slip(NamedTuple):
    """Place of a text that breaks a convention: its words, and the same words typeset."""

    convention: str
    old: str
    new: str


@dataclass(frozen=True)
class Convention:
    """A typographic convention of a language: what breaks it, and what belongs there instead.

    `name` is the variant of the rule in the rulebook. `mend` returns what takes the place of a
    match; the match itself where nothing is wrong.
    """

    name: str
    pattern: re.Pattern[str]
    mend: Callable[[re.Match[str]], str]


def typeset(language: str, text: str) -> str:
    """Return `text` with the conventions of `language`, a BCP 47 tag; unchanged without any."""
    conventions = _conventions(language)
    if not conventions:
        return text
    masked, protected = _mask(text)
    for convention in conventions:
        masked = convention.pattern.sub(convention.mend, masked)
    return _unmask(masked, protected)


def slips(language: str, text: str) -> Iterator[Slip]:
    """Yield the first slip against each convention of `language`, in their order."""
    masked, protected = _mask(text)
    for convention in _conventions(language):
        for match in convention.pattern.finditer(masked):
            better = convention.mend(match)
            if better != match[0]:
                before = masked[max(0, match.start() - _CONTEXT) : match.start()]
                after = masked[match.end() : match.end() + _CONTEXT]
                old, new = (before + each + after for each in (match[0], better))
                yield Slip(convention.name, _unmask(old, protected), _unmask(new, protected))
                break
        masked = convention.pattern.sub(convention.mend, masked)


def _conventions(language: str) -> tuple[Convention, ...]:
    return CONVENTIONS.get(language.split("-", maxsplit=1)[0], ())


# What stays as it is ------------------------------------------------------------------------------

_PROTECTED = re.compile(
    r"(?P<address>(?:https?://|www\.)[^\s<>«»“”（）。，、；：]*[^\s<>«»“”（）。，、；：.,;:!?)\]*]"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?<![\w.])[A-Za-z][A-Za-z0-9-]*(?:\.[A-Za-z0-9-]+)*\.[a-z]{2,}(?:/[\w/.-]*\w)?(?![\w]))"
    r"|`[^`\n]+`"  # code
    r"|%\(\w+\)[sd]|\{\w*\}"  # placeholders
    r"|(?<=\])\([^\s)]*\)|<[^<>\n]+>|\{[#.:][^}\n]*\}"  # Markdown and HTML
)
_ANYTHING = range(0xE000, 0xF000)
"""Private-use characters, each in the place of code, markup or a placeholder."""

_ADDRESSES = range(0xF000, 0xF800)
"""Private-use characters, each in the place of an address, which reads like a Latin word."""


def _mask(text: str) -> tuple[str, dict[str, str]]:
    """The text with one private-use character in the place of each protected part; and the parts."""
    protected: dict[str, str] = {}
    free = {True: iter(_ADDRESSES), False: iter(_ANYTHING)}

    def hide(match: re.Match[str]) -> str:
        character = next(free[match["address"] is not None], None)
        if character is None:
            return match[0]
        protected[chr(character)] = match[0]
        return chr(character)

    return _PROTECTED.sub(hide, text), protected


def _unmask(masked: str, protected: dict[str, str]) -> str:
    return "".join(protected.get(character, character) for character in masked)


_ANY = "\ue000-\uefff"
_ADDRESS = "\uf000-\uf7ff"


def _always(replacement: str) -> Callable[[re.Match[str]], str]:
    return lambda match: match.expand(replacement)


# French -------------------------------------------------------------------------------------------

_BEFORE = rf"(?<=[\w)\]»”’%….*{_ANY}{_ADDRESS}])"
_ELISIONS = "[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu|quelqu|aujourd|entr"

_FRENCH = (
    Convention(
        "",
        re.compile(_BEFORE + rf"[ {NO_BREAK}\u2009]?(?=[;!?]+(?:[\s»”)\]*]|$))"),
        _always(NARROW),
    ),
    Convention(
        "colon",
        re.compile(_BEFORE + rf"[ {NARROW}\u2009]?(?=:(?:[\s»*]|$))"),
        _always(NO_BREAK),
    ),
    Convention(
        "quotes",
        re.compile(rf"«[ {NARROW}\u2009]?(?=\S)|(?<=\S)[ {NARROW}\u2009]?»"),
        lambda match: f"«{NO_BREAK}" if match[0][0] == "«" else f"{NO_BREAK}»",
    ),
    Convention(
        "apostrophe",
        re.compile(rf"(?<![\w’'])({_ELISIONS})'(?=[aàâeéèêëiîïoôuùûyhœæ«\d{_ANY}])", re.IGNORECASE),
        _always(r"\1’"),
    ),
)


# Russian ------------------------------------------------------------------------------------------

_LATIN_LETTER = re.compile("[A-Za-z\u00c0-\u024f]")
_AMBIGUOUS = {"всё", "Всё"}
"""Words that another word would be mistaken for without the dots."""


def _dashed(match: re.Match[str]) -> str:
    """A dash after a no-break space; as it is between two Latin names or two numbers."""
    before, after = _neighbours(match)
    kinds = {_kind(before), _kind(after)}
    if match[0][-1] != "—" and len(kinds) == 1 and kinds <= {"latin", "digit"}:
        return match[0]
    return f"{NO_BREAK}—"


def _neighbours(match: re.Match[str]) -> tuple[str, str]:
    """The nearest letters or digits on both sides of a match; empty where there is none."""
    before = re.search(r"(\w)\W*$", match.string[: match.start()])
    after = re.match(r"\W*(\w)", match.string[match.end() :])
    return before[1] if before else "", after[1] if after else ""


def _kind(character: str) -> str:
    if character.isdigit():
        return "digit"
    return "latin" if _LATIN_LETTER.match(character) else "other"


def _without_dots(match: re.Match[str]) -> str:
    word = match[0]
    return word if word in _AMBIGUOUS else word.replace("ё", "е").replace("Ё", "Е")


_RUSSIAN = (
    Convention("", re.compile(rf"(?<=[^\s|])(?: +[-–—]|{NO_BREAK}[-–])(?=\s)"), _dashed),
    Convention("yo", re.compile(r"\w*[ёЁ]\w*"), _without_dots),
    Convention("percent", re.compile(rf"(?<=\d)[ {NARROW}]?(?=%)"), _always(NO_BREAK)),
)


# Arabic -------------------------------------------------------------------------------------------

_ARABIC_LETTER = re.compile("[\u0620-\u065f\u066e-\u06d3\u06d5-\u06ef\u06fa-\u06ff]")
_ARABIC_MARKS = {",": "،", ";": "؛", "?": "؟"}


def _arabic_mark(match: re.Match[str]) -> str:
    """The Arabic mark, unless it stands between two words or numbers of another script."""
    before, sign = match[1], match[2]
    after = match.string[match.end() :].lstrip()[:1]
    sides = [side for side in (before, after) if side]
    is_arabic = any(map(_ARABIC_LETTER.match, sides))
    is_foreign = any(side.isalnum() for side in sides)
    return before + (_ARABIC_MARKS[sign] if is_arabic or not is_foreign else sign)


_ARABIC = (Convention("", re.compile(r"(\S)([,;?])(?=[\s»)]|$)"), _arabic_mark),)


# Chinese ------------------------------------------------------------------------------------------

_HAN = "\u3400-\u9fff\u3007"
_FOREIGN = rf"A-Za-z\u00c0-\u024f\d{_ADDRESS}"
_FULL_WIDTH = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。"}
_LATIN_WORD = re.compile(f"[A-Za-z\u00c0-\u024f{_ADDRESS}]")
_FOREIGN_WORDS = rf"[{_FOREIGN}]+(?:[ .,+/&'’:_–-]+[{_FOREIGN}]+)*[%+#°]*"


def _spaced(match: re.Match[str]) -> str:
    """Latin words with a space on the sides where Chinese is; numbers without one."""
    left, words, right = match["left"], match["words"], match["right"]
    if not _LATIN_WORD.search(words):
        return words
    return ("" if left is None else " ") + words + ("" if right is None else " ")


def _full_width(match: re.Match[str]) -> str:
    """The full-width mark in the place of a half-width one."""
    return _FULL_WIDTH[match[0].rstrip(" ")]


_CHINESE = (
    Convention(
        "",
        re.compile(
            rf"(?P<left>(?<=[{_HAN}]) ?)?(?P<words>{_FOREIGN_WORDS})(?P<right> ?(?=[{_HAN}]))?"
        ),
        _spaced,
    ),
    Convention(
        "punctuation",
        re.compile(
            rf"(?<=[{_HAN}”》）])[,;:?!] *"
            rf"|(?<=[{_ANY}])(?:[,;:?!] *(?=[{_HAN}“《（])|: *(?=[{_ANY}]|$))"
            rf"|(?<=[{_HAN}])\.(?=\s|$)"
        ),
        _full_width,
    ),
    Convention("after", re.compile(rf"(?<=[。，、；：？！])[ {NO_BREAK}]+(?=\S)"), _always("")),
)

CONVENTIONS: dict[str, tuple[Convention, ...]] = {
    "fr": _FRENCH,
    "ru": _RUSSIAN,
    "ar": _ARABIC,
    "zh": _CHINESE,
}
"""The conventions of each language that has any here, in the order in which they mend a text."""
