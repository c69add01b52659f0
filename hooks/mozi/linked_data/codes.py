"""Codes as the European Union's controlled vocabularies write them (EU Vocabularies, EDC lists)."""

import re
from typing import Final

import pycountry

from mozi.linked_data.nodes import Node

_AUTHORITY: Final = "http://publications.europa.eu/resource/authority/"
_ISCED_F: Final = "http://data.europa.eu/snb/isced-f/"

_LENGTH = re.compile(r"P(?:([\d.]+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?")


def _concept(id: str, scheme: str) -> Node:
    return {
        "@id": id,
        "@type": "skos:Concept",
        "skos:inScheme": {"@id": scheme, "@type": "skos:ConceptScheme"},
    }


def _list_concept(list: str, code: str) -> Node:
    return _concept(f"{_AUTHORITY}{list}/{code}", f"{_AUTHORITY}{list}")


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
    return _concept(_ISCED_F + isced_f, f"{_ISCED_F}25831c2")


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
