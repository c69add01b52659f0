"""Locales: the languages of the site, as `data/locales.yml` describes them."""

from typing import Literal

from mozi.records.values import Day, LanguageCode, Model, Owner, PlainText, Text


class LocaleEntry(Model):
    """Entry of `data/locales.yml`: a language of the site."""

    name: PlainText
    cldr: LanguageCode | None = None
    fallback: list[LanguageCode] = []
    state: Literal["source", "reviewed", "draft"]
    reviewed_by: Text | None = None
    reviewed_on: Day | None = None
    owners: list[Owner] = []
