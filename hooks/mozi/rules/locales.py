"""The locales on offer: fallbacks, reviews and translated shares."""

from collections.abc import Iterator

from mozi.problems.problem import Finding, did_you_mean
from mozi.store.record_store import LOCALES, Store

LEAST = 0.8
"""Share of its texts, from 0 to 1, that a draft language must have translated."""


def incomplete(store: Store) -> Iterator[Finding]:
    """MZ308: English and Chinese are on offer: records are written in them."""
    for required in ("en", "zh"):
        if store.locales and required not in store.locales:
            yield Finding.at_key(LOCALES, (), "MZ308", "missing", code=required)


def broken_fallbacks(store: Store) -> Iterator[Finding]:
    """MZ308: the fallbacks of a language are other languages on offer, never itself."""
    for code, locale in store.locales.items():
        others = set(store.locales) - {code}
        for index, other in enumerate(locale.fallback):
            if other not in others:
                path = (code, "fallback", index)
                advice = did_you_mean(other, others)
                yield Finding.at_key(LOCALES, path, "MZ308", code=code, other=other, advice=advice)


def unsigned_reviews(store: Store) -> Iterator[Finding]:
    """MZ318: a reviewed language says who reviewed it, and when."""
    for code, locale in store.locales.items():
        if locale.state == "reviewed":
            for key in ("reviewed_by", "reviewed_on"):
                if not getattr(locale, key):
                    yield Finding.at_key(LOCALES, (code, "state"), "MZ318", code=code, key=key)


def unfinished(store: Store) -> Iterator[Finding]:
    """MZ319 and MZ320: a reviewed language has all its texts, a draft at least `LEAST` of them."""
    for code, translated in store.translations.items():
        state, share = store.locales[code].state, translated.share
        if state == "reviewed" and share < 1:
            yield Finding.at_key(
                LOCALES, (code, "state"), "MZ319", code=code, share=_percent(share)
            )
        if state == "draft" and share < LEAST:
            shares = {"share": _percent(share), "least": _percent(LEAST)}
            yield Finding.at_key(LOCALES, (code, "state"), "MZ320", code=code, **shares)


def _percent(share: float) -> int:
    return int(share * 100)  # rounded down: 99.9 % is not all
