"""A conversation with an editor: question by question to the data of a record.

Every answer is checked at once by the record's own model, and asked for again where it does not fit.
How a question is put and an answer taken is up to the caller: a terminal, a test.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from mozi.editing.id_choices import id_choices
from mozi.editing.messages import message
from mozi.editing.new_record import (
    TYPES,
    Data,
    asked_keys,
    id_refusal,
    is_needed,
    required_keys,
    understand_value,
    value_refusals,
)
from mozi.problems.rulebook import Lang
from mozi.records import cldr
from mozi.records.field_guide import guide_of_field
from mozi.records.field_types import FieldType, field_type
from mozi.records.file_format import in_key_order
from mozi.records.models import Country, Record
from mozi.records.values import Model, Text
from mozi.store.record_store import Store
from mozi.yaml_text.parse import KeyPath
from mozi.yaml_text.write import one_line_yaml

SHOWN = 40
"""The longest list of ids that is shown whole; a longer one is searched."""


class InterviewStopped(Exception):
    """The conversation cannot go on; the message says what to do first."""


@dataclass
class Interview:
    """Interview about one record: its type, its language, and how to `ask` a question and `say` something."""

    read: Store
    record_type: type[Record]
    lang: Lang
    ask: Callable[[str], str]
    say: Callable[[str], None]

    def data(self, answered: Data) -> Data:
        """The data that is given, with the answers to all further questions. Raises `InterviewStopped`."""
        data = dict(answered)
        for key in asked_keys(self.record_type):
            required = is_needed(self.record_type, key, data)
            if key in data or required is None:
                continue
            self._introduce(key, required)
            value = self.field((), self.record_type, key, required)
            if value is not None:
                data[key] = value
        return data

    def id(self, proposal: str = "") -> str:
        """The id of the record: the proposed one, or another that is free."""
        is_country = self.record_type is Country
        self.say("\n" + self._words("country-id" if is_country else "id"))
        while True:
            answer = self.ask(f"  id [{proposal}]: " if proposal else "  id: ").strip() or proposal
            if is_country:
                answer = cldr.territory_of(answer) or answer
            refusal = id_refusal(self.read.root, self.record_type, answer, self.lang)
            if not refusal:
                return answer
            self._refuse(refusal)

    def agrees(self, question: str) -> bool:
        """Whether the editor says yes."""
        return self.ask(self._words(question)).strip().lower() in ("y", "yes", "是")

    # One field ------------------------------------------------------------------------------------

    def _introduce(self, key: str, required: bool) -> None:
        entry = guide_of_field(self.record_type, key)
        note = "" if required else self._words("optional")
        self.say(f"\n{entry.title.languages[self.lang]} ({key}){note}")
        self.say(f"  {entry.text.languages[self.lang]}")
        if entry.example is not None:
            self.say(self._words("example", example=one_line_yaml(entry.example)))

    def field(self, path: KeyPath, model: type[Model], key: str, required: bool) -> Any:
        """The editor's answer for a field of a `model` at `path`; None where it is left out."""
        shape = field_type(model, key)
        if shape.model and shape.many:
            return self._entries((*path, key), shape.model, required)
        if shape.model:
            return self._mapping((*path, key), shape.model, required)
        return self._value((*path, key), shape, self._label(model, key), required)

    def _label(self, model: type[Model], key: str) -> str:
        return guide_of_field(model, key).title.languages[self.lang]

    def _entries(self, path: KeyPath, model: type[Model], required: bool) -> list[Data] | None:
        """Entries of a list, until one is left empty."""
        entries: list[Data] = []
        while True:
            self.say(self._words("entry", number=len(entries) + 1))
            entry = self._mapping((*path, 0), model, required and not entries)
            if entry is None:
                return entries or None
            entries.append(entry)

    def _mapping(self, path: KeyPath, model: type[Model], required: bool) -> Data | None:
        """The required keys of a mapping; None where its first question is left without an answer."""
        mapping: Data = {}
        keys = required_keys(model)
        if issubclass(model, Text):
            keys = [key for key in keys if key not in ("en", "zh")]
            keys += sorted(("en", "zh"), key=lambda code: code != self.lang)
        for key in keys:
            value = self.field(path, model, key, required or bool(mapping))
            if value is None:
                return None
            mapping[key] = value
        return in_key_order(model, mapping)

    # One answer -----------------------------------------------------------------------------------

    def _value(self, path: KeyPath, shape: FieldType, label: str, required: bool) -> Any:
        options = self._options(shape, required)
        if options is not None and not options:
            return None
        shown = self._offer(options) if options else []
        while True:
            answer = self.ask(f"  {label}: ").strip()
            if not answer:
                if not required:
                    return None
                self._refuse(self._words("needed"))
                continue
            if options:
                ids, shown = self._chosen(answer, options, shown, shape)
                if not ids:
                    continue
                answer = ",".join(ids)
            value = understand_value(self.record_type, path, answer)
            refusals = value_refusals(self.record_type, path, value)
            if not refusals:
                return value
            for problem in refusals:
                self._refuse(problem.message(self.lang), problem.fix(self.lang))

    def _options(self, shape: FieldType, required: bool) -> dict[str, str] | None:
        """The ids to choose from, with names; None where any answer will do."""
        if shape.choices:
            return {str(choice): "" for choice in shape.choices}
        if not shape.ref:
            return None
        names = id_choices(self.read)[shape.ref.kind]
        if not names:
            none_yet = self._words("none-yet", folder=f"data/{shape.ref.kind}")
            if required:
                raise InterviewStopped(none_yet)
            self.say(f"  {none_yet}")
        return {id: name[self.lang] for id, name in names.items()}

    def _offer(self, options: dict[str, str]) -> list[str]:
        """Show what may be chosen; the list that numbers refer to, none where they are choices."""
        if all(option.isdecimal() for option in options):
            self.say(f"  {' / '.join(options)}")
            return []
        if len(options) > SHOWN:
            self.say(self._words("search", number=len(options)))
            return []
        self._show(list(options), options)
        return list(options)

    def _chosen(
        self, answer: str, options: dict[str, str], shown: list[str], shape: FieldType
    ) -> tuple[list[str], list[str]]:
        """The ids that an answer names, and the list that numbers refer to from now on.

        No ids where a word is none: what it may have meant is shown, for the next answer.
        """
        ids = []
        named = {name.casefold(): id for id, name in options.items() if name}
        for word in re.split("[,，、]", answer) if shape.many else [answer]:
            word = word.strip()
            if word in options:
                ids.append(word)
            elif word.casefold() in named:
                ids.append(named[word.casefold()])
            elif word.isdecimal() and 0 < int(word) <= len(shown):
                ids.append(shown[int(word) - 1])
            elif word:
                matches = _matches(word, options)
                self._refuse(self._words("which" if matches else "no-match", word=word))
                self._show(matches, options)
                self._say_where_new_ones_are_made(shape)
                return [], matches or shown
        return ids, shown

    def _say_where_new_ones_are_made(self, shape: FieldType) -> None:
        for kind, record_type in TYPES.items():
            if shape.ref and shape.ref.kind == record_type.kind:
                self.say(self._words("not-there", kind=kind))

    def _show(self, ids: list[str], options: dict[str, str]) -> None:
        for number, id in enumerate(ids, 1):
            self.say(f"  {number:3}  {id}  {options[id]}".rstrip())

    def _refuse(self, *parts: str) -> None:
        self.say(f"  ✗ {' — '.join(parts)}")

    def _words(self, name: str, **values: object) -> str:
        return message(name, self.lang, **values)


def _matches(word: str, options: dict[str, str]) -> list[str]:
    word = word.casefold()
    return [id for id, name in options.items() if word in id or word in name.casefold()][:SHOWN]
