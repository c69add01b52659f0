"""Links both ways, and the questions asked of the linked records."""

from collections.abc import Sequence

from mozi.records.models import (
    Country,
    Curriculum,
    Initiative,
    Partner,
    Programme,
    Project,
    Record,
    Source,
)
from mozi.records.values import FieldId, PartnerId
from mozi.site.site import Site


def ids(records: Sequence[Record]) -> list[str]:
    return [record.id for record in records]


def test_an_id_names_a_record_or_an_entry(small: Site) -> None:
    assert small.catalogue.get(PartnerId("example-host")).id == "example-host"
    assert small.catalogue.get(FieldId("horticulture")).isced_f == "0812"


def test_every_link_is_found_from_both_ends(small: Site) -> None:
    catalogue = small.catalogue
    for record in catalogue:
        for kind in (Country, Partner, Project, Programme, Curriculum, Initiative):
            for other in catalogue.touching(record, kind):
                assert record in catalogue.touching(other, type(record)), (record.id, other.id)


def test_what_a_project_touches(small: Site) -> None:
    workshop = small.catalogue.of(Project)[0]
    catalogue = small.catalogue
    assert ids(catalogue.touching(workshop, Partner)) == ["example-college", "example-host"]
    assert ids(catalogue.touching(workshop, Initiative)) == ["conference"]
    assert ids(catalogue.programmes_of(workshop)) == ["growing"]


def test_what_is_in_a_country(small: Site) -> None:
    china, tajikistan = small.catalogue.of(Country)
    assert ids(small.catalogue.projects_in(tajikistan)) == ["workshop"]
    assert ids(small.catalogue.partners_in(tajikistan)) == ["example-host"]
    assert ids(small.catalogue.projects_in(china)) == []


def test_who_uses_a_curriculum(small: Site) -> None:
    assert ids(small.catalogue.using(small.catalogue.of(Curriculum)[0])) == ["workshop"]


def test_who_cites_a_source_and_for_what(small: Site) -> None:
    mirror = next(source for source in small.catalogue.of(Source) if source.id == "mirror")
    cited = {record.id: fields for record, fields in small.catalogue.citing(mirror)}
    assert cited == {
        "example-host": ["other_names"],
        "workshop": ["disagreements", "batch", "milestones"],
        "growing-list": ["cite"],
    }


def test_milestones_come_latest_first(small: Site) -> None:
    assert [m.date for _, m in small.catalogue.dated()] == ["2024-05-01", "2023-09-27", "2023-09"]
