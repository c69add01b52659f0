"""Scripts of texts, and letters that look like letters of another script."""

import re
import unicodedata
from functools import cache

from babel.core import get_global

LATIN = "LATIN"

_NAMES = {
    "Arab": "ARABIC",
    "Armn": "ARMENIAN",
    "Beng": "BENGALI",
    "Cyrl": "CYRILLIC",
    "Deva": "DEVANAGARI",
    "Ethi": "ETHIOPIC",
    "Geor": "GEORGIAN",
    "Grek": "GREEK",
    "Hans": "CJK",
    "Hant": "CJK",
    "Hebr": "HEBREW",
    "Khmr": "KHMER",
    "Kore": "HANGUL",
    "Laoo": "LAO",
    "Latn": LATIN,
    "Mymr": "MYANMAR",
    "Thai": "THAI",
}
"""ISO 15924 code of a script → first word of the Unicode names of its letters."""

_LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"  # without × and ÷
_CYRILLIC = "\u0400-\u0481\u048a-\u052f"
_GREEK_LIKE_LATIN = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧανικορυχ"  # without the letters of units, as in μm and kΩ
_OTHERS = _CYRILLIC + _GREEK_LIKE_LATIN
_WORD = re.compile(f"[{_LATIN}{_OTHERS}]+")

NEXT_TO_EACH_OTHER = re.compile(f"[{_OTHERS}](?:(?=[{_LATIN}])|(?<=[{_LATIN}].))")
"""A Cyrillic or Greek letter next to a Latin one: it matches in every text with `mixed_words`."""


@cache
def script_of(language: str) -> str | None:
    """The script of a language; None if the script is not in `_NAMES`.

    In: a BCP 47 tag such as `ru`, `zh-Hant` or `uz-Cyrl`. Out: a name for `is_written_in`.
    """
    likely = get_global("likely_subtags").get(language.split("-")[0], "")
    codes = [part for part in (*language.split("-"), *likely.split("_")) if len(part) == 4]
    return _NAMES.get(codes[0]) if codes else None


def is_written_in(script: str, text: str) -> bool:
    """Whether any letter of `text` belongs to `script`."""
    return script in map(_script, text)


def is_mostly_foreign(script: str, text: str) -> bool:
    """Whether fewer than a third of the letters in `text` belong to `script`."""
    letters = [_script(character) for character in text if character.isalpha()]
    return letters.count(script) * 3 < len(letters)


def mixed_words(text: str) -> list[str]:
    """Words that mix Latin letters with Cyrillic or Greek look-alikes, such as Cyrillic М."""
    words = _WORD.findall(text)
    return [word for word in words if len({_script(letter) for letter in word}) > 1]


@cache
def _script(character: str) -> str:
    """The first word of a letter's Unicode name; empty for a character that is no letter."""
    return unicodedata.name(character, "").split(" ")[0] if character.isalpha() else ""
