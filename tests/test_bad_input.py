"""What an editor gets for a mistake: file, line, column, code, what is wrong, what to write.

Every case changes one thing in the small project, which has no problem by itself.
"""

import pytest
from mozi.problems import Problem, closest, instead

from tests.helpers import Folder

WORKSHOP = "projects/workshop.yml"


def test_the_small_project_has_no_problem(folder: Folder) -> None:
    assert folder.problems() == []


CASES = {
    "an unknown key": (
        WORKSHOP, "roles:", "rolls:",
        "data/projects/workshop.yml:12:1: MZ201 the key “rolls” is not known here — "
        "did you mean “roles”?",
    ),
    "an unknown key deep inside": (
        WORKSHOP, "kind: opened", "kint: opened",
        "data/projects/workshop.yml:17:43: MZ201 the key “kint” is not known here — "
        "did you mean “kind”?",
    ),
    "an unquoted text with a comma": (
        "sources/mirror.yml", "en: A copy of a newspaper's report.", "en: A copy, of a report.",
        "data/sources/mirror.yml:2:21: MZ201 the key “of a report.” is not known here — "
        "put the whole text in quotes: inside {…} a comma ends it",
    ),
    "a missing field": (
        WORKSHOP, "checked: 2026-01-31\n", "",
        "data/projects/workshop.yml:1:1: MZ202 “checked” is missing — add a line “checked: …”",
    ),
    "a missing field deep inside": (
        WORKSHOP, "{role: lead, partner: example-college}", "{role: lead}",
        "data/projects/workshop.yml:13:5: MZ202 “partner” is missing in “roles.0” — "
        "add a line “partner: …”",
    ),
    "no Chinese": (
        WORKSHOP, "{en: Example Workshop, zh: 示例工坊}", "{en: Example Workshop}",
        "data/projects/workshop.yml:1:1: MZ202 “zh” is missing in “name” — add a line “zh: …”",
    ),
    "a text without a language": (
        WORKSHOP, "{en: Example Workshop, zh: 示例工坊}", "Example Workshop",
        "data/projects/workshop.yml:1:7: MZ203 name: this text has no language — "
        "write {en: Example Workshop, zh: …}",
    ),
    "a date that no calendar has": (
        WORKSHOP, "2023-09,", "2023-13,",
        "data/projects/workshop.yml:18:12: MZ203 milestones.1.date: “2023-13” is not a date of "
        "the calendar — write a year, a month or a day: 2024, 2024-09 or 2024-09-24",
    ),
    "a link with a forbidden scheme": (
        "sources/college-page.yml", "https://college.example/news", "javascript:alert(1)",
        "data/sources/college-page.yml:8:6: MZ203 url: the link “javascript:alert(1)” begins with "
        "“javascript” — write a whole address that begins with https:// or http://",
    ),
    "a code that no list has": (
        "countries/tj.yml", "[tg]", "[tajik]",
        "data/countries/tj.yml:3:21: MZ203 official_languages.0: “tajik” is not a language code "
        "(BCP 47) — write a code such as en, zh, ru or tg",
    ),
    "an id that is not a slug": (
        WORKSHOP, "partner: example-college", "partner: Example College",
        "data/projects/workshop.yml:13:27: MZ203 roles.0.partner: “Example College” is not an id — "
        "write the id: lower-case letters a–z, digits and single hyphens",
    ),
    "a word that is not a choice": (
        WORKSHOP, "basis: inferred", "basis: guessed",
        "data/projects/workshop.yml:9:10: MZ204 “batch.basis” cannot be “guessed” — "
        "write 'confirmed' or 'inferred'",
    ),
    "too few": (
        WORKSHOP, "cite: [college-page]", "cite: []",
        "data/projects/workshop.yml:2:7: MZ205 “cite” needs at least 1, and has 0 — "
        "add what is missing, or leave the key out if it may be left out",
    ),
    "a number for a text": (
        "programmes/growing.yml", 'value: "0812"', "value: 0812",
        "data/programmes/growing.yml:7:10: MZ206 “isced_f” must be a text, not a number — "
        'put it in quotes: "812"',
    ),
    "a text for a number": (
        "programmes/growing.yml", "hours: 1368", 'hours: "1368"',
        "data/programmes/growing.yml:19:19: MZ206 “workload.hours” has a value of the wrong kind — "
        "write a whole number",
    ),
    "a text for a list": (
        WORKSHOP, "cite: [college-page]", "cite: college-page",
        "data/projects/workshop.yml:2:7: MZ206 “cite” has a value of the wrong kind — "
        "write a list: one “- …” line for each item",
    ),
    "a key without a value": (
        WORKSHOP, "cite: [college-page]", "cite:",
        "data/projects/workshop.yml:2:6: MZ206 “cite” has no value — "
        "write one, or leave the key out",
    ),
    "a number out of range": (
        "programmes/growing.yml", "hours: 54", "hours: -54",
        "data/programmes/growing.yml:29:57: MZ207 “courses.0.hours”: input should be greater than 0"
        " — write a value that fits",
    ),
    "an unknown record": (
        WORKSHOP, "partner: example-college", "partner: exampel-college",
        "data/projects/workshop.yml:13:18: MZ301 there is no “exampel-college” in data/partners — "
        "did you mean “example-college”?",
    ),
    "an unknown vocabulary entry": (
        WORKSHOP, "role: lead", "role: leads",
        "data/projects/workshop.yml:13:6: MZ301 there is no “leads” in data/vocabularies/roles — "
        "did you mean “lead”?",
    ),
    "a hole": (
        WORKSHOP, "unpublished: [enterprise, ", "unpublished: [",
        "data/projects/workshop.yml:27:1: MZ302 “enterprise” is neither given nor said to be "
        "unpublished — add it, or add “enterprise” to the list “unpublished”",
    ),
    "given and called unpublished": (
        WORKSHOP, "unpublished: [", "unpublished: [batch, ",
        "data/projects/workshop.yml:27:15: MZ303 “batch” is given, and also said to be unpublished"
        " — remove “batch” from the list “unpublished”",
    ),
    "an unknown particular": (
        WORKSHOP, "funding]", "funding, fundng]",
        "data/projects/workshop.yml:27:73: MZ304 “fundng” is no particular of a record in "
        "data/projects — did you mean “funding”?",
    ),
    "inferred without a reason": (
        WORKSHOP, "  note: {en: Signed with the first ten., zh: 与首批十个项目同时签约。}\n", "",
        "data/projects/workshop.yml:7:1: MZ305 this is inferred, and nothing says from what — "
        "add a “note” in English and Chinese that gives the reason",
    ),
    "a link to a host readers are not sent to": (
        "sources/mirror.yml", "linked: false\n", "",
        "data/sources/mirror.yml:6:1: MZ306 readers are not to be sent to lobakashop.com — "
        "add the line “linked: false”",
    ),
    "a source nobody could find": (
        "sources/college-page.yml", "url: https://college.example/news\n", "",
        "data/sources/college-page.yml:1:1: MZ307 nobody could find this source again — "
        "add its “url”, or say under “read” what was read and why it has no link",
    ),
    "an unknown fallback": (
        "locales.yml", "fallback: [en], state: draft", "fallback: [zg], state: draft",
        "data/locales.yml:6:32: MZ203 ru.fallback.0: “zg” is not a language code (BCP 47)",
    ),
    "a fallback that is not on offer": (
        "locales.yml", "fallback: [en], state: draft", "fallback: [tg], state: draft",
        "data/locales.yml:6:32: MZ308 “ru” cannot fall back on “tg” — write one of: ar, en, fr, zh",
    ),
    "no English": (
        "locales.yml", "\nen: {", "\nen-GB: {",
        "data/locales.yml:1:1: MZ308 the language “en” is missing — "
        "every record is written in English and Chinese: add both",
    ),
    "a nameless particular": (
        "vocabularies/particulars.yml", "funding:", "fundings:",
        "data/vocabularies/particulars.yml:1:1: MZ309 the particular “funding” of data/projects "
        "has no name — add “funding: {name: {en: …, zh: …}}”",
    ),
    "a broken catalogue": (
        "translations/ru.po", 'msgstr "Не опубликовано"', 'Не опубликовано',
        "data/translations/ru.po:9:1: MZ401 the catalogue cannot be read: ",
    ),
    "a lost placeholder": (
        "translations/ru.po", 'msgstr[0] "%(num)s проект"', 'msgstr[0] "%(number)s проект"',
        "data/translations/ru.po:14:1: MZ402 the translation “%(number)s проект” does not have the "
        "placeholders of “%(num)s project” — "
        "copy every %(…)s of the English text unchanged",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_mistake_in_a_record(folder: Folder, name: str) -> None:
    file, old, new, expected = CASES[name]
    folder.replace(file, old, new)
    found = [str(problem) for problem in folder.problems()]
    assert any(line.startswith(expected) for line in found), "\n".join(found)


FILES: dict[str, tuple[str, str | bytes, str]] = {
    "an empty file": ("projects/empty.yml", "", "MZ109 the file is empty"),
    "a list": ("projects/list.yml", "- a\n", "MZ109 the file is not a list of “key: value” lines"),
    "broken YAML": ("projects/broken.yml", "name: {en: a\n", "MZ103 this is not YAML"),
    "another encoding": ("projects/gbk.yml", "名".encode("gbk"), "MZ102 the file is not encoded"),
    "a duplicate key": ("projects/twice.yml", "name: a\nname: b\n", "MZ107 the key “name” stands"),
    "a wrong ending": ("projects/workshop.yaml", "a: 1", "MZ002 “workshop.yaml” is not a record's"),
    "a name that is no id": ("projects/My Project.yml", "a: 1", "MZ003 “My Project” cannot be an"),
    "a reserved name": ("projects/index.yml", "a: 1", "MZ003 “index” cannot be an id"),
    "no country": ("countries/xx.yml", "a: 1", "MZ004 “xx” is no country code"),
    "a folder nothing reads": ("project/x.yml", "a: 1", "MZ006 nothing reads this folder"),
    "a list nothing reads": ("vocabularies/role.yml", "a: 1", "MZ006 nothing reads this file"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_cannot_be_a_record(folder: Folder, name: str) -> None:
    file, content, expected = FILES[name]
    folder.write(file, content)
    found = [problem for problem in folder.problems() if expected in str(problem)]
    assert len(found) == 1, folder.problems()
    assert found[0].fix


def test_ids_that_differ_by_case_or_ending_are_never_two_records(folder: Folder) -> None:
    folder.write("projects/Workshop.yml", "a: 1")
    folder.write("projects/workshop.yaml", "a: 1")
    assert [p.code for p in folder.problems()] == ["MZ003", "MZ002"]


def test_all_problems_are_reported_together(folder: Folder) -> None:
    folder.replace(WORKSHOP, "roles:", "rolls:")
    folder.replace("programmes/growing.yml", "2025-09-01", "2025-09-31")
    folder.replace("sources/mirror.yml", "linked: false\n", "")
    assert [p.code for p in folder.problems()] == ["MZ203", "MZ201", "MZ306"]


def test_a_record_that_cannot_be_read_is_not_called_unknown_as_well(folder: Folder) -> None:
    folder.write("partners/example-college.yml", "name: {en: a\n")
    assert [p.code for p in folder.problems()] == ["MZ103"]


def test_no_data_folder_is_a_problem_and_no_traceback(folder: Folder) -> None:
    from mozi import rules, store

    found = rules.check(store.load(folder.root / "nowhere"))
    assert [p.code for p in found] == ["MZ001"]


def test_a_problem_is_one_line() -> None:
    problem = Problem("data/x.yml", 3, 7, "MZ999", "this is wrong", "write that")
    assert str(problem) == "data/x.yml:3:7: MZ999 this is wrong — write that"


def test_the_nearest_word_is_proposed_only_when_it_is_near() -> None:
    assert closest("fundng", ["funding", "batch"]) == "funding"
    assert closest("zzz", ["funding", "batch"]) is None
    assert instead("zzz", ["b", "a"], "key") == "write one of: a, b"
    assert instead("zzz", [], "record") == "there is no record yet"
