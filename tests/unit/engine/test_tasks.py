"""Which tasks are done, and whose files are taken over from the last site."""

import multiprocessing
import os
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from mozi.engine import tasks as engine_tasks
from mozi.engine.manifest import Manifest
from mozi.engine.site_files import unchanged_files
from mozi.engine.tasks import Results, Task, TaskRunner, WriteFile
from mozi.engine.workers import WorkerEnded
from mozi.graph.record_graph import RecordGraph
from mozi.graph.states import dependency_states
from mozi.records.models import Project
from mozi.site.site import Site


class Bench:
    """Builds that follow each other; `done` are the tasks that each of them did."""

    def __init__(self, site: Site, folder: Path) -> None:
        self.graph: RecordGraph = site.graph
        self.states = dependency_states(site.graph, site.hashes, site.history)
        self.folder = folder
        self.last = Manifest()
        self.done: list[str] = []
        self.common = "common"
        self.results: Results = {}

    def task(self, name: str, text: str = "text", **details: Any) -> Task:
        def run(write: WriteFile) -> str:
            self.done.append(name)
            write(f"{name}.txt", text)
            return f"result of {name}"

        return Task(name=name, run=run, **details)

    def reading(self, name: str, read: Callable[[RecordGraph], object]) -> Task:
        def run(write: WriteFile) -> None:
            self.done.append(name)
            write(f"{name}.txt", str(read(self.graph)))

        return Task(name=name, run=run)

    def build(self, *tasks: Task, workers: int = 1) -> list[str]:
        self.done.clear()
        runner = self.runner()
        self.results = runner.run(tasks, workers)
        self.last = runner.manifest
        return list(self.done)

    def runner(self) -> TaskRunner:
        manifest = Manifest(self.common, dict(self.states))
        existing = unchanged_files(self.folder, self.last.files)
        log = self.graph.read_log
        return TaskRunner(log, self.folder, manifest, last=self.last, existing=existing)

    def text(self, name: str) -> str:
        return (self.folder / f"{name}.txt").read_text()


@pytest.fixture
def bench(small: Site, tmp_path: Path) -> Bench:
    return Bench(small, tmp_path / "site")


def test_what_was_made_is_not_made_again(bench: Bench) -> None:
    tasks = [bench.task("a"), bench.task("b", "other")]
    assert bench.build(*tasks) == ["a", "b"]
    before = (bench.folder / "a.txt").stat().st_mtime_ns
    assert bench.build(*tasks) == []
    assert (bench.text("a"), bench.text("b")) == ("text", "other")
    assert (bench.folder / "a.txt").stat().st_mtime_ns == before
    assert bench.results == {"a": "result of a", "b": "result of b"}


def test_what_is_given_something_else_is(bench: Bench) -> None:
    bench.build(bench.task("a", inputs=("1", 2)), bench.task("b"))
    assert bench.build(bench.task("a", inputs=("1", 3)), bench.task("b")) == ["a"]


def test_what_nobody_asks_for_any_more_is_forgotten(bench: Bench) -> None:
    bench.build(bench.task("a"), bench.task("b"))
    bench.build(bench.task("a"))
    assert bench.last.files.keys() == {"a.txt"}
    assert bench.build(bench.task("a"), bench.task("b")) == ["b"]


def test_some_things_are_always_made(bench: Bench) -> None:
    bench.build(bench.task("a", always=True))
    assert bench.build(bench.task("a", always=True)) == ["a"]


def test_everything_is_made_after_a_change_of_what_all_depends_on(bench: Bench) -> None:
    bench.build(bench.task("a"), bench.task("b"))
    bench.common = "another"
    assert bench.build(bench.task("a"), bench.task("b")) == ["a", "b"]


def reading_tasks(bench: Bench) -> Iterable[Task]:
    project = bench.graph.records["projects"]["workshop"]
    yield bench.reading("record", lambda graph: graph.find("projects", "workshop"))
    yield bench.reading("kind", lambda graph: graph.all_of(Project))
    yield bench.reading("links", lambda graph: graph.naming(project))
    yield bench.reading("everything", lambda graph: [*graph])
    yield bench.reading("nothing", lambda graph: "")
    yield bench.task("handed", dependencies=["projects/workshop"])


@pytest.mark.parametrize(
    ("changed", "done"),
    [
        ("projects/workshop", ["record", "handed"]),
        ("projects/", ["kind", "everything"]),
        ("projects/workshop<", ["links"]),
        ("sources/mirror", []),
        ("sources/", ["everything"]),
    ],
)
def test_what_read_something_that_has_changed_is_made(
    bench: Bench, changed: str, done: list[str]
) -> None:
    bench.build(*reading_tasks(bench))
    assert changed in bench.states
    bench.states[changed] = "changed"
    assert bench.build(*reading_tasks(bench)) == done


def test_the_manifest_says_why_a_task_ran_and_that_others_were_kept(bench: Bench) -> None:
    def causes() -> dict[str, tuple[str, ...]]:
        entries = bench.last.entries.items()
        return {name: () if entry.is_kept else entry.cause for name, entry in entries}

    def tasks(inputs: int) -> list[Task]:
        record = bench.reading("record", lambda graph: graph.find("projects", "workshop"))
        return [bench.task("a", inputs=inputs), record, bench.task("always", always=True)]

    bench.build(*tasks(1))
    assert causes()["a"] == causes()["record"] == ("first build",)
    bench.build(*tasks(1), bench.task("new"))
    assert causes() == {"a": (), "record": (), "always": ("always",), "new": ("new task",)}
    bench.states["projects/workshop"] = "changed"
    (bench.folder / "always.txt").unlink()
    bench.build(*tasks(2))
    assert causes()["a"] == ("inputs",)
    assert causes()["record"] == ("dependencies", "projects/workshop")
    (bench.folder / "a.txt").unlink()
    bench.build(*tasks(2))
    assert causes()["a"] == ("files", "a.txt")
    bench.common = "another"
    bench.build(*tasks(2))
    assert causes()["a"] == ("common",)


def test_a_file_that_is_the_same_again_is_that_of_the_last_site(bench: Bench) -> None:
    bench.build(bench.task("a", inputs=1), bench.task("b", inputs=1))
    before = {path.name: path.stat().st_mtime_ns for path in bench.folder.iterdir()}
    tasks = bench.task("a", inputs=2), bench.task("b", "another text", inputs=2)
    assert bench.build(*tasks) == ["a", "b"]
    after = {path.name: path.stat().st_mtime_ns for path in bench.folder.iterdir()}
    assert {name for name in before if after[name] != before[name]} == {"b.txt"}
    assert bench.text("b") == "another text"
    assert bench.build(*tasks) == []


@pytest.mark.parametrize("damage", ["changed", "gone"])
def test_a_file_that_is_not_as_it_was_left_is_made_again(bench: Bench, damage: str) -> None:
    bench.build(bench.task("a"), bench.task("b"))
    file = bench.folder / "a.txt"
    file.unlink()
    if damage == "changed":
        file.write_text("by hand")
    assert bench.build(bench.task("a"), bench.task("b")) == ["a"]
    assert bench.text("a") == "text"


def test_what_was_made_last_is_at_hand_as_long_as_it_is_as_it_was_left(bench: Bench) -> None:
    bench.build(bench.task("a"), bench.task("b"))
    (bench.folder / "b.txt").write_text("by hand")
    runner = bench.runner()
    assert runner.last_entry("a") == bench.last.entries["a"]
    assert (runner.last_entry("b"), runner.last_entry("c")) == (None, None)


def test_what_was_made_last_does_not_count_once_what_all_depends_on_has_changed(
    bench: Bench,
) -> None:
    bench.build(bench.task("a"))
    bench.common = "another"
    assert bench.runner().last_entry("a") is None


def test_a_file_that_the_last_site_shares_is_never_written_into(
    bench: Bench, tmp_path: Path
) -> None:
    bench.build(bench.task("a"))
    os.link(bench.folder / "a.txt", tmp_path / "seen")
    bench.build(bench.task("a", "new", inputs="other"))
    assert ((tmp_path / "seen").read_text(), bench.text("a")) == ("text", "new")


@pytest.fixture
def helped(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> Bench:
    """Builds in which two tasks are worth another process."""
    monkeypatch.setattr(engine_tasks, "PAGES_WORTH_WORKERS", 2)
    return bench


def by_whom(
    bench: Bench, here: Callable[[], object], elsewhere: Callable[[], object]
) -> list[Task]:
    """Tasks that do one thing in this process and another in a helper, whichever takes them."""
    this = os.getpid()

    def run(write: WriteFile) -> None:
        time.sleep(0.05)  # so that both take some
        (here if os.getpid() == this else elsewhere)()

    return [replace(bench.task(f"t{number}"), run=run) for number in range(9)]


def test_several_processes_make_the_same(helped: Bench) -> None:
    tasks = [helped.task(f"t{number}", str(number)) for number in range(9)]
    here = helped.build(*tasks, workers=3)
    assert set(here) <= {task.name for task in tasks}  # the others elsewhere
    assert helped.last.entries.keys() == {task.name for task in tasks}
    assert [helped.text(f"t{number}") for number in range(9)] == [str(n) for n in range(9)]
    assert helped.build(*tasks, workers=3) == []


def test_what_was_begun_is_done_elsewhere_meanwhile(helped: Bench) -> None:
    tasks = [helped.task(f"t{number}", str(number)) for number in range(9)]
    runner = helped.runner()
    with runner.start(tasks, workers=2) as finish:
        runner.run([helped.task("other")])
        while not all((helped.folder / f"t{number}.txt").exists() for number in range(9)):
            time.sleep(0.01)
        assert helped.done == ["other"]
        assert list(finish()) == [task.name for task in tasks]
    assert runner.manifest.entries.keys() == {"other", *(task.name for task in tasks)}


def test_what_was_begun_ends_with_what_it_was_begun_for(helped: Bench) -> None:
    tasks = by_whom(helped, lambda: None, lambda: time.sleep(600))
    with pytest.raises(KeyboardInterrupt), helped.runner().start(tasks, workers=2):
        raise KeyboardInterrupt
    assert multiprocessing.active_children() == []


def test_what_goes_wrong_in_another_process_is_told(helped: Bench) -> None:
    def fail(write: WriteFile) -> None:
        raise ValueError("a template is wrong")

    tasks = [helped.task("a"), replace(helped.task("b"), run=fail)]
    with pytest.raises(ValueError, match="a template is wrong") as told:
        helped.build(*tasks, workers=2)
    assert told.value.__notes__ == ["This happened in the task “b”."]


def test_when_something_goes_wrong_nothing_goes_on_elsewhere(helped: Bench) -> None:
    def fail() -> None:
        raise ValueError("a template is wrong")

    tasks = by_whom(helped, fail, lambda: time.sleep(600))
    with pytest.raises(ValueError, match="a template is wrong"):
        helped.build(*tasks, workers=2)
    assert multiprocessing.active_children() == []


def test_a_process_that_is_killed_stops_the_build(helped: Bench) -> None:
    tasks = by_whom(helped, lambda: None, lambda: os._exit(9))
    with pytest.raises(WorkerEnded):
        helped.build(*tasks, workers=2)
