"""Records that are not there yet: from what an editor says to a valid file that explains itself."""

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pydantic

from mozi import rules
from mozi.editing.messages import message
from mozi.problems.model_errors import model_findings
from mozi.problems.problem import Finding, Problem
from mozi.problems.report import locate
from mozi.problems.rulebook import EditorWords, Lang
from mozi.records.completeness import missing_fields
from mozi.records.field_guide import guide_of, guide_of_field
from mozi.records.field_types import FieldType, field_type
from mozi.records.file_format import in_key_order, key_order, schema_line
from mozi.records.models import (
    RECORD_TYPES,
    Country,
    Curriculum,
    Initiative,
    Partner,
    Programme,
    Project,
    Record,
    Source,
    SourcedRecord,
)
from mozi.records.values import SLUG, Model
from mozi.store.loading import RESERVED_IDS, name_problem
from mozi.store.record_store import Store
from mozi.store.source_files import SourceFiles
from mozi.yaml_text.parse import KeyPath, Unreadable, parse_yaml, stays_text
from mozi.yaml_text.write import comment_lines, commented_out, dump_yaml

Data = dict[str, Any]

TYPES: dict[str, type[Record]] = {t.__name__.lower(): t for t in RECORD_TYPES}
"""Record types by the word that editors use for them."""

_WELCOME: dict[type[Record], tuple[str, ...]] = {
    Country: ("point",),
    Partner: ("country", "city", "website"),
    Project: ("city", "fields", "batch", "roles", "milestones"),
    Programme: ("languages", "level", "length", "official_page"),
    Curriculum: ("institution", "country", "year", "courses"),
    Initiative: ("place", "projects"),
    Source: ("title", "date", "date_from", "url", "read"),
}
"""Fields that a record can do without and readers need most."""


# What is asked -----------------------------------------------------------------------------------


def asked_keys(record_type: type[Record]) -> list[str]:
    """The keys that an editor is asked for, in the order of records: the required, the welcome."""
    welcome = _WELCOME.get(record_type, ())
    return [key for key in key_order(record_type) if key in (*required_keys(record_type), *welcome)]


def is_needed(record_type: type[Record], key: str, data: Data) -> bool | None:
    """Whether a record with `data` needs a key; None where it has no use for it."""
    if key == "read":
        return None if "url" in data else True
    if key == "date_from":
        return True if "date" in data else None
    return record_type.model_fields[key].is_required()


def required_keys(model: type[Model]) -> list[str]:
    """The keys without which there is no such thing; the day of checking is known without asking."""
    return [
        key
        for key in key_order(model)
        if model.model_fields[key].is_required() and key != "checked"
    ]


def required_paths(model: type[Model], data: Mapping[str, Any]) -> Iterator[tuple[KeyPath, Any]]:
    """Keys that `data` still lacks to be a `model`: their paths, and an example of each."""
    for key in required_keys(model):
        shape = field_type(model, key)
        inner = data.get(key)
        if shape.model and not shape.many:
            for path, example in _paths_inside(shape.model, inner):
                yield (key, *path), example
        elif key not in data:
            yield (key,), guide_of_field(model, key).example


def _paths_inside(model: type[Model], inner: Any) -> Iterator[tuple[KeyPath, Any]]:
    """Keys that a mapping lacks; a value that was given without its keys is asked for with its key."""
    if inner is None or isinstance(inner, dict):
        yield from required_paths(model, inner or {})
    elif "value" in model.model_fields and (lacking := [*required_paths(model, {"value": inner})]):
        yield ("value",), inner
        yield from lacking


# What was said -----------------------------------------------------------------------------------


def put_value(data: Data, path: KeyPath, value: Any) -> None:
    """Put `value` at the end of `path` into `data`. Raises `ValueError` where a value is in the way."""
    for step in path[:-1]:
        data = data.setdefault(str(step), {})
        if not isinstance(data, dict):
            raise ValueError(step)
    data[str(path[-1])] = value


def understand_value(record_type: type[Record], path: KeyPath, words: str) -> Any:
    """Meaning of an editor's `words` at `path`: the first one that the model accepts.

    Words are themselves, a number, several words between commas, or, in brackets, YAML. Without
    any fitting meaning they are left as they are, for the model to refuse.
    """
    meanings = list(_meanings(_shape_at(record_type, path), words))
    return next((m for m in meanings if not value_refusals(record_type, path, m)), meanings[0])


def _meanings(shape: FieldType | None, words: str) -> Iterator[Any]:
    is_text = shape is None or (shape.kind is str and not shape.many)
    if words[:1] in ("[", "{") and not is_text:
        try:
            yield parse_yaml(words)
        except Unreadable:
            yield words
    elif shape and shape.many:
        yield [word.strip() for word in re.split("[,，、]", words) if word.strip()]
    elif stays_text(words):
        yield words
    else:
        yield parse_yaml(words)
        yield words


def value_refusals(record_type: type[Record], path: KeyPath, value: Any) -> list[Problem]:
    """Problems of `value` at `path`, whatever the rest of the record will be."""
    for step in reversed(path):
        value = [value] if isinstance(step, int) else {step: value}
    try:
        record_type.model_validate(value)
    except pydantic.ValidationError as error:
        problems = locate(model_findings(error, record_type, ""))
        return [problem for problem in problems if problem.code != "MZ202"]
    return []


def _shape_at(model: type[Model] | None, path: KeyPath) -> FieldType | None:
    """The shape of what stands at `path`; None for what no model knows, as a text's languages."""
    shape = None
    for step in path:
        if isinstance(step, int):
            continue
        if model is None or step not in model.model_fields:
            return None
        shape = field_type(model, step)
        model = shape.model or shape.claim
    return shape


# From the answers to a record ---------------------------------------------------------------------


def complete(read: Store, record_type: type[Record], data: Data, checked: str) -> Data:
    """`data` with what follows from it: the day of checking, what is not published, no bad links."""
    whole = {"checked": checked, **data}
    if record_type is Source and "linked" not in whole:
        problems = new_record_problems(read, record_type, "draft", whole)
        if any(problem.code == "MZ306" for problem in problems):
            whole["linked"] = False
    try:
        missing = missing_fields(record_type.load("draft", whole))
    except pydantic.ValidationError:
        return whole
    if missing:
        whole["unpublished"] = [*whole.get("unpublished", []), *missing]
    return whole


def new_record_problems(
    read: Store, record_type: type[Record], id: str, data: Data
) -> list[Problem]:
    """Problems that the record `id` would have if it were there; lines are those of its text."""
    file = f"data/{record_type.kind}/{id}.yml"
    try:
        record = record_type.load(id, data)
    except pydantic.ValidationError as error:
        return locate(model_findings(error, record_type, file))
    records = {**read.records, record.kind: {**read.records[record.kind], id: record}}
    problems = rules.check(
        replace(read, records=records, findings=[], files=SourceFiles(read.root))
    )
    return [problem for problem in problems if problem.file == file]


def id_refusal(root: Path, record_type: type[Record], id: str, lang: Lang) -> str:
    """Why a new record cannot be called `id`; empty where it can."""
    path = Path("data") / record_type.kind / f"{id}.yml"
    finding = name_problem(path, record_type)
    if not SLUG.fullmatch(id):  # a slash would end the name that the store sees
        finding = Finding.at_line(path.as_posix(), (1, 1), "MZ003", id=id)
    if finding:
        (problem,) = locate([finding])
        return f"{problem.message(lang)} — {problem.fix(lang)}"
    return message("taken", lang, file=path.as_posix()) if (root / path).exists() else ""


_SMALL_WORDS = {"a", "an", "and", "at", "for", "in", "of", "on", "the", "mozi", "workshop"}
_LONGEST_ID = 40


def proposed_id(record_type: type[Record], data: Data, taken: Collection[str]) -> str:
    """An id that is free; empty where nothing in the data makes one.

    It comes from the English name; that of a source from its publisher and date.
    """
    if record_type is Country:
        return ""
    name = str(data.get("publisher" if record_type is Source else "name", {}).get("en", ""))
    words = _slug(re.sub(r"\(.*?\)", "", name)).split("-")
    words = [word for word in words if word not in _SMALL_WORDS] or words
    while len(words) > 1 and len("-".join(words)) > _LONGEST_ID:
        words.pop()
    if record_type is Source and data.get("date") and words[0]:
        words.append(str(data["date"]))
    id = "-".join(words)
    return next(free for free in _variants(id) if free not in taken and free not in RESERVED_IDS)


def _slug(name: str) -> str:
    """The letters and digits of `name` in ASCII, without accents, between hyphens."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower().replace("'", "")).strip("-")


def _variants(id: str) -> Iterator[str]:
    yield id
    number = 2
    while True:
        yield f"{id}-{number}"
        number += 1


# The file ----------------------------------------------------------------------------------------

_INTRODUCTION = EditorWords(
    en="""\
{title}. Write only what a source says; nothing is invented.
Lines that begin with “# ” are examples and are not read: to use one, take “# ” away and write what is true. Delete what you do not need, these explanations too.""",
    zh="""\
{title}。只写来源所述的内容，不得编造。
以“# ”开头的行只是示例，不会被读取：需要时删去“# ”，改写为真实内容。不需要的行可以删除，这些说明也可以删除。""",
)
_EVIDENCE = EditorWords(
    en="Any line may say how it is known: {value: …, cite: [id of a source], as_of: 2024-09, note: {en: …, zh: …}}.",
    zh="每一行都可以注明依据：{value: …, cite: [来源标识], as_of: 2024-09, note: {en: …, zh: …}}。",
)


def new_record_text(record_type: type[Record], data: Data, lang: Lang) -> str:
    """The record's file: every key explained; those without a value stand as examples in comments."""
    title = guide_of(record_type).title.languages[lang]
    lines = comment_lines(_INTRODUCTION[lang].format(title=title))
    if issubclass(record_type, SourcedRecord):
        lines += comment_lines(_EVIDENCE[lang])
    for key in key_order(record_type):
        if key == "unpublished" and key not in data:
            continue
        entry = guide_of_field(record_type, key)
        title, words = entry.title.languages[lang], entry.text.languages[lang]
        lines += comment_lines(f"{title}{': ' if lang == 'en' else '：'}{words}")
        written = key in data
        value = data[key] if written else entry.example
        piece = dump_yaml(in_key_order(record_type, {key: value})).splitlines()
        lines += piece if written else commented_out(piece)
    return schema_line(record_type) + "\n".join(lines) + "\n"
