"""The files of a site are made by tasks; those that would make the same again are left out.

A task is done again when what it was given has changed, or anything it read of the catalogue, or
something that everything depends on, or when one of its files is not as it was left. All others'
files stay as they are.
"""

import gc
import multiprocessing
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property, partial
from multiprocessing.sharedctypes import Synchronized
from pathlib import Path
from types import MappingProxyType
from typing import Any

from mozi.engine.hashing import digest_of
from mozi.engine.manifest import FileStat, Manifest, ManifestEntry
from mozi.engine.site_files import file_stat, has_content, put_file
from mozi.engine.workers import Worker
from mozi.graph.dependencies import record_key
from mozi.graph.record_graph import RecordGraph
from mozi.records.models import Record

WriteFile = Callable[[str, str | bytes], object]
"""What a task is handed for putting a file at an address."""

PAGES_WORTH_WORKERS = 25
"""So many pages take longer than it takes to have them made in several processes."""


@dataclass(frozen=True)
class Task:
    """Something to be made.

    `name` is the same in every build. `write` puts one or several files; what it returns (any JSON)
    is known to later builds that need not do it again. `given` decides with the catalogue what is
    written: texts, numbers and tuples of them, or what returns such. It is not looked at where
    `given_of`, a digest of what many tasks are given, is that of the last build. `records` are at
    hand without being asked for.
    `always` is for what takes less long to make than to find out whether it is to be made, `slow`
    for what a preview makes only once: nobody waits for it after every change. `size` says how many
    pages take as long.
    """

    name: str
    write: Callable[[WriteFile], Any]
    given: object = ()
    records: Sequence[Record] = ()
    always: bool = False
    slow: bool = False
    size: int = 1
    given_of: str = ""

    @cached_property
    def digest(self) -> str:
        """Another one whenever something else is given."""
        given = self.given() if callable(self.given) else self.given
        return digest_of(given) if given else ""


class TaskRunner:
    """Makes the files of one build in `folder`.

    `ledger` is what the build has made; `last` is that of the last one, of whose files those in
    `there` are in the folder already, each with its stamp. In a `preview` what is slow is made once.
    """

    def __init__(
        self,
        catalogue: RecordGraph,
        folder: Path,
        ledger: Manifest,
        last: Manifest,
        there: Mapping[str, FileStat] = MappingProxyType({}),
        preview: bool = False,
    ) -> None:
        self.preview = preview
        self.folder = folder
        self.ledger = ledger
        self._catalogue = catalogue
        self._there = there
        self._last = last if last.common == ledger.common else Manifest()
        self._changed = self._last.changed(ledger.states)

    def make(self, tasks: Iterable[Task], processes: int = 1) -> None:
        """Do all tasks, or take over what they made; in several processes where that pays."""
        with self.beginning(tasks, processes) as finish:
            finish()

    @contextmanager
    def beginning(self, tasks: Iterable[Task], processes: int = 1) -> Iterator[Callable[[], None]]:
        """The same, begun by other processes; what is yielded does the rest, and waits for them."""
        waiting = [task for task in tasks if not self.takes_over(task)]
        pays = sum(task.size for task in waiting) >= PAGES_WORTH_WORKERS
        with self._shared(waiting, processes if pays else 1) as finished:
            yield lambda: self.ledger.made.update(finished())

    def takes_over(self, task: Task) -> bool:
        """Whether what the last build made for a task does for this one, too."""
        made = self.last(task.name) if self._would_be_same(task) else None
        if not made:
            return False
        if made.given_of != task.given_of:
            made = made._replace(given_of=task.given_of)
        self.ledger.made[task.name] = made
        return True

    def last(self, name: str) -> ManifestEntry | None:
        """What the task called `name` made in the last build, as long as that can be used.

        That is when nothing has changed that everything depends on, and its files are there as they
        were left.
        """
        made = self._last.made.get(name)
        if made and made.files.items() <= self._there.items():
            return made
        return None

    def says_the_same(self, reads: Iterable[str]) -> bool:
        """Whether all this that was read of the catalogue says what it said in the last build."""
        return self._changed.isdisjoint(reads)

    def _would_be_same(self, task: Task) -> bool:
        """Whether a task would make what it made last; in a preview `slow` ones do for its time."""
        made = self._last.made.get(task.name)
        if task.always or not made:
            return False
        if self.preview and task.slow:
            return True
        given = made.given_of == task.given_of != "" or made.given == task.digest
        return given and self.says_the_same(made.reads)

    def _done(self, tasks: Iterable[Task]) -> dict[str, ManifestEntry]:
        return {task.name: self._do(task) for task in tasks}

    def _do(self, task: Task) -> ManifestEntry:
        files: dict[str, FileStat] = {}
        read = {record_key(record) for record in task.records}

        def note(address: str, content: str | bytes) -> None:
            files[address] = self._put(address, content)

        try:
            with self._catalogue.noting(read):
                told = task.write(note)
        except Exception as error:
            error.add_note(f"This happened while “{task.name}” was made.")
            raise
        return ManifestEntry(task.digest, task.given_of, tuple(map(sys.intern, read)), files, told)

    def _put(self, address: str, content: str | bytes) -> FileStat:
        """Put a file, unless it is the same again: then what is made of it is, too."""
        if self._last.made and has_content(self.folder / address, content):
            return file_stat(self.folder / address)
        return put_file(self.folder, address, content)

    @contextmanager
    def _shared(
        self, tasks: Sequence[Task], processes: int
    ) -> Iterator[Callable[[], dict[str, ManifestEntry]]]:
        """All tasks done, by helpers and who calls what is yielded: large ones first, so that all end
        together.
        """
        if processes == 1:
            yield partial(self._done, tasks)
            return
        gc.freeze()  # looking for rubbish would copy the memory that processes share
        turn = multiprocessing.get_context("fork").Value("i")
        ordered = sorted(tasks, key=lambda task: -task.size)
        work = partial(self._done, _taken(ordered, turn))
        helpers = [Worker(work) for _ in range(1, processes)]

        def finished() -> dict[str, ManifestEntry]:
            made = work()
            for helper in helpers:
                made |= helper.answer()
            return made

        try:
            yield finished
        finally:
            for helper in helpers:
                helper.end()


def _taken(tasks: Sequence[Task], turn: "Synchronized[int]") -> Iterator[Task]:
    """Tasks that no other process has taken, one after the other; `turn` is that of the next one."""
    while True:
        with turn.get_lock():
            number = turn.value
            turn.value += 1
        if number >= len(tasks):
            return
        yield tasks[number]
