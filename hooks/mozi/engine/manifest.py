"""What a build made, and of what, for the next build to know what need not be made again."""

import marshal
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from struct import Struct
from typing import Any, NamedTuple

from mozi.engine.code_version import engine_version
from mozi.engine.hashing import DIGEST_LENGTH, Digest, digest

FileStat = tuple[int, int]
"""Size of a file in bytes, and when it was written, in nanoseconds: whether it is still the same."""

_LENGTH = Struct("<Q")
"""How many bytes of a ledger belong together."""

_TOGETHER = 100
"""So many tasks are written and read as one: all of them would take much memory."""


class ManifestEntry(NamedTuple):
    """What a task made: files by address, each with its stamp; `told` is what it found out.

    `given` is the digest of what it was made of beside the catalogue, `given_of` that of the same of
    many tasks, `reads` what of the catalogue.
    """

    given: str
    given_of: str
    reads: tuple[str, ...]
    files: dict[str, FileStat]
    told: Any = None


@dataclass
class Manifest:
    """Everything that a build made, by name of the task.

    `common` is the digest of all that everything depends on; `states` say for all that can be read
    of the catalogue what it said.
    """

    common: str = ""
    states: Mapping[str, str] = field(default_factory=dict)
    made: dict[str, ManifestEntry] = field(default_factory=dict)

    @property
    def files(self) -> dict[str, FileStat]:
        """All files by address, each as it was left."""
        return {
            address: left for made in self.made.values() for address, left in made.files.items()
        }

    def changed(self, states: Mapping[str, str]) -> set[str]:
        """What says something else now, or is new, or gone."""
        return {
            read
            for read in self.states.keys() | states.keys()
            if self.states.get(read) != states.get(read)
        }


def read_manifest(file: Path) -> Manifest:
    """The ledger in `file`; an empty one where there is none that can be used, as when other code wrote
    it.
    """
    try:
        content = memoryview(file.read_bytes())
    except OSError:
        return Manifest()
    written, end = content[:-DIGEST_LENGTH], content[-DIGEST_LENGTH:]
    writer, body = written[:DIGEST_LENGTH], written[DIGEST_LENGTH:]
    if writer != engine_version().encode() or end != digest(written).encode():
        return Manifest()
    pieces = _taken_apart(body)
    ledger = Manifest(*next(pieces))
    for piece in pieces:
        for name, *made in piece:
            ledger.made[name] = ManifestEntry(*made)
    return ledger


def _taken_apart(body: memoryview) -> Iterator[Any]:
    """What was written piece by piece, each behind its length: `marshal.load` is slow to find it."""
    end = 0
    while end < len(body):
        start = end + _LENGTH.size
        end = start + _LENGTH.unpack_from(body, end)[0]
        yield marshal.loads(body[start:end])


def write_manifest(ledger: Manifest, file: Path, draft: Path) -> None:
    """Keep a ledger. A digest at its end tells damage.

    `draft` is where it is written before it takes the place of the last one. Where it cannot be kept
    there will be none: the next build makes everything.
    """
    with suppress(OSError):
        with draft.open("wb") as opened:
            said = Digest()
            for part in _parts(ledger):
                said.update(part)
                opened.write(part)
            opened.write(said.hexdigest().encode())
        draft.replace(file)


def _parts(ledger: Manifest) -> Iterator[bytes]:
    yield engine_version().encode()
    for piece in _pieces(ledger):
        yield _LENGTH.pack(len(piece))
        yield piece


def _pieces(ledger: Manifest) -> Iterator[bytes]:
    yield marshal.dumps((ledger.common, dict(ledger.states)))
    tasks = iter(ledger.made.items())
    while some := [(name, *made) for name, made in islice(tasks, _TOGETHER)]:
        yield marshal.dumps(some)
