"""Pieces of every page, written in one language: localises values, numbers references, makes links."""

import posixpath
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from mozi.addresses import GLOSSARY, address_of, prefix, translation_of
from mozi.catalogue import Catalogue
from mozi.languages import Language, Words
from mozi.pictures import qr
from mozi.pictures.time import Scale, span
from mozi.records import (
    Country,
    Course,
    Fee,
    GlossaryTerm,
    Milestone,
    Occupation,
    Programme,
    Project,
    Record,
    Source,
    SourcedRecord,
    Workload,
)
from mozi.settings import Settings
from mozi.translations import Key
from mozi.values import Claim, Disagreement, Evidence, Fact, Figure, Ref, SourceId, Statement, Text
from mozi.views.parts import (
    Axis,
    Badge,
    Card,
    Cards,
    CourseGroup,
    Courses,
    Dispute,
    Disputes,
    Labelled,
    Mark,
    Meaning,
    Moment,
    Notice,
    Number,
    Reference,
    References,
    Row,
    Section,
    Stated,
    Statements,
    Tick,
    Timeline,
    Unpublished,
    View,
)


@dataclass
class Writer:
    """What a view is written with.

    `address` is the page's own, relative to the site's root; every link is made relative to it.
    """

    catalogue: Catalogue
    language: Language
    settings: Settings
    address: str
    _numbers: dict[str, int] = field(default_factory=dict)
    _foreign: set[Key] = field(default_factory=set)
    _stale: set[Key] = field(default_factory=set)

    # Words -------------------------------------------------------------------------------------

    def _(self, english: str, **values: Any) -> str:
        """An interface string in the page's language."""
        return self.language.gettext(english, **values)

    def words(self, text: Text) -> Words:
        """A record's text in the page's language; the page's notice counts what is not."""
        words = self.language.words(text)
        if words.foreign:
            self._foreign.add((text.context, text.en))
        elif words.stale:
            self._stale.add((text.context, text.en))
        return words

    def term(self, ref: Ref) -> str:
        """The name of a vocabulary entry."""
        return self.words(self.catalogue.get(ref).name).text

    def particular(self, name: str) -> str:
        """What pages call a particular of a record."""
        return self.words(self.catalogue.vocabularies["particulars"][name].name).text

    def title_of(self, record: Record) -> Words:
        """A record's name in the page's language."""
        if isinstance(record, Country):
            return self.language.own(self.language.territory(record.id))
        if isinstance(record, Source):
            if record.title:
                return self.language.quote(record.title, record.title_language or record.language)
            return self.words(record.gloss)
        return self.words(record.name)  # type: ignore[attr-defined]

    # Links -------------------------------------------------------------------------------------

    def href(self, address: str) -> str:
        """A link from this page to an address of the same site, in the page's language."""
        return self.href_in(self.language.code, address)

    def href_in(self, language: str, address: str) -> str:
        """A link from this page to an address of the same site, in whatever language."""
        target = prefix(language) + address
        target, _, anchor = target.partition("#")
        path = posixpath.relpath("/" + target, "/" + self.address)
        path = path + "/" if target.endswith("/") or not target else path
        return path + (f"#{anchor}" if anchor else "")

    def asset(self, name: str) -> str:
        """A link from this page to a file of the site's own in `overrides/assets/`."""
        return posixpath.relpath(f"/assets/{name}", "/" + self.address)

    def link(self, record: Record) -> str:
        """A link from this page to a record's page."""
        return self.href(address_of(record))

    def card(self, record: Any, lines: Iterable[str] = (), badge: Badge | None = None) -> Card:
        """A link to a record with a few lines on it."""
        shown = tuple(line for line in lines if line)
        return Card(self.title_of(record), self.link(record), shown, badge)

    def cards(self, id: str, title: str, records: Iterable[Record], intro: str = "") -> Cards:
        """A section of links to records, each with its usual lines."""
        from mozi.views.cards import card_of

        return Cards(id, title, tuple(card_of(self, record) for record in records), intro)

    # Evidence ----------------------------------------------------------------------------------

    def refs(self, cite: Iterable[SourceId]) -> tuple[int, ...]:
        """Numbers of sources in the page's list, which they join when first cited."""
        return tuple(sorted({self._numbers.setdefault(id, len(self._numbers) + 1) for id in cite}))

    def stated(
        self, words: Words | str, evidence: Evidence | None, owner: SourcedRecord, href: str = ""
    ) -> Stated:
        """Words with their evidence; what cites nothing itself rests on its record's sources."""
        if isinstance(words, str):
            words = self.language.own(words)
        if evidence is None:
            return Stated(words, href, self.refs(owner.cite))
        return Stated(
            words,
            href,
            self.refs(evidence.cite or owner.cite),
            evidence.basis == "inferred",
            self.words(evidence.note) if evidence.note else None,
            self._("(as of %(date)s)", date=self.language.date(evidence.as_of))
            if evidence.as_of
            else "",
        )

    def statement(self, statement: Statement, owner: SourcedRecord) -> Stated:
        """A statement of a record."""
        return self.stated(self.words(statement), statement, owner)

    def linked(self, claim: Claim[Any], owner: SourcedRecord) -> Stated:
        """A claim that names another record, with a link to it."""
        record = self.catalogue.get(claim.value)
        return self.stated(self.title_of(record), claim, owner, self.link(record))

    def terms(self, claim: Claim[Any], owner: SourcedRecord) -> Stated:
        """A claim of one or several vocabulary entries."""
        values = claim.value if isinstance(claim.value, list) else [claim.value]
        return self.stated(self.listed(values), claim, owner)

    def listed(self, terms: Iterable[Ref]) -> str:
        """Names of vocabulary entries side by side; each keeps its capital letter."""
        return " · ".join(self.term(term) for term in terms)

    def spoken(self, claim: Claim[Any], owner: SourcedRecord) -> Stated:
        """A claim of one or several languages."""
        values = claim.value if isinstance(claim.value, list) else [claim.value]
        names = [self.language.language_name(value) for value in values]
        return self.stated(self.language.enumerate(names), claim, owner)

    def website(self, claim: Claim[str], owner: SourcedRecord) -> Stated:
        """A claim of an outside address."""
        return self.stated(
            self.language.quote(claim.value.split("://")[-1].rstrip("/"), "en"),
            claim,
            owner,
            claim.value,
        )

    # Rows --------------------------------------------------------------------------------------

    def row(self, particular: str, *items: Stated | None) -> Row | None:
        """A row of a particular; None when nothing is stated about it."""
        given = tuple(item for item in items if item)
        return self.labelled(particular, *given) if given else None

    def labelled(self, particular: str, *items: Stated) -> Row:
        """A particular by its name, explained where it is a term of trade."""
        return Row(self.particular(particular), items, self._meaning(particular))

    def _meaning(self, particular: str) -> Meaning | None:
        id = self.catalogue.explained.get(particular)
        if not id:
            return None
        term: GlossaryTerm = self.catalogue.vocabularies["glossary"][id]
        return Meaning(self.words(term.definition), self.href(f"{GLOSSARY}#{id}"))

    def status(self, record: Any) -> Stated:
        """A status with its date and reason."""
        return self.stated(self.term(record.status.value), record.status, record)

    def status_badge(self, record: Any) -> Badge:
        """A status as a label."""
        return Badge(
            self.language.own(self.term(record.status.value)), f"status-{record.status.value}"
        )

    def workload(self, workload: Workload, owner: SourcedRecord) -> Stated:
        """Hours and credits in words."""
        parts = []
        if workload.hours:
            parts.append(
                self.language.ngettext("%(num)s class hour", "%(num)s class hours", workload.hours)
            )
        if workload.credits:
            amount = workload.credits
            parts.append(
                self.language.ngettext("%(num)s credit", "%(num)s credits", int(amount))
                if amount == int(amount)
                else self._("%(number)s credits", number=self.language.number(amount))
            )
        return self.stated(self.language.enumerate(parts), workload, owner)

    def fee(self, fee: Fee, owner: SourcedRecord) -> Stated:
        """What has to be paid, and by whom."""
        money = self.language.money(fee.amount, fee.currency)
        what = self.words(fee.what)
        stale = what.stale
        text = self._("%(what)s: %(money)s", what=what, money=money)
        if fee.paid_by:
            who = self.words(fee.paid_by)
            stale = stale or who.stale
            text = self._("%(fee)s (paid by: %(who)s)", fee=text, who=who)
        return self.stated(replace(what, text=text, stale=stale), fee, owner)

    def occupation(self, occupation: Occupation, owner: SourcedRecord) -> Stated:
        """An occupation with its ISCO-08 code."""
        words = self.words(occupation.name)
        if occupation.isco:
            text = self._("%(name)s (ISCO-08 %(code)s)", name=words.text, code=occupation.isco)
            words = replace(words, text=text)
        return self.stated(words, occupation, owner)

    # Sections ----------------------------------------------------------------------------------

    def facts(self, facts: Sequence[Fact], owner: SourcedRecord, id: str, title: str) -> Statements:
        """Statements in running text."""
        return Statements(id, title, self._labelled(facts, owner))

    def cautions(self, record: SourcedRecord) -> Statements:
        """What must not be confused with a record."""
        return Statements(
            "cautions",
            self._("Not to be confused with"),
            self._labelled(record.cautions, record),
            "caution",
        )

    def _labelled(self, facts: Sequence[Fact], owner: SourcedRecord) -> tuple[Labelled, ...]:
        return tuple(
            Labelled(self.statement(fact, owner), self.words(fact.label) if fact.label else None)
            for fact in facts
        )

    def moment(
        self, milestone: Milestone, owner: SourcedRecord, subject: Card | None = None
    ) -> Moment:
        """A milestone."""
        what = self.words(milestone.what) if milestone.what else self.language.own("")
        return Moment(
            milestone.date,
            self.language.date(milestone.date, milestone.until),
            self.term(milestone.kind),
            self.stated(what, milestone, owner),
            self.words(milestone.place) if milestone.place else None,
            subject,
        )

    def timeline(self, record: Any) -> Timeline:
        """A record's milestones, earliest first."""
        ordered = sorted(record.milestones, key=lambda milestone: str(milestone.date))
        return self.moments(
            "milestones", self._("Milestones"), [self.moment(each, record) for each in ordered]
        )

    def moments(self, id: str, title: str, moments: Iterable[Moment]) -> Timeline:
        """A section of milestones in the order given, with a time axis."""
        items = tuple(
            replace(moment, id=f"{id}-{number}") for number, moment in enumerate(moments, 1)
        )
        return Timeline(id, title, items, self._axis(items))

    def _axis(self, moments: Sequence[Moment]) -> Axis | None:
        """The time axis of milestones; None where there is only one date."""
        dates = [moment.iso for moment in moments]
        if len(set(dates)) < 2:
            return None
        scale = Scale(dates, mirrored=self.language.dir == "rtl")
        left, right = sorted((scale.at(scale.first), scale.at(scale.end)))
        named = scale.labelled()
        return Axis(
            left,
            right,
            tuple(
                Tick(
                    scale.at(year),
                    scale.at(year + 0.5),
                    self.language.date(str(year)) if year in named else "",
                )
                for year in range(scale.first, scale.end)
            ),
            tuple(sorted((_mark(scale, moment) for moment in moments), key=_length, reverse=True)),
        )

    def number(self, figure: Figure, owner: SourcedRecord) -> Number:
        """A published figure."""
        number = (
            self.language.percent(figure.value)
            if figure.unit == "percent"
            else self.language.number(figure.value)
        )
        bounds = {
            "exactly": number,
            "about": self._("about %(number)s", number=number),
            "more-than": self._("more than %(number)s", number=number),
            "at-least": self._("at least %(number)s", number=number),
        }
        return Number(bounds[figure.bound], self.stated(self.words(figure.label), figure, owner))

    def disputes(self, disagreements: Sequence[Disagreement], owner: SourcedRecord) -> Disputes:
        """Points on which sources differ, every version shown."""
        return Disputes(
            "disagreements",
            self._("Where sources differ"),
            tuple(
                Dispute(
                    self.words(item.point),
                    tuple(self.statement(version, owner) for version in item.versions),
                    self.words(item.note) if item.note else None,
                )
                for item in disagreements
            ),
        )

    def courses(self, courses: Sequence[Course], owner: SourcedRecord, origin: str) -> Courses:
        """A course list, grouped by kind in the order in which the kinds first appear."""
        groups: dict[str, list[Stated]] = {}
        for course in courses:
            title = self.term(course.kind) if course.kind else ""
            words = self.words(course.name)
            if course.hours:
                hours = self.language.ngettext("%(num)s hour", "%(num)s hours", course.hours)
                text = self._("%(course)s (%(hours)s)", course=words.text, hours=hours)
                words = replace(words, text=text)
            shown = self.stated(words, course, owner)
            if not course.cite:  # the list rests on the record's sources, named once above it
                shown = replace(shown, refs=(), as_of="")
            groups.setdefault(title, []).append(shown)
        return Courses(
            "courses",
            self._("Courses"),
            tuple(CourseGroup(title, tuple(items)) for title, items in groups.items()),
            origin,
        )

    def unpublished(self, record: SourcedRecord) -> Unpublished:
        """What nobody has published, and when it was last looked for."""
        return Unpublished(
            "not-published",
            self._("Not published"),
            tuple(self.labelled(name) for name in record.unpublished),
            self._(
                "Nothing on these points was found in the sources read. Last checked on %(date)s.",
                date=self.language.date(record.checked),
            ),
        )

    def reference(self, source: Source, number: int = 0) -> Reference:
        """A source as a list entry."""
        own = self.title_of(source)
        gloss = self.words(source.gloss)
        return Reference(
            number,
            own,
            gloss if source.title and own.foreign else None,
            self.words(source.publisher),
            self.language.date(source.date) if source.date else self._("no date shown"),
            self.term(source.type),
            self.link(source),
            source.url if source.url and source.linked else "",
        )

    def references(self) -> References:
        """The page's sources. To be called last, when all of them are numbered."""
        sources = self.catalogue.records[Source.kind]
        return References(
            "references",
            self._("Sources"),
            tuple(
                self.reference(sources[id], number)  # type: ignore[arg-type]
                for id, number in self._numbers.items()
            ),
        )

    # Whole pages -------------------------------------------------------------------------------

    def record_view(
        self,
        template: str,
        record: Any,
        *,
        kicker: str,
        description: str,
        sections: Iterable[Section],
        glance: Iterable[Row | None] = (),
        lead: Stated | None = None,
        badges: Iterable[Badge] = (),
    ) -> View:
        """A record's page: its own sections, then what is unpublished, disputed and cited."""
        body = [*sections]
        if isinstance(record, SourcedRecord):
            body += [
                self.disputes(record.disagreements, record),
                self.cautions(record),
                self.unpublished(record),
                self.references(),
            ]
        address = self._address_on_paper(record)
        return View(
            template,
            self.title_of(record),
            description,
            kicker,
            lead,
            tuple(badges),
            tuple(row for row in glance if row),
            (),
            filled(body),
            self.language.date(record.checked),
            self.settings.edit_url(record.file),
            record=f"{record.kind}/{record.id}",
            address=address,
            qr=qr.svg(address) if address else "",
        )

    def _address_on_paper(self, record: Record) -> str:
        """The page's own address, for the pages that people print and hand on; else empty."""
        if not self.settings.site_url or not isinstance(record, (Project, Programme)):
            return ""
        return self.settings.site_url + self.address

    def notice(self) -> Notice | None:
        """What a reader must know of this page's translation. To be called when it is written."""
        foreign, stale = len(self._foreign), len(self._stale)
        texts = []
        if self.language.draft:
            texts.append(self._("Draft translation, not reviewed yet."))
        if foreign:
            texts.append(
                self.language.ngettext(
                    "%(num)s text on this page is in another language.",
                    "%(num)s texts on this page are in another language.",
                    foreign,
                )
            )
        if stale:
            texts.append(
                self.language.ngettext(
                    "%(num)s text on this page may be out of date.",
                    "%(num)s texts on this page may be out of date.",
                    stale,
                )
            )
        if not texts:
            return None
        where = self.href(translation_of(self.language.code))
        return Notice(" ".join(texts), self._("Help to translate"), where)


def filled(sections: Iterable[Section]) -> tuple[Section, ...]:
    """The sections that have something to show."""
    return tuple(section for section in sections if section.items)


def _mark(scale: Scale, moment: Moment) -> Mark:
    left, right = sorted(scale.at(end) for end in span(moment.iso))
    return Mark(left, right, f"#{moment.id}", rough=len(moment.iso) < len("2024-09-24"))


def _length(mark: Mark) -> float:
    """Marks are drawn from the longest to the shortest, so that none hides another."""
    return mark.right - mark.left
