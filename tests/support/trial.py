"""What must hold of a project with a damaged file in it, whatever the damage."""

import re
from functools import cache
from pathlib import Path

from mozi import rules
from mozi.open_data import table_rows
from mozi.outputs import search
from mozi.problems.problem import Problem
from mozi.site.load import load_site
from mozi.site.page import page_of
from mozi.site.renderer import Renderer
from mozi.site.site import Site
from mozi.store.loading import load_store

from tests.support.helpers import ROOT, SETTINGS, after_prose, search_entries


def outcome(root: Path, file: str, content: bytes) -> list[str]:
    """The codes of the problems that a project has with `content` in `data/<file>`.

    Without an error, its pages are made, too. Raises `AssertionError` for a problem that does not
    help, and whatever else goes wrong. The project is afterwards as it was.
    """
    path = root / "data" / file
    before = path.read_bytes() if path.exists() else None
    path.write_bytes(content)
    try:
        problems = rules.check(load_store(root))
        lines_of = cache(lambda name: lines(root / name))
        for problem in problems:
            check_problem(problem, lines_of(problem.file))
        if not any(problem.severity == "error" for problem in problems):
            make_pages(load_site(root, SETTINGS), Path(file))
        return sorted({problem.code for problem in problems})
    finally:
        path.unlink() if before is None else path.write_bytes(before)


def lines(path: Path) -> list[str]:
    """The lines of a file, also of a damaged one; none where there is no such file."""
    if not path.is_file():
        return []
    return re.split(r"\r\n|\r|\n", path.read_bytes().decode("utf-8", "replace"))


def check_problem(problem: Problem, lines: list[str]) -> None:
    """Whether a problem can be printed, and points into its file. Raises `AssertionError`."""
    for line in (problem.text("en"), problem.text("zh")):
        assert line.isprintable(), line
        assert len(line) < 2000, line
    assert (problem.line, problem.column) >= (1, 1), line
    if lines:
        assert problem.line <= len(lines), line
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1, line


def make_pages(accepted: Site, file: Path) -> None:
    """Make the pages that show what a file says, and what is searched of it."""
    languages = {"en", "zh"}
    if file.suffix == ".po":
        languages = {"en", file.stem}
    elif file.stem == "locales":
        languages = set(accepted.languages)
    for code in languages & set(accepted.languages):
        renderer = Renderer(ROOT / "overrides" / "pages", accepted.languages[code])
        for plan in accepted.plans(code):
            if plan.path in ("", f"{file.parent}/", f"{file.parent}/{file.stem}/"):
                page = page_of(accepted, plan, code)
                renderer.render(page.view, notice=page.notice)
        renderer.render(after_prose(accepted, "about", code))
        if record := accepted.graph.records.get(file.parent.name, {}).get(file.stem):
            table_rows.table_row(accepted.writer(code, ""), record, accepted.history)
            accepted.dataset.document(record)
        for entry in search_entries(accepted, code):
            search.stand_in(entry, code)
