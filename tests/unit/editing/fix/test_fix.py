"""What `mozi fix` mends, and what it leaves alone. Every case changes one thing in the small project."""

import pytest
from mozi.editing.fix import file_names, fix_all
from mozi.problems.rulebook import read_rulebook

from tests.support.helpers import Folder

WORKSHOP = "projects/workshop.yml"
GROWING = "programmes/growing.yml"

MENDED = {
    # words
    "a key": (WORKSHOP, "roles:", "rolls:", "MZ201"),
    "a key with a letter too many": (WORKSHOP, "milestones:", "millestones:", "MZ201"),
    "a key with two letters swapped": (WORKSHOP, "status:", "stauts:", "MZ201"),
    "a key deep inside": (WORKSHOP, "basis: inferred", "bassis: inferred", "MZ201"),
    "a key in capitals": (WORKSHOP, "country:", "Country:", "MZ201"),
    "a key with a hyphen": (GROWING, "isced_f:", "isced-f:", "MZ201"),
    "an id": (WORKSHOP, "partner: example-college", "partner: example-colleeg", "MZ301"),
    "an id in a list": (WORKSHOP, "cite: [college-page]", "cite: [colege-page]", "MZ301"),
    "an id of a list of words": (WORKSHOP, "kind: opened", "kind: openned", "MZ301"),
    "an id with capitals": (WORKSHOP, "partner: example-host", "partner: Example-Host", "MZ203"),
    "an id with a space": (WORKSHOP, "partner: example-host", "partner: example host", "MZ203"),
    "a country's code": (WORKSHOP, "country: tj", "country: TJ", "MZ203"),
    "a choice": (WORKSHOP, "basis: inferred", "basis: infered", "MZ204"),
    "a particular": (WORKSHOP, "student_numbers, e", "student-numbers, e", "MZ304"),
    "a code without quotes": (GROWING, 'value: "0812"', "value: 0812", "MZ206"),
    "a code in brackets": (GROWING, 'isco: "6113"', "isco: 6113", "MZ206"),
    "the names of the brand": ("site.yml", "home_country:", "home_county:", "MZ201"),
    "a code of a list": ("vocabularies/fields.yml", '{isced_f: "0812"', "{isced_f: 0812", "MZ206"),
    # punctuation
    "no space after a key": (WORKSHOP, "country: tj", "country:tj", "MZ103"),
    "no space in brackets": (WORKSHOP, "{role: lead,", "{role:lead,", "MZ201"),
    "no space before brackets": (WORKSHOP, "cite: [college", "cite:[college", "MZ103"),
    "no space after a dash": (WORKSHOP, "  - {role: lead", "  -{role: lead", "MZ103"),
    "a full-width colon": (WORKSHOP, "country: tj", "country：tj", "MZ103"),
    "a full-width colon in brackets": (WORKSHOP, "{en: Example W", "{en：Example W", "MZ201"),
    "a full-width comma": (WORKSHOP, "Example Workshop, zh: ", "Example Workshop，zh: ", "MZ103"),
    "both": (WORKSHOP, "Example Workshop, zh: ", "Example Workshop，zh：", "MZ202"),
    "a tab": (WORKSHOP, "  - {role: lead", "\t- {role: lead", "MZ103"),
    "a colon beside quotes and a comment": (
        "partners/example-host.yml",
        'address: {en: "1 Main Street, Khujand", zh: 胡占德市主街1号}',
        'address: {en: "1 Main Street, Khujand"，zh：胡占德市主街1号}', "MZ103",
    ),
    # layout
    "trailing blanks": (WORKSHOP, "country: tj", "country: tj \t", "MZ901"),
    "keys in another order": (
        WORKSHOP, "cite: [college-page]\nchecked: 2026-01-31\n",
        "checked: 2026-01-31\ncite: [college-page]\n", "MZ902",
    ),
}  # fmt: skip

LEFT = {
    "a word that may mean two": (WORKSHOP, "cite: [college-page]", "ciet: [college-page]"),
    "a short word": (WORKSHOP, "{role: lead,", "{role: led,"),
    "another year": (WORKSHOP, "cite: [college-page]", "cite: [college-page-2024]"),
    "a key that is there already": (WORKSHOP, "roles:", "milestone: []\nroles:"),
    "a key with a value of another kind": (GROWING, "mode: on-site", "mode: on-site\nintake: 3"),
    "a missing bracket": (WORKSHOP, "示例工坊}", "示例工坊"),
    "a tab among spaces": (WORKSHOP, "  value: 1", " \tvalue: 1"),
    "blanks that belong to a text": (
        "sources/mirror.yml", "title: 工坊签约", "title: |\n  工坊签约  \n  二"
    ),
    "a missing key": (WORKSHOP, "country: tj\n", ""),
}  # fmt: skip


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        (
            "{en：It's here, zh: 这里}  # it's：so, a:b",
            "{en: It's here, zh: 这里}  # it's：so, a:b",
        ),
        ('{en："a，zh：b", zh: 这里}', '{en: "a，zh：b", zh: 这里}'),
        ("{en：'a，zh：b', zh: 这里}", "{en: 'a，zh：b', zh: 这里}"),
        ("{en：a:b http://c, zh: 这里}", "{en: a:b http://c, zh: 这里}"),
    ],
)
def test_quotes_and_comments_stay_as_they_are(folder: Folder, wrong: str, right: str) -> None:
    folder.replace(WORKSHOP, "{en: Example Workshop, zh: 示例工坊}", wrong)
    fix_all(folder.root)
    assert text_of(folder, WORKSHOP).startswith(f"name: {right}\n")


def test_a_full_width_comma_between_ids(folder: Folder) -> None:
    folder.replace(WORKSHOP, "  cite: [mirror]", "  cite: [mirror, college-page]")
    before = text_of(folder, WORKSHOP)
    folder.replace(WORKSHOP, "[mirror, college-page]", "[mirror，college-page]")
    (mended,) = fix_all(folder.root)
    assert (mended.old, mended.new) == ("mirror，college-page", "mirror, college-page")
    assert text_of(folder, WORKSHOP) == before


def text_of(folder: Folder, file: str) -> str:
    return (folder.root / "data" / file).read_bytes().decode()


@pytest.mark.parametrize("name", MENDED)
def test_what_is_mended(folder: Folder, name: str) -> None:
    file, right, wrong, code = MENDED[name]
    before = text_of(folder, file)
    folder.replace(file, right, wrong)
    assert code in {problem.code for problem in folder.problems()}
    mended = fix_all(folder.root)
    assert text_of(folder, file) == before
    assert folder.problems() == []
    assert [one.problem.code for one in mended] == [code]


@pytest.mark.parametrize("name", LEFT)
def test_what_is_left_alone(folder: Folder, name: str) -> None:
    file, right, wrong = LEFT[name]
    folder.replace(file, right, wrong)
    before, problems = text_of(folder, file), folder.problems()
    assert problems
    assert fix_all(folder.root) == []
    assert text_of(folder, file) == before
    assert folder.problems() == problems


TYPESET = {
    "French": ("translations/fr.po", "Non publié", "Pourquoi ?", "Pourquoi\u202f?", "MZ707"),
    "Russian": (
        "translations/ru.po", "Пример мастерской", "Ещё - 85%", "Еще\u00a0— 85\u00a0%", "MZ708",
    ),
    "Arabic": ("translations/ar.po", "غير منشور", "غير, منشور", "غير، منشور", "MZ709"),
    "Chinese": (WORKSHOP, "zh: 示例工坊", "zh: BIM示例.", "zh: BIM 示例。", "MZ710"),
    "Chinese in quotes": (
        WORKSHOP, "zh: 示例工坊", 'zh: "示例: BIM工坊"', 'zh: "示例：BIM 工坊"', "MZ710",
    ),
    "a plural form": (
        "translations/ru.po", "%(num)s проекта", "%(num)s - проекта",
        "%(num)s\u00a0— проекта", "MZ708",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", TYPESET)
def test_a_text_is_typeset(folder: Folder, name: str) -> None:
    file, fine, wrong, right, code = TYPESET[name]
    before = text_of(folder, file)
    folder.replace(file, fine, wrong)
    mended = fix_all(folder.root)
    assert text_of(folder, file) == before.replace(fine, right, 1)
    assert {one.problem.code for one in mended} == {code}
    assert folder.problems() == []


def test_a_translation_on_several_lines_becomes_one(folder: Folder) -> None:
    folder.replace("translations/fr.po", 'msgstr "Non publié"', 'msgstr ""\n"Non "\n"publié ?\\n"')
    fix_all(folder.root)
    assert text_of(folder, "translations/fr.po").endswith('msgstr "Non publié\u202f?\\n"\n')


def test_what_is_quoted_or_obsolete_stays(folder: Folder) -> None:
    folder.replace("sources/mirror.yml", "title: 工坊签约", "title: BIM工坊. 签约")
    path = folder.root / "data/translations/fr.po"
    folder.write("translations/fr.po", path.read_text() + '\n#~ msgid "a"\n#~ msgstr "b ?"\n')
    before = text_of(folder, "translations/fr.po")
    assert fix_all(folder.root) == []
    assert text_of(folder, "translations/fr.po") == before


def test_a_broken_catalogue_stays(folder: Folder) -> None:
    folder.write("translations/fr.po", 'msgid "a"\nmsgstr "b ?')
    assert fix_all(folder.root) == []


def test_the_rulebook_names_what_is_mended() -> None:
    typeset = {code for _, _, _, _, code in TYPESET.values()}
    mended = {code for _, _, _, code in MENDED.values()} | typeset | set(file_names.CODES)
    assert {code for code, rule in read_rulebook().rules.items() if rule.fixed} == mended


def test_several_words_are_mended_together_or_each_alone(folder: Folder) -> None:
    folder.replace(WORKSHOP, "status:", "stauts:")
    folder.replace(WORKSHOP, "milestones:", "milestone:")
    assert {one.old for one in fix_all(folder.root)} == {"stauts", "milestone"}
    assert folder.problems() == []
    folder.replace(WORKSHOP, "roles:", "rolls: []\nroless:")  # not both can become “roles”
    folder.replace(WORKSHOP, "milestones:", "milestone:")
    assert {one.old for one in fix_all(folder.root)} == {"rolls", "milestone"}
    assert "\nroles: []\nroless:\n" in text_of(folder, WORKSHOP)


def test_a_key_moves_with_its_comments(folder: Folder) -> None:
    folder.write(
        WORKSHOP,
        "# yaml-language-server: $schema=../schema/project.schema.json\n"
        "# The name that the college uses.\n"
        "name: {en: Example Workshop, zh: 示例工坊}\n"
        "\n"
        "# Where it is.\n"
        "# Roughly.\n"
        "country: tj  # on the river\n"
        "fields:\n"
        "  - horticulture\n"
        "  # and no other\n"
        "cite: [college-page]\n"
        "# Somebody looked.\n"
        "checked: 2026-01-31\n"
        "\n"
        "# Still open: who hosts it?\n"
        "\n"
        "unpublished: [city, lead]\n"
        "# The end.\n",
    )
    fix_all(folder.root)
    assert text_of(folder, WORKSHOP) == (
        "# yaml-language-server: $schema=../schema/project.schema.json\n"
        "# The name that the college uses.\n"
        "name: {en: Example Workshop, zh: 示例工坊}\n"
        "\n"
        "cite: [college-page]\n"
        "# Somebody looked.\n"
        "checked: 2026-01-31\n"
        "# Where it is.\n"
        "# Roughly.\n"
        "country: tj  # on the river\n"
        "fields:\n"
        "  - horticulture\n"
        "  # and no other\n"
        "\n"
        "# Still open: who hosts it?\n"
        "\n"
        "unpublished: [city, lead]\n"
        "# The end.\n"
    )


def test_files_that_cannot_be_mended_do_no_harm(folder: Folder) -> None:
    folder.write("projects/gbk.yml", "名".encode("gbk"))
    folder.write("projects/long.yml", "#" * 300_000)
    folder.write("projects/list.yml", "- a\r\n")
    folder.write("projects/empty.yml", "")
    folder.write("projects/deep.yml", "a: " + "[" * 30)
    (folder.root / "data" / "locales.yml").unlink()
    before = folder.problems()
    fix_all(folder.root)
    assert [p.code for p in folder.problems()] == [p.code for p in before]


def test_a_file_keeps_its_mode_and_leaves_nothing_beside_it(folder: Folder) -> None:
    folder.replace(WORKSHOP, "country: tj", "country: TJ")
    path = folder.root / "data" / WORKSHOP
    path.chmod(0o640)
    fix_all(folder.root)
    assert path.stat().st_mode & 0o777 == 0o640
    assert [p.name for p in path.parent.iterdir()] == [path.name]
