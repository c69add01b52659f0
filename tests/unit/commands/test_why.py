"""`mozi why`: why a file was written or kept, and what it depends on."""

from pathlib import Path

import pytest
from mozi.commands import main
from mozi.commands.why import file_address
from mozi.engine.manifest import read_manifest, write_manifest
from mozi.engine.site_files import put_file
from mozi.engine.staging import manifest_file
from mozi.engine.tasks import Task

from tests.support.helpers import Folder, task_runner

WORKSHOP = "projects/workshop"
PAGE = "projects/workshop/index.html"


def build(folder: Folder) -> None:
    """A build of one page after the last one, if there was one; it leaves a manifest."""
    site, target = folder.site(), folder.root / "site"
    runner = task_runner(site, target, read_manifest(manifest_file(target)))
    record = site.graph.records["projects"]["workshop"]
    task = Task(
        name="pages/projects/workshop/",
        run=lambda write: write(PAGE, str(site.graph.naming(record))),
        dependencies=[WORKSHOP],
    )
    runner.run([task])
    write_manifest(runner.manifest, manifest_file(target))


def why(folder: Folder, address: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    status = main(["why", address, "--root", str(folder.root)])
    captured = capsys.readouterr()
    return status, captured.out + captured.err


def test_a_first_build_writes_everything(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    build(folder)
    status, said = why(folder, "projects/workshop/", capsys)
    assert status == 0
    assert "written, because there was no build before" in said
    assert "data/projects/workshop.yml, with its translations" in said
    assert "records that name or cite data/projects/workshop.yml" in said


def test_a_file_is_kept_while_nothing_has_changed(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    build(folder)
    build(folder)
    assert "kept: nothing that it depends on has changed" in why(folder, PAGE, capsys)[1]


def test_the_record_that_has_changed_is_named(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    build(folder)
    folder.replace("projects/workshop.yml", "en: Example Workshop", "en: Another Workshop")
    build(folder)
    said = why(folder, PAGE, capsys)[1]
    changed, _, depends = said.partition("depends on")
    assert "these dependencies had changed\n      data/projects/workshop.yml" in changed
    assert "all files do" in depends


def test_a_file_that_somebody_changed_is_named(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    build(folder)
    (folder.root / "site" / PAGE).write_text("by hand")
    build(folder)
    assert f"somebody had changed them\n      {PAGE}" in why(folder, PAGE, capsys)[1]


def test_files_without_a_task_and_files_that_are_not_there(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    assert why(folder, PAGE, capsys) == (
        1, f"there is no manifest of {folder.root}/site that this code wrote: run `make build`\n"
    )  # fmt: skip
    build(folder)
    put_file(folder.root / "site", "robots.txt", "")
    assert "in every build" in why(folder, "robots.txt", capsys)[1]
    status, said = why(folder, "projects/workshp/", capsys)
    assert status == 1
    assert f"did you mean {PAGE}?" in said


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("", "index.html"),
        ("/", "index.html"),
        ("projects/ghana", "projects/ghana/index.html"),
        ("/zh/projects/ghana/", "zh/projects/ghana/index.html"),
        ("site/projects/ghana/index.html", "projects/ghana/index.html"),
        ("api/v1/index.json", "api/v1/index.json"),
    ],
)
def test_an_address_may_be_typed_in_several_ways(typed: str, address: str) -> None:
    assert file_address(typed, Path("site")) == address
