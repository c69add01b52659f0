"""Codes and names of languages, countries and currencies in the Unicode CLDR, through Babel."""

import re
from functools import cache
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.core import get_global

_TAG = re.compile(r"([a-z]{2,3})(?:-([A-Z][a-z]{3}))?(?:-([A-Z]{2}|[0-9]{3}))?")


@cache
def _names(kind: str) -> frozenset[str]:
    table: Any = getattr(Locale.parse("en"), kind)
    return frozenset(table)


def is_language(tag: str) -> bool:
    """Whether `tag` is a BCP 47 language tag such as `tg`, `zh` or `zh-Hant`."""
    match = _TAG.fullmatch(tag)
    if not match:
        return False
    language, script, territory = match.groups()
    return (
        language in _names("languages")
        and (script is None or script in _names("scripts"))
        and (territory is None or territory in _names("territories"))
    )


def is_locale(tag: str) -> bool:
    """Whether CLDR has names, dates and numbers for the language of a BCP 47 tag."""
    try:
        Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return False
    return True


def is_territory(code: str) -> bool:
    """Whether `code` is a country code of ISO 3166-1 in lower case, such as `tj`."""
    return len(code) == 2 and code.islower() and code.upper() in _names("territories")


def language_name(tag: str, language: str) -> str:
    """Return the name of the language `tag` in `language`; the tag itself where CLDR has none."""
    return str(Locale.parse(language).languages.get(tag.replace("-", "_"), tag))


def territory_name(code: str, language: str) -> str:
    """Return the name of the country `code` in `language`. Raises `KeyError` when there is none."""
    return str(Locale.parse(language).territories[code.upper()])


def territory_of(name: str) -> str | None:
    """Return the code, in lower case, of the country called `name` in English or Chinese.

    `name` may also be the code itself. None where no country has that name.
    """
    if is_territory(name.lower()):
        return name.lower()
    for language in ("en", "zh"):
        names: dict[str, str] = dict(Locale.parse(language).territories)
        for code, country_name in names.items():
            if country_name.casefold() == name.casefold() and is_territory(code.lower()):
                return code.lower()
    return None


def is_currency(code: str) -> bool:
    """Whether `code` is an ISO 4217 currency code such as `CNY`."""
    return code in _names("currencies")


def is_time_zone(name: str) -> bool:
    """Whether `name` is a time zone of the IANA database, such as `Asia/Dushanbe`."""
    return name == "UTC" or name in get_global("zone_territories")
