"""What a build made, and of what, for the next build to know what need not be made again."""

import marshal
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mozi.digests import DIGEST_LENGTH, digest

Stamp = tuple[int, int]
"""Size of a file in bytes, and when it was written, in nanoseconds: whether it is still the same."""


@dataclass(frozen=True)
class Made:
    """What a task made: files by address, each with its stamp; `told` is what it found out.

    `given` is the digest of what it was made of beside the catalogue, `reads` what of that.
    """

    given: str
    reads: frozenset[str]
    files: Mapping[str, Stamp]
    told: Any = None


@dataclass
class Ledger:
    """Everything that a build made, by name of the task.

    `common` is the digest of all that everything depends on; `states` say for all that can be read
    of the catalogue what it said.
    """

    common: str = ""
    states: Mapping[str, str] = field(default_factory=dict)
    made: dict[str, Made] = field(default_factory=dict)

    @property
    def files(self) -> dict[str, Stamp]:
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


def read(file: Path) -> Ledger:
    """The ledger in `file`; an empty one where there is none that can be used."""
    try:
        content = file.read_bytes()
    except OSError:
        return Ledger()
    body = memoryview(content)[DIGEST_LENGTH:]
    if content[:DIGEST_LENGTH] != digest(body).encode():
        return Ledger()
    common, states, made = marshal.loads(body)
    return Ledger(common, states, {name: Made(*each) for name, each in made.items()})


def write(ledger: Ledger, file: Path, draft: Path) -> None:
    """Keep a ledger; it begins with a digest of the rest, which tells damage.

    `draft` is where it is written before it takes the place of the last one. Where it cannot be kept
    there will be none: the next build makes everything.
    """
    made = {name: (m.given, m.reads, m.files, m.told) for name, m in ledger.made.items()}
    body = marshal.dumps((ledger.common, dict(ledger.states), made))
    with suppress(OSError):
        with draft.open("wb") as opened:
            opened.write(digest(body).encode())
            opened.write(body)
        draft.replace(file)
