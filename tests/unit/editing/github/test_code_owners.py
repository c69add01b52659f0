"""CODEOWNERS: who reviews which language."""

from typing import Any

import pytest
from mozi.editing.github import code_owners
from mozi.languages.locales import LocaleEntry
from mozi.problems.model_errors import model_findings
from mozi.store.loading import load_store
from pydantic import ValidationError

from tests.support.helpers import ROOT


def locale(state: str, *names: str) -> LocaleEntry:
    return LocaleEntry.model_validate({"name": "x", "state": state, "owners": list(names)})


def lines(locales: dict[str, LocaleEntry]) -> list[str]:
    return [
        line for line in code_owners.code_owners(locales).splitlines() if not line.startswith("#")
    ]


def test_the_committed_file_is_that_of_the_languages() -> None:
    committed = (ROOT / code_owners.FILE).read_text(encoding="utf-8")
    assert committed == code_owners.code_owners(load_store(ROOT).locales), "run `make forms`"


def test_each_language_has_its_files_and_the_default_ones_stand_first() -> None:
    locales = {
        "ru": locale("draft", "@college/russian", "@reader"),
        "en": locale("source", "@office"),
    }
    assert lines(locales) == [
        "/data/*/*.yml @office",
        "/docs/*.md @office",
        "/docs/*.ru.md @college/russian @reader",
        "/data/translations/ru.po @college/russian @reader",
    ]


def test_the_records_belong_to_all_languages_they_are_written_in() -> None:
    locales = {
        "en": locale("source", "@office"),
        "zh": locale("source", "@college/zh", "@office"),
    }
    assert lines(locales)[0] == "/data/*/*.yml @office @college/zh"


def test_nobody_is_invented() -> None:
    assert lines({"en": locale("source"), "ru": locale("draft")}) == []
    assert "Nobody is named yet" in code_owners.code_owners({"en": locale("source")})


@pytest.mark.parametrize("name", ["@a", "@a-b", "@Org-1/team_2.x"])
def test_a_name_on_github(name: str) -> None:
    assert locale("draft", name).owners == [name]


@pytest.mark.parametrize(
    "name",
    ["a", "@", "@-a", "@a-", "@a--b", "@a/", "@a/b/c", "@a b", "@a\n", "@a\n/x @b", "@" + "a" * 40],
)
def test_no_name_on_github(name: Any) -> None:
    with pytest.raises(ValidationError) as refused:
        locale("draft", name)
    found = model_findings(refused.value, LocaleEntry, "locales.yml")
    assert [(problem.code, problem.variant) for problem in found] == [("MZ203", "owner")]
