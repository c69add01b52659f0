"""New records: valid at once, explained line by line, and every commented line ready for use."""

from typing import Any

import pytest
from mozi.editing.new_record import (
    TYPES,
    Data,
    complete,
    id_refusal,
    new_record_problems,
    new_record_text,
    proposed_id,
    put_value,
    required_keys,
    required_paths,
    understand_value,
    value_refusals,
)
from mozi.records.file_format import schema_line
from mozi.records.models import Country, Partner, Programme, Project, Record, Source, Topic
from mozi.store.loading import load_store
from mozi.store.record_store import Store
from mozi.yaml_text.parse import parse_yaml

from tests.support.helpers import ROOT, Folder, errors

SOURCED: Data = {"cite": ["synu-2023-10-06"]}
NAMED: Data = {**SOURCED, "name": {"en": "Farm Workshop", "zh": "农场工坊"}}
LEAST: dict[str, Data] = {
    "country": {**SOURCED, "official_languages": ["tg"]},
    "partner": {**NAMED, "type": "college"},
    "project": {**NAMED, "country": "tj", "status": {"value": "signed", "as_of": 2024}},
    "programme": {
        **NAMED,
        "project": "ghana",
        "fields": ["horticulture"],
        "status": {"value": "announced", "as_of": "2024-09"},
    },
    "curriculum": {**NAMED, "fields": ["horticulture"]},
    "initiative": {**NAMED, "type": "conference", "summary": {"en": "A talk.", "zh": "会议。"}},
    "topic": {**NAMED, "about": "programme", "summary": {"en": "A brand.", "zh": "品牌。"}},
    "source": {
        "gloss": {"en": "A report.", "zh": "报道。"},
        "publisher": {"en": "Daily (copy)", "zh": "日报"},
        "language": "zh",
        "type": "news",
        "url": "https://daily.example/1",
    },
}
"""The least that an editor must say, by kind."""


@pytest.fixture(scope="module")
def read() -> Store:
    return load_store(ROOT)


def draft(read: Store, kind: str, **more: Any) -> Data:
    return complete(read, TYPES[kind], {**LEAST[kind], **more}, "2026-11-23")


def test_every_kind_of_record_can_be_new() -> None:
    assert set(LEAST) == set(TYPES)


@pytest.mark.parametrize("kind", LEAST)
def test_the_least_makes_a_record_without_errors(read: Store, kind: str) -> None:
    found = new_record_problems(read, TYPES[kind], "new-one", draft(read, kind))
    assert [problem for problem in found if problem.severity == "error"] == []


@pytest.mark.parametrize("kind", LEAST)
def test_nothing_of_the_least_can_go(kind: str) -> None:
    record_type = TYPES[kind]
    assert list(required_paths(record_type, LEAST[kind])) == []
    for key in required_keys(record_type):
        data = {k: v for k, v in LEAST[kind].items() if k != key}
        assert [path[0] for path, _ in required_paths(record_type, data)], key


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("kind", LEAST)
def test_the_file_reads_back_and_explains_every_key(read: Store, kind: str, lang: Any) -> None:
    data, record_type = draft(read, kind), TYPES[kind]
    text = new_record_text(record_type, data, lang)
    assert text.startswith(schema_line(record_type))
    assert parse_yaml(text) == data
    explained = [line for line in text.splitlines() if line.startswith("## ")]
    unpublished = "unpublished" in record_type.model_fields and "unpublished" not in data
    introduction = 2 if kind == "source" else 3
    assert len(explained) == introduction + len(record_type.model_fields) - unpublished


def blocks(text: str) -> list[str]:
    """Each commented-out key of a file with its lines, as YAML."""
    found: list[str] = []
    for line in text.splitlines()[1:]:
        if line.startswith("# ") and line[2] not in " -":
            found.append("")
        if line.startswith("# "):
            found[-1] += line[2:] + "\n"
    return found


@pytest.mark.parametrize("kind", LEAST)
def test_each_commented_line_may_be_taken_into_use(read: Store, kind: str) -> None:
    record_type = TYPES[kind]
    text = new_record_text(record_type, draft(read, kind), "en")
    found = blocks(text)
    assert found
    for block in found:
        record_type.load("new-one", parse_yaml(text + block))


@pytest.mark.parametrize("kind", LEAST)
def test_all_commented_lines_may_be_taken_into_use(read: Store, kind: str) -> None:
    record_type = TYPES[kind]
    text = new_record_text(record_type, draft(read, kind), "en")
    whole = parse_yaml(text + "".join(blocks(text)))
    found = new_record_problems(read, record_type, "new-one", whole)
    # what is given is to be taken out of “unpublished”, as the comment there says
    errors = [p.code for p in found if p.severity == "error" and p.code != "MZ303"]
    assert errors == []


def test_what_is_not_given_is_called_unpublished(read: Store) -> None:
    roles = [{"role": "lead", "partner": "he-university"}]
    unpublished = draft(read, "project", roles=roles)["unpublished"]
    assert "host" in unpublished
    assert "lead" not in unpublished
    assert "unpublished" not in draft(read, "country")


def test_a_source_on_a_host_that_is_not_linked(read: Store) -> None:
    assert draft(read, "source", url="https://lobakashop.com/copy")["linked"] is False
    assert "linked" not in draft(read, "source")


def test_a_problem_of_a_record_that_is_not_there_yet(read: Store) -> None:
    wrong = draft(read, "project", country="xx")
    assert [p.code for p in errors(new_record_problems(read, Project, "new-one", wrong))] == [
        "MZ301"
    ]
    assert [p.code for p in new_record_problems(read, Project, "new-one", {})] == ["MZ202"] * 5


# Words -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("record_type", "key", "words", "meaning"),
    [
        (Project, "name.en", "2024", "2024"),
        (Project, "name.en", "[Draft] {x}", "[Draft] {x}"),
        (Project, "city.ru", "Худжанд", "Худжанд"),
        (Project, "batch", "2", 2),
        (Project, "batch.value", "2", 2),
        (Project, "fields", "horticulture，optometry、 logistics", ["horticulture", "optometry", "logistics"]),
        (Project, "cite", "[synu-2023-10-06]", ["synu-2023-10-06"]),
        (Project, "status.as_of", "2024", 2024),
        (Project, "status.as_of", "2024-09", "2024-09"),
        (Project, "roles", "[{role: lead, partner: x}]", [{"role": "lead", "partner": "x"}]),
        (Project, "roles", "[{role: lead", "[{role: lead"),
        (Project, "nothing", "x", "x"),
        (Programme, "isced_f", "0812", "0812"),
        (Programme, "workload", "{hours: 100}", {"hours": 100}),
        (Source, "linked", "false", False),
        (Source, "title", "true", "true"),
        (Country, "point.lat", "39.5", 39.5),
    ],
)  # fmt: skip
def test_what_an_editor_means(record_type: Any, key: str, words: str, meaning: Any) -> None:
    understood = understand_value(record_type, tuple(key.split(".")), words)
    assert understood == meaning
    assert type(understood) is type(meaning)


def test_a_value_is_judged_without_the_rest_of_the_record() -> None:
    assert value_refusals(Project, ("city", "en"), "Khujand") == []
    assert value_refusals(Project, ("roles", 0, "role"), "lead") == []
    assert [p.code for p in value_refusals(Project, ("roles", 0, "role"), "A B")] == ["MZ203"]
    assert [p.code for p in value_refusals(Project, ("rolls",), "x")] == ["MZ201"]


def test_values_are_put_where_they_belong() -> None:
    data: Data = {}
    put_value(data, ("name", "en"), "a")
    put_value(data, ("name", "zh"), "一")
    assert data == {"name": {"en": "a", "zh": "一"}}
    with pytest.raises(ValueError, match="en"):
        put_value(data, ("name", "en", "x"), "b")


# Ids ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("record_type", "data", "id"),
    [
        (Project, {"name": {"en": "Mozi Workshop of Modern Agriculture in Khujand"}}, "modern-agriculture-khujand"),
        (Partner, {"name": {"en": "Université d'Éducation (UE)"}}, "universite-deducation"),
        (Topic, {"name": {"en": "Mozi Workshop"}}, "mozi-workshop"),
        (Partner, {"name": {"en": "A very long name of a college that goes on and on and on"}}, "very-long-name-college-that-goes"),
        (Partner, {"name": {"en": "墨子"}}, ""),
        (Partner, {}, ""),
        (Partner, {"name": {"en": "Taken"}}, "taken-3"),
        (Partner, {"name": {"en": "Index"}}, "index-2"),
        (Source, {"publisher": {"en": "China Daily (Global)"}, "date": "2024-09-24"}, "china-daily-2024-09-24"),
        (Source, {"publisher": {"en": "China Daily"}, "date": 2024}, "china-daily-2024"),
        (Source, {"publisher": {"en": "China Daily"}}, "china-daily"),
        (Country, {}, ""),
    ],
)  # fmt: skip
def test_an_id_is_proposed(record_type: type[Record], data: Data, id: str) -> None:
    assert proposed_id(record_type, data, {"taken", "taken-2"}) == id


def test_ids_that_cannot_be(folder: Folder) -> None:
    def refusal(record_type: type[Record], id: str) -> str:
        return id_refusal(folder.root, record_type, id, "en")

    assert "there is data/projects/workshop.yml already" in refusal(Project, "workshop")
    assert "“index”" in refusal(Project, "index")
    assert "“My Project”" in refusal(Project, "My Project")
    assert "“xx”" in refusal(Country, "xx")
    assert refusal(Country, "kg") == ""
    assert refusal(Partner, "workshop") == ""
