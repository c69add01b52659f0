"""What was found out about files before: one that has not changed is not read through again.

A cache is one file. It is as good as none when it is damaged, half-written, unreadable, or was
written by other code or with other libraries; then everything is found out anew, and it is written
again. It keeps what the last build asked for, and nothing else.

What is kept is pickled, and unpickling can run code: the folder belongs to the project, as does
`hooks/`, and whoever can write into one can write into the other. A digest tells damage.
"""

import marshal
import os
import pickle
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

from mozi.engine.code_version import engine_version
from mozi.engine.hashing import DIGEST_LENGTH, digest

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

    def get(self, name: Name, content: str | None, make: Callable[[], T]) -> T:
        """What `make` returns; from the cache, if `content` is the same as when it was made.

        Nothing is kept of what is in no file, whose `content` is None, and of errors that are raised.
        """
        if self._path is None or content is None:
            return make()
        kept = self._now.get(name) or self._before.get(name)
        if kept and kept[0] == content:
            self._now[name] = kept
            found: T = pickle.loads(kept[1])
            return found
        made = make()
        self._now[name] = content, pickle.dumps(made)
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
