"""Frames of one build that the next one can use."""

from dataclasses import replace
from pathlib import Path

from mozi import framed
from mozi.framed import Framed
from mozi.frames import Frame
from mozi.pages import Prose
from mozi.views.framing import Entry, Step

FRAME = Frame(("<html>", "body", "</html>"), None, Step("Next", "../next/"))
PROSE = Prose("zh/about/", "关于", "", (Entry("关于", "#about"),), "<p>墨子</p>", "about")


def frames() -> Framed:
    pages = {"en": {"projects/*/": FRAME}, "zh": {"projects/*/": FRAME}}
    return Framed("digest", pages, {"zh": {PROSE: FRAME}}, {"en": "<html>404</html>"}, True)


def test_what_is_kept_is_there_for_the_next_build(tmp_path: Path) -> None:
    framed.keep(tmp_path, frames())
    found = framed.kept(tmp_path, "digest")
    assert found.known
    assert (found.pages, found.prose) == (frames().pages, frames().prose)
    assert found.not_found == frames().not_found


def test_what_is_made_of_something_else_is_not_used(tmp_path: Path) -> None:
    framed.keep(tmp_path, frames())
    assert framed.kept(tmp_path, "another") == Framed("another")
    assert framed.kept(tmp_path / "empty", "digest") == Framed("digest")


def test_damaged_frames_are_none(tmp_path: Path) -> None:
    framed.keep(tmp_path, frames())
    file = tmp_path / framed.FILE
    file.write_bytes(file.read_bytes()[:-1])
    assert framed.kept(tmp_path, "digest") == Framed("digest")


def test_what_is_known_is_not_written_again(tmp_path: Path) -> None:
    framed.keep(tmp_path, frames())
    (tmp_path / framed.FILE).unlink()
    kept = frames()
    kept.known = True
    framed.keep(tmp_path, kept)
    assert [*tmp_path.iterdir()] == []


def test_every_language_must_have_every_frame() -> None:
    found = frames()
    assert found.has({"projects/*/"})
    assert not found.has({"projects/*/", "sources/*/"})
    del found.pages["zh"]["projects/*/"]
    assert not found.has({"projects/*/"})


def test_frames_are_not_there_before_all_are_made() -> None:
    assert not replace(frames(), complete=False).has({"projects/*/"})
    assert not Framed("digest").has(set())
