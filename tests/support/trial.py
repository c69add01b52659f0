"""What must hold of a project with a damaged file in it, whatever the damage."""

import re
from functools import cache
from pathlib import Path

from mozi import rules
from mozi.addresses.urls import address_of, prefix
from mozi.graph.record_changes import last_changed
from mozi.open_data import table_rows
from mozi.outputs import calendars, feeds, search
from mozi.problems.problem import Problem
from mozi.records.dated_events import dated_events
from mozi.records.models import Programme, Project, Record
from mozi.records.values import walk
from mozi.rules.localised_texts import texts_in_file
from mozi.site.load import load_site
from mozi.site.page import page_of
from mozi.site.page_head import page_head
from mozi.site.renderer import Renderer
from mozi.site.site import Site
from mozi.store.loading import load_store
from mozi.views import sheet

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
            make_data(accepted, record, code)
        for entry in search_entries(accepted, code):
            search.stand_in(entry, code)


def make_data(site: Site, record: Record, code: str) -> None:
    """Make the data of a record, its events in calendars and feeds, and its sheet."""
    table_rows.table_row(site.writer(code, ""), record, site.history)
    site.dataset.document(record)
    for dated_event in dated_events([record]):
        news = feeds.News(
            dated_event, dated_event.id, last_changed(dated_event.owner, site.history)
        )
        assert feeds.entry(site, code, news).findtext("title")
        if dated_event.day:
            assert calendars.event(site, code, dated_event).to_ical()
    if isinstance(record, (Project, Programme)):
        view = sheet.view(site.writer(code, prefix(code) + address_of(record)), record)
        Renderer(ROOT / "overrides" / "pages", site.languages[code]).render(view)


def check_record(record: Record) -> None:
    """Apply the rules for single records, whose findings may be any."""
    places = walk(record)
    for rule in rules.RECORD_RULES:
        list(rule(record))
    for place_rule in rules.PLACE_RULES:
        list(place_rule(places))
    for text_rule in rules.TEXT_RULES:
        list(text_rule(list(texts_in_file(record.file, places))))


def make_outputs(site: Site, record: Record) -> None:
    """Make the pages and data of a record, in a language of each direction."""
    for code in ("en", "ar"):
        renderer = Renderer(ROOT / "overrides" / "pages", site.languages[code])
        for plan in site.plans(code):
            if plan.path == address_of(record):
                page = page_of(site, plan, code)
                renderer.render(page.view, notice=page.notice)
                page_head(site, plan, page.writer, page.view)
        make_data(site, record, code)
