"""What was found out about files before: one that has not changed is not read through again.

A cache is one file. It is as good as none when it is damaged, half-written, unreadable, or was
written by other code or with other libraries; then everything is found out anew, and it is written
again. It keeps what the last build asked for, and nothing else.

What is kept is pickled, and unpickling can run code: the folder belongs to the project, as does
`hooks/`, and whoever can write into one can write into the other. A digest tells damage.
"""

import io
import marshal
import os
import pickle
from collections.abc import Callable, Set
from contextlib import suppress
from copyreg import dispatch_table
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, get_args

from mozi.engine.code_version import engine_version
from mozi.engine.hashing import DIGEST_LENGTH, digest
from mozi.records.models import RECORD_TYPES
from mozi.records.values import Model

FOLDER = ".cache"
"""Where a project keeps what can be found out again."""

FILE = "records"
"""The name of the cache's file in the folder of caches."""

MOST_FORGOTTEN = 0.005
"""What part of all that is known, by its bytes, is rather found out again than kept."""

Name = tuple[str | int, ...]
"""What something is called in the cache: sort of thing, file, and where in it, if need be."""

Entries = dict[Name, tuple[str, bytes]]
"""What is known, pickled, each with the digest of the content it is known of."""

T = TypeVar("T")


class Cache:
    """What is known about files, by name and the digest of a file's content.

    Without a folder nothing is kept, and everything made when it is asked for.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._path = folder / FILE if folder else None
        self._before = _read(self._path) if self._path else {}
        self._now: Entries = {}
        self._expected: Set[str] = frozenset()
        self._receive: Callable[[], Entries] = dict

    @property
    def is_empty(self) -> bool:
        """Whether nothing is known from before, but could be from now on."""
        return bool(self._path) and not self._before

    @property
    def found(self) -> Entries:
        """What was asked for since the cache was opened."""
        return self._now

    def expect(self, files: Set[str], receive: Callable[[], Entries]) -> None:
        """Have what is asked about `files` found out elsewhere: `receive` waits for it."""
        self._expected, self._receive = files, receive

    def known(self, name: Name, content: str | None, make: Callable[[], T]) -> T:
        """What `make` returns; from the cache, if `content` is the same as when it was made.

        Nothing is kept of what is in no file, whose `content` is None, and of errors that are raised.
        """
        if self._path is None or content is None:
            return make()
        if name[1] in self._expected:
            self._expected = frozenset()
            self._before |= self._receive()
        kept = self._now.get(name) or self._before.get(name)
        if kept and kept[0] == content:
            self._now[name] = kept
            found: T = pickle.loads(kept[1])
            return found
        made = make()
        self._now[name] = content, _pickled(made)
        return made

    def save(self) -> None:
        """Keep what was asked for since the cache was opened, and forget the rest; then let go of it.

        Where hardly anything is new, it takes less long to find that out again.
        """
        now, before = self._now, self._before
        self._now, self._before = {}, {}
        if self._path and _worth_writing(now, before):
            _write(self._path, marshal.dumps(now))


def _worth_writing(now: Entries, before: Entries) -> bool:
    """Whether so much is new, or no longer asked for, that keeping it saves time."""
    differing = now.items() ^ before.items()
    size = sum(len(known) for _, (_, known) in differing)
    return size > MOST_FORGOTTEN * sum(len(known) for _, known in before.values())


def load_pickle(path: Path, name: str) -> Any:
    """What was kept in a file under this name; None where that cannot be used."""
    body = _body(path)
    found, thing = pickle.loads(body) if body else ("", None)
    return thing if found == name else None


def save_pickle(path: Path, name: str, thing: object) -> None:
    """Keep a thing in a file, in the place of what was kept there."""
    _write(path, pickle.dumps((name, thing)))


def _read(path: Path) -> Entries:
    body = _body(path)
    found: Entries = marshal.loads(body) if body else {}
    return found


def _body(path: Path) -> memoryview | None:
    """What this code has written into a file; None where there is no such file, or it is damaged."""
    try:
        content = path.read_bytes()
    except OSError:
        return None
    body = memoryview(content)[2 * DIGEST_LENGTH :]
    return body if content[: 2 * DIGEST_LENGTH] == _header(body) else None


def _write(path: Path, body: bytes) -> None:
    """Write a file with its header; where that cannot be done, it only costs time."""
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with draft.open("wb") as file:
            file.write(_header(body))
            file.write(body)
        os.replace(draft, path)
    with suppress(OSError):  # of builds that were killed, and of this one if it failed
        for left in path.parent.glob(f"{path.name}.*"):
            left.unlink()


def _header(body: bytes | memoryview) -> bytes:
    """What the file begins with: who wrote it, and a digest of the rest."""
    return f"{engine_version()}{digest(body)}".encode()


# Models -------------------------------------------------------------------------------------------
#
# pickle names classes by their modules, where it does not find `Claim[CountryId]`; ours are numbered.


def _pickled(thing: object) -> bytes:
    file = io.BytesIO()
    pickler = pickle.Pickler(file, protocol=5)
    pickler.dispatch_table = _reducers()
    pickler.dump(thing)
    return file.getvalue()


def _reduced(model: Model) -> tuple[Callable[..., Model], tuple[Any, ...]]:
    number, extra = _numbers()[type(model)], model.__pydantic_extra__
    values = tuple(model.__dict__[name] for name in _fields()[number])
    given = model.__pydantic_fields_set__ - (extra or {}).keys()
    which = sum(1 << place for place, name in enumerate(_fields()[number]) if name in given)
    return _revived, (number, values, which, extra, model.__pydantic_private__)


def _revived(number: int, values: Any, which: int, extra: Any, private: Any) -> Model:
    """A model that was validated before it was kept.

    `values` are those of its fields, in their order: to keep the names of thousands would take more
    time than all else. `which` of them were given says a bit for each; what is extra always was.
    """
    model_type = _models()[number]
    model = model_type.__new__(model_type)
    given = _given(number, which)
    put = object.__setattr__  # models are frozen
    put(model, "__dict__", dict(zip(_fields()[number], values, strict=True)))
    put(model, "__pydantic_fields_set__", given | extra.keys() if extra else given)
    put(model, "__pydantic_extra__", extra)
    put(model, "__pydantic_private__", private)
    return model


@cache
def _given(number: int, which: int) -> set[str]:
    """The names of those fields, one set for all models that were given the same."""
    return {name for place, name in enumerate(_fields()[number]) if which >> place & 1}


@cache
def _fields() -> list[tuple[str, ...]]:
    """The names of the fields of every model."""
    return [tuple(model.__pydantic_fields__) for model in _models()]


@cache
def _reducers() -> dict[Any, Any]:
    return dispatch_table | dict.fromkeys(_numbers(), _reduced)


@cache
def _numbers() -> dict[type[Model], int]:
    return {model: number for number, model in enumerate(_models())}


@cache
def _models() -> list[type[Model]]:
    """Every model that a record is made of."""
    found: list[type[Model]] = [*RECORD_TYPES]
    for model in found:
        for field in model.__pydantic_fields__.values():
            found += [inner for inner in _inside(field.annotation) if inner not in found]
    return found


def _inside(annotation: Any) -> list[type[Model]]:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return [annotation]
    return [model for part in get_args(annotation) for model in _inside(part)]
