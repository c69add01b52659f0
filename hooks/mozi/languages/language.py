"""Languages of the site: how a text, a name, a date or a number is shown to readers of each.

Names, dates, numbers, plurals and directions are those of the Unicode CLDR, through Babel.
"""

import re
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from functools import cache, cached_property, lru_cache
from typing import Any, Literal, TypeVar

import babel
from babel import core, dates, lists, numbers, units
from markupsafe import Markup, escape

from mozi.languages.catalogue import Translations
from mozi.languages.locales import LocaleEntry
from mozi.records import cldr
from mozi.records.text_links import TextLink
from mozi.records.values import Text, TextKey

T = TypeVar("T")

_REMEMBERED = 5_000
"""Number of texts that a language keeps in memory: pages made one after the other share many."""


_SEMICOLONS = {
    **dict.fromkeys(("ar", "fa", "ur", "ps", "ckb"), "؛ "),
    **dict.fromkeys(("zh", "ja"), "；"),
    "fr": "\u202f; ",
}
"""Language → its semicolon between two clauses, with the spaces around it; others have “; ”."""

_ISOLATE, _ISOLATE_LTR, _ISOLATE_END = "\u2068", "\u2066", "\u2069"
"""Marks around a text inside another, whose order it does not touch (Unicode, UAX 9)."""

_FULL_WIDTH = ("zh", "ja")
"""Languages with full-width punctuation."""


@dataclass(frozen=True, slots=True)
class Words:
    """Text as readers of one language see it.

    `lang` and `dir` are language and direction of the text itself; `foreign` is true where its
    language is not the page's. `stale` is the note “may be out of date” for the reader, or empty.
    `links` are pieces of the text that lead somewhere, in order.
    """

    text: str
    lang: str
    dir: str
    foreign: bool = False
    stale: str = ""
    links: tuple[TextLink, ...] = ()

    def __str__(self) -> str:
        return self.text

    def __html__(self) -> Markup:
        """Return escaped HTML that marks links, a text in another language and a stale text."""
        shown: str = self._linked() if self.links else escape(self.text)
        if self.stale:
            shown = f'{shown} <small class="mz-stale">{escape(self.stale)}</small>'
        if self.foreign:
            shown = f'<span lang="{escape(self.lang)}" dir="{self.dir}">{shown}</span>'
        return Markup(shown)

    def _linked(self) -> Markup:
        """Text as HTML with its links; each is read from left to right, whatever is around it."""
        parts, rest = [], self.text
        for link in self.links:
            before, written, after = rest.partition(link.text)
            if written:
                parts += [escape(before), _LINK % (link.href, written)]
                rest = after
        return Markup().join([*parts, escape(rest)])


_LINK = Markup('<a href="%s"><bdi dir="ltr">%s</bdi></a>')


@dataclass
class Language:
    """Language of the site.

    `chain` is the language itself and its fallbacks, nearest first, English last.
    """

    code: str
    name: str
    state: str
    chain: tuple[str, ...]
    translations: Mapping[str, Translations] = field(default_factory=dict)
    formats: str = ""
    reviewed_by: Text | None = None
    reviewed_on: str = ""
    _words: dict[TextKey, tuple[Text, Words]] = field(default_factory=dict, init=False, repr=False)
    _memory: dict[Hashable, Any] = field(default_factory=dict, init=False, repr=False)

    def once(self, name: Hashable, make: Callable[[], T]) -> T:
        """Return the result of `make`, computed once for each `name`: many pages need the same.

        The result may depend only on the language and on `name`.
        """
        if name not in self._memory:
            self._memory[name] = make()
        result: T = self._memory[name]
        return result

    @cached_property
    def cldr(self) -> babel.Locale:
        """Babel's locale for names, dates and numbers."""
        return babel.Locale.parse(self.formats or self.code, sep="-")

    @cached_property
    def dir(self) -> str:
        """Direction of writing: `ltr` or `rtl`."""
        return str(self.cldr.text_direction)

    @cached_property
    def most_used_in(self) -> str:
        """ISO 3166-1 code of the language's own country, or else of the one that uses it most."""
        likely = core.get_global("likely_subtags").get(self.cldr.language, "")
        return str(self.cldr.territory or likely.rpartition("_")[2])

    @property
    def draft(self) -> bool:
        """Whether no person has reviewed the translation yet."""
        return self.state == "draft"

    # Interface ---------------------------------------------------------------------------------

    def gettext(self, english: str, **values: Any) -> str:
        """Return an interface string with its placeholders filled in."""
        text = self._interface.get(english, english)
        return text % values if values else text

    def ngettext(self, singular: str, plural: str, number: int, **values: Any) -> str:
        """Return an interface string in the plural form for `number`.

        The localised number fills `%(num)s`.
        """
        values = {"num": self.number(number), **values}
        for catalogue in self._catalogues.values():
            translation = catalogue.plural(singular, number)
            if translation:
                return translation % values
        return (singular if number == 1 else plural) % values

    @cached_property
    def _catalogues(self) -> dict[str, Translations]:
        """Catalogues of the languages in the chain, nearest first; English texts need none."""
        return {code: self.translations.get(code) or Translations(code) for code in self.chain}

    @cached_property
    def _interface(self) -> dict[str, str]:
        """Interface strings by English text, each from the nearest catalogue that has it."""
        strings: dict[str, str] = {}
        for catalogue in reversed(self._catalogues.values()):
            strings |= catalogue.interface
        return strings

    # Texts of records --------------------------------------------------------------------------

    def words(self, text: Text) -> Words:
        """Return the text in this language, or in the nearest fallback that has it."""
        key = text.key
        cached_text, words = self._words.get(key) or (None, None)
        # two texts with the same English may differ in other languages
        if cached_text is not text or words is None:
            if len(self._words) > _REMEMBERED:
                self._words.clear()
            words = self._words_from_chain(text)
            self._words[key] = text, words
        return words

    def _words_from_chain(self, text: Text) -> Words:
        """Return the text in the first language of the chain that has it."""
        for code, catalogue in self._catalogues.items():
            own_text = text.written(code)
            if own_text is not None:
                return self.quote(own_text, code)
            translation = catalogue.find(text.context, text.en)
            if translation:
                # Translators: behind a translation whose English text has changed since.
                note = self.gettext("(may be out of date)") if translation.stale else ""
                return self.quote(translation.text, code, note)
        return self.quote(text.en, "en")

    def quote(self, text: str, code: str, stale: str = "") -> Words:
        """Return a text in the language `code`, which may differ from the page's language."""
        return Words(text, code, direction(code), foreign=code != self.code, stale=stale)

    def own(self, text: str) -> Words:
        """Return a text in the page's own language."""
        return Words(text, self.code, self.dir)

    # Texts inside others -------------------------------------------------------------------------

    def inside(self, words: Words) -> str:
        """Return a text for use inside another of the page; isolated where directions differ."""
        if words.dir == self.dir:
            return words.text
        return f"{_ISOLATE}{words.text}{_ISOLATE_END}"

    def ltr(self, text: str) -> str:
        """Return a telephone number, address or the like for use inside another text.

        It is read from left to right in every language; without marks, the groups of a telephone
        number stand in Arabic in the order of its words, the last one first.
        """
        return text if self.dir == "ltr" else f"{_ISOLATE_LTR}{text}{_ISOLATE_END}"

    def around(self, words: Words, text: str) -> Words:
        """Return `text`, which has `words` inside: in their language, in the page's direction."""
        return replace(words, text=text, dir=self.dir)

    # CLDR --------------------------------------------------------------------------------------

    def territory(self, code: str) -> str:
        """Return the name of a country from its ISO 3166-1 code."""
        territories = self.once("territories", lambda: dict(self.cldr.territories))
        return str(territories.get(code.upper(), code.upper()))

    def language_name(self, tag: str) -> str:
        """Return the name of a language from its BCP 47 tag."""
        return self.once(("language", tag), lambda: self._language_name(tag))

    def _language_name(self, tag: str) -> str:
        name = self.cldr.languages.get(tag)
        if name is None and cldr.is_locale(tag):
            name = babel.Locale.parse(tag, sep="-").get_display_name(self.cldr)
        return str(name or self.cldr.languages.get(tag.split("-")[0]) or tag)

    def number(self, value: float) -> str:
        """Return a number with the language's digits and separators."""
        return str(numbers.format_decimal(value, locale=self.cldr))

    def percent(self, value: float) -> str:
        """Return a percentage; `value` is per hundred."""
        share = Decimal(str(value)) / 100  # exact: “at least 91.5%” must not become “at least 92%”
        return str(numbers.format_percent(share, locale=self.cldr, decimal_quantization=False))

    def money(self, amount: float, currency: str) -> str:
        """Return an amount of money with its ISO 4217 code `currency`, which cannot be mistaken.

        A fraction has the digits of the currency, or more where the amount has more; a whole amount
        has none.
        """
        pattern = "¤¤\xa0#,##0"
        if amount != int(amount):
            digits = len(f"{Decimal(str(amount)).normalize():f}".partition(".")[2])
            pattern += "." + "0" * max(digits, numbers.get_currency_precision(currency))
        return str(
            numbers.format_currency(
                amount, currency, pattern, locale=self.cldr, currency_digits=False
            )
        )

    def date(self, value: str, until: str | None = None) -> str:
        """Return a date in words, as precise as `value`; with `until`, a span of dates.

        Both are ISO 8601 dates: `2024`, `2024-09` or `2024-09-24`.
        """
        if until and len(value) == len(until) == len("2024-09-24"):
            span = dates.format_interval(
                date.fromisoformat(value), date.fromisoformat(until), "yMMMd", locale=self.cldr
            )
            return str(span)
        if until:
            return f"{self.date(value)} – {self.date(until)}"
        return _date(value, self.cldr)

    def size(self, octets: int) -> str:
        """Return the size of a file in kB or MB of the SI, from its number of bytes."""
        if octets < 999_500:
            return self._unit(max(1, round(octets / 1000)), "digital-kilobyte", ("short",))
        return self._unit(round(octets / 1_000_000, 1), "digital-megabyte", ("short",))

    def duration(self, iso: str) -> str:
        """Return a duration in words from its ISO 8601 form, such as `P2.5Y` or `P6M`."""
        names = {"Y": "year", "M": "month", "W": "week", "D": "day"}
        parts = re.findall(r"(\d+(?:\.\d+)?)([YMWD])", iso)
        return self.enumerate(self._unit(float(n), f"duration-{names[u]}") for n, u in parts)

    def _unit(
        self,
        value: float,
        unit: str,
        lengths: tuple[Literal["long", "short"], ...] = ("long", "short"),
    ) -> str:
        number = int(value) if float(value).is_integer() else value
        for length in lengths:  # some languages have only the short form
            text = str(units.format_unit(number, unit, length=length, locale=self.cldr))
            if unit not in text:
                return text
        return text

    def enumerate(self, items: Iterable[str]) -> str:
        """Return the items joined by the language's commas and “and”."""
        texts = list(items)
        return texts[0] if len(texts) == 1 else lists.format_list(texts, locale=self.cldr)

    def join_clauses(self, clauses: Iterable[str]) -> str:
        """Return clauses joined by the language's semicolon."""
        return _SEMICOLONS.get(self.cldr.language, "; ").join(clauses)

    def join_sentences(self, sentences: Iterable[str]) -> str:
        """Return sentences one after the other; full-width full stops have their own space."""
        return ("" if self.cldr.language in _FULL_WIDTH else " ").join(sentences)

    def sort_key(self, text: str) -> bytes:
        """Return a key that sorts names as a reader expects.

        Chinese: GB 2312 lists the common characters by pronunciation, so its bytes sort by pinyin.
        """
        if self.code.startswith("zh"):
            return text.encode("gb18030", "replace")
        return text.casefold().replace("ё", "е").encode()


def without_isolates(text: str) -> str:
    """Return a text without the marks around texts inside it, for programs."""
    return text.translate(_WITHOUT_ISOLATES)


_WITHOUT_ISOLATES = dict.fromkeys(map(ord, (_ISOLATE, _ISOLATE_LTR, _ISOLATE_END)))


@lru_cache(maxsize=50_000)  # most pages show the same few dates
def _date(value: str, locale: babel.Locale) -> str:
    year, month, day = (int(part) for part in (value + "-01-01")[:10].split("-"))
    moment = date(year, month, day)
    if len(value) == len("2024"):
        return str(dates.format_skeleton("y", moment, locale=locale))
    if len(value) == len("2024-09"):
        return str(dates.format_skeleton("yMMMM", moment, locale=locale))
    return str(dates.format_date(moment, "long", locale=locale))


@cache
def direction(code: str) -> str:
    """Return the direction of writing of a language: `ltr` or `rtl`."""
    try:
        return str(babel.Locale.parse(code, sep="-").text_direction)
    except (babel.UnknownLocaleError, ValueError):
        return "ltr"


def languages(
    entries: Mapping[str, LocaleEntry], translations: Mapping[str, Translations]
) -> dict[str, Language]:
    """Return the languages of the site by code, in the order of `data/locales.yml`."""
    return {
        code: Language(
            code,
            entry.name,
            entry.state,
            chain(code, entries),
            translations,
            entry.cldr or "",
            entry.reviewed_by,
            entry.reviewed_on or "",
        )
        for code, entry in entries.items()
    }


def chain(code: str, entries: Mapping[str, LocaleEntry]) -> tuple[str, ...]:
    """Return the language and all its fallbacks, each once, nearest first, English last."""
    order = [code]
    for step in order:
        order.extend(c for c in entries[step].fallback if c not in order and c in entries)
    return (*(c for c in order if c != "en"), "en")
