"""What a build made, and of what, for the next build to know what need not be made again."""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

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
    def addresses(self) -> set[str]:
        """Where all files are."""
        return {address for made in self.made.values() for address in made.files}

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
        with file.open(encoding="utf-8") as lines:
            ledger = Ledger(**json.loads(next(lines)))
            for line in lines:
                name, given, reads, files, told = json.loads(line)
                stamps = {address: (size, moment) for address, (size, moment) in files.items()}
                ledger.made[name] = Made(given, frozenset(reads), stamps, told)
            return ledger
    except (OSError, StopIteration, ValueError, TypeError, AttributeError):
        return Ledger()


def write(ledger: Ledger, file: Path, draft: Path) -> None:
    """Keep a ledger, a line for each task: the whole as one text would take much memory.

    `draft` is where it is written before it takes the place of the last one. Where it cannot be kept
    there will be none: the next build makes everything.
    """
    with suppress(OSError):
        with draft.open("w", encoding="utf-8") as lines:
            head = {"common": ledger.common, "states": ledger.states}
            lines.write(f"{json.dumps(head)}\n")
            for name, made in ledger.made.items():
                line = name, made.given, sorted(made.reads), made.files, made.told
                lines.write(f"{json.dumps(line)}\n")
        draft.replace(file)
