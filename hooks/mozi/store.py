"""The folder `data/`: every file read once, into records and problems, never a traceback."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from pathlib import Path as FilePath
from typing import Any, Literal

import polib
import pydantic

from mozi import cldr, layout, reading, translations, validation
from mozi.digests import COMMON, digest, digest_of, digests_of
from mozi.passages import Passage, translated, written
from mozi.problems import Problem, Value, first, instead
from mozi.records import RECORD_TYPES, VOCABULARIES, Record
from mozi.values import (
    SLUG,
    Day,
    LanguageCode,
    Model,
    Owner,
    Path,
    PlainText,
    Ref,
    Text,
    set_contexts,
    walk,
)

PUBLISHED = "data/addresses.txt"
"""The list of all addresses that were ever published; see `published.py`."""

REDIRECTS = "data/redirects.yml"
"""What became of addresses that have no page any more: `/old/: /new/`, or `/old/: {gone: why}`."""

MAX_CATALOGUE = 32 * 1024 * 1024
"""Bytes of a catalogue; that of 4,000 records has a quarter of it."""

MOST_MISLEADING = 100
"""Misleading characters of a file that are told one by one."""

RESERVED_IDS = {"index", "compare"}
"""Ids that would take the address of another page."""


class LocaleEntry(Model):
    """A language on offer, as `data/locales.yml` describes it."""

    name: PlainText
    cldr: LanguageCode | None = None
    fallback: list[LanguageCode] = []
    state: Literal["source", "reviewed", "draft"]
    reviewed_by: Text | None = None
    reviewed_on: Day | None = None
    owners: list[Owner] = []


class Gone(Model):
    """What became of an address that nothing takes the place of: the reason."""

    gone: Text


Redirect = str | Gone
"""What became of an address: the one that takes its place, or why there is none."""


@dataclass
class Store:
    """All that was read: records by kind and id, vocabularies, locales, and what is wrong.

    `published` are the addresses that there ever were, with their lines; `redirects` say what
    became of those without a page.
    """

    root: FilePath
    records: dict[str, dict[str, Record]] = field(
        default_factory=lambda: {record_type.kind: {} for record_type in RECORD_TYPES}
    )
    vocabularies: dict[str, dict[str, Any]] = field(
        default_factory=lambda: {name: {} for name in VOCABULARIES}
    )
    locales: dict[str, LocaleEntry] = field(default_factory=dict)
    catalogues: dict[str, polib.POFile] = field(default_factory=dict)
    published: dict[str, int] = field(default_factory=dict)
    redirects: dict[str, Redirect] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    unread: set[tuple[str, str]] = field(default_factory=set)
    """(kind, id) of files that exist but could not be read: not to be called unknown as well."""
    contents: dict[str, str] = field(default_factory=dict)
    """The digest of every YAML file's content."""
    _positions: dict[str, reading.Positions] = field(default_factory=dict, init=False, repr=False)

    def each(self, *kinds: str) -> Iterator[Any]:
        """All records, or those of some kinds."""
        for kind in kinds or self.records:
            yield from self.records[kind].values()

    def find(self, ref: Ref) -> Any:
        """The record that an id names; None where there is none."""
        return self.records[ref.kind].get(ref)

    @cached_property
    def values(self) -> list[tuple[Record, Path, Any]]:
        """Every value inside every record, with the keys that lead to it; for use after reading.

        Most rules look through all of them; to walk once is worth the memory.
        """
        return [(record, *found) for record in self.each() for found in walk(record)]

    @cached_property
    def passages(self) -> list[Passage]:
        """Every text that readers see; for use after reading."""
        found = [p for record, *place in self.values for p in written(record.file, *place)]
        lists = [(f"data/vocabularies/{name}.yml", v) for name, v in self.vocabularies.items()]
        for file, entries in [
            *lists,
            ("data/locales.yml", self.locales),
            (REDIRECTS, self.redirects),
        ]:
            for key, entry in entries.items():
                found += [p for place in walk(entry, (key,)) for p in written(file, *place)]
        for code, locale in self.locales.items():
            found.append(Passage("data/locales.yml", (code, "name"), code, locale.name))
        for code, catalogue in self.catalogues.items():
            found += translated(f"data/translations/{code}.po", code, catalogue)
        return found

    @cached_property
    def digests(self) -> dict[tuple[str, str], str]:
        """By kind and id of a record: what tells whether what pages say of it has changed.

        It covers the record's file and all translations of its texts; for use after reading.
        """
        return {
            (record.kind, record.id): digest_of(
                self.contents.get(record.file), self._translated.get((record.kind, record.id))
            )
            for record in self.each()
        }

    @cached_property
    def common_digest(self) -> str:
        """The same for everything else in `data/` that pages show; for use after reading.

        That is vocabularies, locales, redirects, and all translations that belong to no record.
        """
        lists = [f"data/vocabularies/{name}.yml" for name in VOCABULARIES]
        files = [self.contents.get(file) for file in (*lists, "data/locales.yml", REDIRECTS)]
        return digest_of(files, self._translated.get(COMMON))

    @cached_property
    def _translated(self) -> dict[tuple[str, str], str]:
        return digests_of(self.catalogues)

    def problem(
        self, file: str, path: Path, code: str, variant: str = "", /, **values: Value
    ) -> Problem:
        """A problem at the key `path` inside `file`."""
        try:
            position = self.positions(file).of_key(path)
        except (OSError, reading.Unreadable):
            position = 1, 1
        return Problem.at(file, position, code, variant, **values)

    def add(
        self, record_type: type[Record], id: str, data: Any, positions: reading.Positions
    ) -> None:
        """Take in a record that is in no file yet; what is wrong with it is noted at `positions`."""
        path = FilePath("data", record_type.kind, f"{id}.yml")
        self._positions[path.as_posix()] = positions
        wrong = name_problem(path, record_type)
        if wrong:
            self.problems.append(wrong)
            self.unread.add((record_type.kind, id))
        elif record := _loaded(self, record_type, id, data):
            self.records[record_type.kind][id] = record

    def positions(self, file: str) -> reading.Positions:
        """Where everything in a file stands, found by reading it again.

        The first reading keeps none: thousands of records have no problem to locate.
        """
        if file not in self._positions:
            positions = reading.Positions()
            reading.parse(reading.decode((self.root / file).read_bytes()), positions)
            self._positions[file] = positions
        return self._positions[file]


def load(root: FilePath) -> Store:
    """Everything in `root/data`. Problems are collected in the result; nothing is raised."""
    store = Store(root)
    data = root / "data"
    if not data.is_dir():
        store.problems.append(Problem.at("data", (1, 1), "MZ001", folder=str(root)))
        return store
    for record_type in RECORD_TYPES:
        store.records[record_type.kind].update(_records(store, record_type))
    for name, term_type in VOCABULARIES.items():
        store.vocabularies[name] = _entries(store, f"data/vocabularies/{name}.yml", term_type)
    store.locales = dict(_locales(store))
    store.catalogues = dict(_catalogues(store))
    store.published = dict(_published(store))
    store.redirects = dict(_redirects(store))
    store.problems.extend(_strays(data))
    return store


def files_of(root: FilePath, folder: str) -> list[FilePath]:
    """The visible files of `root/data/folder`, sorted by name."""
    path = root / "data" / folder
    if not path.is_dir():
        return []
    return sorted(p for p in path.iterdir() if p.is_file() and not p.name.startswith("."))


def _records(store: Store, record_type: type[Record]) -> Iterator[tuple[str, Record]]:
    for path in files_of(store.root, record_type.kind):
        file = path.relative_to(store.root).as_posix()
        wrong = name_problem(path.relative_to(store.root), record_type)
        if wrong:
            store.problems.append(wrong)
            store.unread.add((record_type.kind, path.stem))
            continue
        data = _read(store, file)
        if data is None:
            store.unread.add((record_type.kind, path.stem))
            continue
        record = _loaded(store, record_type, path.stem, data)
        if not record:
            continue
        yield path.stem, record
        misplaced = layout.misplaced(record_type, data)
        if misplaced:
            key, other = misplaced
            store.problems.append(store.problem(file, (key,), "MZ902", key=key, other=other))


def _loaded(store: Store, record_type: type[Record], id: str, data: Any) -> Record | None:
    """The record of `data`; None after noting what is wrong."""
    try:
        return record_type.load(id, data)
    except pydantic.ValidationError as error:
        file = f"data/{record_type.kind}/{id}.yml"
        found = validation.explain(error, record_type, file, store.positions(file))
        store.problems.extend(first(found))
        store.unread.add((record_type.kind, id))
        return None


def name_problem(path: FilePath, record_type: type[Record]) -> Problem | None:
    """What is wrong with the name of a record's file, given from the project folder on."""
    file = path.as_posix()
    if path.suffix != ".yml":
        better = f"{path.stem.lower()}.yml"
        return Problem.at(file, (1, 1), "MZ002", name=path.name, better=better)
    if not SLUG.fullmatch(path.stem):
        return Problem.at(file, (1, 1), "MZ003", id=path.stem)
    if path.stem in RESERVED_IDS:
        return Problem.at(file, (1, 1), "MZ003", "reserved", id=path.stem)
    if record_type.kind == "countries" and not cldr.is_territory(path.stem):
        return Problem.at(file, (1, 1), "MZ004", id=path.stem)
    return None


def _read(store: Store, file: str) -> dict[str, Any] | None:
    """The data in `file`, which must be a mapping; None after noting what is wrong."""
    try:
        content = (store.root / file).read_bytes()
        store.contents[file] = digest(content)
        text = reading.decode(content)
        data = reading.parse(text)
    except reading.Unreadable as error:
        store.problems.append(
            Problem.at(file, error.position, error.code, error.variant, **error.values)
        )
        return None
    except OSError as error:
        variant = "missing" if isinstance(error, FileNotFoundError) else ""
        store.problems.append(Problem.at(file, (1, 1), "MZ005", variant))
        return None
    if not isinstance(data, dict):
        variant = "empty" if data is None else ""
        store.problems.append(Problem.at(file, (1, 1), "MZ109", variant))
        return None
    for position, character in islice(reading.misleading(text), MOST_MISLEADING):
        name = reading.described(character)
        store.problems.append(Problem.at(file, position, "MZ111", character=name))
    for flaw, position in layout.flaws(content.decode()):
        store.problems.append(Problem.at(file, position, "MZ901", flaw))
    return data


def _entries(store: Store, file: str, model: type[Model]) -> dict[str, Any]:
    """A file that maps ids to entries of one model."""
    data = _read(store, file)
    if data is None:
        return {}
    entries = {}
    for key, value in data.items():
        try:
            entries[key] = model.model_validate(value)
            set_contexts(entries[key], f"{file.removeprefix('data/').removesuffix('.yml')}/{key}")
        except pydantic.ValidationError as error:
            found = validation.explain(error, model, file, store.positions(file), (key,))
            store.problems.extend(first(found))
    return entries


def _locales(store: Store) -> Iterator[tuple[str, LocaleEntry]]:
    """The languages on offer: those whose dates and numbers can be written."""
    file = "data/locales.yml"
    for code, entry in _entries(store, file, LocaleEntry).items():
        if not cldr.is_language(code):
            wrong: Path = (code,)
        elif not cldr.is_locale(entry.cldr or code):
            wrong = (code, "cldr")
        else:
            yield code, entry
            continue
        store.problems.append(store.problem(file, wrong, "MZ308", "no-locale", code=code))


def _catalogues(store: Store) -> Iterator[tuple[str, polib.POFile]]:
    """The gettext catalogue of every locale that can be read."""
    for code in store.locales:
        path = translations.path_of(store.root, code)
        file = path.relative_to(store.root).as_posix()
        size = path.stat().st_size if path.exists() else 0
        if size > MAX_CATALOGUE:
            values = {"size": size // 1024, "limit": MAX_CATALOGUE // 1024}
            store.problems.append(Problem.at(file, (1, 1), "MZ101", "catalogue", **values))
            continue
        try:
            yield code, translations.read(path)
        except translations.Broken as error:
            position = (error.line, 1)
            store.problems.append(
                Problem.at(file, position, "MZ401", error.variant, **error.values)
            )


def _published(store: Store) -> Iterator[tuple[str, int]]:
    """Every line of the list of addresses, where there is such a list."""
    path = store.root / PUBLISHED
    if not path.exists():
        return
    try:
        lines = reading.text_of(path.read_bytes()).split("\n")
    except OSError:
        store.problems.append(Problem.at(PUBLISHED, (1, 1), "MZ005"))
        return
    except reading.Unreadable as error:
        store.problems.append(
            Problem.at(PUBLISHED, error.position, error.code, error.variant, **error.values)
        )
        return
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield line.strip(), number


def _redirects(store: Store) -> Iterator[tuple[str, Redirect]]:
    """What became of addresses, where somebody had to say so."""
    if not (store.root / REDIRECTS).exists():
        return
    for address, said in (_read(store, REDIRECTS) or {}).items():
        if isinstance(said, str):
            yield address, said
            continue
        try:
            gone = Gone.model_validate(said)
        except pydantic.ValidationError as error:
            positions = store.positions(REDIRECTS)
            found = validation.explain(error, Gone, REDIRECTS, positions, (address,))
            store.problems.extend(first(found))
        else:
            set_contexts(gone, f"vocabularies/redirects{address.rstrip('/')}")
            yield address, gone


def _strays(data: FilePath) -> Iterator[Problem]:
    """Folders in `data/` that nothing reads: records put there would be silently lost."""
    known = {t.kind for t in RECORD_TYPES} | {"vocabularies", "translations", "schema"}
    for path in sorted(data.iterdir()):
        if path.is_dir() and path.name not in known and not path.name.startswith("."):
            advice = instead(path.name, known)
            yield Problem.at(f"data/{path.name}", (1, 1), "MZ006", advice=advice)
    for path in sorted((data / "vocabularies").glob("*")):
        if path.stem not in VOCABULARIES or path.suffix != ".yml":
            file = f"data/vocabularies/{path.name}"
            advice = instead(path.stem, VOCABULARIES)
            yield Problem.at(file, (1, 1), "MZ006", "file", advice=advice)
