"""A cache changes how long a build takes, and nothing else."""

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import Random
from typing import Any
from unittest.mock import Mock

import pytest
from mozi import rules
from mozi.commands import main
from mozi.engine import code_version as fingerprint
from mozi.engine.cache import FILE, FOLDER, Cache
from mozi.engine.code_version import engine_version
from mozi.engine.hashing import DIGEST_LENGTH
from mozi.problems.problem import Problem
from mozi.settings import Settings
from mozi.site.load import load_site
from mozi.store.content_hashes import common_hash, record_hashes
from mozi.store.loading import load_store
from mozi.store.texts import texts_of
from mozi.yaml_text.parse import Unreadable, parse_yaml

from tests.support import mutations
from tests.support.helpers import ROOT, TODAY, Folder

WORKSHOP = "projects/workshop.yml"
NAME = ("thing", "data/a.yml")


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A folder for caches."""
    return tmp_path / "kept"


def saved(folder: Path, *values: str) -> Path:
    """A cache that knows something; its file."""
    cache = Cache(folder)
    for number, value in enumerate(values or ("known",)):
        cache.get((*NAME, number), "content", partial(str, value))
    cache.save()
    return folder / FILE


def made(folder: Path | None, content: str | None = "content") -> bool:
    """Whether the first thing that `saved` keeps has to be made again."""
    make = Mock(return_value="known")
    assert Cache(folder).get((*NAME, 0), content, make) == "known"
    return bool(make.called)


def test_what_is_known_is_not_made_again(kept: Path) -> None:
    assert made(kept)
    saved(kept)
    assert not made(kept)


def test_another_content_is_not_known(kept: Path) -> None:
    saved(kept)
    assert made(kept, "other content")
    assert made(kept, None)
    assert made(None)


def test_only_what_was_asked_for_is_kept(kept: Path) -> None:
    saved(kept, "a", "b", "c" * 1000)
    long = (kept / FILE).stat().st_size
    saved(kept, "a")
    assert (kept / FILE).stat().st_size < long - 1000
    assert [path.name for path in kept.iterdir()] == [FILE]


def test_an_unchanged_cache_is_not_written_again(kept: Path) -> None:
    file = saved(kept)
    os.utime(file, (1, 1))
    saved(kept)
    assert file.stat().st_mtime == 1


def test_a_cache_is_written_again_when_it_saves_time(kept: Path) -> None:
    many = [f"{number:05}" * 20 for number in range(1000)]
    file = saved(kept, *many)
    os.utime(file, (1, 1))
    saved(kept, *many[:-3])
    assert file.stat().st_mtime == 1
    saved(kept, *many[:-30])
    assert file.stat().st_mtime != 1


def test_errors_are_not_kept(kept: Path) -> None:
    def fail() -> None:
        raise Unreadable((1, 1), "MZ103")

    cache = Cache(kept)
    for _ in range(2):
        with pytest.raises(Unreadable):
            cache.get(NAME, "content", fail)


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda content: b"",
    "half": lambda content: content[: len(content) // 2],
    "head only": lambda content: content[: 2 * DIGEST_LENGTH],
    "longer": lambda content: content + b"\0",
    "one bit": lambda content: content[:-9] + bytes([content[-9] ^ 1]) + content[-8:],
    "no cache at all": lambda content: b"\xff" * 5000,
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_cache_is_none_and_is_written_again(kept: Path, damage: str) -> None:
    file = saved(kept)
    whole = file.read_bytes()
    file.write_bytes(DAMAGE[damage](whole))
    assert made(kept)
    saved(kept)
    assert file.read_bytes() == whole


def test_a_cache_of_other_code_or_libraries_is_none(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved(kept)
    monkeypatch.setattr(fingerprint, "_libraries", lambda: "of tomorrow")
    engine_version.cache_clear()
    try:
        assert made(kept)
    finally:
        monkeypatch.undo()
        engine_version.cache_clear()
    assert not made(kept)


def test_a_cache_that_cannot_be_written_is_none(tmp_path: Path) -> None:
    for name, put in (
        ("file", Path.touch),
        ("folder", lambda path: (path / FILE).mkdir(parents=True)),
    ):
        put(tmp_path / name)
        saved(tmp_path / name)
        assert made(tmp_path / name)
    assert [path.name for path in (tmp_path / "folder").iterdir()] == [FILE]


def test_what_a_killed_build_left_behind_goes(kept: Path) -> None:
    kept.mkdir()
    (kept / f".{FILE}.1.new").write_bytes(b"half")
    saved(kept)
    assert [path.name for path in kept.iterdir()] == [FILE]


def test_two_builds_at_once_keep_what_one_of_them_knows(kept: Path) -> None:
    one, other = Cache(kept), Cache(kept)
    for cache in (one, other):
        assert cache.get((*NAME, 0), "content", lambda: "known") == "known"
    one.save()
    other.save()
    assert not made(kept)


# A project --------------------------------------------------------------------------------------


def test_a_file_that_has_not_changed_is_not_parsed_again(
    folder: Folder, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.replace(WORKSHOP, "en: Example Workshop", 'en: "Example  Workshop"')
    look(folder.root, kept)
    parse = Mock(side_effect=parse_yaml)
    for module in ("loading", "source_files"):
        monkeypatch.setattr(f"mozi.store.{module}.parse_yaml", parse)
    look(folder.root, kept)
    assert parse.call_count == 0
    folder.replace(WORKSHOP, "Example  ", "Another  ")
    look(folder.root, kept)
    assert parse.call_count == 2  # once more to say where its problem is


def test_a_project_is_the_same_with_a_cache_after_any_change(folder: Folder, kept: Path) -> None:
    chance = Random(1)
    data = folder.root / "data"
    texts = sorted(data.rglob("*.yml"))
    files = [p for p in texts if p.parent.name != "vocabularies"] * 3 + texts
    folder.write("translations/ru.po", (ROOT / "data/translations/ru.po").read_bytes()[:20_000])
    catalogue = data / "translations" / "ru.po"
    originals = {path: path.read_bytes() for path in [*texts, catalogue]}
    for _ in range(60):
        path = chance.choice([*files, catalogue])
        what = chance.choice(("mend", "mend", "damage", "damage", "remove", "copy"))
        if what == "mend":
            path.write_bytes(originals[path])
        elif what == "damage":
            other = originals[chance.choice(texts)]
            more = mutations.PO if path == catalogue else mutations.YAML
            path.write_bytes(mutations.mutated(originals[path], other, chance, *more)[1])
        elif what == "remove":
            path.unlink(missing_ok=True)
        else:
            path.with_name(f"copy{path.suffix}").write_bytes(originals[path])
        assert look(folder.root, kept) == look(folder.root, None)


def look(root: Path, kept: Path | None) -> tuple[Any, ...]:
    """All that comes of reading and checking a project."""
    cache = Cache(kept)
    read = load_store(root, cache)
    problems: list[Problem] = rules.check(read, TODAY)
    cache.save()
    return (
        problems,
        read.problems,
        read.records,
        [record.id for record in read.each()],
        read.unread,
        texts_of(read),
        read.translations,
        record_hashes(read),
        common_hash(read),
    )


def test_a_site_is_the_same_with_a_cache(folder: Folder, kept: Path) -> None:
    plain = load_site(folder.root, Settings())
    for _ in range(2):
        cached = load_site(folder.root, Settings(cache=kept))
        assert cached.progress == plain.progress
        assert cached.graph.records == plain.graph.records
        assert cached.hashes == plain.hashes
        for code, language in plain.languages.items():
            assert cached.languages[code].translations == language.translations


def test_mozi_check_says_the_same_again(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    folder.replace(WORKSHOP, "en: Example Workshop", 'en: "Example  Workshop"')
    told = []
    for _ in range(2):
        main(["check", "--root", str(folder.root)])
        told.append(capsys.readouterr())
    assert told[0] == told[1]
    assert "MZ705" in told[0].out
    assert (folder.root / FOLDER / FILE).is_file()
