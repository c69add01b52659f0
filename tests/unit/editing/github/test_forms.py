"""Issue forms: true to the data, and such as GitHub accepts."""

from typing import Any

import pytest
import yaml
from mozi.editing.github import forms
from mozi.store.loading import load_store
from mozi.store.record_store import Store

from tests.support.helpers import ROOT, Folder

FORMS = forms.read_forms()


@pytest.fixture(scope="module")
def real() -> Store:
    return load_store(ROOT)


def test_the_committed_forms_are_those_of_the_data(real: Store) -> None:
    folder = ROOT / forms.FOLDER
    committed = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.yml")}
    del committed["config.yml"]
    assert committed == forms.form_files(real), "run `make forms`"


def elements(name: str, found: Store) -> dict[str, dict[str, Any]]:
    """The questions of a form as GitHub sees them, by id."""
    plain = yaml.safe_load(forms.form_files(found)[f"{name}.yml"])  # YAML 1.1, as GitHub reads it
    return {e["id"]: e for e in plain["body"] if e["type"] != "markdown"}


def test_choices_are_those_of_the_data(folder: Folder) -> None:
    questions = elements("project", load_store(folder.root))
    assert questions["country"]["attributes"]["options"] == [
        "China / 中国 [cn]",
        "Tajikistan / 塔吉克斯坦 [tj]",
        "Not on this list / 不在此列表中",
    ]
    assert questions["batch"]["attributes"]["options"] == [
        "1",
        "2",
    ]  # those there are, and the next
    statuses = questions["status"]["attributes"]["options"]
    assert statuses[2:4] == ["Signed / 已签约 [signed]", "Launched / 已启动 [launched]"]
    assert questions["lead"]["attributes"]["multiple"]
    languages = elements("source", load_store(folder.root))["language"]["attributes"]["options"]
    assert "Tajik / 塔吉克语 [tg]" in languages
    assert "Russian / 俄语 [ru]" in languages


def test_brackets_stand_around_ids_only(folder: Folder) -> None:
    folder.replace("partners/example-college.yml", "Example College", '"Example [North] College"')
    options = elements("project", load_store(folder.root))["lead"]["attributes"]["options"]
    assert "Example (North) College / 示例学院 [example-college]" in options


@pytest.mark.parametrize("name", FORMS)
def test_what_github_demands(name: str, real: Store) -> None:
    """What its documentation on validation errors of issue forms says and its schema does not."""
    questions = elements(name, real)
    labels = [question["attributes"]["label"] for question in questions.values()]
    assert len(set(labels)) == len(labels)
    for question in questions.values():
        for words in (question["attributes"]["label"], question["attributes"]["description"]):
            assert isinstance(words, str)
            assert " / " in words
        assert isinstance(question["attributes"].get("placeholder", ""), str)
        options = question["attributes"].get("options", ["one"])
        assert len(set(options)) == len(options)
        assert all(isinstance(o, str) and o.lower() != "none" for o in options)


def test_forms_are_told_apart_by_their_first_label() -> None:
    first = [next(iter(form.questions.values())).heading for form in FORMS.values()]
    assert len(set(first)) == len(FORMS)


def test_what_a_record_cannot_do_without_is_required() -> None:
    required = {
        name: [key for key, question in form.questions.items() if question.required]
        for name, form in FORMS.items()
    }
    assert required == {
        "project": ["name", "country", "status", "as_of", "sources"],
        "source": ["gloss", "publisher", "language", "type"],
        "correction": ["page", "was", "right"],
    }
