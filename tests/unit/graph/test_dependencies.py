"""What is read of the graph, and what says that it has changed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from mozi.graph.git_history import History
from mozi.graph.record_graph import RecordGraph
from mozi.graph.states import dependency_states
from mozi.graph.subscriptions import EVERYTHING
from mozi.records.models import Partner, Project, Source, Topic
from mozi.site.site import Site

from tests.support.helpers import Folder


def states(site: Site) -> dict[str, str]:
    return dependency_states(site.graph, site.hashes, site.history)


def changed(before: Site, after: Site) -> set[str]:
    one, two = states(before), states(after)
    return {read for read in one | two if one.get(read) != two.get(read)}


@pytest.mark.parametrize(
    ("ask", "noted"),
    [
        (lambda c: c.find("projects", "workshop"), {"projects/workshop"}),
        (lambda c: c.all_of(Project), {"projects/"}),
        (lambda c: c.topics("brand"), {"topics/"}),
        (
            lambda c: c.touching(c.records["projects"]["workshop"], Partner),
            {"projects/workshop<", "partners/example-college", "partners/example-host"},
        ),
        (
            lambda c: c.cited_by(c.records["topics"]["mozi-workshop"]),
            {"sources/college-page"},
        ),
        (lambda c: c.subscriptions, {"subscribe/"}),
        (lambda c: c.formats(EVERYTHING), {"subscribe/all?"}),
        (lambda c: c.content_of(EVERYTHING), {"subscribe/all"}),
        (lambda c: c.explained, set()),
    ],
)
def test_what_is_asked_is_noted(
    small: Site, ask: Callable[[RecordGraph], object], noted: set[str]
) -> None:
    found: set[str] = set()
    with small.graph.read_log.recording(found):
        ask(small.graph)
    assert found == noted
    assert found <= states(small).keys()
    ask(small.graph)  # after the end nothing is noted
    assert found == noted


def test_what_cites_a_source_is_noted_with_all_that_does(small: Site) -> None:
    found: set[str] = set()
    with small.graph.read_log.recording(found):
        small.graph.citing(small.graph.records["sources"]["mirror"])  # type: ignore[arg-type]
    assert {"sources/mirror<", "projects/workshop"} <= found


def test_notes_inside_notes_are_apart(small: Site) -> None:
    outer: set[str] = set()
    inner: set[str] = set()
    with small.graph.read_log.recording(outer):
        small.graph.all_of(Topic)
        with small.graph.read_log.recording(inner):
            small.graph.all_of(Source)
    assert (outer, inner) == ({"topics/"}, {"sources/"})


def test_whoever_is_told_what_others_asked_has_read_the_same(small: Site) -> None:
    site = replace(small)
    for _ in range(2):
        found: set[str] = set()
        with site.graph.read_log.recording(found):
            assert site.once("how many", lambda: len(site.graph.all_of(Project))) == 1
        assert found == {"projects/"}


def test_an_edit_changes_what_a_record_says_and_all_that_holds_it(folder: Folder) -> None:
    before = folder.site()
    folder.replace("sources/mirror.yml", "en: ", "en: New ")
    assert changed(before, folder.site()) == {"sources/mirror", "sources/"}


def test_a_new_link_changes_who_names_a_record(folder: Folder) -> None:
    before = folder.site()
    folder.replace(
        "topics/mozi-workshop.yml", "cite: [college-page]", "cite: [college-page, mirror]"
    )
    assert {"topics/mozi-workshop", "sources/mirror<"} <= changed(before, folder.site())


def test_a_translation_changes_its_record(folder: Folder) -> None:
    before = folder.site()
    folder.replace("translations/ru.po", "Пример мастерской", "Образец мастерской")
    found = changed(before, folder.site())
    assert "projects/workshop" in found
    assert "sources/mirror" not in found


def test_a_commit_changes_when_a_record_was_changed(small: Site) -> None:
    history = History({"data/sources/mirror.yml": (datetime(2026, 2, 3, tzinfo=UTC),)})
    assert changed(small, replace(small, history=history)) == {"sources/mirror", "sources/"}
