"""What every page is written with: words in its language, numbered references, links from it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from mozi.addresses.urls import GLOSSARY, address_of, prefix
from mozi.graph.record_graph import RecordGraph
from mozi.languages.language import Language, Words
from mozi.presentation.components.cards import Card
from mozi.presentation.components.statement import Badge, Meaning, Row, Stated
from mozi.records.models import Country, GlossaryTerm, Record, Source, SourcedRecord
from mozi.records.values import Claim, Evidence, Ref, SourceId, Statement, Text, TextKey
from mozi.settings import Settings


@dataclass
class Writer:
    """What a view is written with, and what was written so far.

    `address` is the page's own, relative to the site's root; every link is made relative to it.
    `cited` are the page's sources with their numbers, in the order in which they were first cited;
    `texts` are those of records, each as it was shown.
    """

    graph: RecordGraph
    language: Language
    settings: Settings
    address: str
    cited: dict[str, int] = field(default_factory=dict)
    texts: dict[TextKey, Words] = field(default_factory=dict)

    # Words -------------------------------------------------------------------------------------

    def _(self, english: str, **values: Any) -> str:
        """An interface string in the page's language."""
        return self.language.gettext(english, **values)

    def words(self, text: Text) -> Words:
        """A record's text in the page's language; the page's notice counts what is not."""
        words = self.language.words(text)
        self.texts[text.key] = words
        return words

    @property
    def foreign(self) -> int:
        """How many of the texts are in another language."""
        return sum(words.foreign for words in self.texts.values())

    @property
    def stale(self) -> int:
        """How many of the texts may be out of date."""
        return sum(bool(words.stale) and not words.foreign for words in self.texts.values())

    @property
    def foreign_share(self) -> float:
        """The part of the texts, by letters, that is in another language; from 0 to 1."""
        shown = self.texts.values()
        letters = sum(len(words.text) for words in shown)
        foreign = sum(len(words.text) for words in shown if words.foreign)
        return foreign / letters if letters else 0.0

    def term(self, ref: Ref) -> str:
        """The name of a vocabulary entry."""
        return self.words(self.graph.get(ref).name).text

    def particular(self, name: str) -> str:
        """What pages call a particular of a record."""
        return self.words(self.graph.vocabularies["particulars"][name].name).text

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
        target, _, anchor = (prefix(language) + address).partition("#")
        path = self._way(target)
        if target[-1:] in ("/", ""):
            path += "/"
        return f"{path}#{anchor}" if anchor else path

    def asset(self, name: str) -> str:
        """A link from this page to a file of the site's own in `overrides/assets/`."""
        return self._way(f"assets/{name}")

    def _way(self, target: str) -> str:
        """The way from this page to a path from the site's root on, which ends in `/` for a folder.

        It is that of `posixpath.relpath`, which would take both apart again for every link.
        """
        for folder, up in self._around:
            if target.startswith(folder):
                return (up + target[len(folder) :]).rstrip("/") or "."
        raise AssertionError("the site's root is around everything")

    @cached_property
    def _around(self) -> list[tuple[str, str]]:
        """The folders that the page is in, its own first, each with the way up to it."""
        steps = self.address.rstrip("/").split("/") if self.address else []
        return [
            ("".join(f"{step}/" for step in steps[: len(steps) - number]), "../" * number)
            for number in range(len(steps) + 1)
        ]

    def link(self, record: Record) -> str:
        """A link from this page to a record's page."""
        return self.href(address_of(record))

    def card(self, record: Any, lines: Iterable[str] = (), badge: Badge | None = None) -> Card:
        """A link to a record with a few lines on it."""
        shown = tuple(line for line in lines if line)
        return Card(self.title_of(record), self.link(record), shown, badge)

    # Evidence ----------------------------------------------------------------------------------

    def refs(self, cite: Iterable[SourceId]) -> tuple[int, ...]:
        """Numbers of sources in the page's list, which they join when first cited."""
        return tuple(sorted({self.cited.setdefault(id, len(self.cited) + 1) for id in cite}))

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
        record = self.graph.get(claim.value)
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
        id = self.graph.explained.get(particular)
        if not id:
            return None
        term: GlossaryTerm = self.graph.vocabularies["glossary"][id]
        return Meaning(self.words(term.definition), self.href(f"{GLOSSARY}#{id}"))

    def status(self, record: Any) -> Stated:
        """A status with its date and reason."""
        return self.stated(self.term(record.status.value), record.status, record)

    def status_badge(self, record: Any) -> Badge:
        """A status as a label."""
        return Badge(
            self.language.own(self.term(record.status.value)), f"status-{record.status.value}"
        )
