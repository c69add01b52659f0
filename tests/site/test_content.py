"""The real records: complete in every language, and nothing printed that must not be."""

import re
from pathlib import Path

import pytest
from mozi.languages.catalogue import entry_key
from mozi.languages.typography import slips
from mozi.records.models import Programme, Project, Source, SourcedRecord
from mozi.records.values import walk
from mozi.rules import check
from mozi.site.site import Site
from mozi.store.loading import load_store
from mozi.store.record_store import Store
from mozi.store.texts import texts_of

from tests.support.helpers import ROOT

UNVERIFIED_CODES = [
    "500101",
    "500102",
    "500105",
    "500113",
    "500106",
    "500107",
    "500108",
    "500110",
    "500201",
    "410105",
    "410112",
    "410303",
    "460104",
    "460103",
    "460110",
    "460305",
    "460501",
    "470204",
    "440301",
    "440501",
    "530701",
    "530802",
    "540101",
    "570209",
]
"""Codes of the Chinese catalogue that nobody has checked against it."""


@pytest.fixture(scope="module")
def read() -> Store:
    return load_store(ROOT)


def test_the_records_have_no_error(read: Store) -> None:
    assert [problem for problem in check(read) if problem.severity == "error"] == []


def test_every_text_is_typeset(read: Store) -> None:
    codes = ("MZ707", "MZ708", "MZ709", "MZ710")
    assert [str(problem) for problem in check(read) if problem.code in codes] == []


@pytest.mark.parametrize("page", sorted((ROOT / "docs").glob("*.*.md")), ids=lambda page: page.name)
def test_every_page_of_prose_is_typeset(page: Path) -> None:
    language = page.suffixes[0].removeprefix(".")
    _, _, prose = page.read_text(encoding="utf-8").split("---\n", 2)
    without_code = re.sub(r"(?ms)^```.*?^```", "", prose)
    lines = without_code.split("\n")
    assert [slip for line in lines for slip in slips(language, line)] == []


def test_twelve_documented_projects_in_eleven_countries(real: Site) -> None:
    projects = real.graph.all_of(Project)
    assert sorted(project.country.value for project in projects) == [
        "ae", "az", "cm", "gh", "id", "in", "kg", "kh", "kh", "pk", "ru", "tj",
    ]  # fmt: skip


def test_every_record_names_the_schema_that_helps_to_edit_it(read: Store) -> None:
    for path in sorted((ROOT / "data").glob("*/*.yml")):
        first = path.read_text(encoding="utf-8").splitlines()[0]
        match = re.fullmatch(
            r"# yaml-language-server: \$schema=(\.\./schema/[a-z.-]+\.json)", first
        )
        assert match, path
        assert (path.parent / match[1]).exists(), path


def test_every_language_is_complete(read: Store) -> None:
    texts = texts_of(read)
    for code in (code for code in read.locales if code != "en"):
        catalogue = {entry_key(entry): entry for entry in read.catalogues[code]}
        for key, text in texts.items():
            if code not in text.languages:
                assert key in catalogue, (code, key)
        for key, entry in catalogue.items():
            assert entry.obsolete or entry.translated(), (code, key)


def test_every_term_of_the_glossary_is_used_on_the_site_and_explained_briefly(
    read: Store, real: Site
) -> None:
    others = [english for context, english in texts_of(read) if "glossary" not in context]
    interface = [entry.msgid for entry in read.catalogues["zh"] if not entry.obsolete]
    used = " ".join([*others, *interface]).lower()
    for id, term in read.vocabularies["glossary"].items():
        assert term.name.en.lower() in used, id
        assert len(term.definition.en) <= 150, id


def test_unverified_codes_stand_in_no_record() -> None:
    for path in (ROOT / "data").glob("*/*.yml"):
        found = set(re.findall(r"(?<!\d)\d{6}(?!\d)", path.read_text(encoding="utf-8")))
        if path.parent.name != "sources":  # addresses of pages hold numbers of their own
            assert not found & set(UNVERIFIED_CODES), path


def test_every_statement_rests_on_a_source(real: Site) -> None:
    for record in real.graph:
        if isinstance(record, SourcedRecord):
            assert record.cite, record.id


def test_every_source_is_cited(real: Site) -> None:
    assert [s.id for s in real.graph.all_of(Source) if not real.graph.citing(s)] == []


def test_no_programme_of_a_workshop_claims_a_course_list(real: Site) -> None:
    """No source gives the course list of any Mozi Workshop."""
    assert all(not programme.courses for programme in real.graph.all_of(Programme))


def test_a_status_always_has_a_date_and_an_inferred_one_a_reason(real: Site) -> None:
    for project in real.graph.all_of(Project):
        assert project.status.as_of
        assert project.status.basis == "confirmed" or project.status.note


def test_texts_hold_no_markup(read: Store) -> None:
    for records in read.records.values():
        for record in records.values():
            for path, value in walk(record):
                assert not (isinstance(value, str) and re.search(r"</?[a-z]+>", value)), path
