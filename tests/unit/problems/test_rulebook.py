"""The rulebook: complete, in order, the same in both languages, with examples that are true."""

import re
from collections.abc import Callable

import pytest
from mozi.problems.problem import MOST
from mozi.problems.rulebook import EditorWords, Rule, read_rulebook

from tests.support.helpers import ROOT, Folder
from tests.unit.rules.test_every_wording import SEVERAL_PLACES

RULES = read_rulebook().rules
SHOWN = [code for code, rule in RULES.items() if rule.example.file]
OF_SHEETS = [code for code in RULES if code.startswith("MZ6")]
"""What is wrong with a workbook, not with the records: see tests/sheets."""


def mistake(name: str) -> Callable[[Folder], object]:
    """A mistake of the tests in `tests/unit/rules/`."""

    def make(folder: Folder) -> None:
        for change in SEVERAL_PLACES[name][0]:
            folder.replace(*change)

    return make


TOLD: dict[str, Callable[[Folder], object]] = {
    "MZ001": lambda folder: (folder.root / "data").rename(folder.root / "records"),
    "MZ002": lambda folder: folder.write("projects/other.yaml", "a: 1"),
    "MZ003": lambda folder: folder.write("projects/My Project.yml", "a: 1"),
    "MZ004": lambda folder: folder.write("countries/xx.yml", "a: 1"),
    "MZ005": lambda folder: (folder.root / "data" / "locales.yml").unlink(),
    "MZ006": lambda folder: folder.write("project/x.yml", "a: 1"),
    "MZ007": lambda folder: cite_many(folder),
    "MZ008": lambda folder: space_many(folder),
    "MZ101": lambda folder: folder.write("projects/long.yml", "#" * 300_000),
    "MZ102": lambda folder: folder.write("projects/gbk.yml", "名".encode("gbk")),
    "MZ109": lambda folder: folder.write("projects/list.yml", "- a"),
    "MZ110": lambda folder: folder.write("projects/table.yml", "a: [" + "1, " * 10_000 + "]"),
    "MZ111": lambda folder: folder.replace("projects/workshop.yml", "Work", "\u200bWork"),
    "MZ310": mistake("a source that nobody cites"),
    "MZ312": mistake("a partner that nothing names"),
    "MZ319": mistake("a review that changes have overtaken"),
    "MZ504": mistake("operating without an opening"),
    "MZ505": mistake("signed without a signing"),
    "MZ508": mistake("an intake of a closed programme"),
    "MZ704": lambda folder: folder.replace("projects/workshop.yml", "Example", "Example" * 30),
    "MZ707": lambda folder: folder.replace("translations/fr.po", "Non publié", "Pourquoi ?"),
    "MZ708": lambda folder: folder.replace(
        "translations/ru.po", "Пример мастерской", "Мастерская - колледж"
    ),
    "MZ709": lambda folder: folder.replace("translations/ar.po", "غير منشور", "ورشة, كلية"),
    "MZ801": lambda folder: folder.write("addresses.txt", "/projects/workshops/"),
    "MZ901": lambda folder: folder.replace("projects/workshop.yml", "funding]\n", "funding]"),
}
"""Examples that no line of a file can show: how to do them."""

ACCOMPANIED = {"MZ007": {"MZ301"}, "MZ008": {"MZ705"}}
"""Rules that are never broken alone, with the others."""


def cite_many(folder: Folder) -> None:
    cite = ", ".join(f"renamed-{number}" for number in range(MOST + 50))
    folder.replace("projects/workshop.yml", "cite: [college-page]", f"cite: [{cite}]")


def space_many(folder: Folder) -> None:
    cautions = "\n".join(f'  - {{en: "Two  {n}", zh: 提示}}' for n in range(MOST + 50))
    folder.replace("projects/workshop.yml", "cautions:", f"cautions:\n{cautions}")


def placeholders(words: EditorWords) -> tuple[set[str], set[str]]:
    en, zh = (set(re.findall(r"\{([a-z_]+)\}", text)) for text in (words.en, words.zh))
    return en, zh


def test_it_holds_exactly_the_codes_of_the_source() -> None:
    used = {
        code
        for path in (ROOT / "hooks" / "mozi").rglob("*.py")
        for code in re.findall(r"\bMZ\d{3}\b", path.read_text(encoding="utf-8"))
    }
    assert set(RULES) == used
    assert list(RULES) == sorted(RULES)


@pytest.mark.parametrize("code", RULES)
def test_both_languages_say_the_same(code: str) -> None:
    rule = RULES[code]
    wordings = [part for w in rule.variants.values() for part in (w.message, w.fix)]
    for words in [rule.title, rule.why, *wordings, *([rule.fixed] if rule.fixed else [])]:
        en, zh = placeholders(words)
        assert en == zh
        assert words.en
        assert re.search(r"[\u4e00-\u9fff]", words.zh) or words.zh == "{advice}"
    assert wordings


@pytest.mark.parametrize("name", read_rulebook().advice)
def test_advice_says_the_same_in_both_languages(name: str) -> None:
    en, zh = placeholders(read_rulebook().advice[name])
    assert en == zh


def test_an_example_is_shown_or_told() -> None:
    for code, rule in RULES.items():
        assert bool(rule.example.file) != bool(rule.example.about), code
    assert set(RULES) == {*SHOWN, *TOLD, *OF_SHEETS}


@pytest.mark.parametrize("code", SHOWN)
def test_the_wrong_example_breaks_this_rule_only_and_the_right_one_none(
    folder: Folder, code: str
) -> None:
    example = RULES[code].example
    assert example.file
    assert folder.problems() == []
    folder.replace(example.file.removeprefix("data/"), example.right, example.wrong)
    assert {problem.code for problem in folder.problems()} == {code}


@pytest.mark.parametrize("code", SHOWN)
def test_an_example_shows_whole_lines(folder: Folder, code: str) -> None:
    example = RULES[code].example
    text = (folder.root / (example.file or "")).read_text(encoding="utf-8")
    lines = example.right.removesuffix("\n")
    assert f"\n{lines}\n" in f"\n{text}"


@pytest.mark.parametrize("code", TOLD)
def test_what_an_example_tells_breaks_this_rule(folder: Folder, code: str) -> None:
    TOLD[code](folder)
    found = {problem.code for problem in folder.problems()}
    assert found == {code} | ACCOMPANIED.get(code, set())


def test_a_variant_takes_from_its_rule_what_it_does_not_say() -> None:
    usual, other = (RULES["MZ202"].variants[name] for name in ("", "inside"))
    assert other.fix == usual.fix
    assert other.message != usual.message


def test_an_entry_that_is_not_in_order_is_refused() -> None:
    with pytest.raises(ValueError, match="severity"):
        Rule.model_validate({"severity": "fatal"})
