"""Loading of the folder `data/` into a store: every file is read once; mistakes become findings."""

import os
from collections.abc import Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

import pydantic

from mozi.engine.cache import Cache
from mozi.languages.catalogue import (
    NAMES,
    BrokenCatalogue,
    Translations,
    catalogue_file,
    catalogue_path,
    parse_catalogue,
    translations_of,
)
from mozi.languages.locales import LocaleEntry
from mozi.problems.model_errors import model_findings
from mozi.problems.problem import Finding, did_you_mean, first_findings
from mozi.records import cldr
from mozi.records.file_format import first_misplaced_key
from mozi.records.models import RECORD_TYPES, VOCABULARIES, Record, SiteNames
from mozi.records.values import SLUG, Model, Text, set_contexts, walk
from mozi.store.record_store import (
    ADDRESSES,
    GLOSSARY,
    LOCALES,
    REDIRECTS,
    SHARED,
    SITE,
    Gone,
    Redirect,
    Store,
)
from mozi.store.source_files import SourceFiles
from mozi.yaml_text.parse import (
    KeyPath,
    Positions,
    Unreadable,
    decode,
    describe_character,
    misleading_characters,
    parse_yaml,
    text_of,
)
from mozi.yaml_text.tidy import layout_flaws

MAX_CATALOGUE = 32 * 1024 * 1024
"""Largest size of a catalogue in bytes; the catalogue of 4,000 records has a quarter of it."""

MOST_MISLEADING = 100
"""Largest number of misleading characters in a file that are reported one by one."""

RESERVED_IDS = {"index", "compare"}
"""Ids that no record may have: its page would take the address of another page."""


def load_store(root: Path, cache: Cache | None = None, *, home: Path | None = None) -> Store:
    """Return everything in `root/data`. Mistakes are collected as findings; nothing is raised.

    Files whose content is in `cache` are not parsed again. Lists, languages and translations of the
    interface that the project lacks are those of the project in `home`.
    """
    store = Store(SourceFiles(root, cache, home, SHARED))
    data = root / "data"
    if not data.is_dir():
        store.findings.append(Finding.at_line("data", (1, 1), "MZ001", folder=str(root)))
        return store
    for record_type in RECORD_TYPES:
        for path in record_files(root, record_type.kind):
            _read_record(store, record_type, path)
    for name, term_type in VOCABULARIES.items():
        store.vocabularies[name] = _entries(store, f"data/vocabularies/{name}.yml", term_type)
    store.names = _names(store)
    store.locales = dict(_locales(store))
    store.shared_translations = dict(_shared_translations(store))
    store.translations = dict(_translations(store))
    store.published = dict(_published(store))
    store.redirects = dict(_redirects(store))
    store.findings.extend(_strays(data))
    return store


def record_files(root: Path, folder: str) -> list[Path]:
    """Return the files of `root/data/folder`, without hidden ones, sorted by name."""
    path = root / "data" / folder
    if not path.is_dir():
        return []
    with os.scandir(path) as entries:
        names = [e.name for e in entries if e.is_file() and not e.name.startswith(".")]
    return [path / name for name in sorted(names)]


# Records -----------------------------------------------------------------------------------------


def _read_record(store: Store, record_type: type[Record], path: Path) -> None:
    """Add the record in the file at `path` to the store, or findings about it."""
    id, file = path.stem, f"data/{record_type.kind}/{path.name}"
    name_finding = name_problem(path, record_type)
    data = None if name_finding else _mapping(store, file)
    if name_finding:
        store.findings.append(name_finding)
    if data is None:
        store.unread.add((record_type.kind, id))
    elif _take(store, record_type, id, data):
        misplaced = first_misplaced_key(record_type, data)
        if misplaced:
            key, other = misplaced
            store.findings.append(Finding.at_key(file, (key,), "MZ902", key=key, other=other))


def add_record(
    store: Store, record_type: type[Record], id: str, data: Any, *, positions: Positions
) -> None:
    """Add a record that is in no file yet, or findings about it, located by `positions`."""
    path = Path("data", record_type.kind, f"{id}.yml")
    store.files.add(path.as_posix(), positions)
    if name_finding := name_problem(path, record_type):
        store.findings.append(name_finding)
        store.unread.add((record_type.kind, id))
    else:
        _take(store, record_type, id, data)


def _take(store: Store, record_type: type[Record], id: str, data: Any) -> bool:
    """Add the record in `data`, or findings where its model refuses it.

    Returns whether the record was added.
    """
    try:
        store.records[record_type.kind][id] = record_type.load(id, data)
    except pydantic.ValidationError as error:
        file = f"data/{record_type.kind}/{id}.yml"
        store.findings.extend(first_findings(model_findings(error, record_type, file)))
        store.unread.add((record_type.kind, id))
        return False
    return True


def name_problem(path: Path, record_type: type[Record]) -> Finding | None:
    """Return a finding about the name of a record's file, None where the name is right."""
    name, id = path.name, path.stem
    file = f"data/{record_type.kind}/{name}"
    if not name.endswith(".yml"):
        better = f"{id.lower()}.yml"
        return Finding.at_line(file, (1, 1), "MZ002", name=name, better=better)
    if not SLUG.fullmatch(id):
        return Finding.at_line(file, (1, 1), "MZ003", id=id)
    if id in RESERVED_IDS:
        return Finding.at_line(file, (1, 1), "MZ003", "reserved", id=id)
    if record_type.kind == "countries" and not cldr.is_territory(id):
        return Finding.at_line(file, (1, 1), "MZ004", id=id)
    return None


# All files ---------------------------------------------------------------------------------------


def _mapping(store: Store, file: str) -> dict[str, Any] | None:
    """Return the mapping in `file`, and add findings to the store; None where it is no mapping."""
    content = _content(store, file)
    if content is None:
        return None
    data, findings = store.files.cached("data", file, partial(_parsed, file, content))
    store.findings.extend(findings)
    return data


def _content(store: Store, file: str) -> bytes | None:
    """Return the content of `file`; where it cannot be opened, add a finding and return None."""
    if store.files.home and file == GLOSSARY and not (store.root / file).exists():
        return b"{}\n"
    try:
        return store.files.read(file)
    except OSError as error:
        variant = "missing" if isinstance(error, FileNotFoundError) else ""
        store.findings.append(Finding.at_line(file, (1, 1), "MZ005", variant))
        return None


def _parsed(file: str, content: bytes) -> tuple[dict[str, Any] | None, list[Finding]]:
    """Return the data of a file, None where it is no mapping, and findings about its YAML text."""
    try:
        text = decode(content)
        data = parse_yaml(text)
    except Unreadable as error:
        return None, [
            Finding.at_line(file, error.position, error.code, error.variant, **error.values)
        ]
    if not isinstance(data, dict):
        return None, [Finding.at_line(file, (1, 1), "MZ109", "empty" if data is None else "")]
    findings = [
        Finding.at_line(file, position, "MZ111", character=describe_character(character))
        for position, character in islice(misleading_characters(text), MOST_MISLEADING)
    ]
    for flaw, position in layout_flaws(content.decode()):
        findings.append(Finding.at_line(file, position, "MZ901", flaw))
    return data, findings


def _entries(store: Store, file: str, model: type[Model]) -> dict[str, Any]:
    """Return the entries of a file that maps ids to entries of one model."""
    data = _mapping(store, file)
    if data is None:
        return {}
    entries = {}
    for key, value in data.items():
        try:
            entries[key] = model.model_validate(value)
            set_contexts(entries[key], f"{file.removeprefix('data/').removesuffix('.yml')}/{key}")
        except pydantic.ValidationError as error:
            store.findings.extend(first_findings(model_findings(error, model, file, (key,))))
    return entries


def _names(store: Store) -> SiteNames | None:
    """Return the names of the brand; where they cannot be read, add findings and return None."""
    data = _mapping(store, SITE)
    if data is None:
        return None
    try:
        names = SiteNames.model_validate(data)
    except pydantic.ValidationError as error:
        store.findings.extend(first_findings(model_findings(error, SiteNames, SITE)))
        return None
    set_contexts(names, NAMES)
    return names


def _locales(store: Store) -> Iterator[tuple[str, LocaleEntry]]:
    """Yield the languages of the site: those whose dates and numbers CLDR can write."""
    for code, entry in _entries(store, LOCALES, LocaleEntry).items():
        if not cldr.is_language(code):
            wrong_path: KeyPath = (code,)
        elif not cldr.is_locale(entry.cldr or code):
            wrong_path = (code, "cldr")
        else:
            yield code, entry
            continue
        store.findings.append(Finding.at_key(LOCALES, wrong_path, "MZ308", "no-locale", code=code))


def _translations(store: Store) -> Iterator[tuple[str, Translations]]:
    """Yield the translations of every locale whose gettext catalogue can be read."""
    for code in store.locales:
        shared = store.shared_translations.get(code)
        path = catalogue_path(store.root, code)
        file = catalogue_file(code)
        size = path.stat().st_size if path.exists() else 0
        if size > MAX_CATALOGUE:
            values = {"size": size // 1024, "limit": MAX_CATALOGUE // 1024}
            store.findings.append(Finding.at_line(file, (1, 1), "MZ101", "catalogue", **values))
            continue
        try:
            own = _translated(store, code)
            yield code, own.filled_from(shared, shared.states.keys()) if shared else own
        except BrokenCatalogue as error:
            position = (error.line, 1)
            store.findings.append(
                Finding.at_line(file, position, "MZ401", error.variant, **error.values)
            )


def _shared_translations(store: Store) -> Iterator[tuple[str, Translations]]:
    """Yield the translations of interface and lists that the project takes from its home."""
    if not store.files.home:
        return
    terms = [entry for entries in store.vocabularies.values() for entry in entries.values()]
    texts = {value.key for term in terms for _, value in walk(term) if isinstance(value, Text)}
    files = SourceFiles(store.files.home)
    for code in store.locales:
        file = catalogue_file(code)
        try:
            catalogue = parse_catalogue(files.read(file))
        except (OSError, BrokenCatalogue):
            continue  # the home's own check says so
        store.shared_hashes[file] = files.hashes[file]
        lender = translations_of(catalogue, code)
        yield code, Translations(code).filled_from(lender, texts)


def _translated(store: Store, code: str) -> Translations:
    """Return the translations in the catalogue of a language, none where there is no catalogue.

    Raises `BrokenCatalogue`.
    """
    file = catalogue_file(code)
    if not (store.root / file).exists():
        return Translations(code)
    try:
        content = store.files.read(file)
    except OSError:
        raise BrokenCatalogue(1, "closed") from None
    return store.files.cached(
        "translations", file, lambda: translations_of(parse_catalogue(content), code)
    )


def _published(store: Store) -> Iterator[tuple[str, int]]:
    """Yield every address in the list of published addresses, with its line counted from 1."""
    path = store.root / ADDRESSES
    if not path.exists():
        return
    try:
        lines = text_of(path.read_bytes()).split("\n")
    except OSError:
        store.findings.append(Finding.at_line(ADDRESSES, (1, 1), "MZ005"))
        return
    except Unreadable as error:
        store.findings.append(
            Finding.at_line(ADDRESSES, error.position, error.code, error.variant, **error.values)
        )
        return
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield line.strip(), number


def _redirects(store: Store) -> Iterator[tuple[str, Redirect]]:
    """Yield the redirects of addresses, as far as they can be read."""
    if not (store.root / REDIRECTS).exists():
        return
    for address, redirect in (_mapping(store, REDIRECTS) or {}).items():
        if isinstance(redirect, str):
            yield address, redirect
            continue
        try:
            gone = Gone.model_validate(redirect)
        except pydantic.ValidationError as error:
            findings = model_findings(error, Gone, REDIRECTS, (address,))
            store.findings.extend(first_findings(findings))
        else:
            set_contexts(gone, f"vocabularies/redirects{address.rstrip('/')}")
            yield address, gone


def _strays(data: Path) -> Iterator[Finding]:
    """Yield findings about files and folders in `data/` that are never read.

    Records in them would be lost without notice.
    """
    folders = {t.kind for t in RECORD_TYPES} | {"vocabularies", "translations", "schema"}
    for path in sorted(data.iterdir()):
        if path.is_dir() and path.name not in folders and not path.name.startswith("."):
            advice = did_you_mean(path.name, folders)
            yield Finding.at_line(f"data/{path.name}", (1, 1), "MZ006", advice=advice)
    for path in sorted((data / "vocabularies").glob("*")):
        if path.stem not in VOCABULARIES or path.suffix != ".yml":
            file = f"data/vocabularies/{path.name}"
            advice = did_you_mean(path.stem, VOCABULARIES)
            yield Finding.at_line(file, (1, 1), "MZ006", "file", advice=advice)
