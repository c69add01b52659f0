"""Texts and notes of ELM descriptions: each in all languages that it has, with nodes around them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields, replace
from functools import cached_property
from typing import Any

from mozi.languages.language import Language
from mozi.linked_data import codes
from mozi.linked_data.nodes import Node, node, tagged
from mozi.presentation.writer import Writer
from mozi.records.values import Text

InWords = Callable[[Writer], str]
"""Function that puts something into the words of a writer's language."""


@dataclass
class _CountingLanguage(Language):
    """Language that counts the interface strings it had to take from another one."""

    borrowed: int = 0

    def gettext(self, english: str, **values: Any) -> str:
        """Return an interface string; counts one of which the language has no translation."""
        own = self.translations.get(self.code)
        self.borrowed += self.code != "en" and not (own and own.find("", english))
        return super().gettext(english, **values)

    def ngettext(self, singular: str, plural: str, number: int, **values: Any) -> str:
        """Return an interface string for `number`; counts one that the language does not have."""
        own = self.translations.get(self.code)
        self.borrowed += self.code != "en" and not (own and own.plural(singular, number))
        return super().ngettext(singular, plural, number, **values)


def _counting(language: Language) -> _CountingLanguage:
    given = {each.name: getattr(language, each.name) for each in fields(Language) if each.init}
    return _CountingLanguage(**given)


@dataclass(frozen=True)
class Texts:
    """Maker of texts and notes; `writers` belong to the site's languages, the default one first."""

    writers: Sequence[Writer]

    @cached_property
    def _languages(self) -> list[_CountingLanguage]:
        return [_counting(w.language) for w in self.writers]

    def of_record(self, text: Text) -> list[Node]:
        """A record's text in all languages it has, without translations that are out of date."""
        texts = {**text.languages}
        for w in self.writers:
            words = w.language.words(text)
            if words.lang == w.language.code and not words.stale:
                texts.setdefault(words.lang, words.text)
        return [tagged(each, code) for code, each in texts.items()]

    def in_words(self, write: InWords) -> list[Node]:
        """A text in the site's own words, in each language that has all of them up to date."""
        texts = []
        for each, language in zip(self.writers, self._languages, strict=True):
            language.borrowed = 0
            w = replace(each, language=language, texts={})
            text = write(w)
            if text and not w.foreign and not w.stale and not language.borrowed:
                texts.append(tagged(text, language.code))
        return texts

    def note(self, text: Text | None) -> Node | None:
        """A note with a record's text; None without one."""
        return _note(self.of_record(text)) if text else None

    def note_in_words(self, write: InWords) -> Node | None:
        """A note in the site's own words; None where it is empty in every language."""
        texts = self.in_words(write)
        return _note(texts) if texts else None

    def labelled_note(self, field: str, write: Callable[[Writer], Iterable[str]]) -> Node | None:
        """A note with what a field says, after its name, for which the model has no property."""

        def labelled(w: Writer) -> str:
            text = w.language.join_clauses(write(w))
            return (
                w._("%(label)s: %(value)s", label=w.field_label(field), value=text) if text else ""
            )

        return self.note_in_words(labelled)


def _note(texts: list[Node]) -> Node:
    return elm_node("elm:Note", {"elm:noteLiteral": texts})


def elm_node(type: str, properties: Node, id: str = "") -> Node:
    """A node whose property names have prefixes."""
    return node(type, id=id, **properties)


def typed(type: str, value: str | None) -> Node | None:
    """A literal with its data type; None without a value."""
    return {"@type": type, "@value": value} if value else None


def web_resource(url: str, language: str = "") -> Node:
    """A page or file on the web, with its BCP 47 language if that is known."""
    return elm_node(
        "elm:WebResource",
        {
            "elm:contentUrl": typed("xsd:anyURI", url),
            "dc:language": codes.language(language) if language else None,
        },
    )


def location(texts: Texts, country: str, address: Text | None) -> Node:
    """A place in a country, by its ISO 3166-1 code of two letters."""
    return elm_node("dc:Location", {"elm:address": address_node(texts, country, address)})


def address_node(texts: Texts, country: str, address: Text | None) -> Node:
    """A postal address in a country, by its ISO 3166-1 code of two letters."""
    return elm_node(
        "elm:Address",
        {"elm:fullAddress": texts.note(address), "elm:countryCode": codes.country(country)},
    )
