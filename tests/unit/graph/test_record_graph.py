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
from mozi.records.values import CountryId, FieldId, PartnerId, ProjectId
from mozi.site.site import Site

from tests.support.helpers import Folder


def ids(records: Sequence[Record]) -> list[str]:
    return [record.id for record in records]


def test_an_id_names_a_record_or_an_entry(small: Site) -> None:
    assert small.graph.get(PartnerId("example-host")).id == "example-host"
    assert small.graph.get(FieldId("horticulture")).isced_f == "0812"


def test_every_link_is_found_from_both_ends(small: Site) -> None:
    graph = small.graph
    for record in graph:
        for kind in (Country, Partner, Project, Programme, Curriculum, Initiative):
            for other in graph.touching(record, kind):
                assert record in graph.touching(other, type(record)), (record.id, other.id)


def test_what_a_project_touches(small: Site) -> None:
    workshop = small.graph.all_of(Project)[0]
    graph = small.graph
    assert ids(graph.touching(workshop, Partner)) == ["example-college", "example-host"]
    assert ids(graph.touching(workshop, Initiative)) == ["conference"]
    assert ids(graph.programmes_of(workshop)) == ["growing"]


def test_what_is_in_a_country(small: Site) -> None:
    china, tajikistan = small.graph.all_of(Country)
    assert ids(small.graph.projects_in(tajikistan)) == ["workshop"]
    assert ids(small.graph.partners_in(tajikistan)) == ["example-host"]
    assert ids(small.graph.projects_in(china)) == []


def test_who_uses_a_curriculum(small: Site) -> None:
    assert ids(small.graph.using(small.graph.all_of(Curriculum)[0])) == ["workshop"]


def test_who_cites_a_source_and_for_what(small: Site) -> None:
    mirror = next(source for source in small.graph.all_of(Source) if source.id == "mirror")
    cited = {record.id: fields for record, fields in small.graph.citing(mirror)}
    assert cited == {
        "example-host": ["other_names"],
        "workshop": ["disagreements", "batch", "milestones"],
        "growing-list": ["cite"],
    }


def test_milestones_come_latest_first(small: Site) -> None:
    assert [m.date for _, m in small.graph.dated()] == ["2024-05-01", "2023-09-27", "2023-09"]


def second_project(folder: Folder, country: str, sites: str = "") -> None:
    text = (folder.root / "data/projects/workshop.yml").read_text(encoding="utf-8")
    other = text.replace("Example Workshop", "Other Workshop").replace("示例工坊", "其他工坊")
    head, _, rest = other.partition("country: tj\n")
    assert rest
    folder.write("projects/other.yml", f"{head}country: {country}\n{sites}{rest}")


def test_a_programme_of_two_projects_is_one_of_both(folder: Folder) -> None:
    second_project(folder, "tj")
    folder.replace(
        "programmes/growing.yml",
        "project: workshop\n",
        "project: workshop\nfurther_projects: [other]\n",
    )
    graph = folder.site().graph
    for id in ("workshop", "other"):
        assert ids(graph.programmes_of(graph.get(ProjectId(id)))) == ["growing"]


def test_a_project_with_a_place_in_another_country_is_one_of_both(folder: Folder) -> None:
    second_project(folder, "tj", "sites:\n  - {city: {en: Shenyang, zh: 沈阳}, country: cn}\n")
    graph = folder.site().graph
    assert ids(graph.projects_in(graph.get(CountryId("cn")))) == ["other"]
    assert ids(graph.projects_in(graph.get(CountryId("tj")))) == ["other", "workshop"]
