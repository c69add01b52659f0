"""Published vocabularies that outputs are checked against, unchanged, from beside this project.

They are not part of it. Where they are absent, tests that need them are skipped; with
MOZI_VOCABULARIES=required they fail.
"""

import os
from pathlib import Path

import pytest

from tests.support.helpers import ROOT

FOLDER = ROOT.parent / "shared" / "vocabularies"


def vocabulary(name: str) -> Path:
    """The file `name` of the folder; the test is skipped where there is none."""
    path = FOLDER / name
    if not path.is_file():
        if os.environ.get("MOZI_VOCABULARIES") == "required":
            pytest.fail(f"{path} is missing, and MOZI_VOCABULARIES=required")
        pytest.skip(f"no published vocabularies in {FOLDER}")
    return path
