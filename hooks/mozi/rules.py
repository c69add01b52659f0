"""What must hold across records; one stable code per rule, one function per rule."""

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

from mozi import particulars, translations
from mozi.problems import Problem, instead
from mozi.records import Record
from mozi.store import Store
from mozi.values import Evidence, Ref, walk

Rule = Callable[[Store], Iterator[Problem]]


def check(store: Store) -> list[Problem]:
    """Every problem of the data: those met while reading, then those of the rules, sorted."""
    found = list(store.problems)
    for rule in RULES:
        found.extend(rule(store))
    return sorted(set(found))


def file_of(record: Record) -> str:
    """The record's file, relative to the project folder."""
    return f"data/{record.kind}/{record.id}.yml"


def _all(store: Store, *kinds: str) -> Iterator[Any]:
    for kind in kinds or store.records:
        yield from store.records[kind].values()


def unknown_ids(store: Store) -> Iterator[Problem]:
    """MZ301: an id must name an existing record or vocabulary entry."""
    for record in _all(store):
        for path, value in walk(record):
            if isinstance(value, Ref) and not _exists(store, value):
                folder, what = _known(store, value.kind)
                yield store.problem(
                    file_of(record),
                    path,
                    "MZ301",
                    f"there is no “{value}” in data/{value.kind}",
                    instead(value, folder, what),
                )


def _exists(store: Store, ref: Ref) -> bool:
    known, _ = _known(store, ref.kind)
    return ref in known or (ref.kind, str(ref)) in store.unread


def _known(store: Store, kind: str) -> tuple[dict[str, Any], str]:
    if kind.startswith("vocabularies/"):
        return store.vocabularies[kind.removeprefix("vocabularies/")], "entry"
    return store.records[kind], "record"


def holes(store: Store) -> Iterator[Problem]:
    """MZ302: what a reader expects is either given or named in `unpublished`."""
    for record in _all(store, *particulars.REQUIRED):
        for name in particulars.missing(record):
            yield store.problem(
                file_of(record),
                ("unpublished",),
                "MZ302",
                f"“{name}” is neither given nor said to be unpublished",
                f"add it, or add “{name}” to the list “unpublished”",
            )


def contradictions(store: Store) -> Iterator[Problem]:
    """MZ303: what is given cannot be called unpublished."""
    for record in _all(store, *particulars.REQUIRED):
        for name in particulars.contradicted(record):
            index = record.unpublished.index(name)
            yield store.problem(
                file_of(record),
                ("unpublished", index),
                "MZ303",
                f"“{name}” is given, and also said to be unpublished",
                f"remove “{name}” from the list “unpublished”",
            )


def unknown_particulars(store: Store) -> Iterator[Problem]:
    """MZ304: only known particulars can be unpublished."""
    for record in _all(store):
        known = particulars.of(record.kind)
        for index, name in enumerate(getattr(record, "unpublished", [])):
            if name not in known:
                yield store.problem(
                    file_of(record),
                    ("unpublished", index),
                    "MZ304",
                    f"“{name}” is no particular of a record in data/{record.kind}",
                    instead(name, known, "particular"),
                )


def inferred_without_reason(store: Store) -> Iterator[Problem]:
    """MZ305: what is inferred says why."""
    for record in _all(store):
        for path, value in walk(record):
            if isinstance(value, Evidence) and value.basis == "inferred" and not value.note:
                yield store.problem(
                    file_of(record),
                    path,
                    "MZ305",
                    "this is inferred, and nothing says from what",
                    "add a “note” in English and Chinese that gives the reason",
                )


def forbidden_hosts(store: Store) -> Iterator[Problem]:
    """MZ306: readers are not sent to hosts that carry spam or copies of others' pages."""
    hosts = {entry.host for entry in store.vocabularies["unlinked-hosts"].values()}
    for source in _all(store, "sources"):
        host = (urlsplit(source.url).hostname or "") if source.url else ""
        if source.linked and any(host == h or host.endswith("." + h) for h in hosts):
            yield store.problem(
                file_of(source),
                ("url",),
                "MZ306",
                f"readers are not to be sent to {host}",
                "add the line “linked: false”",
            )


def untitled_sources(store: Store) -> Iterator[Problem]:
    """MZ307: a source can be found again: it has a link, or says what was read."""
    for source in _all(store, "sources"):
        if not source.url and not source.read:
            yield store.problem(
                file_of(source),
                (),
                "MZ307",
                "nobody could find this source again",
                "add its “url”, or say under “read” what was read and why it has no link",
            )


def broken_fallbacks(store: Store) -> Iterator[Problem]:
    """MZ308: a language falls back on languages on offer, never on itself, and English is there."""
    for required in ("en", "zh"):
        if store.locales and required not in store.locales:
            yield store.problem(
                "data/locales.yml",
                (),
                "MZ308",
                f"the language “{required}” is missing",
                "every record is written in English and Chinese: add both",
            )
    for code, locale in store.locales.items():
        for index, other in enumerate(locale.fallback):
            if other == code or other not in store.locales:
                yield store.problem(
                    "data/locales.yml",
                    (code, "fallback", index),
                    "MZ308",
                    f"“{code}” cannot fall back on “{other}”",
                    instead(other, set(store.locales) - {code}, "language"),
                )


def unnamed_particulars(store: Store) -> Iterator[Problem]:
    """MZ309: every particular has a name that pages can show."""
    named = store.vocabularies["particulars"]
    for kind in particulars.REQUIRED:
        for name in particulars.of(kind):
            if named and name not in named:
                yield store.problem(
                    "data/vocabularies/particulars.yml",
                    (),
                    "MZ309",
                    f"the particular “{name}” of data/{kind} has no name",
                    f"add “{name}: {{name: {{en: …, zh: …}}}}”",
                )


def foreign_placeholders(store: Store) -> Iterator[Problem]:
    """MZ402: a translation keeps the placeholders of the English text."""
    for code, catalogue in store.catalogues.items():
        file = translations.path_of(store.root, code).relative_to(store.root).as_posix()
        for line, english, text in translations.foreign_placeholders(catalogue):
            yield Problem(
                file,
                line,
                1,
                "MZ402",
                f"the translation “{text}” does not have the placeholders of “{english}”",
                "copy every %(…)s of the English text unchanged",
            )


RULES: tuple[Rule, ...] = (
    unknown_ids,
    holes,
    contradictions,
    unknown_particulars,
    inferred_without_reason,
    forbidden_hosts,
    untitled_sources,
    broken_fallbacks,
    unnamed_particulars,
    foreign_placeholders,
)
