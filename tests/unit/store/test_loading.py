"""Files and records as they are read: what an editor is told for each mistake, and what is none."""

import os
from collections import Counter
from unittest.mock import Mock

import pytest
from mozi.problems.problem import MOST
from mozi.store.loading import load_store
from mozi.yaml_text.parse import parse_yaml

from tests.support.helpers import Folder
from tests.support.mistakes import (
    WORKSHOP,
    Files,
    Mistakes,
    assert_file_refused,
    assert_told,
)

MISTAKES: Mistakes = {
    "a home country that is none": (
        "site.yml", "home_country: cn", "home_country: China",
        "data/site.yml:6:15: MZ203 “home_country”: “China” is not a code of a country",
    ),
    "a name of the brand without Chinese": (
        "site.yml", "region: {en: Liaoning, zh: 辽宁}", "region: {en: Liaoning}",
        "data/site.yml:5:1: MZ202 “zh” is missing in “region”",
    ),
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
    "a full-width colon": (
        WORKSHOP, "{en: Example Workshop,", "{en：Example Workshop,",
        "data/projects/workshop.yml:1:8: MZ201 the key “en：Example Workshop” is not known here — "
        "write “:” and a space instead of “：”",
    ),
    "a missing field": (
        WORKSHOP, "checked: 2026-01-31\n", "",
        "data/projects/workshop.yml:1:1: MZ202 “checked” is missing — add a line “checked: …”",
    ),
    "a missing field deep inside": (
        WORKSHOP, "{role: lead, partner: example-college}", "{role: lead}",
        "data/projects/workshop.yml:13:5: MZ202 “partner” is missing in “roles.1” — "
        "add a line “partner: …”",
    ),
    "no Chinese": (
        WORKSHOP, "{en: Example Workshop, zh: 示例工坊}", "{en: Example Workshop}",
        "data/projects/workshop.yml:1:1: MZ202 “zh” is missing in “name” — add a line “zh: …”",
    ),
    "a text without a language": (
        WORKSHOP, "{en: Example Workshop, zh: 示例工坊}", "Example Workshop",
        "data/projects/workshop.yml:1:7: MZ203 “name”: this text has no language — "
        "write {en: Example Workshop, zh: …}",
    ),
    "a text with a control character": (
        WORKSHOP, "en: Example Workshop", 'en: "Example\\eWorkshop"',
        "data/projects/workshop.yml:1:12: MZ203 “name.en”: the text holds the invisible control "
        "character U+001B — delete it, or type the text again",
    ),
    "an empty text": (
        WORKSHOP, "en: Example Workshop", "en: ' '",
        "data/projects/workshop.yml:1:12: MZ203 “name.en”: the text is empty — "
        "write the text, or leave the key out",
    ),
    "a date that no calendar has": (
        WORKSHOP, "2023-09,", "2023-13,",
        "data/projects/workshop.yml:18:12: MZ203 “milestones.2.date”: “2023-13” is not a date of "
        "the calendar — write a year, a month or a day: 2024, 2024-09 or 2024-09-24",
    ),
    "a month for a day": (
        WORKSHOP, "checked: 2026-01-31", "checked: 2026-01",
        "data/projects/workshop.yml:3:10: MZ203 “checked”: “2026-01” is not a day — "
        "write year, month and day: 2024-09-24",
    ),
    "a length of time in words": (
        "programmes/growing.yml", "P2.5Y", "3 years",
        "data/programmes/growing.yml:18:9: MZ203 “length”: “3 years” is not a length of time — "
        "write an ISO 8601 duration: P3Y for three years, P6M for six months, P2.5Y",
    ),
    "something like a link": (
        "partners/example-college.yml", "https://college.example/", "https://[college",
        "data/partners/example-college.yml:6:10: MZ203 “website”: “https://[college” is not a link"
        " — write a whole address that begins with https:// or http://",
    ),
    "a link to nowhere": (
        "partners/example-college.yml", "https://college.example/", "https:///page",
        "data/partners/example-college.yml:6:10: MZ203 “website”: the link “https:///page” names "
        "no host — write a whole address that begins with https:// or http://",
    ),
    "a link with a space": (
        "partners/example-college.yml", "https://college.example/", "https://college.example/a b",
        "data/partners/example-college.yml:6:10: MZ203 “website”: the link "
        "“https://college.example/a b” contains a space, a quote or an angle bracket — "
        "copy the address again from the browser's address bar",
    ),
    "a link with an invisible character": (
        "partners/example-college.yml", "https://college.example/", "https://college.example/\u202ea",
        "data/partners/example-college.yml:6:10: MZ203 “website”: the link "
        "“https://college.example/<U+202E>a” contains an invisible character — "
        "copy the address again from the browser's address bar",
    ),
    "a link to a port that is none": (
        "partners/example-college.yml", "https://college.example/", "https://college.example:99999/",
        "data/partners/example-college.yml:6:10: MZ203 “website”: “https://college.example:99999/” "
        "is not a link — write a whole address that begins with https:// or http://",
    ),
    "a link with a forbidden scheme": (
        "sources/college-page.yml", "https://college.example/news", "javascript:alert(1)",
        "data/sources/college-page.yml:8:6: MZ203 “url”: the link “javascript:alert(1)” begins with "
        "“javascript” — write a whole address that begins with https:// or http://",
    ),
    "a code that no list has": (
        "countries/tj.yml", "[tg]", "[tajik]",
        "data/countries/tj.yml:3:21: MZ203 “official_languages.1”: “tajik” is not a language code "
        "(BCP 47) — write a code such as en, zh, ru or tg",
    ),
    "an unknown currency": (
        "programmes/growing.yml", "TJS", "Somoni",
        "data/programmes/growing.yml:23:61: MZ203 “fees.1.currency”: “Somoni” is not a currency "
        "code (ISO 4217) — write a code such as CNY, USD or TJS",
    ),
    "an ISCED-F code with a letter": (
        "programmes/growing.yml", '"0812"', '"081a"',
        "data/programmes/growing.yml:7:10: MZ203 “isced_f”: “081a” is not an ISCED-F 2013 code — "
        'write a code such as "0812"',
    ),
    "an ISCO code that is too long": (
        "programmes/growing.yml", '"6113"', '"61130"',
        "data/programmes/growing.yml:32:41: MZ203 “occupations.1.isco”: “61130” is not an ISCO-08 "
        'code — write a code such as "8311"',
    ),
    "a code that the Chinese catalogue cannot have": (
        "curricula/growing-list.yml", '"410105"', '"4101"',
        "data/curricula/growing-list.yml:7:19: MZ203 “catalogue.code”: “4101” is not a code of the "
        'Chinese programme catalogue — write a code such as "460301"',
    ),
    "an id that is not a slug": (
        WORKSHOP, "partner: example-college", "partner: Example College",
        "data/projects/workshop.yml:13:27: MZ203 “roles.1.partner”: “Example College” is not an id — "
        "write the id: lower-case letters a–z, digits and single hyphens",
    ),
    "a word that is not a choice": (
        WORKSHOP, "basis: inferred", "basis: guessed",
        "data/projects/workshop.yml:9:10: MZ204 “batch.basis” cannot be “guessed” — "
        "write one of: confirmed, inferred",
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
    "a text for a whole or broken number": (
        "programmes/growing.yml", "amount: 1200.5", "amount: free",
        "data/programmes/growing.yml:23:43: MZ206 “fees.1.amount” has a value of the wrong kind — "
        "write a number",
    ),
    "a word for yes or no": (
        "sources/mirror.yml", "linked: false", "linked: no",
        "data/sources/mirror.yml:7:9: MZ206 “linked” has a value of the wrong kind — "
        "write true or false",
    ),
    "a list for a text": (
        WORKSHOP, "{en: Example Workshop, zh: 示例工坊}", "{en: [Example Workshop], zh: 示例工坊}",
        "data/projects/workshop.yml:1:12: MZ206 “name.en” has a value of the wrong kind — "
        "write a text",
    ),
    "a text for a mapping": (
        "countries/tj.yml", "point: {lat: 39, lon: 71}", "point: 39 N 71 E",
        "data/countries/tj.yml:5:8: MZ206 “point” has a value of the wrong kind — "
        "write lines of “key: value” below it",
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
        "data/programmes/growing.yml:29:57: MZ207 “courses.1.hours” must be more than 0"
        " — correct the number",
    ),
    "a number that is too high": (
        "programmes/growing.yml", "hours: 54", "hours: 5400",
        "data/programmes/growing.yml:29:57: MZ207 “courses.1.hours” must not be more than 5000"
        " — correct the number",
    ),
    "a number that is too low": (
        "countries/tj.yml", "lat: 39", "lat: -390",
        "data/countries/tj.yml:5:14: MZ207 “point.lat” must not be less than -90"
        " — correct the number",
    ),
    "an owner without its mark": (
        "locales.yml", "fallback: [en], state: draft", "owners: [college], state: draft",
        "data/locales.yml:6:30: MZ203 “ru.owners.1”: “college” is not a name on GitHub — "
        'write a person or a team in quotes: "@name" or "@organisation/team"',
    ),
    "an unknown fallback": (
        "locales.yml", "fallback: [en], state: draft", "fallback: [zg], state: draft",
        "data/locales.yml:6:32: MZ203 “ru.fallback.1”: “zg” is not a language code (BCP 47)",
    ),
    "a rule for plurals that divides by nothing": (
        "translations/ru.po", "plural=(", "plural=n%0 || (",
        "data/translations/ru.po:4:1: MZ401 the catalogue cannot be read: “n%0 || (",
    ),
    "an endless entry": (
        "translations/ru.po", 'msgid "Not published"\n', 'msgid "Not published"\n' + '"x"\n' * 3000,
        "data/translations/ru.po:2009:1: MZ401 the catalogue cannot be read: an entry has more than "
        "2000 lines — open it in Poedit, or correct the line by hand",
    ),
    "an invisible line end in a catalogue": (
        "translations/ru.po", "Не опубликовано", "Не\u2028опубликовано",
        "data/translations/ru.po:9:1: MZ401 the catalogue cannot be read: the line holds an "
        "invisible line end",
    ),
    "a language that is hardly translated": (
        "translations/ar.po", 'msgstr "غير منشور"', 'msgstr ""',
        "data/locales.yml:8:37: MZ320 only 0 % of the texts in the language “ar” are translated and "
        "up to date; a draft needs 80 % — ",
    ),
    "a broken catalogue": (
        "translations/ru.po", 'msgstr "Не опубликовано"', 'Не опубликовано',
        "data/translations/ru.po:9:1: MZ401 the catalogue cannot be read: the line "
        "“Не опубликовано” is no comment and no quoted text — "
        "open it in Poedit, or correct the line by hand",
    ),
    "a translation without a text": (
        "translations/ru.po", 'msgid "Not published"\n', "",
        "data/translations/ru.po:8:1: MZ401 the catalogue cannot be read: a line stands in the "
        "wrong place — open it in Poedit, or correct the line by hand",
    ),
    "the line ends of Windows": (
        WORKSHOP, "country: tj\n", "country: tj\r\n",
        "data/projects/workshop.yml:4:12: MZ901 lines end as on Windows or old Macs (CRLF or CR), "
        "not with LF — run “mozi fix”, or set up your editor to save it so",
    ),
    "an invisible mark": (
        WORKSHOP, "name: {en: Example W", "\ufeffname: {en: Example W",
        "data/projects/workshop.yml:1:1: MZ901 the file begins with an invisible mark (BOM) — ",
    ),
    "trailing blanks": (
        WORKSHOP, "country: tj\n", "country: tj \n",
        "data/projects/workshop.yml:4:12: MZ901 there are blanks at the end of a line — ",
    ),
    "no last line end": (
        WORKSHOP, "equipment, funding]\n", "equipment, funding]",
        "data/projects/workshop.yml:28:72: MZ901 the file does not end with exactly one line end — ",
    ),
    "keys in another order": (
        WORKSHOP, "cite: [college-page]\nchecked: 2026-01-31\n",
        "checked: 2026-01-31\ncite: [college-page]\n",
        "data/projects/workshop.yml:3:1: MZ902 “cite” belongs before “checked” — "
        "run “mozi fix”, or move it there with the comments above it",
    ),
    "a batch that is true": (
        WORKSHOP, "value: 1", "value: true",
        "data/projects/workshop.yml:8:10: MZ206 “batch” has a value of the wrong kind — "
        "write a whole number",
    ),
    "a space without width": (
        WORKSHOP, "en: Example Workshop", "en: Example\u200bWorkshop",
        "data/projects/workshop.yml:1:19: MZ111 an invisible, misleading or damaged character stands "
        "here: U+200B ZERO WIDTH SPACE — delete it, or type the text again",
    ),
    "a comment that runs backwards": (
        WORKSHOP, "cite: [college-page]", "# \u202eno source says so\ncite: [college-page]",
        "data/projects/workshop.yml:2:3: MZ111 an invisible, misleading or damaged character stands "
        "here: U+202E RIGHT-TO-LEFT OVERRIDE — ",
    ),
    "an escape that hides a character": (
        WORKSHOP, "en: Example Workshop", r'en: "Example\u202eWorkshop"',
        "data/projects/workshop.yml:1:12: MZ111 an invisible, misleading or damaged character stands "
        "here: U+202E RIGHT-TO-LEFT OVERRIDE — ",
    ),
    "a radical for a Chinese character": (
        WORKSHOP, "zh: 示例工坊", "zh: 示例⼯坊",
        "data/projects/workshop.yml:1:36: MZ111 an invisible, misleading or damaged character stands "
        "here: U+2F2F KANGXI RADICAL WORK — ",
    ),
    "a misleading character in a translation": (
        "translations/ru.po", "Пример мастерской", "Пример\u2066 мастерской",
        "data/translations/ru.po:20:1: MZ111 an invisible, misleading or damaged character",
    ),
    "an address that is gone for no reason": (
        "redirects.yml", ": /projects/", ": {gone: yes}",
        "data/redirects.yml:1:26: MZ203 “/projects/pilot/.gone”: this text has no language",
    ),
    "an address that is neither here nor gone": (
        "redirects.yml", ": /projects/", ": [/projects/]",
        "data/redirects.yml:1:19: MZ206",
    ),
}  # fmt: skip

FILES: Files = {
    "an empty file": ("projects/empty.yml", "", "MZ109 the file is empty"),
    "a list": ("projects/list.yml", "- a\n", "MZ109 the file is not a list of “key: value” lines"),
    "another encoding": ("projects/gbk.yml", "名".encode("gbk"), "MZ102 the file is not encoded"),
    "a huge file": ("projects/huge.yml", "#" * 300_000, "MZ101 the file is 292 KB long"),
    "two documents": ("projects/two.yml", "a: 1\n---\nb: 2", "MZ104 the file holds two documents"),
    "an alias": ("projects/alias.yml", "a: &x 1\nb: *x", "MZ105 anchors (&) and aliases (*)"),
    "a tag": ("projects/tag.yml", "a: !!str 1", "MZ106 the tag “tag:yaml.org,2002:str” is not used"),
    "a duplicate key": ("projects/twice.yml", "name: a\nname: b\n", "MZ107 the key “name” stands"),
    "deep nesting": ("projects/deep.yml", "a: " + "[" * 30, "MZ108 the file is nested more than 20"),
    "a list as a key": ("projects/key.yml", "? [a]\n: b", "MZ103 a list or mapping cannot be a key"),
    "a large number": ("projects/large.yml", "a: 1e999", "MZ103 this number is too large"),
    "an invisible line end": ("projects/end.yml", "a: b\x85c", "MZ103 an invisible line end stands"),
    "a table": ("projects/table.yml", "a: [" + "1, " * 10_000, "MZ110 the file holds more than 10000"),
    "a long number": ("projects/long.yml", "a: " + "9" * 50, "MZ103 this number is too long"),
    "a wrong ending": ("projects/workshop.yaml", "a: 1", "MZ002 “workshop.yaml” is not a record's"),
    "a name that is no id": ("projects/My Project.yml", "a: 1", "MZ003 “My Project” cannot be an"),
    "a reserved name": ("projects/index.yml", "a: 1", "MZ003 “index” cannot be an id"),
    "no country": ("countries/xx.yml", "a: 1", "MZ004 “xx” is no country code"),
    "a folder nothing reads": ("project/x.yml", "a: 1", "MZ006 nothing reads this folder"),
    "a list nothing reads": ("vocabularies/role.yml", "a: 1", "MZ006 nothing reads this file"),
    "a list of addresses in another encoding": (
        "addresses.txt", "/名/".encode("gbk"), "data/addresses.txt:1:2: MZ102 the file is not encoded",
    ),
    "a catalogue in another encoding": ("translations/ru.po", "й".encode("cp1251"),
                                        "MZ401 the catalogue cannot be read: it is not encoded"),
}  # fmt: skip


SLIPS = {
    "indentation": (
        "name: {en: a, zh: b}\n city: {en: a, zh: b}\n- c",
        "this does not fit the lines",
    ),
    "tab": ("country: tj\n\tcity: x", "a tab stands where there should be spaces"),
    "first-character": ("website: @college", "a text cannot begin with this character"),
    "colon": ("name: Workshop: the first", "a colon is missing or stands in the wrong place"),
    "bracket": ("name: {en: a, zh: b\ncountry: tj", "a comma or closing bracket is missing"),
    "quote": ('name: "a', "a quote is not closed"),
    "backslash": ('name: "C:\\dir"', 'inside "…" a backslash has a meaning of its own'),
    "control-character": ("name: \x07", "the line holds an invisible control character"),
    "": ("name: |a\n  b", " — look at this line and the one before"),
}
"""By wording of MZ103: a text that is not YAML, and a part of the message."""


def test_the_small_project_has_no_problem(folder: Folder) -> None:
    assert folder.problems() == []


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told(folder: Folder, name: str) -> None:
    assert_told(folder, MISTAKES[name])


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_refused(folder: Folder, name: str) -> None:
    assert_file_refused(folder, FILES[name])


@pytest.mark.parametrize("variant", SLIPS)
def test_a_text_that_is_not_yaml(folder: Folder, variant: str) -> None:
    text, expected = SLIPS[variant]
    folder.write("projects/slip.yml", text)
    (problem,) = folder.problems()
    assert (problem.code, problem.variant) == ("MZ103", variant)
    assert "MZ103 this is not YAML" in str(problem)
    assert expected in str(problem)


def test_a_name_that_no_terminal_can_print(folder: Folder) -> None:
    for name in (b"a\x1bb.yml", b"\xff.yml", "\u202elmy.yml".encode()):
        (folder.root / "data" / "projects" / os.fsdecode(name)).write_text("a: 1")
    assert [str(p)[: str(p).index(" cannot")] for p in folder.problems()] == [
        "data/projects/a<U+001B>b.yml:1:1: MZ003 “a<U+001B>b”",
        "data/projects/<U+202E>lmy.yml:1:1: MZ003 “<U+202E>lmy”",
        "data/projects/<U+DCFF>.yml:1:1: MZ003 “<U+DCFF>”",
    ]


def test_ids_that_differ_by_case_or_ending_are_never_two_records(folder: Folder) -> None:
    folder.write("projects/Workshop.yml", "a: 1")
    folder.write("projects/workshop.yaml", "a: 1")
    assert [p.code for p in folder.problems()] == ["MZ003", "MZ002"]


def test_all_problems_are_reported_together(folder: Folder) -> None:
    folder.replace(WORKSHOP, "roles:", "rolls:")
    folder.replace("programmes/growing.yml", "2025-09-01", "2025-09-31")
    folder.replace("sources/mirror.yml", "linked: false\n", "")
    assert [p.code for p in folder.problems()] == ["MZ203", "MZ201", "MZ306"]


def test_of_many_problems_alike_the_first_are_reported(folder: Folder) -> None:
    cite = ", ".join(f"colege-page{number}" for number in range(MOST + 50))
    folder.replace(WORKSHOP, "cite: [college-page]", f"cite: [{cite}]")
    folder.replace("programmes/growing.yml", "cite: [", "cite: [" + "1, " * (MOST + 50))
    found = Counter(p.code for p in folder.problems())
    assert found == {"MZ206": MOST, "MZ301": MOST, "MZ007": 2}


def test_a_file_with_problems_is_read_once_more(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    parse = Mock(side_effect=parse_yaml)
    for module in ("loading", "source_files"):
        monkeypatch.setattr(f"mozi.store.{module}.parse_yaml", parse)
    assert folder.problems() == []
    files = parse.call_count
    folder.replace(WORKSHOP, "cite: [college-page]", "cite: [a, b, c, d]")
    assert len(folder.problems()) == 4
    assert parse.call_count == files + files + 1


def test_a_record_that_cannot_be_read_is_not_called_unknown_as_well(folder: Folder) -> None:
    folder.write("partners/example-college.yml", "name: {en: a\n")
    assert [p.code for p in folder.problems()] == ["MZ103"]


def test_no_data_folder_is_a_problem_and_no_traceback(folder: Folder) -> None:
    from mozi import rules

    found = rules.check(load_store(folder.root / "nowhere"))
    assert [p.code for p in found] == ["MZ001"]
