"""How far the translations are: one page for all languages, and one for each with what is missing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Any

from mozi.addresses.urls import GLOSSARY, TRANSLATIONS, address_of, prefix, translation_of
from mozi.engine.hashing import digest_of
from mozi.languages.catalogue import INTERFACE, Counts, State
from mozi.languages.language import Language
from mozi.languages.progress import KINDS as PROGRESS_KINDS
from mozi.languages.progress import PROSE, Open, Progress
from mozi.presentation.components.cards import Card
from mozi.presentation.components.page import IndexView, View
from mozi.presentation.components.section import Table
from mozi.presentation.components.statement import Badge, Stated
from mozi.presentation.components.translation import Count, HowFar, OpenText, OpenTexts
from mozi.presentation.writer import Writer
from mozi.records.models import Topic
from mozi.views.index import KINDS
from mozi.views.sections import filled

SHOWN = 100
"""How many open texts of one kind a page lists; the catalogue holds them all."""

_LINES = 80
"""So many open texts take as long as a page."""

LONG = 160
"""How many letters of a text are shown."""


@dataclass(frozen=True)
class Standing:
    """A language and how far its translation is."""

    language: Language
    progress: Progress

    @cached_property
    def open(self) -> Mapping[str, Sequence[Open]]:
        """The open texts, by kind."""
        each = groupby(self.progress.open, key=lambda each: each.kind)
        return {kind: list(texts) for kind, texts in each}

    @cached_property
    def digest(self) -> str:
        """Hash of everything that the page of the language says."""
        shown = [(len(texts), texts[:SHOWN]) for texts in self.open.values()]
        return digest_of(self.counts, shown)

    @property
    def counts(self) -> Sequence[tuple[str, Counts]]:
        """All that the page of all languages says of it, beside what the language is called."""
        return [*self.progress.counts.items()]

    @property
    def size(self) -> int:
        """How many pages of a record take as long as the language's page."""
        return 1 + sum(min(len(texts), SHOWN) for texts in self.open.values()) // _LINES


def title(w: Writer) -> str:
    """Title of the page of all languages."""
    return w._("Translations")


def title_of(w: Writer, language: Language) -> str:
    """Title of the page of one language."""
    return w._("Translation: %(language)s", language=_name(w, language))


def _name(w: Writer, language: Language) -> str:
    name = w.language.language_name(language.code)
    return name[:1].upper() + name[1:]


def overview(w: Writer, standings: Sequence[Standing]) -> View:
    """The page that says how far every language is, as a whole and kind by kind."""
    lead = w._("How far each language is: what is translated, out of date or missing.")
    counts = [
        _count(
            w,
            _name(w, each.language),
            each.progress.total,
            href=w.href(translation_of(each.language.code)),
            state=_state(w, each.language),
        )
        for each in standings
    ]
    return IndexView(
        "choice.html",
        w.language.own(title(w)),
        lead,
        lead=_stated_text(w, lead),
        sections=filled(
            [_how_far(w, "languages", w._("Languages"), counts), _kind_by_kind(w, standings)]
        ),
        more=_ways_on(w),
    )


def one(w: Writer, standing: Standing) -> View:
    """The page that lists exactly what is missing or out of date in one language."""
    language, total = standing.language, standing.progress.total
    name = _name(w, language)
    lead = _what_is_open(w, total)
    return IndexView(
        "choice.html",
        w.language.own(title_of(w, language)),
        w._("Translation into this language: %(language)s. %(open)s", language=name, open=lead),
        lead=_stated_text(w, lead),
        badges=(Badge(w.language.own(_state(w, language)), f"translation-{language.state}"),),
        sections=filled(
            [
                _how_far(w, "kinds", w._("How far it is"), _by_kind(w, standing.progress)),
                *_open(w, standing),
            ]
        ),
        more=(*_ways_on(w), Card(w.language.own(w._("All languages")), w.href(TRANSLATIONS))),
    )


def _ways_on(w: Writer) -> tuple[Card, ...]:
    own = w.language.own
    return (
        Card(own(w._("How to help")), w.href("contribute/")),
        Card(own(w._("Glossary")), w.href(GLOSSARY)),
    )


def _what_is_open(w: Writer, total: Counts) -> str:
    if not total.missing and not total.stale:
        return w._("Nothing is missing, and nothing is out of date.")
    open = []
    if total.missing:
        open.append(
            w.language.ngettext(
                "%(num)s text is missing.", "%(num)s texts are missing.", total.missing
            )
        )
    if total.stale:
        open.append(
            w.language.ngettext(
                "%(num)s text is out of date.", "%(num)s texts are out of date.", total.stale
            )
        )
    return " ".join(open)


def _state(w: Writer, language: Language) -> str:
    """Whether a person has reviewed the language, which is a state of the whole of it."""
    if language.draft:
        return w._("Draft, not reviewed yet")
    if language.state == "source":
        return w._("Written by the editors")
    if language.reviewed_by and language.reviewed_on:
        return w._(
            "Reviewed by %(who)s, %(date)s",
            who=w.words(language.reviewed_by),
            date=w.language.date(language.reviewed_on),
        )
    return w._("Reviewed")


# Counts ---------------------------------------------------------------------------------------------


def _by_kind(w: Writer, progress: Progress) -> list[Count]:
    """A row for each kind of text, and one for all of them."""
    rows = [_count(w, _kind(w, kind), counts) for kind, counts in progress.counts.items()]
    return [*rows, _count(w, w._("All"), progress.total, sum=True)]


def _count(w: Writer, name: str, counts: Counts, **more: Any) -> Count:
    return Count(
        name,
        w.language.number(counts.translated),
        w.language.number(counts.stale),
        w.language.number(counts.missing),
        _percent(counts.translated, counts.total),
        _percent(counts.stale, counts.total),
        **more,
    )


def _percent(part: int, whole: int) -> float:
    """Rounded down: 100 per cent means all of it."""
    return part * 1000 // whole / 10 if whole else 100.0


def _how_far(w: Writer, id: str, title: str, rows: Sequence[Count]) -> HowFar:
    head = ("", w._("Translated"), w._("Out of date"), w._("Missing"))
    return HowFar(id, title, tuple(rows), head)


def _kind_by_kind(w: Writer, standings: Sequence[Standing]) -> Table:
    """Translated part of each kind of text, language by language."""
    kinds = [kind for kind in PROGRESS_KINDS if any(kind in s.progress.counts for s in standings)]
    return Table(
        "kinds",
        w._("Translated, kind by kind"),
        items=tuple(
            (
                _stated_text(w, _kind(w, kind)),
                *(_share(w, s.progress.counts.get(kind)) for s in standings),
            )
            for kind in kinds
        ),
        head=(w._("Kind"), *(_name(w, each.language) for each in standings)),
    )


def _share(w: Writer, counts: Counts | None) -> Stated:
    """A part in per cent; a dash where there is nothing to translate."""
    if not counts:
        return _stated_text(w, "–")
    return _stated_text(w, w.language.percent(_percent(counts.translated, counts.total)))


def _kind(w: Writer, kind: str) -> str:
    """Name of a kind of text for readers."""
    names = {each.type.kind: each.title for each in KINDS}
    if kind in names:
        return w._(names[kind])
    return {
        INTERFACE: w._("Interface"),
        PROSE: w._("Pages of prose"),
        Topic.kind: w._("About"),
        "vocabularies": w._("Lists of terms"),
    }[kind]


# What is open ---------------------------------------------------------------------------------------


def _open(w: Writer, standing: Standing) -> list[OpenTexts]:
    """A list for each kind of text that has something open."""
    return [_list(w, standing.language.code, kind, texts) for kind, texts in standing.open.items()]


def _list(w: Writer, code: str, kind: str, texts: Sequence[Open]) -> OpenTexts:
    rest = len(texts) - SHOWN
    more = w.language.ngettext("… and %(num)s more text", "… and %(num)s more texts", rest)
    return OpenTexts(
        f"open-{kind}",
        _kind(w, kind),
        tuple(_line(w, code, each) for each in texts[:SHOWN]),
        more if rest > 0 else "",
    )


def _line(w: Writer, code: str, open: Open) -> OpenText:
    english = open.key[1] if len(open.key[1]) <= LONG else open.key[1][: LONG - 1] + "…"
    states = {State.MISSING: w._("missing"), State.STALE: w._("out of date")}
    page, place = _page(w, code, open), f"{open.file}:{open.line}" if open.line else open.file
    catalogue = Stated(
        w.language.quote(place, "en"), w.settings.line_url(open.file, max(open.line, 1))
    )
    return OpenText(
        w.language.quote(english, "en"),
        states[open.state],
        (page, catalogue) if page else (catalogue,),
    )


def _page(w: Writer, code: str, open: Open) -> Stated | None:
    """The page that shows a text, in the language in which it is missing; None for the interface."""
    owner, _, field = open.key[0].partition(" ")
    *folder, id = owner.split("/")
    if open.kind == INTERFACE:
        return None
    if open.kind == PROSE:
        return Stated(w.language.quote(f"/{prefix(code)}{id}/", "en"), w.href_in(code, f"{id}/"))
    if folder[-1] == "glossary":
        return _stated_text(w, w._("Glossary"), w.href_in(code, f"{GLOSSARY}#{id}"))
    if open.kind not in w.graph.records:
        return Stated(w.language.quote(f"{folder[-1]}, {id}, {field}", "en"))
    record = w.graph.find(open.kind, id)
    return Stated(w.title_of(record), w.href_in(code, address_of(record)))


def _stated_text(w: Writer, text: str, href: str = "") -> Stated:
    """Words of the page's own."""
    return Stated(w.language.own(text), href)


def standings(
    languages: Mapping[str, Language], progress: Mapping[str, Progress]
) -> tuple[Standing, ...]:
    """The languages that are translated into, in their order."""
    return tuple(Standing(languages[code], each) for code, each in progress.items())
