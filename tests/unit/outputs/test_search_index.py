"""Search indexes: made again only for languages whose records say something else."""

import json
from collections.abc import Mapping
from pathlib import Path

from mozi.engine.manifest import Manifest
from mozi.engine.tasks import Task
from mozi.graph.record_graph import RecordGraph
from mozi.outputs import search
from mozi.settings import Settings
from mozi.site.site import Site
from mozi.views.index import KINDS

from tests.support.helpers import Folder, task_runner


def build(site: Site, folder: Path, last: Manifest | None = None) -> Manifest:
    """Have all indexes made; out: the manifest."""
    runner = task_runner(site, folder, last)
    entries = runner.run(search.entry_tasks(site))
    indexes = runner.run(search.index_tasks(site, entries))
    runner.run([search.list_task(site, indexes)])
    return runner.manifest


def files(folder: Path) -> Mapping[str, int]:
    return {
        path.relative_to(folder).as_posix(): path.stat().st_mtime_ns
        for path in folder.rglob("*")
        if path.is_file()
    }


def page_counts(folder: Path) -> dict[str, int]:
    listed = json.loads((folder / "pagefind" / search.LIST).read_text())
    return {code: index["page_count"] for code, index in listed["languages"].items()}


def test_only_the_index_of_a_language_that_has_changed_is_made_again(
    folder: Folder, tmp_path: Path
) -> None:
    target, before = tmp_path / "site", folder.site()
    first = build(before, target)
    made = files(target)
    records = len([each for kind in KINDS for each in before.graph.all_of(kind.type)])
    assert page_counts(target) == dict.fromkeys(before.languages, records)

    folder.replace("translations/ru.po", "Пример мастерской", "Мастерская-пример")
    build(folder.site(), target, first)
    new = {name for name, mtime in files(target).items() if made.get(name) != mtime}
    assert f"pagefind/{search.LIST}" in new
    assert {name.partition("_")[0] for name in new - {f"pagefind/{search.LIST}"}} <= {
        *("pagefind/fragment/ru", "pagefind/index/ru", "pagefind/pagefind.ru", "pagefind/filter/ru")
    }


def test_without_records_there_is_an_index_in_which_nothing_is(small: Site, tmp_path: Path) -> None:
    empty = Site(
        graph=RecordGraph({kind: {} for kind in small.graph.records}),
        languages=small.languages,
        settings=Settings(),
    )
    tasks: list[Task] = [*search.index_tasks(empty, {})]
    runner = task_runner(empty, tmp_path)
    runner.run([search.list_task(empty, runner.run(tasks))])
    assert {"pagefind/pagefind.js", f"pagefind/{search.LIST}"} <= files(tmp_path).keys()
