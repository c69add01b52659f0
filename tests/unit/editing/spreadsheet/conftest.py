"""A project without records but what the example of the template refers to."""

import shutil
from pathlib import Path

import pytest

from tests.support.helpers import Folder


@pytest.fixture
def bare(tmp_path: Path) -> Folder:
    """The small project, of which only the country of the example's partner is left."""
    folder = Folder(tmp_path / "project")
    for kind in ("projects", "programmes", "partners", "curricula", "initiatives", "topics"):
        shutil.rmtree(folder.root / "data" / kind)
    return folder
