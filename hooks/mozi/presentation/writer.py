"""Writer of a page: words in the page's language, numbered references, links from the page."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from mozi.addresses.urls import GLOSSARY, address_of, prefix
from mozi.graph.record_graph import RecordGraph
from mozi.languages.language import Language, Words
from mozi.presentation.components.cards import Card
from mozi.presentation.components.statement import Badge, Meaning, Row, Stated
from mozi.records.models import Country, GlossaryTerm, Record, SiteNames, Source, SourcedRecord
from mozi.records.text_links import text_links
from mozi.records.time import is_past
from mozi.records.values import Claim, Evidence, Ref, SourceId, Statement, Text, TextKey
from mozi.settings import Settings


@dataclass
class Writer:
    """Writer of one page; it also records the sources and texts that the page has used so far.

    `address` is the page's own, relative to the site's root; every link is made relative to it.
    `cited` are ids of the page's sources with their numbers, in the order of first citation;
    `texts` are texts of records by key, each in the words that the page shows.
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
        """A record's text in the page's language or a fallback; stores it in `texts`."""
        words = self.language.words(text)
        self.texts[text.key] = words
        return words

    @property
    def foreign(self) -> int:
        """Number of texts that are in another language."""
        return sum(words.foreign for words in self.texts.values())

    @property
    def stale(self) -> int:
        """Number of texts in the page's language that may be out of date."""
        return sum(bool(words.stale) and not words.foreign for words in self.texts.values())

    @property
    def foreign_share(self) -> float:
        """Share of the letters in the texts that is in another language, from 0 to 1."""
        texts = self.texts.values()
        letters = sum(len(words.text) for words in texts)
        foreign = sum(len(words.text) for words in texts if words.foreign)
        return foreign / letters if letters else 0.0

    @property
    def names(self) -> SiteNames:
        """Names of the brand."""
        assert self.graph.names, "a site that was checked has names"
        return self.graph.names

    @property
    def site_title(self) -> str:
        """The site's name in the page's language."""
        return self.language.words(self.names.title).text

    @property
    def brand(self) -> str:
        """The name of the workshops in the page's language."""
        return self.language.words(self.names.brand).text

    def term(self, ref: Ref) -> str:
        """The name of a vocabulary entry."""
        return self.words(self.graph.get(ref).name).text

    def field_label(self, name: str) -> str:
        """The name of a required or optional field on pages."""
        return self.words(self.graph.vocabularies["particulars"][name].name).text

    def title_of(self, record: Record) -> Words:
        """A record's name or title in the page's language."""
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
        """A link from this page to an address of the same site, in any language of the site."""
        target, _, anchor = (prefix(language) + address).partition("#")
        path = self._relative_path(target)
        if target[-1:] in ("/", ""):
            path += "/"
        return f"{path}#{anchor}" if anchor else path

    def asset(self, name: str) -> str:
        """A link from this page to a file in `overrides/assets/`."""
        return self._relative_path(f"assets/{name}")

    def _relative_path(self, target: str) -> str:
        """The relative path from this page to `target`, a path from the site's root.

        `target` ends in `/` for a folder.

        The result equals that of `posixpath.relpath`, which would split both paths for every link.
        """
        for folder, up in self._folders_around:
            if target.startswith(folder):
                return (up + target[len(folder) :]).rstrip("/") or "."
        raise AssertionError("the site's root is around everything")

    @cached_property
    def _folders_around(self) -> list[tuple[str, str]]:
        """Folders around the page, its own first, each with the relative path up to it."""
        steps = self.address.rstrip("/").split("/") if self.address else []
        return [
            ("".join(f"{step}/" for step in steps[: len(steps) - number]), "../" * number)
            for number in range(len(steps) + 1)
        ]

    def link(self, record: Record) -> str:
        """A link from this page to a record's page."""
        return self.href(address_of(record))

    def card(self, record: Any, lines: Iterable[str] = (), badge: Badge | None = None) -> Card:
        """Card of a record: a link with a few lines on it; empty lines are left out."""
        filled_lines = tuple(line for line in lines if line)
        return Card(self.title_of(record), self.link(record), filled_lines, badge)

    # Evidence ----------------------------------------------------------------------------------

    def refs(self, cite: Iterable[SourceId]) -> tuple[int, ...]:
        """Numbers of sources in the page's list, sorted; new sources get the next numbers."""
        return tuple(sorted({self.cited.setdefault(id, len(self.cited) + 1) for id in cite}))

    def stated(
        self, words: Words | str, evidence: Evidence | None, owner: SourcedRecord, href: str = ""
    ) -> Stated:
        """Words with their evidence; without own sources they cite those of the record."""
        if isinstance(words, str):
            words = self.language.own(words)
        if evidence is None:
            return Stated(words, href, self.refs(owner.cite))
        return Stated(
            words,
            href,
            self.refs(evidence.cite or owner.cite),
            evidence.basis == "inferred",
            self.with_links(self.words(evidence.note)) if evidence.note else None,
            self._("(as of %(date)s)", date=self.language.date(evidence.as_of))
            if evidence.as_of
            else "",
        )

    def statement(self, statement: Statement, owner: SourcedRecord) -> Stated:
        """A statement of a record with its evidence, and links to the addresses in it."""
        return self.stated(self.with_links(self.words(statement)), statement, owner)

    def with_links(self, words: Words) -> Words:
        """Words with links to the e-mail and web addresses and telephone numbers in them."""
        if not (
            "@" in words.text or "+" in words.text or "www." in words.text or "://" in words.text
        ):
            return words  # nearly all
        hosts = {entry.host for entry in self.graph.vocabularies["unlinked-hosts"].values()}
        return replace(words, links=tuple(text_links(words.text, hosts)))

    def until(self, stated: Stated, last_day: str | None, owner: SourcedRecord) -> Stated:
        """A statement that holds until the end of `last_day`, and whether that was past."""
        if not last_day:
            return stated
        if is_past(last_day, owner.checked):
            return replace(stated, past=self._("past when last checked"))
        return replace(stated, last_day=last_day)

    def past_remark(self, stated: Stated) -> str:
        """The remark that a statement was past, for texts; empty where it was not."""
        return self._("(%(remark)s)", remark=stated.past) if stated.past else ""

    def linked(self, claim: Claim[Any], owner: SourcedRecord) -> Stated:
        """A claim that names another record, with a link to it."""
        record = self.graph.get(claim.value)
        return self.stated(self.title_of(record), claim, owner, self.link(record))

    def terms(self, claim: Claim[Any], owner: SourcedRecord) -> Stated:
        """A claim of one or several vocabulary entries."""
        values = claim.value if isinstance(claim.value, list) else [claim.value]
        return self.stated(self.listed(values), claim, owner)

    def listed(self, terms: Iterable[Ref]) -> str:
        """Names of vocabulary entries, with dots between them; each keeps its capital letter."""
        return " · ".join(self.term(term) for term in terms)

    def spoken(self, claim: Claim[Any], owner: SourcedRecord) -> Stated:
        """A claim of one or several languages."""
        values = claim.value if isinstance(claim.value, list) else [claim.value]
        names = [self.language.language_name(value) for value in values]
        return self.stated(self.language.enumerate(names), claim, owner)

    def website(self, claim: Claim[str], owner: SourcedRecord) -> Stated:
        """A claim that gives the address of another site, with a link to it."""
        return self.stated(
            self.language.quote(claim.value.split("://")[-1].rstrip("/"), "en"),
            claim,
            owner,
            claim.value,
        )

    # Rows --------------------------------------------------------------------------------------

    def row(self, field_name: str, *items: Stated | None) -> Row | None:
        """Row of a required or optional field; None when nothing is stated about it."""
        statements = tuple(item for item in items if item)
        return self.labelled(field_name, *statements) if statements else None

    def labelled(self, field_name: str, *items: Stated) -> Row:
        """Row with the name of a field, and its meaning if the glossary explains the field."""
        return Row(self.field_label(field_name), items, self._meaning(field_name))

    def _meaning(self, field_name: str) -> Meaning | None:
        id = self.graph.explained.get(field_name)
        if not id:
            return None
        term: GlossaryTerm = self.graph.vocabularies["glossary"][id]
        return Meaning(self.words(term.definition), self.href(f"{GLOSSARY}#{id}"))

    def status(self, record: Any) -> Stated:
        """The status of a record, with its date and reason."""
        return self.stated(self.term(record.status.value), record.status, record)

    def status_badge(self, record: Any) -> Badge:
        """The status of a record as a badge, with its basis and date.

        A status that no source states has the tone of none: colour never makes it surer.
        """
        status = record.status
        is_inferred = status.basis == "inferred"
        date = self.language.date(status.as_of)
        return Badge(
            self.language.own(self.term(status.value)),
            "inferred" if is_inferred else f"status-{status.value}",
            f"{self._('inferred')} · {date}" if is_inferred else date,
            is_inferred,
        )
