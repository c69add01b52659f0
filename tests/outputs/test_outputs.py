"""The order of outputs: the search index is made by another process, beside all others."""

from pathlib import Path
from types import SimpleNamespace
from unittest.mock import Mock

import pytest
from mozi import outputs
from mozi.pages import Site


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> Mock:
    """What is called, in order; nothing is written."""
    calls = Mock()
    monkeypatch.setattr("mozi.outputs._OUTPUTS", [SimpleNamespace(write=calls.write)])
    monkeypatch.setattr("mozi.outputs.search.start", calls.start)
    calls.start.return_value = calls.index
    return calls


def names(calls: Mock) -> list[str]:
    return [call[0] for call in calls.method_calls]


def test_the_index_is_begun_first_and_finished_last(
    small: Site, tmp_path: Path, calls: Mock
) -> None:
    outputs.write(small, tmp_path)
    assert names(calls) == ["start", "write", "index.finish", "index.end"]


def test_pagefind_does_not_outlive_a_build_that_fails(
    small: Site, tmp_path: Path, calls: Mock
) -> None:
    calls.write.side_effect = OSError("full")
    with pytest.raises(OSError, match="full"):
        outputs.write(small, tmp_path)
    assert names(calls) == ["start", "write", "index.end"]
