"""YAML as the records write it: whatever is written reads back the same."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mozi.records.file_format import in_key_order, key_order, record_text
from mozi.records.models import RECORD_TYPES, Partner, Project, Source
from mozi.records.values import Fact, Statement
from mozi.yaml_text.parse import MISLEADING_CHARACTERS, parse_yaml
from mozi.yaml_text.write import comment_lines, commented_out, dump_yaml, one_line_yaml

from tests.support.helpers import ROOT

NASTY = [
    "", " ", "no", "null", "~", "true", "2024", "0812", "-1", "1e3", ".5", "2024-09-24", "a: b",
    "a:", "a #b", "#a", "- a", "-", "--- a", "...", "? a", "?", "'", '"', "\\", "a\\n", "[a", "a]",
    "{a", "a, b", "&a", "*a", "!a", "%a", "@a", "`a", "| a", "> a", "a\nb", "a\n", "\na", "a\n\n",
    " a\nb", "a\n b", "a\n\nb", "a\n  \nb", "a\tb", "\t", "a\rb", "a\x00b", "\x85",
    "\u3000a", "می‌خواهم", "墨子：工坊", "😀", "https://a.b/c?d=e#f", "<<", "=",
]  # fmt: skip

SHOWN = st.characters(codec="utf-8").filter(
    lambda each: each <= "\x9f" or not MISLEADING_CHARACTERS.search(each)
)
"""All but what no text may hide; control characters are told by a rule."""

WORDS = st.one_of(
    st.sampled_from(NASTY),
    st.text(SHOWN, max_size=40),
    st.text(alphabet="ab: #,-[]{}'\"\\\n\t&*!|>%@`?0.", max_size=12),
)
NUMBERS = st.one_of(
    st.integers(min_value=-(10**28), max_value=10**28),
    st.floats(allow_nan=False, allow_infinity=False),
)
VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), NUMBERS, WORDS),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(WORDS, inner, max_size=4)),
    max_leaves=15,
)


@settings(deadline=None, database=None)
@given(st.dictionaries(WORDS, VALUES, max_size=5))
def test_whatever_is_written_reads_back_the_same(data: dict[str, Any]) -> None:
    assert parse_yaml(dump_yaml(data)) == data


@pytest.mark.parametrize("word", NASTY)
def test_no_text_is_changed_wherever_it_stands(word: str) -> None:
    data = {word: word, "in": {"a": [word, {word: word}]}, "list": [word, [word], {"b": word}]}
    assert parse_yaml(dump_yaml(data)) == data


@pytest.mark.parametrize("record_type", RECORD_TYPES)
def test_every_record_written_again_reads_back_the_same(record_type: Any) -> None:
    for path in sorted((ROOT / "data" / record_type.kind).glob("*.yml")):
        data = parse_yaml(path.read_text(encoding="utf-8"))
        again = record_text(record_type, data)
        assert parse_yaml(again) == data, path
        assert again.splitlines()[0] == path.read_text(encoding="utf-8").splitlines()[0]


def test_the_style_of_the_records() -> None:
    data: dict[str, Any] = {
        "checked": "2026-11-23",
        "cite": ["synu-2023-10-06"],
        "unpublished": [f"particular-{number}" for number in range(9)],
        "country": "tj",
        "name": {"zh": "示例工坊", "en": "Example Workshop", "ru": "Мастерская"},
        "city": {"en": "Khujand, in the north", "zh": "胡占德"},
        "batch": {"note": {"zh": "二", "en": "Two."}, "basis": "inferred", "value": 2},
        "roles": [{"partner": "iet-tsuc", "role": "host", "cite": ["iet-news"]}],
        "status": {"as_of": 2024, "value": "signed"},
        "facts": [
            {"en": "A long statement " * 5 + "that ends here.", "zh": "一句", "label": {"en": "What it is", "zh": "性质"}},
        ],
        "milestones": [],
    }  # fmt: skip
    assert record_text(Project, data) == (
        "# yaml-language-server: $schema=../schema/project.schema.json\n"
        "name: {en: Example Workshop, zh: 示例工坊, ru: Мастерская}\n"
        "cite: [synu-2023-10-06]\n"
        "checked: 2026-11-23\n"
        "country: tj\n"
        "city:\n"
        "  en: Khujand, in the north\n"
        "  zh: 胡占德\n"
        "batch: {value: 2, basis: inferred, note: {en: Two., zh: 二}}\n"
        "roles:\n"
        "  - {role: host, partner: iet-tsuc, cite: [iet-news]}\n"
        "status: {value: signed, as_of: 2024}\n"
        "milestones: []\n"
        "facts:\n"
        "  - label: {en: What it is, zh: 性质}\n"
        f"    en: {'A long statement ' * 5}that ends here.\n"
        "    zh: 一句\n"
        f"unpublished: [{', '.join(data['unpublished'])}]\n"
    )


def test_quotes_stand_where_yaml_would_read_something_else() -> None:
    data = {"a": "0812", "b": "no", "c": "2024-09-24", "d": 2024, "e": "one: two", "f": "a\u202eb"}
    assert dump_yaml(data) == (
        'a: "0812"\nb: no\nc: 2024-09-24\nd: 2024\ne: "one: two"\nf: "a\\u202eb"\n'
    )


def test_a_text_of_several_lines_keeps_them() -> None:
    assert dump_yaml({"a": "one\n\ntwo: three", "b": ["x\ny\n"]}) == (
        "a: |-\n  one\n\n  two: three\nb:\n  - |\n    x\n    y\n"
    )


def test_nothing_is_an_empty_mapping() -> None:
    assert dump_yaml({}) == "{}\n"


def test_keys_come_in_the_order_of_the_records() -> None:
    assert key_order(Partner)[:4] == ["name", "cite", "checked", "abbreviation"]
    assert key_order(Partner)[-2:] == ["disagreements", "unpublished"]
    assert key_order(Fact) == ["label", "en", "zh", "as_of", "basis", "note", "cite"]
    assert key_order(Source) == list(Source.model_fields)


def test_an_unknown_key_is_kept() -> None:
    assert in_key_order(Source, {"x": 1, "title": "a"}) == {"title": "a", "x": 1}
    further = {"cite": [], "ru": "в", "zh": "一", "en": "a"}
    assert list(in_key_order(Statement, further)) == ["en", "zh", "ru", "cite"]


def test_lines_that_yaml_passes_over() -> None:
    lines = [*comment_lines("one\n\ntwo"), *commented_out(["a:", "  b: 1"]), "c: 2"]
    assert lines == ["## one", "##", "## two", "# a:", "#   b: 1", "c: 2"]
    assert parse_yaml("\n".join(lines)) == {"c": 2}


def test_a_value_on_one_line() -> None:
    assert one_line_yaml([{"en": "a, b", "zh": "一"}, 2, "c"]) == '[{en: "a, b", zh: 一}, 2, c]'
