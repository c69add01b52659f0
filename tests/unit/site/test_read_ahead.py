"""Two processes read what one would have read."""

import os
from pathlib import Path

import pytest
from mozi import rules
from mozi.engine.cache import Cache
from mozi.records.models import RECORD_TYPES
from mozi.site import read_ahead
from mozi.store.record_store import Store, load_store, record_files

from tests.support.helpers import ROOT, TODAY, Folder


@pytest.fixture
def worthwhile(monkeypatch: pytest.MonkeyPatch) -> None:
    """Few files are enough, and there is another processor."""
    monkeypatch.setattr(read_ahead, "WORTH_A_PROCESS", 1)
    monkeypatch.setattr(read_ahead, "worker_count", lambda: 2)


def read(root: Path, cache: Cache, two: bool) -> tuple[Store, list[str]]:
    """What is read, and what is wrong with it; by two processes or one."""
    if not two:
        found = load_store(root, cache)
        return found, [str(problem) for problem in rules.check(found, TODAY)]
    with read_ahead.reading(root, cache):
        return read(root, cache, two=False)


@pytest.mark.usefixtures("worthwhile")
def test_the_same_is_read_and_found_wrong(folder: Folder, tmp_path: Path) -> None:
    folder.replace("sources/mirror.yml", "en: ", "en: '<b>' #")
    folder.write("sources/broken.yml", "type: [")
    folder.write("translations/ru.po", 'msgid "a\nmsgstr "b"\n')
    alone, problems = read(folder.root, Cache(tmp_path / "one"), two=False)
    together, also = read(folder.root, Cache(tmp_path / "two"), two=True)
    assert also == problems != []
    assert together.records == alone.records
    assert together.digests == alone.digests


@pytest.mark.usefixtures("worthwhile")
def test_what_another_process_found_out_is_kept(folder: Folder, tmp_path: Path) -> None:
    caches = []
    for two in (False, True):
        cache = Cache(tmp_path / str(two))
        assert read(folder.root, cache, two)[0].digests
        cache.save()
        caches.append(Cache(tmp_path / str(two))._before.keys())
    assert caches[0] == caches[1] != set()


@pytest.mark.usefixtures("worthwhile")
def test_a_process_that_is_killed_costs_time_only(
    folder: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(read_ahead, "_read", lambda *_: os._exit(9))
    alone = read(folder.root, Cache(), two=False)[1]
    assert read(folder.root, Cache(tmp_path), two=True)[1] == alone


@pytest.mark.usefixtures("worthwhile")
def test_what_is_known_is_not_read_elsewhere(
    folder: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = Cache(tmp_path)
    read(folder.root, cache, two=True)
    cache.save()
    monkeypatch.setattr(read_ahead, "Worker", None)
    read(folder.root, Cache(tmp_path), two=True)
    read(folder.root, Cache(), two=True)  # nor where nothing can be kept


def test_a_share_of_the_bytes_is_read_elsewhere() -> None:
    files = [(kind, path) for kind in RECORD_TYPES for path in record_files(ROOT, kind.kind)]
    size = {path: path.stat().st_size for _, path in files}
    total = sum(size.values())
    assert read_ahead._share(files, 2 * total) == []
    share = read_ahead._share(files, 0)
    assert files[-len(share) :] == share
    part = sum(size[path] for _, path in share) / total
    assert read_ahead.SHARE <= part < read_ahead.SHARE + 0.1
