"""Tasks write the files of a site; those that are up to date are skipped.

A task runs when its inputs have changed, or something that it read in the last build, or what every
task depends on, or when one of its files is not as it was written. All other files stay.
"""

import multiprocessing
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property, partial
from multiprocessing.sharedctypes import Synchronized
from pathlib import Path
from typing import Any

from mozi.engine.hashing import digest_of
from mozi.engine.manifest import FileStat, Manifest, ManifestEntry
from mozi.engine.read_log import ReadLog
from mozi.engine.site_files import file_stat, has_content, put_file
from mozi.engine.workers import Worker

WriteFile = Callable[[str, str | bytes], object]
"""Callback by which a task writes a file: address, relative to the site's root, and content."""

PAGES_WORTH_WORKERS = 25
"""Number of pages from which starting workers pays."""

Results = dict[str, Any]
"""Results of tasks by name."""


@dataclass(frozen=True, kw_only=True)
class Task:
    """A unit of work that writes files.

    `name` is the same in every build. `run` writes one or several files; what it returns (any JSON)
    is known to later builds, too. `inputs` are what it depends on beside what it reads: texts,
    numbers and tuples of them, or a function that returns such. `dependencies` are keys that it
    reads without asking.
    `always` is for what takes less time than finding out whether it is up to date, `slow` for what
    a preview runs only once: nobody waits for it after every change. `size` is the time it takes,
    in pages.
    """

    name: str
    run: Callable[[WriteFile], Any]
    inputs: object = ()
    dependencies: Sequence[str] = ()
    always: bool = False
    slow: bool = False
    size: int = 1

    @cached_property
    def inputs_key(self) -> str:
        """Cache key of the task's inputs."""
        inputs = self.inputs() if callable(self.inputs) else self.inputs
        return digest_of(inputs) if inputs else ""


class TaskRunner:
    """Runs the tasks of one build, which write into `folder`.

    `manifest` is that of this build, `last` that of the last one, of whose files those in `existing`
    are in the folder already. `read_log` is told what tasks read. In a `preview` slow tasks run once.
    """

    def __init__(
        self,
        read_log: ReadLog,
        folder: Path,
        manifest: Manifest,
        *,
        last: Manifest | None = None,
        existing: Mapping[str, FileStat] | None = None,
        preview: bool = False,
    ) -> None:
        self.folder = folder
        self.manifest = manifest
        self._read_log = read_log
        self._preview = preview
        self._existing = existing or {}
        self._last = last if last and last.common == manifest.common else Manifest()
        self._changed = self._last.changed_keys(manifest.states)

    def run(self, tasks: Iterable[Task], workers: int = 1) -> Results:
        """Run the tasks that are not up to date, in several processes where that pays.

        Out: the results of all of them, in the order of the tasks. Raises what a task raises.
        """
        with self.start(tasks, workers) as finish:
            return finish()

    @contextmanager
    def start(self, tasks: Iterable[Task], workers: int = 1) -> Iterator[Callable[[], Results]]:
        """Have other processes begin with tasks; the function that is yielded finishes them."""
        names, stale = [], []
        for task in tasks:
            names.append(task.name)
            if not self._keep(task):
                stale.append(task)
        pays = sum(task.size for task in stale) >= PAGES_WORTH_WORKERS

        with self._shared(stale, workers if pays else 1) as run_all:

            def finish() -> Results:
                self.manifest.entries |= run_all()
                return {name: self.manifest.entries[name].result for name in names}

            yield finish

    def last_entry(self, name: str) -> ManifestEntry | None:
        """A task's entry of the last build, where all its files are as they were written."""
        entry = self._last.entries.get(name)
        return entry if entry and entry.files.items() <= self._existing.items() else None

    def _keep(self, task: Task) -> bool:
        """Keep the files of a task that is up to date; whether it is."""
        entry = self.last_entry(task.name)
        if entry is None or not self._is_up_to_date(task, entry):
            return False
        self.manifest.entries[task.name] = entry
        return True

    def _is_up_to_date(self, task: Task, entry: ManifestEntry) -> bool:
        if task.always:
            return False
        if self._preview and task.slow:
            return True
        return entry.inputs == task.inputs_key and self._changed.isdisjoint(entry.dependencies)

    def _run_all(self, tasks: Iterable[Task]) -> dict[str, ManifestEntry]:
        return {task.name: self._run(task) for task in tasks}

    def _run(self, task: Task) -> ManifestEntry:
        files: dict[str, FileStat] = {}
        dependencies = set(task.dependencies)

        def write(address: str, content: str | bytes) -> None:
            files[address] = self._write(address, content)

        try:
            with self._read_log.recording(dependencies):
                result = task.run(write)
        except Exception as error:
            error.add_note(f"This happened in the task “{task.name}”.")
            raise
        return ManifestEntry(task.inputs_key, tuple(map(sys.intern, dependencies)), files, result)

    def _write(self, address: str, content: str | bytes) -> FileStat:
        """Write a file unless it has that content: then what depends on it is up to date, too."""
        file = self.folder / address
        if self._last.entries and has_content(file, content):
            return file_stat(file)
        return put_file(self.folder, address, content)

    @contextmanager
    def _shared(
        self, tasks: Sequence[Task], workers: int
    ) -> Iterator[Callable[[], dict[str, ManifestEntry]]]:
        """Share tasks between this process and workers, largest first, so that all end together."""
        if workers == 1:
            yield partial(self._run_all, tasks)
            return
        turn = multiprocessing.get_context("fork").Value("i")
        ordered = sorted(tasks, key=lambda task: -task.size)
        work = partial(self._run_all, _taken(ordered, turn))
        others = [Worker(work) for _ in range(1, workers)]

        def run_all() -> dict[str, ManifestEntry]:
            entries = work()
            for worker in others:
                entries |= worker.answer()
            return entries

        try:
            yield run_all
        finally:
            for worker in others:
                worker.end()


def _taken(tasks: Sequence[Task], turn: "Synchronized[int]") -> Iterator[Task]:
    """Tasks that no other process has taken; `turn` is the number of the next one."""
    while True:
        with turn.get_lock():
            number = turn.value
            turn.value += 1
        if number >= len(tasks):
            return
        yield tasks[number]
