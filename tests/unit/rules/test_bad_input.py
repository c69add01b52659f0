"""What an editor gets for a mistake: file, line, column, code, what is wrong, what to write.

Every case changes one thing in the small project, which has no problem by itself. Every wording of
the rulebook has a case.
"""

import os
import re
from collections import Counter
from unittest.mock import Mock

import pytest
from mozi.engine.cache import Cache
from mozi.problems.problem import MOST
from mozi.problems.rulebook import read_rulebook
from mozi.store.loading import load_store
from mozi.yaml_text.parse import parse_yaml

from tests.support.helpers import Folder

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
        "data/countries/tj.yml:4:8: MZ206 “point” has a value of the wrong kind — "
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
        "data/countries/tj.yml:4:14: MZ207 “point.lat” must not be less than -90"
        " — correct the number",
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
        "data/projects/workshop.yml:28:1: MZ302 “enterprise” is neither given nor said to be "
        "unpublished — add it, or add “enterprise” to the list “unpublished”",
    ),
    "given and called unpublished": (
        WORKSHOP, "unpublished: [", "unpublished: [batch, ",
        "data/projects/workshop.yml:28:15: MZ303 “batch” is given, and also said to be unpublished"
        " — remove “batch” from the list “unpublished”",
    ),
    "an unknown particular": (
        WORKSHOP, "funding]", "funding, fundng]",
        "data/projects/workshop.yml:28:73: MZ304 “fundng” is no particular of a record in "
        "data/projects — did you mean “funding”?",
    ),
    "an unpublished particular where there are none": (
        "countries/tj.yml", "point: {lat: 39, lon: 71}", "unpublished: [funding]",
        "data/countries/tj.yml:4:15: MZ304 “funding” is no particular of a record in "
        "data/countries — remove the list “unpublished”, records in this folder have no need of it",
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
    "an owner without its mark": (
        "locales.yml", "fallback: [en], state: draft", "owners: [college], state: draft",
        "data/locales.yml:6:30: MZ203 “ru.owners.1”: “college” is not a name on GitHub — "
        'write a person or a team in quotes: "@name" or "@organisation/team"',
    ),
    "an unknown fallback": (
        "locales.yml", "fallback: [en], state: draft", "fallback: [zg], state: draft",
        "data/locales.yml:6:32: MZ203 “ru.fallback.1”: “zg” is not a language code (BCP 47)",
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
    "a term that explains an unknown particular": (
        "vocabularies/glossary.yml", "explains: [lead]", "explains: [leed]",
        "data/vocabularies/glossary.yml:28:14: MZ301 there is no “leed” in "
        "data/vocabularies/particulars — did you mean “lead”?",
    ),
    "no language": (
        "locales.yml", "\nru: {", "\n../ru: {",
        "data/locales.yml:6:1: MZ308 “../ru” is not a language whose dates and numbers the CLDR has",
    ),
    "a language without dates": (
        "locales.yml", "\nru: {name: Русский,", "\nru: {name: Русский, cldr: tlh,",
        "data/locales.yml:6:21: MZ308 “ru” is not a language whose dates and numbers the CLDR has",
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
    "a percent sign beside a placeholder": (
        "translations/ru.po", 'msgstr[0] "%(num)s проект"', 'msgstr[0] "%(num)s % проект"',
        "data/translations/ru.po:14:1: MZ402 the translation “%(num)s % проект” does not have",
    ),
    "a partner that is a part of itself": (
        "partners/example-college.yml", "country: cn\n", "country: cn\npart_of: example-college\n",
        "data/partners/example-college.yml:6:1: MZ311 this partner is a part of itself: "
        "example-college → example-college — correct “part_of” here or in one of the others",
    ),
    "a reference curriculum of another field": (
        "curricula/growing-list.yml", "[horticulture]", "[optometry]",
        "data/projects/workshop.yml:19:23: MZ313 the curriculum “growing-list” has no field of study "
        "near to one of this record — ",
    ),
    "a programme of another field than its project": (
        "programmes/growing.yml", "fields: [horticulture]", "fields: [optometry]",
        "data/programmes/growing.yml:5:1: MZ314 none of these fields of study is near to one of the "
        "project “workshop” — ",
    ),
    "a host in another country": (
        "partners/example-host.yml", "country: tj", "country: cn",
        "data/projects/workshop.yml:14:18: MZ315 the host “example-host” does not sit in the "
        "project's country, tj — ",
    ),
    "the name of another partner": (
        "partners/example-college.yml", "en: Example College,", 'en: "The Co, HOST-Instituté",',
        "data/partners/example-host.yml:1:1: MZ316 the name is the same as that of “example-college”, "
        "or differs only in its spelling — ",
    ),
    "the Chinese name of another partner": (
        "partners/example-college.yml", "zh: 示例学院", "zh: 承办 学院",
        "data/partners/example-host.yml:1:1: MZ316 the name is the same as that of “example-college”",
    ),
    "the address of another source": (
        "sources/mirror.yml", "https://lobakashop.com/copy",
        "http://www.College.example/news/?utm_source=chat#top",
        "data/sources/mirror.yml:1:1: MZ317 the address, or title and date, are those of the source "
        "“college-page” — ",
    ),
    "title and date of another source": (
        "sources/mirror.yml", "title: 工坊签约\n", "title: “The Workshop Opens”\ndate: 2024-05-02\n",
        "data/sources/mirror.yml:1:1: MZ317 the address, or title and date, are those of the source "
        "“college-page” — ",
    ),
    "a review without its date": (
        "locales.yml", "ru: {name: Русский, fallback: [en], state: draft}",
        "ru: {name: Русский, fallback: [en], state: reviewed, reviewed_by: {en: A college, zh: 学院}}",
        "data/locales.yml:6:37: MZ318 the language “ru” is called reviewed, and “reviewed_on” is "
        "missing — add “reviewed_on”, or write “state: draft”",
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
    "a lost placeholder": (
        "translations/ru.po", 'msgstr[0] "%(num)s проект"', 'msgstr[0] "%(number)s проект"',
        "data/translations/ru.po:14:1: MZ402 the translation “%(number)s проект” does not have the "
        "placeholders of “%(num)s project” — "
        "copy every %(…)s of the English text unchanged",
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
    "a milestone that ends before it begins": (
        WORKSHOP, "until: 2024-05-02", "until: 2024-04",
        "data/projects/workshop.yml:17:24: MZ501 this ends on 2024-04, before it begins on 2024-05-01"
        " — correct one of the two dates",
    ),
    "an intake that ends before it begins": (
        "programmes/growing.yml", "apply_until: 2025-07-31", "end: 2024",
        "data/programmes/growing.yml:25:25: MZ501 this ends on 2024, before it begins on 2025-09-01",
    ),
    "a deadline after the start": (
        "programmes/growing.yml", "apply_until: 2025-07-31", "apply_until: 2025-10",
        "data/programmes/growing.yml:25:25: MZ502 one may apply until 2025-10, after the start on "
        "2025-09-01 — ",
    ),
    "an opening before the signing": (
        WORKSHOP, "date: 2023-09, kind: signed", "date: 2025, kind: signed",
        "data/projects/workshop.yml:17:6: MZ503 it opened on 2024-05-02, before it was signed on 2025"
        " — ",
    ),
    "a status that the milestones have overtaken": (
        WORKSHOP, "value: operating", "value: signed",
        "data/projects/workshop.yml:15:1: MZ506 the status is “signed”, and a milestone of the kind "
        "“opened” says that it is further — ",
    ),
    "a status from before the opening it rests on": (
        WORKSHOP, "value: operating, as_of: 2025-09-01", "value: operating, as_of: 2024-04",
        "data/projects/workshop.yml:15:1: MZ506 the status “operating” is said to be that of 2024-04, "
        "before anything it rests on happened (2024-05-01) — ",
    ),
    "a programme that is further than its project": (
        WORKSHOP, "value: operating", "value: launched",
        "data/programmes/growing.yml:10:1: MZ507 the programme is “operating”, while its project is "
        "“launched” — ",
    ),
    "a programme that goes on when its project is over": (
        WORKSHOP, "value: operating", "value: suspended",
        "data/programmes/growing.yml:10:1: MZ507 the programme is “operating”, while its project is "
        "“suspended” — ",
    ),
    "a look at the sources in the future": (
        WORKSHOP, "checked: 2026-01-31", "checked: 2026-02-03",
        "data/projects/workshop.yml:3:1: MZ509 “checked”: 2026-02-03 lies in the future — ",
    ),
    "a statement of the future": (
        "topics/mozi-workshop.yml", "as_of: 2025-08", "as_of: 2027",
        "data/topics/mozi-workshop.yml:7:48: MZ509 “as_of”: 2027 lies in the future — ",
    ),
    "a source of the future": (
        "sources/college-page.yml", "date: 2024-05-02", "date: 2026-03",
        "data/sources/college-page.yml:6:1: MZ509 “date”: 2026-03 lies in the future — ",
    ),
    "a milestone of the future": (
        WORKSHOP, "until: 2024-05-02, kind: opened,", "kind: opened}\n  - {date: 2030, kind: visit,",
        "data/projects/workshop.yml:18:6: MZ509 “date”: 2030 lies in the future — ",
    ),
    "an institution founded in the future": (
        "partners/example-college.yml", "country: cn\n", "country: cn\nfounded: 2048\n",
        "data/partners/example-college.yml:6:1: MZ509 “founded”: 2048 lies in the future — ",
    ),
    "a review in the future": (
        "locales.yml", "state: draft}", "state: draft, reviewed_on: 2026-06-01}",
        "data/locales.yml:6:51: MZ509 “reviewed_on”: 2026-06-01 lies in the future — ",
    ),
    "a status that has grown old": (
        WORKSHOP, "as_of: 2025-09-01", "as_of: 2024-07-31",
        "data/projects/workshop.yml:15:28: MZ510 the status is that of 2024-07-31, more than 18 "
        "months ago — look for newer sources; leave it as it is when there are none",
    ),
    "statements that have grown old": (
        "initiatives/conference.yml", "as_of: 2025-08", "as_of: 2023",
        "data/initiatives/conference.yml:11:74: MZ510 statements here that are older than 18 months: "
        "1, the oldest as of 2023 — ",
    ),
    "sources that nobody has looked at for long": (
        "countries/tj.yml", "checked: 2026-01-31", "checked: 2024-06-30",
        "data/countries/tj.yml:2:1: MZ510 nobody has looked at the sources since 2024-06-30, more "
        "than 18 months ago — ",
    ),
    "a source from after it was read": (
        "sources/college-page.yml", "checked: 2026-01-31", "checked: 2024-05-01",
        "data/sources/college-page.yml:6:1: MZ511 “date” is 2024-05-02, after the day on which the "
        "sources were last looked at (2024-05-01) — ",
    ),
    "a Cyrillic letter in a Latin word": (
        WORKSHOP, "en: Example Workshop", "en: Example Wоrkshop",
        "data/projects/workshop.yml:1:8: MZ701 “Wоrkshop” mixes Latin letters with letters of another "
        "alphabet that look the same — ",
    ),
    "a Latin letter in a translation": (
        "translations/ru.po", "Пример мастерской", "Пpимер мастерской",
        "data/translations/ru.po:20:1: MZ701 “Пpимер” mixes Latin letters",
    ),
    "Chinese under English": (
        WORKSHOP, "en: Example Workshop", "en: 示例工坊",
        "data/projects/workshop.yml:1:8: MZ702 “示例工坊” stands under “en”, and is not, or hardly, in "
        "Latin letters — ",
    ),
    "an untranslated sentence": (
        "translations/ru.po", "Мастерская Лу Баня в той же деревне — другая.",
        "The Luban Workshop in the same village is another one.",
        "data/translations/ru.po:24:1: MZ702 “The Luban Workshop in the same village is another one.” "
        "stands under “ru”",
    ),
    "a tag": (
        WORKSHOP, "en: Example Workshop", 'en: "Example<br/>Workshop"',
        "data/projects/workshop.yml:1:8: MZ703 “<br” is HTML, and would be shown as it stands — "
        "write plain text",
    ),
    "a tag in a translation": (
        "translations/ru.po", "Пример мастерской", "<script>alert(1)</script>",
        "data/translations/ru.po:20:1: MZ703 “<script” is HTML",
    ),
    "an entity": (
        "partners/example-college.yml", "en: Example College", "en: Example&nbsp;College",
        "data/partners/example-college.yml:1:8: MZ703 “&nbsp;” is an HTML code for a character",
    ),
    "a link in Markdown": (
        "programmes/growing.yml", "en: Write to the office.", 'en: "[Write](javascript:alert(1))"',
        "data/programmes/growing.yml:21:15: MZ703 “](javascript:alert(1))” is Markdown",
    ),
    "a long name": (
        WORKSHOP, "zh: 示例工坊", "zh: " + "示例工坊" * 16,
        "data/projects/workshop.yml:1:30: MZ704 “name” has 64 characters; more than 60 are hard to "
        "read there — ",
    ),
    "two spaces": (
        WORKSHOP, "en: Example Workshop", "en: Example  Workshop",
        "data/projects/workshop.yml:1:8: MZ705 two spaces follow on “Example” — keep one",
    ),
    "an empty line behind a text": (
        "topics/mozi-workshop.yml", "summary: {en: Colleges abroad., zh: 海外学院。}",
        "summary:\n  en: |\n    Colleges abroad.\n  zh: 海外学院。",
        "data/topics/mozi-workshop.yml:5:3: MZ705 the text begins or ends with a space or an empty "
        "line — ",
    ),
    "a text still to be written": (
        WORKSHOP, "zh: 示例工坊", "zh: （待补充）",
        "data/projects/workshop.yml:1:30: MZ706 “待补充” stands for a text that is still to be written"
        " — ",
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
    "a redirect to no page": (
        "redirects.yml", ": /projects/", ": /project/",
        "data/redirects.yml:1:1: MZ802 “/projects/pilot/” leads to “/project/”, where there is no "
        "page — did you mean “/projects/”?",
    ),
    "a redirect to a page of choices, which comes and goes": (
        "redirects.yml", ": /projects/", ": /projects/country/tj/",
        "data/redirects.yml:1:1: MZ802 “/projects/pilot/” leads to “/projects/country/tj/”",
    ),
    "a redirect to another site": (
        "redirects.yml", ": /projects/", ": https://college.example/",
        "data/redirects.yml:1:1: MZ802 “/projects/pilot/” leads to “https://college.example/”, "
        "which is no address of a page of this site — write an address from the site's root on",
    ),
    "a redirect to another site without a scheme": (
        "redirects.yml", ": /projects/", ": //college.example/",
        "data/redirects.yml:1:1: MZ802 “/projects/pilot/” leads to “//college.example/”, which is "
        "no address of a page of this site",
    ),
    "a redirect to a redirect": (
        "redirects.yml", "/projects/pilot/:", "/projects/trial/: /projects/pilot/\n/projects/pilot/:",
        "data/redirects.yml:1:1: MZ802 “/projects/trial/” leads to “/projects/pilot/”, which is "
        "itself redirected — write “/projects/trial/: /projects/”",
    ),
    "a redirect to itself": (
        "redirects.yml", ": /projects/", ": /projects/pilot/",
        "data/redirects.yml:1:1: MZ802 “/projects/pilot/” leads to “/projects/pilot/”, and that to "
        "no page in the end — write the address of a page",
    ),
    "a redirect of a page": (
        "redirects.yml", "/projects/pilot/:", "/projects/pilot/: /projects/\n/projects/workshop/:",
        "data/redirects.yml:2:1: MZ803 “/projects/workshop/” has a page, and is redirected — "
        "take the line out",
    ),
    "a redirect for one language": (
        "redirects.yml", "/projects/pilot/:", "/projects/pilot/: /projects/\n/ru/projects/pilot/:",
        "data/redirects.yml:2:1: MZ804 a redirect holds for all languages, and names none — "
        "write “/projects/pilot/”",
    ),
    "an old address that is none": (
        "redirects.yml", "/projects/pilot/:", "/projects/pilot/: /projects/\n/projects/Pilot:",
        "data/redirects.yml:2:1: MZ804 “/projects/Pilot” is not written as an address of this site",
    ),
    "an address that is a number": (
        "redirects.yml", "/projects/pilot/:", "/projects/pilot/: /projects/\n2024:",
        "data/redirects.yml:2:1: MZ804 “2024” is not written as an address of this site",
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

SIGNED = ("value: operating, as_of: 2025-09-01", "value: signed, as_of: 2025-09-01")
OPENING = (
    "  - {date: 2024-05-01, until: 2024-05-02, kind: opened, place: {en: Khujand, zh: 胡占德}}\n"
)
SIGNING = "  - {date: 2023-09, kind: signed, cite: [mirror]}\n"

CHANGES: dict[str, tuple[list[tuple[str, str, str]], str]] = {
    "a source that nobody cites": (
        [(f"{record}.yml", "[college-page]", "[mirror]") for record in (
            "projects/workshop", "topics/mozi-workshop", "countries/cn", "countries/tj",
            "initiatives/conference", "partners/example-college", "partners/example-host",
            "programmes/growing",
        )],
        "data/sources/college-page.yml:1:1: MZ310 no record cites the source “college-page” — ",
    ),
    "a partner that nothing names": (
        [(WORKSHOP, "  - {role: host, partner: example-host}\n", ""),
         (WORKSHOP, "[enterprise,", "[host, enterprise,")],
        "data/partners/example-host.yml:1:1: MZ312 no other record names “example-host” — ",
    ),
    "a review that changes have overtaken": (
        [("locales.yml", "state: draft}", "state: reviewed, reviewed_by: {en: A college, zh: 学院}, "
          "reviewed_on: 2026-01-31}"),
         ("translations/ru.po", '\nmsgid "Not published"', '\n#, fuzzy\nmsgid "Not published"')],
        "data/locales.yml:6:37: MZ319 the language “ru” is called reviewed, and only 80 % of its texts "
        "are translated and up to date — translate the rest and have it reviewed",
    ),
    "operating without an opening": (
        [(WORKSHOP, OPENING, ""), (WORKSHOP, "[enterprise,", "[opening, enterprise,")],
        "data/projects/workshop.yml:15:1: MZ504 the status is “operating”, and there is no milestone of "
        "any of these kinds: activity, opened — ",
    ),
    "signed without a signing": (
        [(WORKSHOP, *SIGNED), (WORKSHOP, SIGNING, ""), (WORKSHOP, OPENING, OPENING.replace("opened", "visit")),
         (WORKSHOP, "[enterprise,", "[signing, opening, enterprise,"),
         ("programmes/growing.yml", "value: operating", "value: announced")],
        "data/projects/workshop.yml:15:1: MZ505 the status is “signed”, and no milestone tells of the "
        "signing — ",
    ),
    "an intake of a closed programme": (
        [("programmes/growing.yml", "value: operating", "value: closed"),
         ("programmes/growing.yml", "start: 2025-09-01", "start: 2026-09")],
        "data/programmes/growing.yml:25:6: MZ508 the programme or its project is closed, and an intake "
        "starts on 2026-09 — ",
    ),
}  # fmt: skip
"""Mistakes that take more than one change."""

FINE: dict[str, list[tuple[str, str, str]]] = {
    "dates that are not known well enough to contradict each other": [
        (WORKSHOP, "until: 2024-05-02", "until: 2024"),
        (WORKSHOP, "date: 2023-09,", "date: 2024,"),
        ("programmes/growing.yml", "apply_until: 2025-07-31", "apply_until: 2025-09"),
        ("programmes/growing.yml", "as_of: 2025-09", "as_of: 2026"),
    ],
    "an opening before the signing, with a reason": [
        (WORKSHOP, "date: 2023-09,", "date: 2024-09,"),
        (WORKSHOP, "kind: opened,", "kind: opened, note: {en: On trial., zh: 试运行。},"),
    ],
    "a late deadline, with a reason": [
        ("programmes/growing.yml", "apply_until: 2025-07-31",
         "apply_until: 2025-10, note: {en: Latecomers may join., zh: 可以插班。}"),
    ],
    "a status that rests on an activity": [
        (WORKSHOP, "kind: opened", "kind: activity"),
        (WORKSHOP, "[enterprise,", "[opening, enterprise,"),
    ],
    "a programme behind its project, and one that is over": [
        ("programmes/growing.yml", "value: operating", "value: announced"),
        ("programmes/growing.yml", "value: announced", "value: closed"),
    ],
    "tomorrow, which it is already in the east": [
        (WORKSHOP, "checked: 2026-01-31", "checked: 2026-02-02"),
    ],
    "an intake in the future": [
        ("programmes/growing.yml", "start: 2025-09-01", "start: 2026-09-01"),
    ],
    "a statement of just 18 months ago": [
        (WORKSHOP, "as_of: 2025-09-01", "as_of: 2024-08-01"),
    ],
    "a narrower field of study": [
        ("curricula/growing-list.yml", "[horticulture]", "[modern-agriculture]"),
    ],
    "names that share most words": [
        ("partners/example-college.yml", "en: Example College", "en: Host Institute and Company"),
    ],
    "pages of one site": [
        ("sources/mirror.yml", "https://lobakashop.com/copy", "https://college.example/news?id=2"),
    ],
    "a part of another partner": [
        ("partners/example-college.yml", "country: cn\n", "country: cn\npart_of: example-host\n"),
    ],
    "alphabets side by side": [
        (WORKSHOP, "ru: Худжанд", "ru: IT-Худжанд 5 μm"),
        (WORKSHOP, "zh: 示例工坊", "zh: BIM示例工坊Худжанд"),
    ],
    "a Chinese name in an English text": [
        (WORKSHOP, "en: Example Workshop", "en: 城市金融报 (e-paper)"),
    ],
    "a name in Latin letters": [
        (WORKSHOP, "zh: 示例工坊", "zh: Example School of Arts"),
        ("translations/ru.po", "Пример мастерской", "example.org"),
    ],
    "a number for a text": [
        ("programmes/growing.yml", "{en: Soil, zh: 土壤}", '{en: "2025", zh: "2025"}'),
    ],
    "signs that are no markup": [
        (WORKSHOP, "en: Example Workshop", 'en: "R&D; 2 < 3 > 1 * [2023](208) **"'),
    ],
    "joiners and marks in scripts that need them": [
        (WORKSHOP, "ru: Худжанд", "fa: می\u200cخواهم, ar: ورشة\u200f!"),
    ],
    "a long title, word for word": [
        ("sources/mirror.yml", "title: 工坊签约", "title: " + "工坊签约" * 100),
    ],
    "a word that holds a sign of unfinished texts": [
        (WORKSHOP, "ru: Худжанд", "es: MÉTODO"),
    ],
}  # fmt: skip
"""Changes that look like mistakes and are none."""


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

FILES: dict[str, tuple[str, str | bytes, str]] = {
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
    "a published address that changed": (
        "addresses.txt", "/projects/\n/projects/workshops/\n",
        "data/addresses.txt:2:1: MZ801 “/projects/workshops/” was published and has no page any "
        "more — add to data/redirects.yml the line “/projects/workshops/: /projects/workshop/”, or,"
        " if nothing takes its place, “/projects/workshops/: {gone: {en: why, zh: 原因}}”",
    ),
    "a published address that nothing is like": (
        "addresses.txt", "/projects/pilot/\n/projects/country/gh/\n/news/\n",
        "data/addresses.txt:3:1: MZ801 “/news/” was published and has no page any more — add to "
        "data/redirects.yml the line “/news/: ” with the address that takes its place behind it",
    ),
    "a language that is offered no more": (
        "addresses.txt", "/ru/\n/ky/\n",
        "data/addresses.txt:2:1: MZ801 “/ky/” was published and has no page any more",
    ),
    "what is left of a merge in the list of addresses": (
        "addresses.txt", "/projects/pilot/\n<<<<<<< main\n",
        "data/addresses.txt:2:1: MZ804 “<<<<<<< main” is not written as an address of this site — "
        "take the line out, then run “mozi addresses”",
    ),
    "a list of addresses in another encoding": (
        "addresses.txt", "/名/".encode("gbk"), "data/addresses.txt:1:2: MZ102 the file is not encoded",
    ),
    "a catalogue in another encoding": ("translations/ru.po", "й".encode("cp1251"),
                                        "MZ401 the catalogue cannot be read: it is not encoded"),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_mistake_in_a_record(folder: Folder, name: str) -> None:
    file, old, new, expected = CASES[name]
    folder.replace(file, old, new)
    found = [str(problem) for problem in folder.problems()]
    assert any(line.startswith(expected) for line in found), "\n".join(found)


@pytest.mark.parametrize("name", CHANGES)
def test_a_mistake_in_several_places(folder: Folder, name: str) -> None:
    changes, expected = CHANGES[name]
    for change in changes:
        folder.replace(*change)
    found = [str(problem) for problem in folder.problems()]
    assert len(found) == 1, "\n".join(found)
    assert found[0].startswith(expected), found


@pytest.mark.parametrize("name", FINE)
def test_what_is_no_mistake(folder: Folder, name: str) -> None:
    for change in FINE[name]:
        folder.replace(*change)
    assert folder.problems() == []


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_cannot_be_a_record(folder: Folder, name: str) -> None:
    file, content, expected = FILES[name]
    folder.write(file, content)
    found = [problem for problem in folder.problems() if expected in str(problem)]
    assert len(found) == 1, folder.problems()
    assert found[0].fix()


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


UNUSED = {
    ("MZ207", variant)
    for variant in (
        "",
        "less-than",
        "string-too-short",
        "string-too-long",
        "string-pattern-mismatch",
        "too-long",
    )
}
"""Wordings for bounds that no record has yet; see test_validation."""


def test_every_wording_has_a_case(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    """And can be told in both languages."""
    seen = set()

    def look() -> None:
        cache = Cache(folder.root.parent / "cache")  # nearly all files are as they were
        for problem in folder.problems(cache):
            seen.add((problem.code, problem.variant))
            for told in (problem.text("en"), problem.text("zh")):
                assert not re.search(r"\{[a-z_]+\}", told), told
                assert "\n" not in told

    def changed(file: str, content: bytes) -> None:
        path = folder.root / "data" / file
        before = path.read_bytes() if path.exists() else None
        folder.write(file, content)
        look()
        path.unlink() if before is None else path.write_bytes(before)

    for file, old, new, _ in CASES.values():
        changed(file, (folder.root / "data" / file).read_text().replace(old, new, 1).encode())
    for file, content, _ in FILES.values():
        changed(file, content.encode() if isinstance(content, str) else content)
    for text, _ in SLIPS.values():
        changed("projects/slip.yml", text.encode())
    changed("projects/many.yml", ("\n".join(f"k{n}: 1" for n in range(MOST + 1))).encode())
    cautions = "\n".join(f'  - {{en: "Two  {n}", zh: 提示}}' for n in range(MOST + 1))
    workshop = (folder.root / "data" / WORKSHOP).read_text()
    changed(WORKSHOP, workshop.replace("cautions:", f"cautions:\n{cautions}").encode())
    for changes, _ in CHANGES.values():
        before = {file: (folder.root / "data" / file).read_bytes() for file, _, _ in changes}
        for change in changes:
            folder.replace(*change)
        look()
        for file, content in before.items():
            folder.write(file, content)
    with monkeypatch.context() as context:
        context.setattr("mozi.store.loading.MAX_CATALOGUE", 100)
        look()
    (folder.root / "data" / "translations" / "fr.po").unlink()
    (folder.root / "data" / "translations" / "fr.po").mkdir()
    look()
    (folder.root / "data" / "locales.yml").unlink()
    look()
    (folder.root / "data" / "locales.yml").mkdir()
    look()
    folder.root /= "nowhere"
    look()
    rules = read_rulebook().rules
    wordings = {(code, name) for code in rules for name in rules[code].variants}
    of_sheets = {
        wording for wording in wordings if wording[0].startswith("MZ6")
    }  # see tests/sheets
    assert seen == wordings - of_sheets - UNUSED
