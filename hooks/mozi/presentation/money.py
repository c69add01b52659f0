"""Wordings of money: fees and scholarships, each with for whom it is and when it is charged."""

from dataclasses import replace

from mozi.languages.language import Words
from mozi.presentation.components.statement import Stated
from mozi.presentation.writer import Writer
from mozi.records.models import Fee, Price, Scholarship, SourcedRecord
from mozi.records.text_links import TextLink
from mozi.records.values import Evidence


def fee(w: Writer, value: Fee, owner: SourcedRecord, *, evidence: Evidence | None = None) -> Stated:
    """A fee in words: for what, how much, for whom, who pays it.

    `evidence` is that of the fee together with the intake around it; the fee's own without one.
    """
    amount = w._("free of charge") if value.free else price(w, value)
    words = w.words(value.what)
    text = w._(
        "%(what)s: %(money)s",
        what=w.language.inside(words),
        money=amount or w._("amount not published"),
    )
    stale = words.stale
    if value.for_whom:
        text = w._("%(fee)s (for: %(who)s)", fee=text, who=w.listed(value.for_whom))
    if value.paid_by:
        who = w.words(value.paid_by)
        stale = stale or who.stale
        text = w._("%(fee)s (paid by: %(who)s)", fee=text, who=w.language.inside(who))
    whole = replace(w.language.around(words, text), stale=stale)
    return w.stated(whole, evidence or value, owner)


def price(w: Writer, value: Price) -> str:
    """An amount or range of money with the time it is for; empty where there is no amount."""
    if value.amount is None or value.currency is None:
        return ""
    money = w.language.money(value.amount, value.currency)
    if value.amount_to is not None:
        # Translators: a range of money, such as “KES 1,000 to KES 2,000”.
        money = w._(
            "%(least)s to %(most)s",
            least=money,
            most=w.language.money(value.amount_to, value.currency),
        )
    # Translators: an amount of money and when it is charged, such as “KES 1,000, per year”.
    return w._("%(money)s, %(per)s", money=money, per=w.term(value.per)) if value.per else money


def scholarship(w: Writer, value: Scholarship, owner: SourcedRecord) -> Stated:
    """A scholarship in words: its year, what it covers, who may apply until when."""
    name = w.words(value.name)
    text = " · ".join([w.language.inside(name), *scholarship_details(w, value)])
    links = (TextLink(name.text, value.page),) if value.page else ()
    stated = w.stated(replace(w.language.around(name, text), links=links), value, owner)
    return w.until(stated, value.apply_until, owner)


def scholarship_details(w: Writer, value: Scholarship) -> list[str]:
    """Details of a scholarship beside its name, in words."""
    details = [
        w.language.date(value.year) if value.year else "",
        _sentence(w, w.words(value.covers)) if value.covers else "",
        price(w, value),
        w._("for: %(who)s", who=_sentence(w, w.words(value.who))) if value.who else "",
        w._("for: %(who)s", who=w.listed(value.for_whom)) if value.for_whom else "",
        w._("apply until %(date)s", date=w.language.date(value.apply_until))
        if value.apply_until
        else "",
    ]
    return [detail for detail in details if detail]


def _sentence(w: Writer, words: Words) -> str:
    """A sentence as a part of another: without the full stop at its end."""
    return w.language.inside(replace(words, text=words.text.rstrip(".。")))
