"""The folder `data/`: every file read once, into records and problems, never a traceback."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import Annotated, Any, Literal

import polib
import pydantic
from pydantic import Field

from mozi import cldr, reading, translations
from mozi.problems import Problem, instead
from mozi.records import RECORD_TYPES, VOCABULARIES, Record
from mozi.values import SLUG, Day, LanguageCode, Model, Path, PlainText, Text, set_contexts

RESERVED_IDS = {"index", "compare"}
"""Ids that would take the address of another page."""


class LocaleEntry(Model):
    """A language on offer, as `data/locales.yml` describes it."""

    name: Annotated[PlainText, Field(description="the language's name in the language itself")]
    cldr: Annotated[
        LanguageCode | None,
        Field(description="locale for dates and numbers, where it is not the language's default"),
    ] = None
    fallback: Annotated[
        list[LanguageCode], Field(description="languages to fall back on, nearest first")
    ] = []
    state: Annotated[
        Literal["source", "reviewed", "draft"],
        Field(description="source: editors write it in the records; draft: nobody reviewed it yet"),
    ]
    reviewed_by: Text | None = None
    reviewed_on: Day | None = None


@dataclass
class Store:
    """All that was read: records by kind and id, vocabularies, locales, and what is wrong."""

    root: FilePath
    records: dict[str, dict[str, Record]] = field(
        default_factory=lambda: {record_type.kind: {} for record_type in RECORD_TYPES}
    )
    vocabularies: dict[str, dict[str, Any]] = field(
        default_factory=lambda: {name: {} for name in VOCABULARIES}
    )
    locales: dict[str, LocaleEntry] = field(default_factory=dict)
    catalogues: dict[str, polib.POFile] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    unread: set[tuple[str, str]] = field(default_factory=set)
    """(kind, id) of files that exist but could not be read: not to be called unknown as well."""

    def problem(
        self,
        file: str,
        path: Path,
        code: str,
        message: str,
        fix: str,
        severity: Literal["error", "warning"] = "error",
    ) -> Problem:
        """A problem at the key `path` inside `file`."""
        try:
            line, column = self.positions(file).of_key(path)
        except (OSError, reading.Unreadable):
            line, column = 1, 1
        return Problem(file, line, column, code, message, fix, severity)

    def positions(self, file: str) -> reading.Positions:
        """Where everything in a file stands, found by reading it again.

        The first reading keeps none: thousands of records have no problem to locate.
        """
        positions = reading.Positions()
        reading.parse(reading.decode((self.root / file).read_bytes()), positions)
        return positions


def load(root: FilePath) -> Store:
    """Everything in `root/data`. Problems are collected in the result; nothing is raised."""
    store = Store(root)
    data = root / "data"
    if not data.is_dir():
        store.problems.append(
            Problem(
                "data",
                1,
                1,
                "MZ001",
                f"there is no folder “data” in {root}",
                "run the command in the project's folder, or name it with --root",
            )
        )
        return store
    for record_type in RECORD_TYPES:
        store.records[record_type.kind].update(_records(store, record_type))
    for name, term_type in VOCABULARIES.items():
        store.vocabularies[name] = _entries(store, f"data/vocabularies/{name}.yml", term_type)
    store.locales = _entries(store, "data/locales.yml", LocaleEntry)
    store.catalogues = dict(_catalogues(store))
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
        name_problem = _name_problem(file, path, record_type)
        if name_problem:
            store.problems.append(name_problem)
            store.unread.add((record_type.kind, path.stem))
            continue
        data = _read(store, file)
        if data is None:
            store.unread.add((record_type.kind, path.stem))
            continue
        try:
            yield path.stem, record_type.load(path.stem, data)
        except pydantic.ValidationError as error:
            store.problems.extend(_explain(store, file, error, record_type))
            store.unread.add((record_type.kind, path.stem))


def _name_problem(file: str, path: FilePath, record_type: type[Record]) -> Problem | None:
    if path.suffix != ".yml":
        return Problem(
            file,
            1,
            1,
            "MZ002",
            f"“{path.name}” is not a record's file name",
            f"name it {path.stem.lower()}.yml",
        )
    if not SLUG.match(path.stem) or path.stem in RESERVED_IDS:
        return Problem(
            file,
            1,
            1,
            "MZ003",
            f"“{path.stem}” cannot be an id",
            "name the file with lower-case letters a–z, digits and single hyphens",
        )
    if record_type.kind == "countries" and not cldr.is_territory(path.stem):
        return Problem(
            file,
            1,
            1,
            "MZ004",
            f"“{path.stem}” is no country code",
            "name the file with the ISO 3166-1 code in small letters, such as tj.yml",
        )
    return None


def _read(store: Store, file: str) -> dict[str, Any] | None:
    """The data in `file`, which must be a mapping; None after noting what is wrong."""
    try:
        data = reading.parse(reading.decode((store.root / file).read_bytes()))
    except reading.Unreadable as error:
        store.problems.append(Problem(file, *error.position, error.code, error.message, error.fix))
        return None
    except OSError as error:
        store.problems.append(
            Problem(
                file,
                1,
                1,
                "MZ005",
                f"the file cannot be read: {error.strerror}",
                "check that it exists and that you may read it",
            )
        )
        return None
    if not isinstance(data, dict):
        what = "empty" if data is None else "not a list of “key: value” lines"
        store.problems.append(
            Problem(
                file,
                1,
                1,
                "MZ109",
                f"the file is {what}",
                "copy an existing file of the same folder and change it",
            )
        )
        return None
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
            store.problems.extend(_explain(store, file, error, model, (key,)))
    return entries


def _catalogues(store: Store) -> Iterator[tuple[str, polib.POFile]]:
    """The gettext catalogue of every locale that can be read."""
    for code in store.locales:
        path = translations.path_of(store.root, code)
        try:
            yield code, translations.read(path)
        except translations.Broken as error:
            store.problems.append(
                Problem(
                    path.relative_to(store.root).as_posix(),
                    error.line,
                    1,
                    "MZ401",
                    f"the catalogue cannot be read: {error.reason}",
                    "open it in Poedit, or correct the line by hand",
                )
            )


def _strays(data: FilePath) -> Iterator[Problem]:
    """Folders in `data/` that nothing reads: records put there would be silently lost."""
    known = {t.kind for t in RECORD_TYPES} | {"vocabularies", "translations", "schema"}
    for path in sorted(data.iterdir()):
        if path.is_dir() and path.name not in known and not path.name.startswith("."):
            yield Problem(
                f"data/{path.name}",
                1,
                1,
                "MZ006",
                "nothing reads this folder",
                instead(path.name, known, "folder"),
            )
    for path in sorted((data / "vocabularies").glob("*")):
        if path.stem not in VOCABULARIES or path.suffix != ".yml":
            yield Problem(
                f"data/vocabularies/{path.name}",
                1,
                1,
                "MZ006",
                "nothing reads this file",
                instead(path.stem, VOCABULARIES, "vocabulary"),
            )


# From pydantic's errors to an editor's words ---------------------------------------------------------

_EXPECTED = {
    "string_type": "a text",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "bool_type": "true or false",
    "list_type": "a list: one “- …” line for each item",
    "dict_type": "lines of “key: value” below it",
    "model_type": "lines of “key: value” below it",
    "model_attributes_type": "lines of “key: value” below it",
}


def _explain(
    store: Store,
    file: str,
    error: pydantic.ValidationError,
    model: type[Model],
    prefix: Path = (),
) -> Iterator[Problem]:
    positions = store.positions(file)
    seen = set()
    for detail in error.errors():
        path = (*prefix, *detail["loc"], *_unknown_key(detail))
        code, message, fix = _words(detail, path, model, prefix)
        at_key = code in ("MZ201", "MZ202")
        where = positions.of_key(path) if at_key else positions.of_value(path)
        problem = Problem(file, *where, code, message, fix)
        if problem not in seen:
            seen.add(problem)
            yield problem


def _unknown_key(detail: Any) -> Path:
    """The last step to a key that `values.Text` refused; pydantic's own paths hold it already."""
    return (detail["ctx"]["key"],) if detail["type"] == "unknown_key" else ()


def _words(detail: Any, path: Path, model: type[Model], prefix: Path) -> tuple[str, str, str]:
    """Code, message and fix for one of pydantic's errors."""
    kind, context = detail["type"], detail.get("ctx", {})
    name = _name(path)
    if kind in ("extra_forbidden", "unknown_key"):
        return _unknown(
            str(path[-1]), context.get("known") or _keys_at(model, path[len(prefix) : -1])
        )
    if kind == "missing":
        parent = _name(path[:-1])
        inside = f" in “{parent}”" if parent else ""
        return "MZ202", f"“{path[-1]}” is missing{inside}", f"add a line “{path[-1]}: …”"
    if kind == "mozi":
        return "MZ203", f"{name}: {context['message']}", context["fix"]
    if kind in ("literal_error", "enum"):
        return "MZ204", f"“{name}” cannot be “{detail['input']}”", f"write {context['expected']}"
    if kind == "too_short":
        what = (
            f"“{name}” needs at least {context['min_length']}, and has {context['actual_length']}"
        )
        return "MZ205", what, "add what is missing, or leave the key out if it may be left out"
    if kind in _EXPECTED:
        return "MZ206", *_wrong_kind(kind, name, detail["input"])
    return "MZ207", f"“{name}”: {detail['msg'].lower()}", "write a value that fits"


def _unknown(key: str, known: Iterable[str]) -> tuple[str, str, str]:
    fix = instead(key, known, "key")
    if " " in key:
        fix = "put the whole text in quotes: inside {…} a comma ends it"
    return "MZ201", f"the key “{key}” is not known here", fix


def _wrong_kind(kind: str, name: str, found: Any) -> tuple[str, str]:
    if found is None:
        return f"“{name}” has no value", "write one, or leave the key out"
    if kind == "string_type" and isinstance(found, (int, float)):
        return f"“{name}” must be a text, not a number", f'put it in quotes: "{found}"'
    return f"“{name}” has a value of the wrong kind", f"write {_EXPECTED[kind]}"


def _name(path: Path) -> str:
    return ".".join(str(step) for step in path if step != "value")


def _keys_at(model: Any, path: Iterable[Any]) -> list[str]:
    """The keys that the model allows at `path`, found through its JSON Schema."""
    schema = model.model_json_schema()
    node = _resolve(schema, schema)
    for step in path:
        options = _options(schema, node)
        if isinstance(step, int):
            node = next((o["items"] for o in options if "items" in o), {})
        else:
            node = next(
                (o["properties"][step] for o in options if step in o.get("properties", {})), node
            )
    return sorted({key for o in _options(schema, node) for key in o.get("properties", {})})


def _resolve(schema: dict[str, Any], node: dict[str, Any]) -> dict[str, Any]:
    while "$ref" in node:
        node = schema["$defs"][node["$ref"].rsplit("/", 1)[1]]
    return node


def _options(schema: dict[str, Any], node: dict[str, Any]) -> list[dict[str, Any]]:
    node = _resolve(schema, node)
    return [
        option
        for branch in node.get("anyOf", [node])
        for option in (
            _options(schema, branch)
            if "anyOf" in _resolve(schema, branch)
            else [_resolve(schema, branch)]
        )
    ]
