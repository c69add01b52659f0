"""A correction that says exactly what to change: found in the record, changed, and cited."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Self

from mozi.editing.github import answers
from mozi.editing.id_choices import id_choices
from mozi.editing.new_record import understand_value, value_refusals
from mozi.records.field_types import field_type
from mozi.records.models import Record, SourcedRecord
from mozi.records.values import Evidence, Model, Text, is_partial_date
from mozi.store.record_store import Store
from mozi.yaml_text.edit import CannotEdit, YamlDocument
from mozi.yaml_text.parse import KeyPath, decode

TEXT = tuple(Text.model_fields)


class ByHand(Exception):
    """Somebody has to look at it; the name of the phrase that says why."""

    def __init__(self, phrase: str) -> None:
        super().__init__(phrase)
        self.phrase = phrase


@dataclass(frozen=True)
class Change:
    """A record's file as it is and as it should be."""

    before: YamlDocument
    after: YamlDocument

    @classmethod
    def from_answers(cls, record: Record, answered: dict[str, Any], store: Store) -> Self:
        """The change that the answers `answered` ask for. Raises `ByHand`.

        It is made only where they name a single value and what to put there; every statement has a
        source, so a correction without one is left to people too.
        """
        sources = answered.get("sources", [])
        if not sources and isinstance(record, SourcedRecord):
            raise ByHand("no-source")
        content = (store.root / record.file).read_bytes()
        before = YamlDocument(decode(content))
        path = _place(before, answered, store)
        try:
            after = _cited(before, type(record), path, sources)
            for part, value in _values(before, type(record), path, answered["right"], store=store):
                after = _replaced(after, type(record), part, value, sources=sources)
        except CannotEdit:
            raise ByHand("not-exact") from None
        if after.data == before.data:
            raise ByHand("no-change")
        return cls(before, after)


# Where -------------------------------------------------------------------------------------------


def _place(document: YamlDocument, answered: dict[str, Any], store: Store) -> KeyPath:
    """Where that stands which is wrong: the field that was named, or the only value of that kind."""
    meant = set(_meanings(answered["was"], store))
    if "field" in answered:
        path = _path(answered["field"])
        if path not in document.paths:
            raise ByHand("no-field")
        inner = document.at(path)
        values = (
            [inner[key] for key in TEXT if key in inner] if isinstance(inner, dict) else [inner]
        )
        shown = {str(value) for value in values} | {" ".join(str(value) for value in values)}
        if not meant & shown:
            raise ByHand("differs")
        return path
    places = [path for path in document.single if str(document.at(path)) in meant]
    if len(places) != 1:
        raise ByHand("not-once" if places else "not-there")
    return places[0]


def _path(field: str) -> KeyPath:
    """`milestones.2.date` → the keys and, counted from 0, the list positions."""
    steps = field.split(".")
    return tuple(int(s) - 1 if s.isdecimal() and len(s) < 6 else s for s in steps)


def _meanings(words: str, store: Store) -> Iterator[str]:
    """Values that may stand in a record where a page shows `words`."""
    words = " ".join(words.split())
    yield words
    with suppress(answers.Unfit):
        yield str(answers.date(words))
    for named in id_choices(store).values():
        yield from (id for id, names in named.items() if words in names.values())


# What --------------------------------------------------------------------------------------------


def _values(
    document: YamlDocument, record_type: type[Record], path: KeyPath, right: str, *, store: Store
) -> Iterator[tuple[KeyPath, Any]]:
    """Which single values become what."""
    inside = path[:-1] if path[-1] in TEXT else path
    is_text = inside != path or isinstance(document.at(path), dict)
    lines = [line for line in right.split("\n") if line.strip()]
    if is_text and len(lines) > 1:
        try:
            texts = answers.texts(right)
        except answers.Unfit:
            raise ByHand("not-exact") from None
        yield from (((*inside, language), text) for language, text in texts.items())
    elif len(lines) != 1:
        raise ByHand("not-exact")
    else:
        yield path, _value(document, record_type, path, lines[0].strip(), store=store)


def _value(
    document: YamlDocument, record_type: type[Record], path: KeyPath, words: str, *, store: Store
) -> Any:
    """Meaning of `words` at `path`: themselves, a number, a date, or the id of something with that name."""
    if is_partial_date(str(document.at(path))):
        try:
            return answers.date(words)
        except answers.Unfit:
            raise ByHand("not-exact") from None
    meant = [understand_value(record_type, path, words), *_meanings(words, store)]
    for value in meant:
        if not value_refusals(record_type, path, value):
            return value
    raise ByHand("not-exact")


def _replaced(
    document: YamlDocument,
    record_type: type[Record],
    path: KeyPath,
    value: Any,
    *,
    sources: list[str],
) -> YamlDocument:
    """With another value; one that was written bare and rests on new sources is no longer bare."""
    record_sources = document.data.get("cite", [])
    if _statement(document, record_type, path) == path and not set(sources) <= set(record_sources):
        value = {"value": value, "cite": sources}
    return document.replaced(path, value)


# Who says so -------------------------------------------------------------------------------------


def _cited(
    document: YamlDocument, record_type: type[Record], path: KeyPath, sources: list[str]
) -> YamlDocument:
    """With the sources among those of the statement that `path` belongs to."""
    if not issubclass(record_type, SourcedRecord):
        return document
    holder = _statement(document, record_type, path)
    if holder == path and not isinstance(document.at(path), dict):
        return document  # a bare value gets its sources when it is replaced
    own = document.at(holder)
    if not isinstance(own, dict):
        raise CannotEdit
    if "cite" in own:
        for source in sources:
            if source not in own["cite"]:
                document = document.appended((*holder, "cite"), source)
        return document
    if set(sources) <= set(document.data["cite"]):
        return document
    return document.added(holder, "cite", sources)


def _statement(document: YamlDocument, record_type: type[Record], path: KeyPath) -> KeyPath:
    """The nearest thing around `path` that has sources of its own, or may have; () is the record."""
    model: type[Model] | None = record_type
    nearest: KeyPath = ()
    for length, step in enumerate(path, 1):
        here = path[:length]
        if isinstance(step, str):
            if model is None or step not in model.model_fields:
                break
            shape = field_type(model, step)
            bare = not isinstance(document.at(here), dict)
            if shape.claim:
                nearest = here
            model = shape.model if bare or not shape.claim else shape.claim
            if shape.many and not shape.claim:
                continue  # the statements are its items
        if model and issubclass(model, Evidence):
            nearest = here
    return nearest
