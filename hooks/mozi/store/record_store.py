"""The folder `data/`: every file read once, into records and problems, never a traceback."""

import os
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property, partial
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

import polib
import pydantic

from mozi.engine.cache import Cache
from mozi.engine.hashing import digest, digest_of
from mozi.languages.catalogue import (
    COMMON,
    BrokenCatalogue,
    Translations,
    catalogue_content,
    catalogue_file,
    catalogue_path,
    digests_by_owner,
    parse_catalogue,
    translations_of,
)
from mozi.languages.locales import LocaleEntry
from mozi.problems.model_errors import explain_model_errors
from mozi.problems.problem import Problem, Value, did_you_mean, first_problems
from mozi.records import cldr
from mozi.records.file_format import first_misplaced_key
from mozi.records.models import RECORD_TYPES, VOCABULARIES, Record
from mozi.records.summary import RecordSummary
from mozi.records.values import (
    SLUG,
    Model,
    Place,
    Ref,
    Text,
    set_contexts,
    walk,
)
from mozi.yaml_text.parse import (
    KeyPath,
    Position,
    Positions,
    Unreadable,
    decode,
    describe_character,
    misleading_characters,
    parse_yaml,
    text_of,
)
from mozi.yaml_text.tidy import layout_flaws

ADDRESSES = "data/addresses.txt"
"""The list of all addresses that were ever published; see `published.py`."""

REDIRECTS = "data/redirects.yml"
"""What became of addresses that have no page any more: `/old/: /new/`, or `/old/: {gone: why}`."""

LOCALES = "data/locales.yml"
"""The languages on offer."""

MAX_CATALOGUE = 32 * 1024 * 1024
"""Bytes of a catalogue; that of 4,000 records has a quarter of it."""

MOST_MISLEADING = 100
"""Misleading characters of a file that are told one by one."""

T = TypeVar("T")

RESERVED_IDS = {"index", "compare"}
"""Ids that would take the address of another page."""


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

    root: Path
    records: dict[str, dict[str, Record]] = field(
        default_factory=lambda: {record_type.kind: {} for record_type in RECORD_TYPES}
    )
    vocabularies: dict[str, dict[str, Any]] = field(
        default_factory=lambda: {name: {} for name in VOCABULARIES}
    )
    locales: dict[str, LocaleEntry] = field(default_factory=dict)
    translations: dict[str, Translations] = field(default_factory=dict)
    published: dict[str, int] = field(default_factory=dict)
    redirects: dict[str, Redirect] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    unread: set[tuple[str, str]] = field(default_factory=set)
    """(kind, id) of files that exist but could not be read: not to be called unknown as well."""
    contents: dict[str, str] = field(default_factory=dict)
    """The digest of every file's content."""
    cache: Cache = field(default_factory=Cache, init=False, repr=False)
    _positions: dict[str, Positions] = field(default_factory=dict, init=False, repr=False)
    _read: dict[str, bytes] = field(default_factory=dict, init=False, repr=False)
    _catalogues: dict[str, polib.POFile] = field(default_factory=dict, init=False, repr=False)
    _surveys: dict[str, RecordSummary] = field(default_factory=dict, init=False, repr=False)
    _walked: tuple[Record | None, list[Place]] = field(default=(None, []), init=False, repr=False)

    def each(self, *kinds: str) -> Iterator[Any]:
        """All records, or those of some kinds."""
        for kind in kinds or self.records:
            yield from self.records[kind].values()

    def find(self, ref: Ref) -> Any:
        """The record that an id names; None where there is none."""
        return self.records[ref.kind].get(ref)

    @cached_property
    def surveys(self) -> Sequence[tuple[Record, RecordSummary]]:
        """Every record with what stands inside it; for use after reading."""
        return [(record, self.survey(record)) for record in self.each()]

    @cached_property
    def named(self) -> Set[tuple[str, str]]:
        """Kind and id of all that any record names; for use after reading."""
        return {(ref.kind, ref) for _, survey in self.surveys for _, ref in survey.refs}

    def survey(self, record: Record) -> RecordSummary:
        """What stands inside a record; for use after reading."""
        file = record.file
        if file not in self._surveys:
            self._surveys[file] = self.known("survey", file, partial(self._survey, record))
        return self._surveys[file]

    def _survey(self, record: Record) -> RecordSummary:
        return RecordSummary.of(self.places(record))

    def places(self, record: Record) -> list[Place]:
        """Every place in a record, found by walking through it; for use after reading.

        Those of the last one are kept for whoever asks next; of all, they would take much memory.
        """
        walked, places = self._walked
        if walked is not record:
            places = walk(record)
            self._walked = record, places
        return places

    def read(self, record_type: type[Record], path: Path) -> None:
        """Take in the record in the file at `path`, and what is wrong with it."""
        id, file = path.stem, f"data/{record_type.kind}/{path.name}"
        wrong = name_problem(path, record_type)
        content = None if wrong else _content(self, file)
        if wrong:
            self.problems.append(wrong)
        if content is None:
            self.unread.add((record_type.kind, id))
        else:
            read = partial(_record, self, record_type, id, content)
            self._take(record_type, id, *self.known("record", file, read))

    def translated(self, code: str) -> Translations:
        """What the catalogue of a language translates, nothing where there is none. Raises `Broken`."""
        file = catalogue_file(code)
        content = catalogue_content(self.root / file)
        if content is None:
            return Translations(code)
        self.contents[file], self._read[file] = digest(content), content
        return self.known("translations", file, lambda: translations_of(self.catalogue(code), code))

    def catalogue(self, code: str) -> polib.POFile:
        """The catalogue of a language, an empty one where there is none. Raises `Broken`.

        It is parsed when somebody asks for more than its translations.
        """
        if code not in self._catalogues:
            file = catalogue_file(code)
            content = self._read.get(file) or catalogue_content(self.root / file)
            self._catalogues[code] = parse_catalogue(content) if content else polib.POFile()
        return self._catalogues[code]

    @property
    def catalogues(self) -> dict[str, polib.POFile]:
        """The catalogue of every language whose translations were read."""
        return {code: self.catalogue(code) for code in self.translations}

    def known(self, what: str, file: str, make: Callable[[], T], path: KeyPath = ()) -> T:
        """What `make` finds out about a file's content, or about what stands there at `path`."""
        return self.cache.known((what, file, *path), self.contents.get(file), make)

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
        files = [self.contents.get(file) for file in (*lists, LOCALES, REDIRECTS)]
        return digest_of(files, self._translated.get(COMMON))

    @cached_property
    def _translated(self) -> dict[tuple[str, str], list[str]]:
        """The digests of all translations by the record that they belong to."""
        found: dict[tuple[str, str], list[str]] = defaultdict(list)
        for code in self.translations:
            for owner, said in self.digests_of(code).items():
                found[owner].append(said)
        return found

    def digests_of(self, code: str) -> dict[tuple[str, str], str]:
        """The digests of all translations in a catalogue by the record that they belong to."""
        file = catalogue_file(code)
        return self.known("digests", file, lambda: digests_by_owner(code, self.catalogue(code)))

    def problem(
        self, file: str, path: KeyPath, code: str, variant: str = "", /, **values: Value
    ) -> Problem:
        """A problem at the key `path` inside `file`, or at a line: then that is the path."""
        position = self.known("place", file, lambda: self._place(file, path), path)
        return Problem.at(file, position, code, variant, **values)

    def _place(self, file: str, path: KeyPath) -> Position:
        if path and isinstance(path[0], int):
            return path[0], 1
        try:
            return self.positions(file).of_key(path)
        except (OSError, Unreadable):
            return 1, 1

    def add(self, record_type: type[Record], id: str, data: Any, positions: Positions) -> None:
        """Take in a record that is in no file yet; what is wrong with it is noted at `positions`."""
        path = Path("data", record_type.kind, f"{id}.yml")
        self._positions[path.as_posix()] = positions
        self.contents.pop(path.as_posix(), None)  # what is known is not of this record
        wrong = name_problem(path, record_type)
        if wrong:
            self.problems.append(wrong)
            self.unread.add((record_type.kind, id))
        else:
            record, problems = _loaded(self, record_type, id, data)
            self._take(record_type, id, record, problems)

    def _take(
        self, record_type: type[Record], id: str, record: Record | None, problems: list[Problem]
    ) -> None:
        """Take in what came of reading a record."""
        self.problems.extend(problems)
        self.__dict__.pop("surveys", None)  # they were of fewer records
        self.__dict__.pop("named", None)
        if record:
            self.records[record_type.kind][id] = record
        else:
            self.unread.add((record_type.kind, id))

    def positions(self, file: str) -> Positions:
        """Where everything in a file stands, found by parsing it again.

        The first reading keeps none: thousands of records have no problem to locate.
        """
        if file not in self._positions:
            positions = Positions()
            content = self._read.get(file) or (self.root / file).read_bytes()
            parse_yaml(decode(content), positions)
            self._positions[file] = positions
        return self._positions[file]


def load_store(root: Path, cache: Cache | None = None) -> Store:
    """Everything in `root/data`. Problems are collected in the result; nothing is raised.

    What `cache` knows is not read through again.
    """
    store = Store(root)
    store.cache = cache or store.cache
    data = root / "data"
    if not data.is_dir():
        store.problems.append(Problem.at("data", (1, 1), "MZ001", folder=str(root)))
        return store
    for record_type in RECORD_TYPES:
        for path in record_files(root, record_type.kind):
            store.read(record_type, path)
    for name, term_type in VOCABULARIES.items():
        store.vocabularies[name] = _entries(store, f"data/vocabularies/{name}.yml", term_type)
    store.locales = dict(_locales(store))
    store.translations = dict(_translations(store))
    store.published = dict(_published(store))
    store.redirects = dict(_redirects(store))
    store.problems.extend(_strays(data))
    return store


def record_files(root: Path, folder: str) -> list[Path]:
    """The visible files of `root/data/folder`, sorted by name."""
    path = root / "data" / folder
    if not path.is_dir():
        return []
    with os.scandir(path) as entries:
        names = [e.name for e in entries if e.is_file() and not e.name.startswith(".")]
    return [path / name for name in sorted(names)]


def _record(
    store: Store, record_type: type[Record], id: str, content: bytes
) -> tuple[Record | None, list[Problem]]:
    """The record in a file, if it can be read, and what is wrong with it."""
    file = f"data/{record_type.kind}/{id}.yml"
    data, problems = _parsed(file, content)
    if data is None:
        return None, problems
    record, refused = _loaded(store, record_type, id, data)
    problems += refused
    misplaced = first_misplaced_key(record_type, data) if record else None
    if misplaced:
        key, other = misplaced
        problems.append(store.problem(file, (key,), "MZ902", key=key, other=other))
    return record, problems


def _loaded(
    store: Store, record_type: type[Record], id: str, data: Any
) -> tuple[Record | None, list[Problem]]:
    """The record of `data`; None and what is wrong."""
    try:
        return record_type.load(id, data), []
    except pydantic.ValidationError as error:
        file = f"data/{record_type.kind}/{id}.yml"
        found = explain_model_errors(error, record_type, file, store.positions(file))
        return None, list(first_problems(found))


def name_problem(path: Path, record_type: type[Record]) -> Problem | None:
    """What is wrong with the name of a record's file."""
    name, id = path.name, path.stem
    file = f"data/{record_type.kind}/{name}"
    if not name.endswith(".yml"):
        better = f"{id.lower()}.yml"
        return Problem.at(file, (1, 1), "MZ002", name=name, better=better)
    if not SLUG.fullmatch(id):
        return Problem.at(file, (1, 1), "MZ003", id=id)
    if id in RESERVED_IDS:
        return Problem.at(file, (1, 1), "MZ003", "reserved", id=id)
    if record_type.kind == "countries" and not cldr.is_territory(id):
        return Problem.at(file, (1, 1), "MZ004", id=id)
    return None


def _read(store: Store, file: str) -> dict[str, Any] | None:
    """The data in `file`, which must be a mapping; None after noting what is wrong."""
    content = _content(store, file)
    if content is None:
        return None
    data, problems = store.known("data", file, partial(_parsed, file, content))
    store.problems.extend(problems)
    return data


def _content(store: Store, file: str) -> bytes | None:
    """What stands in `file`; None after noting that it cannot be opened."""
    try:
        with open(
            f"{store.root}/{file}", "rb"
        ) as opened:  # thousands are: a `Path` takes twice as long
            content = opened.read()
    except OSError as error:
        variant = "missing" if isinstance(error, FileNotFoundError) else ""
        store.problems.append(Problem.at(file, (1, 1), "MZ005", variant))
        return None
    store.contents[file] = digest(content)
    store._read[file] = content
    return content


def _parsed(file: str, content: bytes) -> tuple[dict[str, Any] | None, list[Problem]]:
    """The data of a file, which must be a mapping, and what is wrong with how it is written."""
    try:
        text = decode(content)
        data = parse_yaml(text)
    except Unreadable as error:
        return None, [Problem.at(file, error.position, error.code, error.variant, **error.values)]
    if not isinstance(data, dict):
        return None, [Problem.at(file, (1, 1), "MZ109", "empty" if data is None else "")]
    problems = [
        Problem.at(file, position, "MZ111", character=describe_character(character))
        for position, character in islice(misleading_characters(text), MOST_MISLEADING)
    ]
    for flaw, position in layout_flaws(content.decode()):
        problems.append(Problem.at(file, position, "MZ901", flaw))
    return data, problems


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
            found = explain_model_errors(error, model, file, store.positions(file), (key,))
            store.problems.extend(first_problems(found))
    return entries


def _locales(store: Store) -> Iterator[tuple[str, LocaleEntry]]:
    """The languages on offer: those whose dates and numbers can be written."""
    for code, entry in _entries(store, LOCALES, LocaleEntry).items():
        if not cldr.is_language(code):
            wrong: KeyPath = (code,)
        elif not cldr.is_locale(entry.cldr or code):
            wrong = (code, "cldr")
        else:
            yield code, entry
            continue
        store.problems.append(store.problem(LOCALES, wrong, "MZ308", "no-locale", code=code))


def _translations(store: Store) -> Iterator[tuple[str, Translations]]:
    """What the gettext catalogue of every locale translates, as far as it can be read."""
    for code in store.locales:
        path = catalogue_path(store.root, code)
        file = catalogue_file(code)
        size = path.stat().st_size if path.exists() else 0
        if size > MAX_CATALOGUE:
            values = {"size": size // 1024, "limit": MAX_CATALOGUE // 1024}
            store.problems.append(Problem.at(file, (1, 1), "MZ101", "catalogue", **values))
            continue
        try:
            yield code, store.translated(code)
        except BrokenCatalogue as error:
            position = (error.line, 1)
            store.problems.append(
                Problem.at(file, position, "MZ401", error.variant, **error.values)
            )


def _published(store: Store) -> Iterator[tuple[str, int]]:
    """Every line of the list of addresses, where there is such a list."""
    path = store.root / ADDRESSES
    if not path.exists():
        return
    try:
        lines = text_of(path.read_bytes()).split("\n")
    except OSError:
        store.problems.append(Problem.at(ADDRESSES, (1, 1), "MZ005"))
        return
    except Unreadable as error:
        store.problems.append(
            Problem.at(ADDRESSES, error.position, error.code, error.variant, **error.values)
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
            found = explain_model_errors(error, Gone, REDIRECTS, positions, (address,))
            store.problems.extend(first_problems(found))
        else:
            set_contexts(gone, f"vocabularies/redirects{address.rstrip('/')}")
            yield address, gone


def _strays(data: Path) -> Iterator[Problem]:
    """Folders in `data/` that nothing reads: records put there would be silently lost."""
    known = {t.kind for t in RECORD_TYPES} | {"vocabularies", "translations", "schema"}
    for path in sorted(data.iterdir()):
        if path.is_dir() and path.name not in known and not path.name.startswith("."):
            advice = did_you_mean(path.name, known)
            yield Problem.at(f"data/{path.name}", (1, 1), "MZ006", advice=advice)
    for path in sorted((data / "vocabularies").glob("*")):
        if path.stem not in VOCABULARIES or path.suffix != ".yml":
            file = f"data/vocabularies/{path.name}"
            advice = did_you_mean(path.stem, VOCABULARIES)
            yield Problem.at(file, (1, 1), "MZ006", "file", advice=advice)
