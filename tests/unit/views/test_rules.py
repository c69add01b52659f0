"""The page of rules: every rule in a group, nothing left to fill in, examples with what differs."""

import re
from typing import Any

import pytest
from mozi.presentation.components.rules import CodeLine, RuleEntry
from mozi.problems.rulebook import read_rulebook
from mozi.site.site import Site

from tests.support.helpers import view_of


def entries(site: Site, code: str) -> dict[str, RuleEntry]:
    sections: Any = view_of(site, "rules/", code).sections
    return {rule.code: rule for section in sections for rule in section.items}


def test_every_rule_is_there_once_in_order(small: Site) -> None:
    assert list(entries(small, "en")) == list(read_rulebook().rules)


@pytest.mark.parametrize("code", ["en", "zh", "fr"])
def test_no_text_has_a_hole(small: Site, code: str) -> None:
    for rule in entries(small, code).values():
        texts = [rule.title, rule.why, *rule.says, *filter(None, (rule.fixed, rule.about))]
        for text in texts:
            assert text.text
            assert not re.search(r"\{[a-z_]+\}", text.text)


def test_a_reader_sees_the_nearer_language(small: Site) -> None:
    assert entries(small, "zh")["MZ301"].title.lang == "zh"
    assert not entries(small, "zh")["MZ301"].title.foreign
    assert entries(small, "ar")["MZ301"].title.lang == "en"
    assert entries(small, "ar")["MZ301"].title.foreign


def test_what_differs_between_wrong_and_right(small: Site) -> None:
    wrong, right = entries(small, "en")["MZ202"].samples
    assert wrong.lines == (CodeLine("  - {role: lead", "", "}", True),)
    assert right.lines == (CodeLine("  - {role: lead", ", partner: example-college", "}", True),)


def test_lines_that_only_one_of_them_has(small: Site) -> None:
    wrong, right = entries(small, "en")["MZ306"].samples
    url = CodeLine("url: https://lobakashop.com/copy")
    assert wrong.lines == (url,)
    assert right.lines == (url, CodeLine("", "linked: false", "", True))
