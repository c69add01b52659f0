"""Nodes of JSON-LD: a thing with its type, its id and its properties."""

import json
from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from mozi.addresses.urls import address_of, prefix
from mozi.languages.language import Words
from mozi.presentation.writer import Writer
from mozi.records.models import Record
from mozi.records.values import Text

Node = dict[str, Any]
"""A thing with its type and properties, as plain data."""

THIS = "#this"
"""Fragment behind the address of a page: names the thing the page is about, not the page."""

_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))

_UNSAFE = "<>&\u2028\u2029"
"""Characters that could end a script or a line of it; JSON allows an escape for each."""


def node(*types: str, id: str = "", **properties: Any) -> Node:
    """A node of one or several types; empty properties are left out, the number 0 is not."""
    identity = {"@type": types[0] if len(types) == 1 else list(types)}
    if id:
        identity["@id"] = id
    cleaned = {name: _without_empty(value) for name, value in properties.items()}
    return {**identity, **{name: value for name, value in cleaned.items() if not _is_empty(value)}}


def _is_empty(value: Any) -> bool:
    return value is None or value in ("", [], {})


def _without_empty(value: Any) -> Any:
    return [each for each in value if not _is_empty(each)] if isinstance(value, list) else value


def one_or_all(values: Sequence[Any]) -> Any:
    """A single value alone, several as a list; None where there is none."""
    return values[0] if len(values) == 1 else list(values) or None


def id_of(w: Writer, record: Record) -> str:
    """The id of a record's thing, the same in every language: an IRI with `THIS`."""
    return f"{w.settings.site_url}{address_of(record)}{THIS}"


def url_of(w: Writer, path: str) -> str:
    """The absolute address of a page of the site in the page's language."""
    return f"{w.settings.site_url}{prefix(w.language.code)}{path}"


def text_of(w: Writer, text: Text) -> str | Node:
    """A record's text, marked where it is not in the page's language.

    English replaces a translation that may be out of date: the record may no longer say that.
    """
    words = w.language.words(text)
    if words.stale:
        words = w.language.quote(text.en, "en")
    return words_of(words)


def words_of(words: Words) -> str | Node:
    """Words as a reader sees them, marked where they are not in the page's language."""
    return tagged(words.text, words.lang) if words.foreign else words.text


def tagged(text: str, language: str) -> Node:
    """A text with its language (RDF's langString)."""
    return {"@language": language, "@value": text}


def script(tree: Node) -> Markup:
    """The content of `<script type="application/ld+json">`, which nothing in it can end."""
    text = _JSON.encode(tree)
    for letter in _UNSAFE:
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return Markup(text)
