"""Intakes in words: what each offers, its own and what it inherits from its programme."""

from collections.abc import Iterable
from dataclasses import replace

from mozi.languages.language import Words
from mozi.presentation.components.intakes import IntakeBlock
from mozi.presentation.components.statement import Row, Stated
from mozi.presentation.money import fee
from mozi.presentation.writer import Writer
from mozi.records.completeness import State, known
from mozi.records.models import Deadline, Intake, Programme
from mozi.records.offerings import (
    NOT_OPEN,
    OFFERED_FIELDS,
    OPEN,
    Offer,
    intake_offers,
    last_day_to_apply,
    programme_offers,
    rank,
)
from mozi.records.time import is_past
from mozi.records.values import Evidence


def intake_block(w: Writer, intake: Intake, programme: Programme) -> IntakeBlock:
    """An intake of `programme` as a block of rows under its first day.

    The rows are what it says itself: what it has from its programme stands on the same page, and a
    note that the heading has is not repeated.
    """
    block_heading = heading(w, intake, programme)
    rows = _block_rows(w, intake, programme)
    return IntakeBlock(
        heading=block_heading,
        state=_state(w, intake, programme),
        rank=rank(intake, programme.checked),
        rows=tuple(_without_note(row, block_heading.note) for row in rows),
        start=intake.start,
        deadline=last_day_to_apply(intake),
    )


def _block_rows(w: Writer, intake: Intake, programme: Programme) -> list[Row]:
    """The rows of an intake on its programme's page; a word at its heading tells its state."""
    inherited = [name for name in OFFERED_FIELDS if _is_inherited(intake, programme, name)]
    given_for_others = [
        name
        for name in OFFERED_FIELDS
        if not intake_offers(programme, intake, name)
        and known(programme, name).state is State.PARTLY
    ]
    rows = [
        w.row("apply_from", _stated(w, intake.apply_from, intake, programme)),
        *(
            _offered_row(w, name, intake, programme)
            for name in OFFERED_FIELDS
            if name not in (*inherited, *given_for_others)
        ),
        w.row("places", _places(w, intake, programme)),
        # Translators: label before fields, such as “Fees · Place of study”, in which an intake does
        # not differ from its programme.
        _fields_row(w, w._("As for the whole programme"), inherited),
        # Translators: label before fields, such as “Fees · Place of study”.
        _fields_row(w, w._("Not given for this intake"), given_for_others),
    ]
    return [row for row in rows if row]


def _is_inherited(intake: Intake, programme: Programme, name: str) -> bool:
    return any(offer.is_inherited for offer in intake_offers(programme, intake, name))


def _fields_row(w: Writer, label: str, names: list[str]) -> Row | None:
    if not names:
        return None
    labels = " · ".join(w.field_label(name) for name in names)
    return Row(label, (Stated(w.language.own(labels)),))


def _without_note(row: Row, note: Words | None) -> Row:
    items = (replace(item, note=None) if item.note == note else item for item in row.items)
    return replace(row, items=tuple(items))


def heading(w: Writer, intake: Intake, programme: Programme) -> Stated:
    """The dates of an intake, and what tells it from others."""
    text = _with_distinction(w, w.language.date(intake.start, intake.end), intake, programme)
    stated = w.until(w.stated(text, intake, programme), intake.end or intake.start, programme)
    if not stated.past and is_past(intake.start, programme.checked):
        return replace(stated, past=w._("begun when last checked"))
    return stated


def start(w: Writer, intake: Intake, programme: Programme) -> Stated:
    """The first day of an intake, with what tells it from others and its state."""
    parts = (intake_label(w, intake, programme), _state(w, intake, programme))
    text = " · ".join(part for part in parts if part)
    return w.until(w.stated(text, intake, programme), intake.start, programme)


def intake_label(w: Writer, intake: Intake, programme: Programme) -> str:
    """The first day of an intake, and what tells it from others."""
    return _with_distinction(w, w.language.date(intake.start), intake, programme).text


def _with_distinction(w: Writer, date: str, intake: Intake, programme: Programme) -> Words:
    detail = distinction(w, intake, programme)
    words = w.words(intake.name) if intake.name else w.language.own(date)
    return w.language.around(words, f"{date} · {detail}") if detail else words


def distinction(w: Writer, intake: Intake, programme: Programme) -> str:
    """Words that tell an intake from others of the programme besides its dates; often empty.

    It is its name. Without one, where another intake starts on the same date: what differs.
    """
    if intake.name:
        return w.language.inside(w.words(intake.name))
    twins = [each for each in programme.intakes if each.start == intake.start]
    if len(twins) == 1:
        return ""
    return " · ".join(
        _offered_text(w, name, intake, programme)
        for name in _DISTINGUISHING
        if len({_offered_text(w, name, each, programme) for each in twins}) > 1
        and intake_offers(programme, intake, name)
    )


_DISTINGUISHING = ("mode", "schedule", "languages", "location")
"""Fields by which intakes that start on the same date are told apart."""


def _offered_text(w: Writer, name: str, intake: Intake, programme: Programme) -> str:
    offers = intake_offers(programme, intake, name)
    return ", ".join(w.language.inside(_offer_words(w, name, offer)) for offer in offers)


def intake_rows(w: Writer, intake: Intake, programme: Programme) -> list[Row]:
    """Every field of an intake in words, with what it inherits.

    Where the programme says that a field is not published, so does the row; where only other
    intakes give it, the row says that it is not given for this one.
    """
    rows = [
        _state_row(w, intake, programme),
        w.row("apply_from", _stated(w, intake.apply_from, intake, programme)),
        *(_offered_row(w, name, intake, programme) for name in OFFERED_FIELDS),
        w.row("places", _places(w, intake, programme)),
    ]
    return [row for row in rows if row]


def _state(w: Writer, intake: Intake, programme: Programme) -> str:
    """The state of an intake in words; empty where none is given.

    That one can apply passes: it says as of when, at the latest the day of the last check.
    """
    if not intake.state:
        return ""
    if intake.state != OPEN or intake.as_of:
        return w.term(intake.state)
    day = w._("(as of %(date)s)", date=w.language.date(programme.checked))
    return f"{w.term(intake.state)} {day}"


def _state_row(w: Writer, intake: Intake, programme: Programme) -> Row | None:
    if not intake.state:
        return None
    # Translators: whether one can still apply for an intake: open, full, cancelled …
    return Row(w._("State"), (Stated(w.language.own(_state(w, intake, programme))),))


def _stated(w: Writer, date: str | None, intake: Intake, programme: Programme) -> Stated | None:
    return w.stated(w.language.date(date), intake, programme) if date else None


def _places(w: Writer, intake: Intake, programme: Programme) -> Stated | None:
    if intake.places is None:
        return None
    return w.stated(w.language.number(intake.places), intake, programme)


def _offered_row(w: Writer, name: str, intake: Intake, programme: Programme) -> Row | None:
    offers = intake_offers(programme, intake, name)
    if offers:
        return w.labelled(name, *(offer_in_words(w, name, offer, programme) for offer in offers))
    match known(programme, name).state:
        case State.UNPUBLISHED:
            return w.labelled(name, Stated(w.language.own(w._("not published"))))
        case State.PARTLY:
            text = w._("not given for this intake")
            return w.labelled(name, Stated(w.language.own(text)))
    return None


def offer_in_words(w: Writer, name: str, offer: Offer, programme: Programme) -> Stated:
    """A value of one of `OFFERED_FIELDS` in words, with its evidence."""
    if name == "fees":
        return fee(w, offer.value, programme, evidence=offer.evidence)
    if name == "deadline":
        return deadline(w, offer.value, offer.evidence, programme)
    return w.stated(_offer_words(w, name, offer), offer.evidence, programme)


def _offer_words(w: Writer, name: str, offer: Offer) -> Words:
    """A language, place, mode or schedule in words."""
    if name == "languages":
        return w.language.own(w.language.language_name(offer.value))
    if name == "location":
        return w.words(offer.value)
    return w.language.own(w.term(offer.value))


def deadline(w: Writer, value: Deadline | None, evidence: Evidence, programme: Programme) -> Stated:
    """A last day in words; without one, that applying is possible until all places are taken."""
    if value is None:
        return w.stated(w._("until all places are taken"), evidence, programme)
    text = w.language.date(value.date)
    if value.time:
        # Translators: a last day with its time and time zone, such as “1 May 2026, 17:00 (Asia/Dushanbe)”.
        text = w._("%(date)s, %(time)s (%(zone)s)", date=text, time=value.time, zone=value.zone)
    if value.what:
        text = w._("%(what)s: %(date)s", what=w.language.inside(w.words(value.what)), date=text)
    if value.for_whom:
        text = w._("%(what)s (for: %(who)s)", what=text, who=w.listed(value.for_whom))
    return w.until(w.stated(text, evidence, programme), value.date, programme)


def offered_items(w: Writer, name: str, programme: Programme) -> list[Stated]:
    """Statements of a programme on one of `OFFERED_FIELDS`: its own, then what its intakes add.

    A value that holds for some intakes only is followed by their first days. What two intakes say
    with different evidence stands twice: neither is as sure as the other.
    """
    own = _own_items(w, name, programme)
    offering: dict[Stated, list[Intake]] = {}
    for offer in programme_offers(programme, name):
        if offer.intake:
            stated = offer_in_words(w, name, offer, programme)
            offering.setdefault(stated, []).append(offer.intake)
    return own + [
        stated
        if not own and len(intakes) == len(programme.intakes) and not _is_any_closed(intakes)
        else _for_intakes(w, stated, [_label_with_state(w, each, programme) for each in intakes])
        for stated, intakes in offering.items()
        if [each.text.text for each in own] != [stated.text.text]
    ]


def _own_items(w: Writer, name: str, programme: Programme) -> list[Stated]:
    """Statements of the programme itself; a claim of several values is one statement."""
    if name == "languages":
        return [w.spoken(programme.languages, programme)] if programme.languages else []
    if name == "schedule":
        return [w.terms(programme.schedule, programme)] if programme.schedule else []
    offers = programme_offers(programme, name)
    return [offer_in_words(w, name, offer, programme) for offer in offers if not offer.intake]


def _is_any_closed(intakes: Iterable[Intake]) -> bool:
    return any(intake.state in NOT_OPEN for intake in intakes)


def _label_with_state(w: Writer, intake: Intake, programme: Programme) -> str:
    """The label of an intake, with its state where nobody can apply for it."""
    label = intake_label(w, intake, programme)
    return f"{label} · {w.term(intake.state)}" if intake.state in NOT_OPEN else label


def _for_intakes(w: Writer, stated: Stated, starts: Iterable[str]) -> Stated:
    days = w.language.enumerate(dict.fromkeys(starts))
    # Translators: a value that holds for the intakes that start on these days only.
    value = w.language.inside(stated.text)
    text = w._("%(value)s (start: %(start)s)", value=value, start=days)
    return replace(stated, text=w.language.around(stated.text, text))


def partly(w: Writer, programme: Programme, name: str) -> Stated | None:
    """The remark that a field is given for some of the intakes; None where that is not so."""
    answer = known(programme, name)
    if answer.state is not State.PARTLY:
        return None
    text = w.language.ngettext(
        "given for %(given)s of %(num)s intake",
        "given for %(given)s of %(num)s intakes",
        answer.of,
        given=w.language.number(answer.given),
    )
    return Stated(w.language.own(text))
