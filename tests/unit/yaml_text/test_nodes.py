"""Nodes: where the pieces of a YAML text stand."""

from mozi.yaml_text.nodes import Edit, apply_edits, compose, key_at, value_at
from mozi.yaml_text.parse import KeyPath

TEXT = """\
# 墨子
name: {en: Workshop, zh: 墨子工坊}
country: tj
roles:
  - role: lead
    partner: "college"
"""


def shown(path: KeyPath) -> tuple[str, str]:
    """The key and the value at `path`, as they stand in the text."""
    found = key_at(compose(TEXT), path), value_at(compose(TEXT), path)
    key, value = (TEXT[n.start_mark.index : n.end_mark.index] if n else "" for n in found)
    return key, value


def test_what_stands_at_a_path() -> None:
    assert shown(("name", "zh")) == ("zh", "墨子工坊")
    assert shown(("roles", 0, "partner")) == ("partner", '"college"')


def test_a_claim_that_is_its_value_alone() -> None:
    assert shown(("country", "value")) == ("", "tj")


def test_a_path_that_leads_nowhere() -> None:
    assert shown(("city",)) == shown(("roles", 1)) == shown(("country", "note")) == ("", "")


def test_edits_are_all_about_the_text_before() -> None:
    assert (
        apply_edits("abc def", [Edit(0, 3, "x"), Edit(4, 4, "long "), Edit(6, 7, "")])
        == "x long de"
    )
