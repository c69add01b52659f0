"""Dependency keys: short texts that name what a task can read of the record graph."""

from mozi.graph.subscriptions import Subscription
from mozi.records.models import Record

SUBSCRIPTIONS_KEY = "subscribe/"
"""Key of the list of all subscriptions."""


def record_key(record: Record) -> str:
    """Key of everything that a record says."""
    return f"{record.kind}/{record.id}"


def references_key(record: Record) -> str:
    """Key of which records name or cite a record, not of what they say."""
    return f"{record.kind}/{record.id}<"


def kind_key(record_type: type[Record]) -> str:
    """Key of everything that the records of a kind say."""
    return f"{record_type.kind}/"


def subscription_key(subscription: Subscription) -> str:
    """Key of everything that the records of a subscription say."""
    return f"subscribe/{subscription.path}"


def formats_key(subscription: Subscription) -> str:
    """Key of the forms, calendar and feeds, that a subscription has."""
    return f"subscribe/{subscription.path}?"


def describe_key(key: str) -> str:
    """A dependency key in words, for people who ask why a file was written."""
    kind, _, id = key.partition("/")
    if key == SUBSCRIPTIONS_KEY:
        return "the list of all subscriptions"
    if kind == "subscribe":
        subscription = id.removesuffix("?")
        what = "the forms" if id.endswith("?") else "all records"
        return f"{what} of the subscription {subscription}"
    if not id:
        return f"all records in data/{kind}/"
    if id.endswith("<"):
        return f"the list of records that name or cite data/{kind}/{id[:-1]}.yml"
    return f"data/{kind}/{id}.yml, with its translations"
