"""`mozi forms`: issue forms and code owners, written from the data."""

import pytest
from mozi.commands import main

from tests.support.helpers import Folder


def test_it_writes_the_same_each_time_and_follows_the_data(folder: Folder) -> None:
    assert main(["forms", "--root", str(folder.root)]) == 0
    github = folder.root / ".github"
    first = {path: path.read_bytes() for path in github.rglob("*") if path.is_file()}
    assert sorted(path.name for path in first) == [
        "CODEOWNERS", "correction.yml", "project.yml", "source.yml",
    ]  # fmt: skip
    assert main(["forms", "--root", str(folder.root)]) == 0
    assert all(path.read_bytes() == content for path, content in first.items())

    folder.replace("partners/example-host.yml", "en: ", "en: Sample ")
    folder.replace("locales.yml", "state: draft", 'state: draft, owners: ["@college/ru"]')
    assert main(["forms", "--root", str(folder.root)]) == 0
    assert "Sample" in (github / "ISSUE_TEMPLATE" / "project.yml").read_text(encoding="utf-8")
    assert "/docs/*.ru.md @college/ru\n" in (github / "CODEOWNERS").read_text(encoding="utf-8")


def test_nothing_is_written_from_data_that_cannot_be_read(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    """A partner that cannot be read would be missing from the list."""
    folder.write("partners/broken.yml", "name: {")
    assert main(["forms", "--root", str(folder.root)]) == 1
    assert "data/partners/broken.yml:1:8: MZ103" in capsys.readouterr().err
    assert not (folder.root / ".github").exists()
