"""Money: fees (schema.org Offer) and scholarships (DefinedTerm)."""

from collections.abc import Iterable

from mozi.linked_data.certainty import all_plain, plain
from mozi.linked_data.nodes import Node, node, text_of
from mozi.presentation.money import scholarship_details
from mozi.presentation.writer import Writer
from mozi.records.models import Fee, Programme, Scholarship
from mozi.records.offerings import Offer


def fee_offers(w: Writer, record: Programme, offers: Iterable[Offer]) -> list[Node]:
    """Fees that a record states outright, as one offer for each: they must not be added up."""
    return [_fee(w, each.value) for each in offers if plain(record, "fees", each.evidence)]


def _fee(w: Writer, fee: Fee) -> Node:
    """A fee: an amount, or how it is reckoned; 0 only where the record says that it is free."""
    has_one_price = bool(fee.amount) and fee.amount_to is None and not fee.per
    price = fee.amount if has_one_price else None
    return node(
        "Offer",
        name=text_of(w, fee.what),
        price=0 if fee.free else price,
        priceCurrency=fee.currency if has_one_price else None,
        priceSpecification=None if has_one_price else _price_specification(w, fee),
        description=w.language.join_clauses(fee_remarks(w, fee)),
    )


def _price_specification(w: Writer, fee: Fee) -> Node | None:
    """A range of amounts, or an amount for a time; None without an amount."""
    if not fee.amount:
        return None
    is_range = fee.amount_to is not None
    return node(
        "UnitPriceSpecification" if fee.per else "PriceSpecification",
        price=None if is_range else fee.amount,
        minPrice=fee.amount if is_range else None,
        maxPrice=fee.amount_to,
        priceCurrency=fee.currency,
        unitText=text_of(w, w.graph.get(fee.per).name) if fee.per else None,
    )


def fee_remarks(w: Writer, fee: Fee) -> list[str]:
    """The payer of a fee, and the applicants it is asked of, in words, as far as they are given."""
    remarks = []
    if fee.paid_by:
        # Translators: of a fee; not seen on the page, search engines may show it.
        remarks.append(w._("Paid by: %(who)s", who=w.words(fee.paid_by)))
    if fee.for_whom:
        remarks.append(w._("for: %(who)s", who=w.listed(fee.for_whom)))
    return remarks


def scholarships(w: Writer, record: Programme) -> list[Node]:
    """Scholarships of a programme: kinds of financial aid that its students may have.

    Those of projects and partners are left to their pages: schema.org has properties for who gives
    a grant and who gets one, and their records say neither.
    """
    return [_aid(w, each) for each in all_plain(record, "scholarships", record.scholarships)]


def _aid(w: Writer, scholarship: Scholarship) -> Node:
    return node(
        "DefinedTerm",
        name=text_of(w, scholarship.name),
        description=w.language.join_clauses(scholarship_details(w, scholarship)),
        url=scholarship.page,
    )
