"""The theme's part of pages, made once for all that share it."""

import shutil
from pathlib import Path

import pytest
from mozi.site.site import Site
from mozi.views.page_shell import (
    PLACEHOLDERS,
    SHELL_PLACEHOLDERS,
    PageShell,
    page_shell,
    placeholders,
    split_at_placeholders,
)

from tests.support.helpers import ROOT, run_mkdocs


def test_what_is_a_pages_own_stands_where_the_theme_left_room() -> None:
    html = "".join(f"<{name}>{mark}" for name, mark in SHELL_PLACEHOLDERS.items())
    filled = page_shell(html).filled({name: name.upper() for name in PLACEHOLDERS})
    assert filled == "".join(f"<{name}>{name.upper()}" for name in PLACEHOLDERS)


def test_where_a_placeholder_starts_is_known() -> None:
    shell = page_shell("".join(f"<{name}>{mark}" for name, mark in SHELL_PLACEHOLDERS.items()))
    fills = {name: name * 3 for name in PLACEHOLDERS}
    start = shell.start_of("body", fills)
    assert shell.filled(fills)[start:].startswith("bodybodybody<neighbours>")


def test_a_place_may_come_twice_or_hold_a_mark() -> None:
    html = "".join(SHELL_PLACEHOLDERS.values()) + SHELL_PLACEHOLDERS["title"]
    places = dict.fromkeys(PLACEHOLDERS, "") | {"title": SHELL_PLACEHOLDERS["body"]}
    assert page_shell(html).filled(places) == SHELL_PLACEHOLDERS["body"] * 2


def test_a_theme_that_leaves_a_place_out_is_refused() -> None:
    marks = [
        mark
        for name, mark in SHELL_PLACEHOLDERS.items()
        if name not in ("body", "contents", "invitations")
    ]
    with pytest.raises(ValueError, match=r"leave out body$"):
        page_shell("".join(marks))


def test_any_template_may_leave_places_open() -> None:
    title = placeholders("title")["title"]
    assert (
        PageShell(split_at_placeholders(f"<h1>{title}</h1>")).filled({"title": "A"}) == "<h1>A</h1>"
    )


def test_pages_as_deep_below_the_same_entry_share_a_shell(small: Site) -> None:
    shells = {plan.path: plan.shell for plan in small.plans("zh")}
    assert shells["sources/mirror/"] == shells["sources/college-page/"] == "sources/*/"
    assert shells["projects/workshop/embed/"] == "projects/*/*/"
    assert (shells[""], shells["projects/"]) == ("", "projects/")


def test_every_page_stands_in_its_shell(small_project: Path, tmp_path: Path) -> None:
    done = run_mkdocs(small_project, tmp_path / "site")
    assert done.returncode == 0, done.stderr
    for path in (tmp_path / "site").rglob("index.html"):
        html = path.read_text(encoding="utf-8")
        assert not any(mark in html for mark in SHELL_PLACEHOLDERS.values()), path
    page = (tmp_path / "site/zh/projects/workshop/index.html").read_text(encoding="utf-8")
    assert 'md-tabs__item--active"><a class="md-tabs__link" href="../" aria-current="true">' in page
    assert '<li class="md-path__item"><a href="../../" class="md-path__link">' in page
    assert '<a href="../../../ru/projects/workshop/" hreflang="ru"' in page


def test_prose_may_link_to_any_page(small_project: Path, tmp_path: Path) -> None:
    docs = small_project / "docs"
    docs.unlink()
    shutil.copytree(ROOT / "docs", docs)
    about = docs / "about.md"
    about.write_text(about.read_text() + "\n[It](sources/mirror.md), [that](sources/none.md).\n")
    done = run_mkdocs(small_project, tmp_path / "site")
    assert "'sources/none.md', but the target is not found" in done.stderr
    assert "sources/mirror.md" not in done.stderr
