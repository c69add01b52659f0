"""Manifest of a build: every task with its dependencies, the files it wrote and its result.

The next build reads it to find the tasks that are up to date.
"""

import marshal
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import islice
from pathlib import Path
from struct import Struct
from typing import Any, NamedTuple

from mozi.engine.atomic_write import atomic_write
from mozi.engine.code_version import engine_version
from mozi.engine.hashing import DIGEST_LENGTH, digest

FileStat = tuple[int, int]
"""Size of a file in bytes and its mtime in nanoseconds: while they are the same, so is the file."""

_LENGTH = Struct("<Q")
"""Number of bytes of the chunk that follows."""

_TASKS_IN_CHUNK = 100
"""Tasks that are written and read together; all of them at once would take much memory."""


class ManifestEntry(NamedTuple):
    """A task as it ran: the cache key of its inputs, its dependencies, files by address, result.

    `cause` is why it ran, a `Cause` and what it is about; `is_kept` says that it ran in an earlier
    build, and that its files were up to date in this one.
    """

    inputs: str
    dependencies: tuple[str, ...]
    files: dict[str, FileStat]
    result: Any = None
    cause: tuple[str, ...] = ()
    is_kept: bool = False


class Cause(StrEnum):
    """Why a task runs."""

    ALWAYS = "always"
    FIRST_BUILD = "first build"
    COMMON = "common"
    NEW_TASK = "new task"
    FILES = "files"
    INPUTS = "inputs"
    DEPENDENCIES = "dependencies"


@dataclass
class Manifest:
    """All tasks of a build by name.

    `common` is the hash of what every task depends on; `states` has the hash of everything that a
    task can depend on, by its key.
    """

    common: str = ""
    states: Mapping[str, str] = field(default_factory=dict)
    entries: dict[str, ManifestEntry] = field(default_factory=dict)

    @property
    def files(self) -> dict[str, FileStat]:
        """All files of the site by address."""
        return {
            address: stat
            for entry in self.entries.values()
            for address, stat in entry.files.items()
        }

    def changed_keys(self, states: Mapping[str, str]) -> set[str]:
        """Keys whose state differs from this build's, or that are in one of the two alone."""
        return {
            key
            for key in self.states.keys() | states.keys()
            if self.states.get(key) != states.get(key)
        }


def read_manifest(file: Path) -> Manifest:
    """The manifest in `file`; an empty one where there is none, or other code wrote it."""
    try:
        content = memoryview(file.read_bytes())
    except OSError:
        return Manifest()
    header, body = content[: 2 * DIGEST_LENGTH], content[2 * DIGEST_LENGTH :]
    if header != _header(body):
        return Manifest()
    chunks = _split(body)
    manifest = Manifest(*next(chunks))
    for chunk in chunks:
        for name, *entry in chunk:
            manifest.entries[name] = ManifestEntry(*entry)
    return manifest


def write_manifest(manifest: Manifest, file: Path, draft: Path | None = None) -> None:
    """Write a manifest, first to `draft`. Where it cannot be done, the next build runs every task."""
    body = b"".join(_LENGTH.pack(len(chunk)) + chunk for chunk in _chunks(manifest))
    with suppress(OSError):
        atomic_write(file, _header(body), body, draft=draft)


def _header(body: bytes | memoryview) -> bytes:
    return f"{engine_version()}{digest(body)}".encode()


def _split(body: memoryview) -> Iterator[Any]:
    """The chunks of a manifest, read by their lengths, since `marshal.load` is slow to find them."""
    end = 0
    while end < len(body):
        start = end + _LENGTH.size
        end = start + _LENGTH.unpack_from(body, end)[0]
        yield marshal.loads(body[start:end])


def _chunks(manifest: Manifest) -> Iterator[bytes]:
    yield marshal.dumps((manifest.common, dict(manifest.states)))
    entries = iter(manifest.entries.items())
    while chunk := [(name, *entry) for name, entry in islice(entries, _TASKS_IN_CHUNK)]:
        yield marshal.dumps(chunk)
