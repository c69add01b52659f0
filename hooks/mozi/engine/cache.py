"""Results of reading and checking files, kept from one build to the next by the files' content.

A cache is one file. When it is damaged, unreadable, or was written by other code or with other
libraries, it counts as empty, and is written anew. It holds what the last build asked for.

Values are pickled, and unpickling can run code: the folder belongs to the project, as does `hooks/`,
and whoever can write into one can write into the other. A hash tells damage.
"""

import marshal
import pickle
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

from mozi.engine.atomic_write import atomic_write, unfinished_files
from mozi.engine.code_version import engine_version
from mozi.engine.hashing import DIGEST_LENGTH, digest

FOLDER = ".cache"
"""The folder of a project's caches; it can be deleted at any time."""

FILE = "records"
"""Name of the cache's file in the folder of caches."""

MOST_STALE = 0.005
"""Part of a cache, by bytes, that may be out of date: below it, writing the file costs more time."""

Key = tuple[str | int, ...]
"""Cache key: the kind of result, the file, and the path to a value in it, if need be."""

Entries = dict[Key, tuple[str, bytes]]
"""Pickled results by key, each with the hash of the content that it was made from."""

T = TypeVar("T")


class Cache:
    """Results about files, by key and the hash of the file's content; without a folder, none."""

    def __init__(self, folder: Path | None = None) -> None:
        self._path = folder / FILE if folder else None
        self._last = _read_entries(self._path) if self._path else {}
        self._used: Entries = {}

    def get(self, key: Key, content_hash: str | None, make: Callable[[], T]) -> T:
        """The result of `make`, from the cache where the content has not changed.

        Nothing is kept where there is no content (None), nor when `make` raises.
        """
        if self._path is None or content_hash is None:
            return make()
        entry = self._used.get(key) or self._last.get(key)
        if entry and entry[0] == content_hash:
            self._used[key] = entry
            cached: T = pickle.loads(entry[1])
            return cached
        result = make()
        self._used[key] = content_hash, pickle.dumps(result)
        return result

    def save(self) -> None:
        """Keep what was asked for since the cache was opened; it is empty afterwards."""
        used, last = self._used, self._last
        self._used, self._last = {}, {}
        if self._path and _is_worth_writing(used, last):
            _write_file(self._path, marshal.dumps(used))


def _is_worth_writing(used: Entries, last: Entries) -> bool:
    """Whether enough is new, or no longer asked for, that writing saves time."""
    changed = sum(len(value) for _, (_, value) in used.items() ^ last.items())
    return changed > MOST_STALE * sum(len(value) for _, value in last.values())


def load_pickle(path: Path, key: str) -> Any:
    """The value that was saved in a file under this key; None where it cannot be used."""
    body = _read_file(path)
    saved_key, value = pickle.loads(body) if body else ("", None)
    return value if saved_key == key else None


def save_pickle(path: Path, key: str, value: object) -> None:
    """Save a value in a file under a key, in the place of what was saved there."""
    _write_file(path, pickle.dumps((key, value)))


def _read_entries(path: Path) -> Entries:
    body = _read_file(path)
    entries: Entries = marshal.loads(body) if body else {}
    return entries


def _read_file(path: Path) -> memoryview | None:
    """The body of a file that this code wrote; None where there is none, or it is damaged."""
    try:
        content = path.read_bytes()
    except OSError:
        return None
    body = memoryview(content)[2 * DIGEST_LENGTH :]
    return body if content[: 2 * DIGEST_LENGTH] == _header(body) else None


def _write_file(path: Path, body: bytes) -> None:
    """Write a file with its header. Where that cannot be done, later builds only take longer."""
    with suppress(OSError):
        atomic_write(path, _header(body), body)
    with suppress(OSError):
        for leftover in unfinished_files(path):
            leftover.unlink()


def _header(body: bytes | memoryview) -> bytes:
    """First bytes of a file: the version of the code that wrote it, and the hash of the body."""
    return f"{engine_version()}{digest(body)}".encode()
