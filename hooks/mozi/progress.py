"""How far the translation into each language is: kind by kind, and exactly what is open."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import polib

from mozi.records import RECORD_TYPES
from mozi.translations import (
    INTERFACE,
    Counts,
    Key,
    State,
    Translations,
    file_of,
    key_of,
    kind_of,
    state_of,
)

PROSE = "prose"
"""What the pages in `docs/` are called where texts are counted by kind."""

KINDS = (INTERFACE, PROSE, *(type.kind for type in RECORD_TYPES), "vocabularies")
"""Every kind of text, in the order in which it is counted."""


@dataclass(frozen=True)
class Open:
    """A text that is missing or out of date.

    `file` is where it is translated, and `line` where its entry stands there: 0 where there is
    none yet.
    """

    key: Key
    state: State
    file: str
    line: int = 0

    @property
    def kind(self) -> str:
        """The kind of text it is counted with."""
        return kind_of(self.key[0])


@dataclass(frozen=True)
class Progress:
    """How far one language is: counts by kind, and the open texts, both in the order of `KINDS`."""

    counts: Mapping[str, Counts]
    open: tuple[Open, ...] = ()

    @property
    def total(self) -> Counts:
        """All kinds together."""
        return sum(self.counts.values(), Counts())


@dataclass(frozen=True)
class Wanted:
    """What there is to translate, into whatever language.

    `interface` are the strings that any catalogue has; `texts` those of records by context and
    English, each with the languages it is written in; `prose` are the pages in `docs/`, each with the languages it is written in.
    """

    interface: frozenset[Key]
    texts: Mapping[Key, tuple[str, ...]]
    prose: Mapping[str, frozenset[str]]


def interface_of(catalogues: Mapping[str, polib.POFile]) -> frozenset[Key]:
    """The strings of the interface: a new language's own catalogue may have none of them yet."""
    return frozenset(
        key_of(entry)
        for catalogue in catalogues.values()
        for entry in catalogue
        if not entry.msgctxt and not entry.obsolete
    )


def progress(
    code: str, catalogue: polib.POFile, translated: Translations, wanted: Wanted
) -> Progress:
    """How far the language `code` is with its catalogue and what it translates."""
    states: dict[str, list[State]] = defaultdict(list)
    found = []
    for key, state, file, entry in _all(code, catalogue, translated, wanted):
        states[kind_of(key[0])].append(state)
        if state is not State.TRANSLATED:
            found.append(Open(key, state, file, entry.linenum or 0 if entry else 0))
    found.sort(key=lambda each: (KINDS.index(each.kind), each.key))
    return Progress({kind: Counts.of(states[kind]) for kind in KINDS if states[kind]}, tuple(found))


def _all(
    code: str, catalogue: polib.POFile, translated: Translations, wanted: Wanted
) -> Iterator[tuple[Key, State, str, polib.POEntry | None]]:
    """Every text with its state, the file that it is translated in, and its entry there."""
    file = file_of(code)
    entries = {key_of(entry): entry for entry in catalogue if not entry.obsolete}
    for key in wanted.interface:
        entry = entries.get(key)
        yield key, state_of(entry) if entry else State.MISSING, file, entry
    for name, languages in wanted.prose.items():
        state = State.TRANSLATED if code in languages else State.MISSING
        yield (f"{PROSE}/{name}", name), state, f"docs/{name}.{code}.md", None
    for key, written in wanted.texts.items():
        if code not in written:
            yield key, _state(translated, key), file, entries.get(key)


def _state(translated: Translations, key: Key) -> State:
    found = translated.find(*key)
    if not found:
        return State.MISSING
    return State.STALE if found.stale else State.TRANSLATED
