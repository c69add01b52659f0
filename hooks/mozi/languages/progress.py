"""Progress of the translation into each language: counts by kind of text, and all open texts."""

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
"""All kinds of text, in the order in which they are counted."""


@dataclass(frozen=True)
class Open:
    """Text whose translation is missing or out of date.

    `file` is the file for its translation, and `line` the line of its entry there: 0 where there is
    no entry yet.
    """

    key: TextKey
    state: State
    file: str
    line: int = 0

    @property
    def kind(self) -> str:
        """Kind of text, one of `KINDS`."""
        return context_kind(self.key[0])


@dataclass(frozen=True)
class Progress:
    """Progress of one language: counts by kind, and open texts, both in the order of `KINDS`."""

    counts: Mapping[str, Counts]
    open: tuple[Open, ...] = ()

    @property
    def total(self) -> Counts:
        """Counts of all kinds together."""
        return sum(self.counts.values(), Counts())


@dataclass(frozen=True)
class Wanted:
    """All texts to translate, whatever the language.

    `interface` are the keys of the strings that any catalogue has; `texts` are the localised texts
    by context and English, and `prose` the pages in `docs/` by name, each with the languages in
    which it is written.
    """

    interface: frozenset[TextKey]
    texts: Mapping[TextKey, tuple[str, ...]]
    prose: Mapping[str, frozenset[str]]


def interface_of(translated: Iterable[Translations]) -> frozenset[TextKey]:
    """Return the keys of all interface strings: a new language's catalogue may lack them."""
    return frozenset(key for each in translated for key in each.states if not key[0])


def translation_progress(translated: Translations, wanted: Wanted) -> Progress:
    """Return the progress of the language with the translations `translated`."""
    states: dict[str, list[State]] = defaultdict(list)
    open_texts = []
    for key, state, file in _all(translated, wanted):
        states[context_kind(key[0])].append(state)
        if state is not State.TRANSLATED:
            open_texts.append(Open(key, state, file, translated.lines.get(key, 0)))
    open_texts.sort(key=lambda each: (KINDS.index(each.kind), each.key))
    counts = {kind: Counts.from_states(states[kind]) for kind in KINDS if states[kind]}
    return Progress(counts, tuple(open_texts))


def _all(translated: Translations, wanted: Wanted) -> Iterator[tuple[TextKey, State, str]]:
    """Yield the key of every text, the state of its translation, and the file for it."""
    code, file = translated.locale, catalogue_file(translated.locale)
    for key in wanted.interface:
        yield key, translated.states.get(key, State.MISSING), file
    for name, languages in wanted.prose.items():
        state = State.TRANSLATED if code in languages else State.MISSING
        yield (f"{PROSE}/{name}", name), state, f"docs/{name}.{code}.md"
    for key, written in wanted.texts.items():
        if code not in written:
            yield key, _state(translated.texts.get(key)), file


def _state(translation: Translation | None) -> State:
    if translation is None:
        return State.MISSING
    return State.STALE if translation.stale else State.TRANSLATED
