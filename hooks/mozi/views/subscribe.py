"""View after the prose of the page of calendars and feeds: everything to choose from."""

from collections.abc import Iterable, Iterator

from mozi.addresses.urls import calendar_of, feed_of, index_of, prefix
from mozi.graph.subscriptions import EVERYTHING, Subscription, SubscriptionContent
from mozi.presentation.components.page import View
from mozi.presentation.components.section import Figures
from mozi.presentation.components.statement import Number, Stated
from mozi.presentation.components.subscriptions import Follow, Follows, Way
from mozi.presentation.writer import Writer
from mozi.records.dated_events import DatedEvent, Kind
from mozi.records.models import Country
from mozi.views.bulletin import name_of
from mozi.views.sections import filled


def view(w: Writer) -> View:
    """The calendars and feeds in the page's language, below the prose of `docs/subscribe.md`."""
    subscriptions = sorted(w.graph.subscriptions, key=lambda s: w.language.sort_key(name_of(w, s)))
    return View(
        "prose.html",
        w.language.own(title(w)),
        w._("Dates of the workshops in your calendar, and news of them in your feed reader."),
        sections=filled(
            [
                _held(w, w.graph.content_of(EVERYTHING).events),
                _follows(w, "all", w._("Everything"), [EVERYTHING]),
                _follows(w, "countries", w._("One country"), _of_kind(subscriptions, "country")),
                _follows(w, "fields", w._("One field of study"), _of_kind(subscriptions, "field")),
            ]
        ),
    )


def title(w: Writer) -> str:
    """Title of the page."""
    return w._("Calendars and feeds")


def _of_kind(subscriptions: Iterable[Subscription], kind: str) -> Iterator[Subscription]:
    return (subscription for subscription in subscriptions if subscription.kind == kind)


def _held(w: Writer, events: list[DatedEvent]) -> Figures:
    """How many dates of each kind the calendars hold, none of an intake being worth a word."""
    labels: dict[Kind, str] = {
        "intake": w._("starts of an intake"),
        "opening": w._("first days to apply"),
        "deadline": w._("last days of intakes: to apply, to pay, to hand in papers"),
        "scholarship": w._("last days to apply for scholarships"),
        "milestone": w._("milestones"),
    }
    on_days = [dated_event.kind for dated_event in events if dated_event.day]
    counts = [
        (on_days.count(kind), label)
        for kind, label in labels.items()
        if kind in on_days or kind not in ("opening", "scholarship")
    ]
    left_out = len(events) - len(on_days)
    counts.append((left_out, w._("left out: only the month or year is known")))
    intro = (
        ""
        if "intake" in on_days or "deadline" in on_days
        else w._(
            "No record gives the day of an intake or a last day to apply yet. As soon as one does, "
            "it is in these calendars."
        )
    )
    return Figures(
        "held",
        w._("What the calendars hold"),
        tuple(
            Number(w.language.number(count), Stated(w.language.own(label)))
            for count, label in counts
        ),
        intro,
    )


def _follows(w: Writer, id: str, title: str, subscriptions: Iterable[Subscription]) -> Follows:
    return Follows(id, title, tuple(_follow(w, subscription) for subscription in subscriptions))


def _follow(w: Writer, subscription: Subscription) -> Follow:
    content = w.graph.content_of(subscription)
    # Translators: what can be followed by calendar or feed when no country or field is chosen.
    name = (
        w._("All countries and fields") if subscription == EVERYTHING else name_of(w, subscription)
    )
    href = (
        w.href(f"{index_of(Country.kind)}{subscription.id}/")
        if subscription.kind == "country"
        else ""
    )
    files = list(_files(w, subscription, content))
    ways = [Way(label, w.href(file)) for label, file in files]
    addresses = [Way(label, _absolute(w, file)) for label, file in files]
    if not w.settings.site_url:
        addresses = []
    elif content.on_days:
        ways.insert(0, _webcal(w, subscription))
    return Follow(
        Stated(w.language.own(name), href),
        tuple(_lines(w, content)),
        tuple(ways),
        tuple(addresses),
    )


def _lines(w: Writer, content: SubscriptionContent) -> Iterator[str]:
    """Lines on how many dates the calendar of a subscription holds and leaves out."""
    held, event_count = len(content.on_days), len(content.events)
    if held:
        yield w.language.ngettext(
            "%(num)s date in the calendar", "%(num)s dates in the calendar", held
        )
    elif event_count:
        yield w._("No date is known to the day, so there is no calendar.")
    else:
        yield w._("There is no date yet, so there is no calendar.")
    if event_count > held:
        yield w.language.ngettext(
            "%(num)s date left out: only its month or year is known",
            "%(num)s dates left out: only their month or year is known",
            event_count - held,
        )


def _files(
    w: Writer, subscription: Subscription, content: SubscriptionContent
) -> Iterator[tuple[str, str]]:
    """The files of a subscription, each with its label; those are written that have something in them."""
    if content.on_days:
        yield w._("Calendar file"), calendar_of(subscription)
    labels = {"dates": w._("Feed of dates"), "changes": w._("Feed of changes")}
    yield from ((labels[feed], feed_of(subscription, feed)) for feed in content.feeds)


def _webcal(w: Writer, subscription: Subscription) -> Way:
    """A link that phones and desktops take as a calendar to follow, not as dates to copy once."""
    _, _, place = _absolute(w, calendar_of(subscription)).partition(":")
    return Way(w._("Subscribe to the calendar"), f"webcal:{place}")


def _absolute(w: Writer, address: str) -> str:
    return w.settings.site_url + prefix(w.language.code) + address
