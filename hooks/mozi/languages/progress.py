"""How far the translation into each language is: kind by kind, and exactly what is open."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from mozi.languages.catalogue import (
    INTERFACE,
    Counts,
    State,
    Translation,
    Translations,
    catalogue_file,
    context_kind,
)
from mozi.records.models import RECORD_TYPES
from mozi.records.values import TextKey

PROSE = "prose"
"""Name of the pages in `docs/` where texts are counted by kind."""

KINDS = (INTERFACE, PROSE, *(type.kind for type in RECORD_TYPES), "vocabularies")
"""Every kind of text, in the order in which it is counted."""


@dataclass(frozen=True)
class Open:
    """A text that is missing or out of date.

    `file` is where it is translated, and `line` where its entry stands there: 0 where there is
    none yet.
    """

    key: TextKey
    state: State
    file: str
    line: int = 0

    @property
    def kind(self) -> str:
        """The kind of text it is counted with."""
        return context_kind(self.key[0])


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
    """Everything there is to translate, into whatever language.

    `interface` are the strings that any catalogue has; `texts` those of records by context and
    English, each with the languages it is written in; `prose` are the pages in `docs/`, each with the languages it is written in.
    """

    interface: frozenset[TextKey]
    texts: Mapping[TextKey, tuple[str, ...]]
    prose: Mapping[str, frozenset[str]]


def interface_of(translated: Iterable[Translations]) -> frozenset[TextKey]:
    """The strings of the interface: a new language's own catalogue may have none of them yet."""
    return frozenset(key for each in translated for key in each.states if not key[0])


def translation_progress(translated: Translations, wanted: Wanted) -> Progress:
    """How far a language is, with what it translates."""
    states: dict[str, list[State]] = defaultdict(list)
    found = []
    for key, state, file in _all(translated, wanted):
        states[context_kind(key[0])].append(state)
        if state is not State.TRANSLATED:
            found.append(Open(key, state, file, translated.lines.get(key, 0)))
    found.sort(key=lambda each: (KINDS.index(each.kind), each.key))
    return Progress(
        {kind: Counts.from_states(states[kind]) for kind in KINDS if states[kind]}, tuple(found)
    )


def _all(translated: Translations, wanted: Wanted) -> Iterator[tuple[TextKey, State, str]]:
    """Every text with its state, and the file that it is translated in."""
    code, file = translated.locale, catalogue_file(translated.locale)
    for key in wanted.interface:
        yield key, translated.states.get(key, State.MISSING), file
    for name, languages in wanted.prose.items():
        state = State.TRANSLATED if code in languages else State.MISSING
        yield (f"{PROSE}/{name}", name), state, f"docs/{name}.{code}.md"
    for key, written in wanted.texts.items():
        if code not in written:
            yield key, _state(translated.texts.get(key)), file


def _state(found: Translation | None) -> State:
    if found is None:
        return State.MISSING
    return State.STALE if found.stale else State.TRANSLATED
