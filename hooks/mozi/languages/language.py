"""Languages: what a reader of one sees of a text, a name, a date or a number.

Names, dates, numbers, plurals and directions are those of the Unicode CLDR, through Babel.
"""

import re
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property, lru_cache
from typing import Any, Literal, TypeVar

import babel
from babel import core, dates, lists, numbers, units
from markupsafe import Markup, escape

from mozi.languages.catalogue import Translations
from mozi.languages.locales import LocaleEntry
from mozi.records import cldr
from mozi.records.values import Text, TextKey

T = TypeVar("T")

_REMEMBERED = 5_000
"""Texts that a language remembers: pages made one after the other have many in common."""


@dataclass(frozen=True, slots=True)
class Words:
    """A text as one reader sees it.

    `lang` and `dir` are those of the text itself; `foreign` says that they are not the page's.
    `stale` is the reader's wording of “may be out of date”, or empty.
    """

    text: str
    lang: str
    dir: str
    foreign: bool = False
    stale: str = ""

    def __str__(self) -> str:
        return self.text

    def __html__(self) -> Markup:
        """HTML, escaped; another language and a stale text are marked."""
        shown: str = escape(self.text)
        if self.stale:
            shown = f'{shown} <small class="mz-stale">{escape(self.stale)}</small>'
        if self.foreign:
            shown = f'<span lang="{escape(self.lang)}" dir="{self.dir}">{shown}</span>'
        return Markup(shown)


@dataclass
class Language:
    """One language of the site.

    `chain` is the language itself and those it falls back on, nearest first, English last.
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
        """The result of `make`, made once: for texts that pages of this language say again and again.

        It must depend on nothing but the language and what `name` holds.
        """
        if name not in self._memory:
            self._memory[name] = make()
        made: T = self._memory[name]
        return made

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
        """The country the language is written for, or else most used in; its ISO 3166-1 code."""
        likely = core.get_global("likely_subtags").get(self.cldr.language, "")
        return str(self.cldr.territory or likely.rpartition("_")[2])

    @property
    def draft(self) -> bool:
        """Whether no person has reviewed the translation yet."""
        return self.state == "draft"

    # Interface ---------------------------------------------------------------------------------

    def gettext(self, english: str, **values: Any) -> str:
        """An interface string with its placeholders filled in."""
        text = self._interface.get(english, english)
        return text % values if values else text

    def ngettext(self, singular: str, plural: str, number: int, **values: Any) -> str:
        """An interface string in the right plural form; `number` fills `%(num)s`, localised."""
        values = {"num": self.number(number), **values}
        for catalogue in self._catalogues.values():
            found = catalogue.plural(singular, number)
            if found:
                return found % values
        return (singular if number == 1 else plural) % values

    @cached_property
    def _catalogues(self) -> dict[str, Translations]:
        """The catalogues along the chain, nearest first; English texts need none."""
        return {code: self.translations.get(code) or Translations(code) for code in self.chain}

    @cached_property
    def _interface(self) -> dict[str, str]:
        """All interface strings by their English, each from the nearest catalogue that has it."""
        found: dict[str, str] = {}
        for catalogue in reversed(self._catalogues.values()):
            found |= catalogue.interface
        return found

    # Texts of records --------------------------------------------------------------------------

    def words(self, text: Text) -> Words:
        """The text in this language, or in the nearest one it falls back on."""
        key = text.key
        of, words = self._words.get(key) or (None, None)
        if of is not text or words is None:  # two texts of a record may be the same in English only
            if len(self._words) > _REMEMBERED:
                self._words.clear()
            words = self._found(text)
            self._words[key] = text, words
        return words

    def _found(self, text: Text) -> Words:
        for code, catalogue in self._catalogues.items():
            own = text.written(code)
            if own is not None:
                return self.quote(own, code)
            found = catalogue.find(text.context, text.en)
            if found:
                # Translators: behind a translation whose English text has changed since.
                note = self.gettext("(may be out of date)") if found.stale else ""
                return self.quote(found.text, code, note)
        return self.quote(text.en, "en")

    def quote(self, text: str, code: str, stale: str = "") -> Words:
        """A text that stands in the language `code`, whatever the page's."""
        return Words(text, code, direction(code), foreign=code != self.code, stale=stale)

    def own(self, text: str) -> Words:
        """A text in the page's own language."""
        return Words(text, self.code, self.dir)

    # CLDR --------------------------------------------------------------------------------------

    def territory(self, code: str) -> str:
        """Name of a country from its ISO 3166-1 code."""
        territories = self.once("territories", lambda: dict(self.cldr.territories))
        return str(territories.get(code.upper(), code.upper()))

    def language_name(self, tag: str) -> str:
        """Name of a language from its BCP 47 tag."""
        return self.once(("language", tag), lambda: self._language_name(tag))

    def _language_name(self, tag: str) -> str:
        name = self.cldr.languages.get(tag)
        if name is None and cldr.is_locale(tag):
            name = babel.Locale.parse(tag, sep="-").get_display_name(self.cldr)
        return str(name or self.cldr.languages.get(tag.split("-")[0]) or tag)

    def number(self, value: float) -> str:
        """A number with the language's digits and separators."""
        return str(numbers.format_decimal(value, locale=self.cldr))

    def percent(self, value: float) -> str:
        """A percentage; `value` is per hundred."""
        return str(numbers.format_percent(value / 100, locale=self.cldr))

    def money(self, amount: float, currency: str) -> str:
        """An amount of money; `currency` is an ISO 4217 code, printed to be unmistakable."""
        return str(numbers.format_currency(amount, currency, "¤¤\xa0#,##0.00", locale=self.cldr))

    def date(self, value: str, until: str | None = None) -> str:
        """A date no finer than it is known; `until` makes it a span."""
        if until and len(value) == len(until) == len("2024-09-24"):
            span = dates.format_interval(
                date.fromisoformat(value), date.fromisoformat(until), "yMMMd", locale=self.cldr
            )
            return str(span)
        if until:
            return f"{self.date(value)} – {self.date(until)}"
        return _date(value, self.cldr)

    def size(self, octets: int) -> str:
        """How large a file is, in kB or MB of the SI."""
        if octets < 999_500:
            return self._unit(max(1, round(octets / 1000)), "digital-kilobyte", ("short",))
        return self._unit(round(octets / 1_000_000, 1), "digital-megabyte", ("short",))

    def duration(self, iso: str) -> str:
        """A length of time in words from its ISO 8601 form, such as `P2.5Y` or `P6M`."""
        names = {"Y": "year", "M": "month", "W": "week", "D": "day"}
        parts = re.findall(r"(\d+(?:\.\d+)?)([YMWD])", iso)
        return self.enumerate(self._unit(float(n), f"duration-{names[u]}") for n, u in parts)

    def _unit(
        self,
        value: float,
        unit: str,
        lengths: tuple[Literal["long", "short"], ...] = ("long", "short"),
    ) -> str:
        plain = int(value) if float(value).is_integer() else value
        for length in lengths:  # some languages have only the short form
            text = str(units.format_unit(plain, unit, length=length, locale=self.cldr))
            if unit not in text:
                return text
        return text

    def enumerate(self, items: Iterable[str]) -> str:
        """Several things joined by the language's commas and “and”."""
        several = list(items)
        return several[0] if len(several) == 1 else lists.format_list(several, locale=self.cldr)

    def sort_key(self, text: str) -> bytes:
        """A key that sorts names as a reader expects.

        Chinese: GB 2312 lists the common characters by pronunciation, so its bytes sort by pinyin.
        """
        if self.code.startswith("zh"):
            return text.encode("gb18030", "replace")
        return text.casefold().replace("ё", "е").encode()


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
    """Direction of writing of a language: `ltr` or `rtl`."""
    try:
        return str(babel.Locale.parse(code, sep="-").text_direction)
    except (babel.UnknownLocaleError, ValueError):
        return "ltr"


def languages(
    entries: Mapping[str, LocaleEntry], translations: Mapping[str, Translations]
) -> dict[str, Language]:
    """The languages on offer by code, in the order of `data/locales.yml`."""
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
    """The language, then all it falls back on, each once, English last."""
    order = [code]
    for step in order:
        order.extend(c for c in entries[step].fallback if c not in order and c in entries)
    return (*(c for c in order if c != "en"), "en")
