"""The version of the generator changes with its code, and with nothing else."""

from pathlib import Path

import pytest
from mozi.engine.code_version import code_version, folder_version


@pytest.fixture
def code(tmp_path: Path) -> Path:
    for name in ("mozi/rules.py", "mozi/rulebook.yml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("text")
    return tmp_path


@pytest.mark.parametrize("file", ["mozi/rules.py", "mozi/rulebook.yml", "mozi/new.py"])
def test_every_file_of_the_code_counts(code: Path, file: str) -> None:
    before = code_version(code), folder_version(code)
    with (code / file).open("a") as text:
        text.write("\n")
    assert code_version(code) != before[0]
    assert folder_version(code) != before[1]


@pytest.mark.parametrize("file", ["assets/site.css", "mozi/__pycache__/rules.pyc"])
def test_styles_and_compiled_files_do_not_count(code: Path, file: str) -> None:
    before = code_version(code)
    (code / file).parent.mkdir()
    (code / file).write_text("text")
    assert code_version(code) == before


def test_a_renamed_file_counts(code: Path) -> None:
    before = folder_version(code)
    (code / "mozi/rules.py").rename(code / "mozi/laws.py")
    assert folder_version(code) != before
