"""What a record gives, and what it says nobody has published."""

from collections.abc import Iterator

from mozi import particulars
from mozi.problems import Problem, instead
from mozi.store import Store


def holes(store: Store) -> Iterator[Problem]:
    """MZ302: what a reader expects is either given or named in `unpublished`."""
    for record in store.each(*particulars.REQUIRED):
        for name in particulars.missing(record):
            yield store.problem(record.file, ("unpublished",), "MZ302", name=name)


def contradictions(store: Store) -> Iterator[Problem]:
    """MZ303: what is given cannot be called unpublished."""
    for record in store.each(*particulars.REQUIRED):
        for name in particulars.contradicted(record):
            path = ("unpublished", record.unpublished.index(name))
            yield store.problem(record.file, path, "MZ303", name=name)


def unknown(store: Store) -> Iterator[Problem]:
    """MZ304: only known particulars can be unpublished."""
    for record in store.each():
        known = particulars.of(record.kind)
        variant = "" if known else "none"
        for index, name in enumerate(getattr(record, "unpublished", [])):
            if name not in known:
                yield store.problem(
                    record.file,
                    ("unpublished", index),
                    "MZ304",
                    variant,
                    name=name,
                    folder=record.kind,
                    advice=instead(name, known),
                )


def nameless(store: Store) -> Iterator[Problem]:
    """MZ309: every particular has a name that pages can show."""
    named = store.vocabularies["particulars"]
    for kind in particulars.REQUIRED:
        for name in particulars.of(kind):
            if named and name not in named:
                file = "data/vocabularies/particulars.yml"
                yield store.problem(file, (), "MZ309", name=name, folder=kind)
