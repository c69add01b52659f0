"""Bulletins of calendars and feeds: a milestone, an intake, a last day, a changed record."""

from collections.abc import Iterator

from markupsafe import Markup, escape

from mozi.addresses.urls import address_of, prefix
from mozi.graph.record_changes import RecordChange
from mozi.graph.subscriptions import Subscription
from mozi.languages.language import Words
from mozi.presentation.components.evidence import Reference
from mozi.presentation.components.statement import Row, Stated
from mozi.presentation.components.subscriptions import Bulletin
from mozi.presentation.intakes import deadline, distinction, heading, intake_rows
from mozi.presentation.money import scholarship
from mozi.presentation.writer import Writer
from mozi.records.dated_events import DatedEvent
from mozi.records.models import Intake, Milestone, Programme, Record, Scholarship
from mozi.views.cards import card_of
from mozi.views.sections import references


def of_event(w: Writer, dated_event: DatedEvent) -> Bulletin:
    """A dated event, with all that its record says of it. `w` must not have cited anything yet."""
    entry, owner = dated_event.entry, dated_event.owner
    title = w._("%(what)s – %(name)s", what=_what(w, dated_event), name=w.title_of(owner).text)
    if dated_event.evidence.basis == "inferred":
        # Translators: the title of a date in a calendar that no source states outright.
        title = w._("%(title)s (inferred)", title=title)
    if dated_event.state:
        title = w._("%(label)s: %(value)s", label=w.term(dated_event.state), value=title)
    rows = [_date_row(w, dated_event)]
    if isinstance(entry, Milestone):
        rows += _of_milestone(w, entry)
    elif isinstance(entry, Intake) and isinstance(owner, Programme):
        if dated_event.kind != "intake":
            rows.append(Row(w._("Start"), (heading(w, entry, owner),)))
        rows += intake_rows(w, entry, owner)
    return _bulletin(w, title, rows, owner)


def _what(w: Writer, dated_event: DatedEvent) -> str:
    """Kind of a dated event, and what tells it from others of the record."""
    entry, deadline = dated_event.entry, dated_event.deadline
    kind = _kind(w, dated_event)
    if isinstance(entry, Scholarship):
        return w._("%(what)s (%(detail)s)", what=kind, detail=w.words(entry.name).text)
    if deadline and deadline.what:
        # Translators: the title of a last day to do something, such as “Last day: health certificate”.
        kind = w._("Last day: %(what)s", what=w.words(deadline.what).text)
    if deadline and deadline.for_whom:
        kind = w._("%(what)s (for: %(who)s)", what=kind, who=w.listed(deadline.for_whom))
    if isinstance(entry, Intake) and isinstance(dated_event.owner, Programme):
        detail = distinction(w, entry, dated_event.owner)
        # Translators: the title of a date in a calendar, and which of several it is, such as
        # “Intake starts (evening group)”.
        return w._("%(what)s (%(detail)s)", what=kind, detail=detail) if detail else kind
    return kind


def _kind(w: Writer, dated_event: DatedEvent) -> str:
    if isinstance(dated_event.entry, Milestone):
        return w.term(dated_event.entry.kind)
    return {
        # Translators: the first day of an intake.
        "intake": w._("Intake starts"),
        # Translators: the first day on which one may apply for an intake.
        "opening": w._("Applications open"),
        # Translators: the last day on which one may apply for an intake.
        "deadline": w._("Last day to apply"),
        "scholarship": w._("Last day to apply for a scholarship"),
    }[dated_event.kind]


def _date_row(w: Writer, dated_event: DatedEvent) -> Row:
    """The date of an event; for a last day, with its time and zone, and for whom it is."""
    entry, owner = dated_event.entry, dated_event.owner
    if dated_event.deadline and isinstance(owner, Programme):
        last_day = deadline(w, dated_event.deadline, dated_event.deadline, owner)
        is_to_apply = not dated_event.deadline.what
        return Row(_kind(w, dated_event) if is_to_apply else w.field_label("deadline"), (last_day,))
    if isinstance(entry, Scholarship):
        return w.labelled("scholarships", scholarship(w, entry, owner))
    date = w.language.date(dated_event.date, dated_event.until)
    stated = w.stated(date, entry, owner)
    if dated_event.kind == "intake":
        stated = w.until(stated, dated_event.date, owner)
    return Row(_kind(w, dated_event), (stated,))


def _of_milestone(w: Writer, milestone: Milestone) -> Iterator[Row]:
    if milestone.place:
        yield Row(w._("Place"), (Stated(w.words(milestone.place)),))
    if milestone.what:
        yield Row("", (Stated(w.words(milestone.what)),))


def of_revision(w: Writer, revision: RecordChange) -> Bulletin:
    """A record that was changed. What was changed in it, nobody wrote down: its page shows it."""
    record = revision.record
    titles = {
        "added": w._("New: %(name)s", name=w.title_of(record).text),
        "changed": w._("Changed: %(name)s", name=w.title_of(record).text),
        "checked": w._("Checked: %(name)s", name=w.title_of(record).text),
    }
    day = w.language.date(revision.day)
    sentences = {
        "added": w._("The record was added on %(date)s.", date=day),
        "changed": w._(
            "The record was changed on %(date)s. Its page shows it as it is now.", date=day
        ),
        "checked": w._("The record was last checked on %(date)s.", date=day),
    }
    lines = [sentences[revision.kind], *card_of(w, record).lines]
    rows = [Row("", (Stated(w.language.own(line)),)) for line in lines if line]
    return _bulletin(w, titles[revision.kind], rows, record)


def _bulletin(w: Writer, title: str, rows: list[Row], record: Record) -> Bulletin:
    site = w.settings.site_url
    return Bulletin(
        title,
        tuple(rows),
        references(w).items,
        site + prefix(w.language.code) + address_of(record) if site else "",
        w._("Draft translation, not reviewed yet.") if w.language.draft else "",
    )


def name_of(w: Writer, subscription: Subscription) -> str:
    """Name of a subscription for readers."""
    if subscription.kind == "country":
        return w.language.territory(subscription.id)
    if subscription.kind == "field":
        return w.words(w.graph.vocabularies["fields"][subscription.id].name).text
    return w._("all countries and fields")


def feed_title(w: Writer, subscription: Subscription, feed: str) -> str:
    """Title of the feed `dates` or `changes` of a subscription."""
    titles = {
        "dates": w._(
            "%(brand)s – %(scope)s – dates", brand=w.brand, scope=name_of(w, subscription)
        ),
        "changes": w._(
            "%(brand)s – %(scope)s – changes", brand=w.brand, scope=name_of(w, subscription)
        ),
    }
    return titles[feed]


# As text --------------------------------------------------------------------------------------------


def text(w: Writer, bulletin: Bulletin) -> str:
    """A bulletin as plain text, for calendars: a line for each statement and source."""
    lines = [line for row in bulletin.rows for item in row.items for line in _lines(w, row, item)]
    sources = [_source(each) for each in bulletin.references]
    if sources:
        lines += ["", w._("Sources"), *sources]
    lines += ["", *(line for line in (bulletin.notice, bulletin.page) if line)]
    return "\n".join(lines).strip()


def _lines(w: Writer, row: Row, item: Stated) -> Iterator[str]:
    marks = [w.past_remark(item), f"({w._('inferred')})" if item.inferred else ""]
    marks += [item.as_of, "".join(f"[{number}]" for number in item.refs)]
    line = " ".join(part for part in (_plain_text(item.text), *marks) if part)
    yield w._("%(label)s: %(value)s", label=row.label, value=line) if row.label else line
    if item.note:
        yield _plain_text(item.note)


def _plain_text(words: Words) -> str:
    return f"{words.text} {words.stale}".strip()


def _source(reference: Reference) -> str:
    parts = (
        _plain_text(reference.title),
        _plain_text(reference.publisher),
        reference.date,
        reference.url,
    )
    return f"[{reference.number}] {' · '.join(part for part in parts if part)}"


# As HTML --------------------------------------------------------------------------------------------


def html(w: Writer, bulletin: Bulletin) -> Markup:
    """A bulletin as a piece of HTML, for feeds; everything is escaped."""
    markup = Markup().join(_paragraph(w, row, item) for row in bulletin.rows for item in row.items)
    sources = Markup().join(map(_item, bulletin.references))
    if sources:
        markup += Markup("<p>%s</p><ul>%s</ul>") % (w._("Sources"), sources)
    if bulletin.notice:
        markup += Markup("<p><small>%s</small></p>") % bulletin.notice
    return Markup('<div lang="%s" dir="%s">%s</div>') % (w.language.code, w.language.dir, markup)


def _paragraph(w: Writer, row: Row, item: Stated) -> Markup:
    markup = escape(item.text)
    if item.inferred:
        markup += Markup(" <em>(%s)</em>") % w._("inferred")
    for mark in (w.past_remark(item), item.as_of, "".join(f"[{number}]" for number in item.refs)):
        markup += Markup(" %s") % mark if mark else ""
    if row.label:
        markup = Markup("<strong>%s</strong><br>%s") % (row.label, markup)
    if item.note:
        markup += Markup("<br><small>%s</small>") % item.note
    return Markup("<p>%s</p>") % markup


def _item(reference: Reference) -> Markup:
    title = escape(reference.title)
    if reference.url:
        title = Markup('<a href="%s">%s</a>') % (reference.url, title)
    about = (reference.number, title, reference.publisher, reference.date)
    return Markup("<li>[%s] %s · %s · %s</li>") % about
