"""Page shells of one build that the next one can use."""

from dataclasses import replace
from pathlib import Path

from mozi.site.page_shell_cache import FILE, PageShells, Prose, load_shells, save_shells
from mozi.views.page_shell import PageShell
from mozi.views.shell_content import Entry, Step

SHELL = PageShell(("<html>", "body", "</html>"), None, Step("Next", "../next/"))
PROSE = Prose("zh/about/", "关于", "", (Entry("关于", "#about"),), "<p>墨子</p>", "about")


def shells() -> PageShells:
    pages = {"en": {"projects/*/": SHELL}, "zh": {"projects/*/": SHELL}}
    return PageShells(
        "digest", pages, {"zh": {PROSE: SHELL}}, {"en": "<html>404</html>"}, is_complete=True
    )


def test_what_is_kept_is_there_for_the_next_build(tmp_path: Path) -> None:
    save_shells(tmp_path, shells())
    found = load_shells(tmp_path, "digest")
    assert found.is_saved
    assert (found.pages, found.prose) == (shells().pages, shells().prose)
    assert found.not_found == shells().not_found


def test_what_is_made_of_something_else_is_not_used(tmp_path: Path) -> None:
    save_shells(tmp_path, shells())
    assert load_shells(tmp_path, "another") == PageShells("another")
    assert load_shells(tmp_path / "empty", "digest") == PageShells("digest")


def test_damaged_shells_are_none(tmp_path: Path) -> None:
    save_shells(tmp_path, shells())
    file = tmp_path / FILE
    file.write_bytes(file.read_bytes()[:-1])
    assert load_shells(tmp_path, "digest") == PageShells("digest")


def test_what_is_known_is_not_written_again(tmp_path: Path) -> None:
    save_shells(tmp_path, shells())
    (tmp_path / FILE).unlink()
    kept = shells()
    kept.is_saved = True
    save_shells(tmp_path, kept)
    assert [*tmp_path.iterdir()] == []


def test_every_language_must_have_every_shell() -> None:
    found = shells()
    assert found.has({"projects/*/"})
    assert not found.has({"projects/*/", "sources/*/"})
    del found.pages["zh"]["projects/*/"]
    assert not found.has({"projects/*/"})


def test_shells_are_not_there_before_all_are_made() -> None:
    assert not replace(shells(), is_complete=False).has({"projects/*/"})
    assert not PageShells("digest").has(set())
