"""Tables: written again when anything in them has changed, and known by their sizes."""

from pathlib import Path

from mozi.outputs import tables

from tests.support.helpers import Folder, data_of, task_runner


def written(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*.*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_a_change_is_in_every_table_that_shows_it(folder: Folder, tmp_path: Path) -> None:
    before = folder.site()
    first = task_runner(before, tmp_path / "site")
    first.run(tables.tasks(before))
    folder.replace("partners/example-college.yml", "{en: Example College", "{en: New College")
    site = folder.site()
    second = task_runner(site, tmp_path / "site", first.manifest)
    second.run(tables.tasks(site))
    files = written(tmp_path / "site")
    assert b"New College" in files["api/v1/tables/projects.en.csv"]
    expected = {name: content for name, content in data_of(site).items() if "/tables/" in name}
    assert files == expected


def test_the_size_of_every_file_is_known_even_when_none_is_written(
    folder: Folder, tmp_path: Path
) -> None:
    site, manifest = folder.site(), None
    for _ in range(2):
        runner = task_runner(site, tmp_path / "site", manifest)
        sizes = tables.sizes(site, runner.run(tables.tasks(site)))
        assert sizes == {name: len(file) for name, file in written(tmp_path / "site").items()}
        manifest = runner.manifest
