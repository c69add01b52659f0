"""How texts are written: what a page would show wrongly, and what a reader would stumble over."""

import html
import re
from collections.abc import Iterator, Sequence

from mozi.problems.problem import Finding, Value
from mozi.rules.localised_texts import LocalisedText
from mozi.rules.unicode_scripts import (
    LATIN,
    NEXT_TO_EACH_OTHER,
    is_mostly_foreign,
    is_written_in,
    mixed_words,
    script_of,
)
from mozi.yaml_text.parse import MISLEADING_CHARACTERS, describe_character, misleading_characters

BATCH = 500
"""Texts that are looked at together."""


def misleading(passages: Sequence[LocalisedText]) -> Iterator[Finding]:
    """MZ111: no misleading characters. Those in YAML files are found when they are read."""
    translated = [passage for passage in passages if passage.original]
    for passage in _suspects(translated, MISLEADING_CHARACTERS):
        for _, character in misleading_characters(passage.text):
            yield _finding(passage, "MZ111", character=describe_character(character))


def look_alikes(passages: Sequence[LocalisedText]) -> Iterator[Finding]:
    """MZ701: no letters of another alphabet inside a word."""
    for passage in _suspects(passages, NEXT_TO_EACH_OTHER):
        for word in mixed_words(passage.text):
            yield _finding(passage, "MZ701", word=word)


def foreign_scripts(passages: Sequence[LocalisedText]) -> Iterator[Finding]:
    """MZ702: a text is written in the script of its language; a name may stay in Latin letters."""
    for passage in passages:
        language, text = passage.language, passage.text
        script = script_of(language)
        if script == LATIN:
            if not text.isascii() and is_mostly_foreign(script, text):
                yield _finding(passage, "MZ702", "mostly", language=language, text=text)
        elif script and not is_written_in(script, text) and _should_be(text):
            yield _finding(passage, "MZ702", language=language, text=text)


def _should_be(text: str) -> bool:
    """Whether a text should have letters of its language: a name such as `Africalix` need not."""
    if is_written_in(LATIN, text):
        words = [word.strip(".,:;!?()“”") for word in text.split()]
        return sum(word.isalpha() and word.islower() and len(word) > 3 for word in words) > 1
    return any(map(str.isalpha, text))


_ELEMENTS = (
    "a|abbr|b|big|blockquote|br|button|center|code|div|em|embed|font|form|h[1-6]|hr|i|iframe|img|"
    "input|li|link|mark|meta|object|ol|p|pre|q|s|script|small|span|strike|strong|style|sub|sup|svg|"
    "table|tbody|td|th|thead|tr|tt|u|ul|video"
)
_TAG = re.compile(
    rf"<(?:/[a-z]|!--|!doctype|(?:{_ELEMENTS})(?=[\s/>])|[a-z][\w-]*\s+[\w:-]+\s*=)", re.IGNORECASE
)
_ENTITY = re.compile(r"&(?:#\d+|#x[\da-f]+|[a-z]+\d*);", re.IGNORECASE)
_MARKDOWN = re.compile(r"\]\((?:[a-z]+:|[/.#])\S*|\*\*[^\s*][^*]*\*\*", re.IGNORECASE)


def markup(passages: Sequence[LocalisedText]) -> Iterator[Finding]:
    """MZ703: texts are plain; a page would show tags, entities and Markdown as they are typed."""
    for passage in passages:
        text = passage.text
        if "<" in text or "&" in text or "](" in text or "**" in text:
            for variant, found in (
                ("", _TAG.search(text)),
                ("entity", _entity(text)),
                ("markdown", _MARKDOWN.search(text)),
            ):
                if found:
                    yield _finding(passage, "MZ703", variant, markup=found[0])


def _entity(text: str) -> re.Match[str] | None:
    known = (match for match in _ENTITY.finditer(text) if html.unescape(match[0]) != match[0])
    return next(known, None)


_LIMITS = {"name": (160, 60), "label": (100, 40), "summary": (300, 120), "gloss": (300, 120)}
_USUAL_LIMITS = (1000, 400)
_SHORTEST = 40
"""Characters that a text may have, and that it may have in Chinese. A summary also stands in lists
and on search engines' pages; the length of a title is its author's."""


def long(passages: Sequence[LocalisedText]) -> Iterator[Finding]:
    """MZ704: texts are no longer than their place on the page."""
    for passage in passages:
        count = len(passage.text)
        if count > _SHORTEST and not passage.original and passage.field != "title":
            limits = _LIMITS.get(passage.field, _USUAL_LIMITS)
            limit = limits[script_of(passage.language) == "CJK"]
            if count > limit:
                values = {"count": count, "limit": limit}
                yield _finding(passage, "MZ704", field=passage.field, **values)


def spaces(passages: Sequence[LocalisedText]) -> Iterator[Finding]:
    """MZ705: no spaces around a text, and single ones inside."""
    for passage in passages:
        text = passage.text
        bare = text.strip()
        if bare != text and passage.original.strip() == passage.original:
            yield _finding(passage, "MZ705", "around")
        elif "  " in bare:
            word = bare[: bare.index("  ")].split()[-1]
            yield _finding(passage, "MZ705", word=word)


_UNFINISHED = re.compile(
    r"T(?<!\wT)O-?DO\b|FIXME|TBD\b|xxx|XXXX|Lorem ipsum|\?\?\?|待补充|待填写|待完善|待翻译"
)


def unfinished(passages: Sequence[LocalisedText]) -> Iterator[Finding]:
    """MZ706: no words that stand for a text still to be written."""
    for passage in _suspects(passages, _UNFINISHED):
        found = _UNFINISHED.search(passage.text)
        if found:
            yield _finding(passage, "MZ706", word=found[0])


def _suspects(passages: Sequence[LocalisedText], sign: re.Pattern[str]) -> Iterator[LocalisedText]:
    """The texts in which `sign` may stand.

    Nearly all texts are in order: one look at hundreds of them together takes half the time.
    """
    for start in range(0, len(passages), BATCH):
        batch = passages[start : start + BATCH]
        if sign.search("\n".join(passage.text for passage in batch)):
            yield from batch


def _finding(passage: LocalisedText, code: str, variant: str = "", /, **values: Value) -> Finding:
    """What is wrong with a text; see `Store.problem` for paths of lines."""
    where = passage.where
    if isinstance(where, int):
        return Finding.at_line("", (where, 1), code, variant, **values)
    return Finding.at_key("", where, code, variant, **values)
