"""On which days records were changed."""

from datetime import UTC, datetime

from mozi.graph.git_history import History
from mozi.graph.record_changes import last_changed, record_changes
from mozi.records.models import Project
from mozi.site.site import Site


def project(site: Site) -> Project:
    [found] = site.graph.all_of(Project)
    return found


def at(day: int, hour: int = 9) -> datetime:
    return datetime(2026, 3, day, hour, tzinfo=UTC)


def test_changes_of_one_day_are_one_revision_latest_first(small: Site) -> None:
    history = History({project(small).file: (at(9), at(5, 17), at(5, 8), at(2, 12), at(2))})
    found = [(each.kind, each.moment) for each in record_changes(project(small), history)]
    assert found == [("changed", at(9)), ("changed", at(5, 17)), ("added", at(2, 12))]
    assert last_changed(project(small), history) == at(9)


def test_without_history_only_the_day_of_the_check_is_known(small: Site) -> None:
    [found] = record_changes(project(small), History())
    assert (found.kind, found.day) == ("checked", project(small).checked)
    assert last_changed(project(small), History()) == datetime(2026, 1, 31, tzinfo=UTC)


def test_a_revision_is_known_by_its_record_and_day(small: Site) -> None:
    file = project(small).file
    [early], [late] = (
        list(record_changes(project(small), History({file: (at(5, hour),)}))) for hour in (8, 17)
    )
    [other] = record_changes(project(small), History({file: (at(6),)}))
    assert early.id == late.id != other.id
