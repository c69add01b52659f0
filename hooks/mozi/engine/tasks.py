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
from typing import Any, TypeVar

from mozi.engine.hashing import digest_of
from mozi.engine.manifest import Cause, FileStat, Manifest, ManifestEntry
from mozi.engine.read_log import ReadLog
from mozi.engine.site_files import file_stat, has_content, put_file
from mozi.engine.workers import Worker

WriteFile = Callable[[str, str | bytes], object]
"""Callback by which a task writes a file: address, relative to the site's root, and content."""

PAGES_WORTH_WORKERS = 25
"""Number of pages from which starting workers pays."""

Results = dict[str, Any]
"""Results of tasks by name."""

Reason = tuple[str, ...]
"""Why a task runs: a `Cause`, then the files or dependencies that it is about."""

T = TypeVar("T")


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
        self._is_first = not last or not last.entries
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
        names = []
        stale: list[tuple[Task, Reason]] = []
        for task in tasks:
            names.append(task.name)
            if reason := self._reason(task):
                stale.append((task, reason))
            else:
                entry = self._last.entries[task.name]._replace(is_kept=True)
                self.manifest.entries[task.name] = entry
        pays = sum(task.size for task, _ in stale) >= PAGES_WORTH_WORKERS

        with self._shared(stale, workers if pays else 1) as run_all:

            def finish() -> Results:
                self.manifest.entries |= run_all()
                return {name: self.manifest.entries[name].result for name in names}

            yield finish

    def last_entry(self, name: str) -> ManifestEntry | None:
        """A task's entry of the last build, where all its files are as they were written."""
        entry = self._last.entries.get(name)
        return entry if entry and entry.files.items() <= self._existing.items() else None

    def _reason(self, task: Task) -> Reason:
        """Why a task has to run: a cause and what it is about; empty where it is up to date."""
        if task.always:
            return (Cause.ALWAYS,)
        if not self._last.entries:
            return (Cause.FIRST_BUILD if self._is_first else Cause.COMMON,)
        entry = self._last.entries.get(task.name)
        if entry is None:
            return (Cause.NEW_TASK,)
        if not entry.files.items() <= self._existing.items():
            files = (a for a, stat in entry.files.items() if self._existing.get(a) != stat)
            return Cause.FILES, *files
        if self._preview and task.slow:
            return ()
        if entry.inputs != task.inputs_key:
            return (Cause.INPUTS,)
        changed = self._changed.intersection(entry.dependencies)
        return (Cause.DEPENDENCIES, *sorted(changed)) if changed else ()

    def _run_all(self, tasks: Iterable[tuple[Task, Reason]]) -> dict[str, ManifestEntry]:
        return {task.name: self._run(task, reason) for task, reason in tasks}

    def _run(self, task: Task, reason: Reason) -> ManifestEntry:
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
        keys = tuple(map(sys.intern, dependencies))
        return ManifestEntry(task.inputs_key, keys, files, result, tuple(map(str, reason)))

    def _write(self, address: str, content: str | bytes) -> FileStat:
        """Write a file unless it has that content: then what depends on it is up to date, too."""
        file = self.folder / address
        if self._last.entries and has_content(file, content):
            return file_stat(file)
        return put_file(self.folder, address, content)

    @contextmanager
    def _shared(
        self, tasks: Sequence[tuple[Task, Reason]], workers: int
    ) -> Iterator[Callable[[], dict[str, ManifestEntry]]]:
        """Share tasks between this process and workers, largest first, so that all end together."""
        if workers == 1:
            yield partial(self._run_all, tasks)
            return
        turn = multiprocessing.get_context("fork").Value("i")
        ordered = sorted(tasks, key=lambda each: -each[0].size)
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


def _taken(tasks: Sequence[T], turn: "Synchronized[int]") -> Iterator[T]:
    """Tasks that no other process has taken; `turn` is the number of the next one."""
    while True:
        with turn.get_lock():
            number = turn.value
            turn.value += 1
        if number >= len(tasks):
            return
        yield tasks[number]
