"""Frames of one build that the next one can use."""

from dataclasses import replace
from pathlib import Path

from mozi.site.page_shell_cache import FILE, PageShells, load_shells, save_shells
from mozi.site.site import Prose
from mozi.views.page_shell import PageShell
from mozi.views.shell_content import Entry, Step

FRAME = PageShell(("<html>", "body", "</html>"), None, Step("Next", "../next/"))
PROSE = Prose("zh/about/", "关于", "", (Entry("关于", "#about"),), "<p>墨子</p>", "about")


def frames() -> PageShells:
    pages = {"en": {"projects/*/": FRAME}, "zh": {"projects/*/": FRAME}}
    return PageShells("digest", pages, {"zh": {PROSE: FRAME}}, {"en": "<html>404</html>"}, True)


def test_what_is_kept_is_there_for_the_next_build(tmp_path: Path) -> None:
    save_shells(tmp_path, frames())
    found = load_shells(tmp_path, "digest")
    assert found.known
    assert (found.pages, found.prose) == (frames().pages, frames().prose)
    assert found.not_found == frames().not_found


def test_what_is_made_of_something_else_is_not_used(tmp_path: Path) -> None:
    save_shells(tmp_path, frames())
    assert load_shells(tmp_path, "another") == PageShells("another")
    assert load_shells(tmp_path / "empty", "digest") == PageShells("digest")


def test_damaged_frames_are_none(tmp_path: Path) -> None:
    save_shells(tmp_path, frames())
    file = tmp_path / FILE
    file.write_bytes(file.read_bytes()[:-1])
    assert load_shells(tmp_path, "digest") == PageShells("digest")


def test_what_is_known_is_not_written_again(tmp_path: Path) -> None:
    save_shells(tmp_path, frames())
    (tmp_path / FILE).unlink()
    kept = frames()
    kept.known = True
    save_shells(tmp_path, kept)
    assert [*tmp_path.iterdir()] == []


def test_every_language_must_have_every_frame() -> None:
    found = frames()
    assert found.has({"projects/*/"})
    assert not found.has({"projects/*/", "sources/*/"})
    del found.pages["zh"]["projects/*/"]
    assert not found.has({"projects/*/"})


def test_frames_are_not_there_before_all_are_made() -> None:
    assert not replace(frames(), complete=False).has({"projects/*/"})
    assert not PageShells("digest").has(set())
