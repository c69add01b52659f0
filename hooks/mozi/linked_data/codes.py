"""Codes as the European Union's controlled vocabularies write them (EU Vocabularies, EDC lists)."""

import re
from collections.abc import Sequence
from typing import Final

import pycountry

from mozi.linked_data.nodes import Node

_AUTHORITY: Final = "http://publications.europa.eu/resource/authority/"

_LISTS: Final = "http://data.europa.eu/snb/"
"""Beginning of the ids of the EDC lists; that of a list itself ends in `_SCHEME`."""

_SCHEME: Final = "25831c2"

_MODES: Final = {"on-site": "9191af2ed9", "online": "920fbb3cbe", "blended": "e92d221e4d"}
"""Id in `modes.yml` → concept of the list of modes of learning and assessment."""

_FULL_TIME: Final = "72a0ab92fa"
"""The only concept of the list of learning schedules that asks for no number of hours to choose."""

_CREDITS: Final = {"ects": "6fcec5c5af"}
"""Id in `credit-systems.yml` → concept of the list of educational credit systems."""

_LENGTH = re.compile(r"P(?:([\d.]+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?")


def concept(id: str, scheme: str) -> Node:
    """A concept of a list, both by their addresses."""
    return {
        "@id": id,
        "@type": "skos:Concept",
        "skos:inScheme": {"@id": scheme, "@type": "skos:ConceptScheme"},
    }


def _list_concept(list: str, code: str) -> Node:
    return concept(f"{_AUTHORITY}{list}/{code}", f"{_AUTHORITY}{list}")


def language(tag: str) -> Node | None:
    """A language from its BCP 47 tag, by its ISO 639-3 code; None for a group of languages."""
    code = tag.split("-")[0]
    entry = pycountry.languages.get(**{f"alpha_{len(code)}": code})
    return _list_concept("language", entry.alpha_3.upper()) if entry else None


def country(code: str) -> Node | None:
    """A country from its ISO 3166-1 code of two letters; None where ISO has no such country."""
    entry = pycountry.countries.get(alpha_2=code.upper())
    return _list_concept("country", entry.alpha_3) if entry else None


def currency(code: str) -> Node:
    """A currency from its ISO 4217 code."""
    return _list_concept("currency", code)


def field(isced_f: str) -> Node:
    """A field of education from its ISCED-F 2013 code."""
    return concept(f"{_LISTS}isced-f/{isced_f}", f"{_LISTS}isced-f/{_SCHEME}")


def mode(id: str) -> Node | None:
    """A mode of study from its id in `modes.yml`; None where the European list has none like it."""
    return _edc_concept("learning-assessment", _MODES.get(id))


def schedule(ids: Sequence[str]) -> Node | None:
    """A time of study from its ids in `schedules.yml`; None for all but full-time."""
    return _edc_concept("learning-schedule", _FULL_TIME if list(ids) == ["full-time"] else None)


def credit_system(id: str) -> Node | None:
    """A credit system from its id in `credit-systems.yml`; None where it is no European one."""
    return _edc_concept("education-credit", _CREDITS.get(id))


def _edc_concept(list: str, code: str | None) -> Node | None:
    return concept(f"{_LISTS}{list}/{code}", f"{_LISTS}{list}/{_SCHEME}") if code else None


def duration(iso: str) -> str | None:
    """A duration in the form of XML Schema, without weeks and fractions: `P2.5Y` becomes `P2Y6M`.

    None where a fraction of a year is no whole number of months.
    """
    match = _LENGTH.fullmatch(iso)
    assert match, iso  # records hold no other form
    years, months, weeks, days = (float(part or 0) for part in match.groups())
    months += years % 1 * 12
    if not months.is_integer():
        return None
    parts = [(int(years), "Y"), (int(months), "M"), (int(weeks * 7 + days), "D")]
    return "P" + "".join(f"{number}{unit}" for number, unit in parts if number) or None
