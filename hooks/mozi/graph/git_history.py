"""When the project's files changed, as Git remembers it: the dates of feeds, sitemap and data.

Nothing here reads the clock: two builds of one commit say the same. Without Git, or with only the
last commits of it, there is no history, and what needs a date takes that of a record.
"""

import subprocess
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

_COMMIT = "\x01"
"""Opens the line of a commit; no name of a file begins with it, since Git would quote it."""

_RENAMED = "R"
"""Status of a renamed file (git-diff, `--name-status`); two names follow it, the old one first."""


@dataclass(frozen=True)
class History:
    """`changes`: file, relative to the project folder → when it was changed, latest first, in UTC."""

    changes: Mapping[str, tuple[datetime, ...]] = field(default_factory=dict)

    def last(self, *files: str) -> datetime | None:
        """When any of these files was last changed; None when Git knows none of them."""
        return max((self.changes[file][0] for file in files if file in self.changes), default=None)

    @property
    def latest(self) -> datetime | None:
        """When anything was last changed."""
        return self.last(*self.changes)


def read_history(root: Path) -> History:
    """The history of the project in `root`; an empty one where there is no complete one."""
    shallow = _git(root, "rev-parse", "--is-shallow-repository")
    if shallow is None or shallow.strip() != "false":
        return History()
    log = _git(
        root,
        *(
            "-c",
            "core.quotePath=false",
            "log",
            "--find-renames=100%",
            "--name-status",
            "--relative",
        ),
        *("-z", f"--format={_COMMIT}%ct", "--", "."),
    )
    changes: dict[str, list[datetime]] = defaultdict(list)
    for moment, file in _changes(log or ""):
        changes[file].append(moment)
    return History({file: tuple(sorted(when, reverse=True)) for file, when in changes.items()})


def _changes(log: str) -> Iterator[tuple[datetime, str]]:
    """Moment and today's name of every changed file, from `git log -z --name-status`.

    A file that was only renamed has not changed: what it was called before counts as its own past.
    """
    moment = datetime.fromtimestamp(0, UTC)
    names: dict[str, str] = {}  # a name in the past → the name today; the log goes back in time
    words = (word.lstrip("\n") for word in log.split("\0"))
    for word in words:
        if word.startswith(_COMMIT):
            moment = datetime.fromtimestamp(int(word.removeprefix(_COMMIT)), UTC)
        elif word:
            file = next(words)
            if word.startswith(_RENAMED):
                after = next(words)
                names[file] = names.get(after, after)
            else:
                yield moment, names.get(file, file)


def _git(root: Path, *arguments: str) -> str | None:
    try:
        process = subprocess.run(
            ["git", *arguments],
            cwd=root,
            capture_output=True,
            encoding="utf-8",
            errors="surrogateescape",  # names of files may be anything
            check=False,
        )
    except OSError:  # no Git on this machine
        return None
    return process.stdout if process.returncode == 0 else None
