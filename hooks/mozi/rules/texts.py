"""Localised texts: characters and markup that pages would show wrongly, and texts hard to read."""

import html
import re
from collections.abc import Iterator, Sequence

from mozi.problems.problem import Finding
from mozi.rules.localised_texts import LocalisedText, finding_at
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
"""Number of texts that are searched together."""


def misleading(texts: Sequence[LocalisedText]) -> Iterator[Finding]:
    """MZ111: no misleading characters in catalogues. For YAML files, the parser reports them."""
    translated = [localised for localised in texts if localised.original]
    for localised in _suspects(translated, MISLEADING_CHARACTERS):
        for _, character in misleading_characters(localised.text):
            yield finding_at(localised, "MZ111", character=describe_character(character))


def look_alikes(texts: Sequence[LocalisedText]) -> Iterator[Finding]:
    """MZ701: no letters of another alphabet inside a word."""
    for localised in _suspects(texts, NEXT_TO_EACH_OTHER):
        for word in mixed_words(localised.text):
            yield finding_at(localised, "MZ701", word=word)


def foreign_scripts(texts: Sequence[LocalisedText]) -> Iterator[Finding]:
    """MZ702: a text is written in the script of its language; a name may keep Latin letters."""
    for localised in texts:
        language, text = localised.language, localised.text
        script = script_of(language)
        if script == LATIN:
            if not text.isascii() and is_mostly_foreign(script, text):
                yield finding_at(localised, "MZ702", "mostly", language=language, text=text)
        elif script and not is_written_in(script, text) and _needs_own_script(text):
            yield finding_at(localised, "MZ702", language=language, text=text)


def _needs_own_script(text: str) -> bool:
    """Whether a text needs letters of its own script: a name such as `Africalix` does not."""
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


def markup(texts: Sequence[LocalisedText]) -> Iterator[Finding]:
    """MZ703: no markup: a page would show tags, entities and Markdown as they are typed."""
    for localised in texts:
        text = localised.text
        if "<" in text or "&" in text or "](" in text or "**" in text:
            for variant, match in (
                ("", _TAG.search(text)),
                ("entity", _entity(text)),
                ("markdown", _MARKDOWN.search(text)),
            ):
                if match:
                    yield finding_at(localised, "MZ703", variant, markup=match[0])


def _entity(text: str) -> re.Match[str] | None:
    entities = (match for match in _ENTITY.finditer(text) if html.unescape(match[0]) != match[0])
    return next(entities, None)


_LIMITS = {"name": (160, 60), "label": (100, 40), "summary": (300, 120), "gloss": (300, 120)}
_USUAL_LIMITS = (1000, 400)
_SHORTEST = 40
"""Greatest number of characters by field: in other languages, and in Chinese. A summary is also
shown in lists and by search engines; titles have no limit, as their authors chose them."""


def long(texts: Sequence[LocalisedText]) -> Iterator[Finding]:
    """MZ704: texts are not too long for the page."""
    for localised in texts:
        count = len(localised.text)
        if count > _SHORTEST and not localised.original and localised.field != "title":
            limits = _LIMITS.get(localised.field, _USUAL_LIMITS)
            limit = limits[script_of(localised.language) == "CJK"]
            if count > limit:
                values = {"count": count, "limit": limit}
                yield finding_at(localised, "MZ704", field=localised.field, **values)


def spaces(texts: Sequence[LocalisedText]) -> Iterator[Finding]:
    """MZ705: no spaces at either end of a text, and no double spaces inside."""
    for localised in texts:
        text = localised.text
        bare = text.strip()
        if bare != text and localised.original.strip() == localised.original:
            yield finding_at(localised, "MZ705", "around")
        elif "  " in bare:
            word = bare[: bare.index("  ")].split()[-1]
            yield finding_at(localised, "MZ705", word=word)


_UNFINISHED = re.compile(
    r"T(?<!\wT)O-?DO\b|FIXME|TBD\b|xxx|XXXX|Lorem ipsum|\?\?\?|待补充|待填写|待完善|待翻译"
)


def unfinished(texts: Sequence[LocalisedText]) -> Iterator[Finding]:
    """MZ706: no words such as TODO, which mean that a text is still to be written."""
    for localised in _suspects(texts, _UNFINISHED):
        match = _UNFINISHED.search(localised.text)
        if match:
            yield finding_at(localised, "MZ706", word=match[0])


def _suspects(texts: Sequence[LocalisedText], pattern: re.Pattern[str]) -> Iterator[LocalisedText]:
    """Texts that may contain a match of `pattern`.

    Nearly all texts are in order: searching `BATCH` of them together takes half the time.
    """
    for start in range(0, len(texts), BATCH):
        batch = texts[start : start + BATCH]
        if pattern.search("\n".join(localised.text for localised in batch)):
            yield from batch
