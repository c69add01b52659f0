"""The list of published addresses: complete, in a form that merges, and a promise that is kept."""

from pathlib import Path

import pytest
from mozi.addresses.permalinks import (
    add_addresses,
    add_page_addresses,
    page_addresses,
    site_address,
)
from mozi.site.site import Site
from mozi.store.loading import load_store
from mozi.store.record_store import ADDRESSES

from tests.support.helpers import ROOT, Folder


def test_the_pages_are_those_of_the_site_but_for_choices(real: Site) -> None:
    planned = {f"/{plan.path}" for plan in real.plans("en")}
    languages = {f"/{code}/" for code in real.languages if code != "en"}
    found = page_addresses(load_store(ROOT))
    assert {address for address in planned if address.count("/") < 4} <= found
    assert found <= planned | languages | {f"/{path}/" for path in prose()}


def prose() -> set[str]:
    return {path.name.split(".")[0] for path in (ROOT / "docs").glob("*.md")}


def test_the_committed_list_has_every_page() -> None:
    read = load_store(ROOT)
    assert page_addresses(read) <= read.published.keys(), "run `make addresses`"


@pytest.mark.parametrize(
    ("address", "whole"),
    [
        ("/projects/country/tj/", "/projects/"),
        ("/translations/ky/", "/translations/"),
        ("/projects/ghana/", ""),
        ("/projects/", ""),
        ("/", ""),
    ],
)
def test_where_a_page_that_comes_and_goes_belongs(address: str, whole: str) -> None:
    assert site_address(address) == whole


def test_lines_are_added_and_none_is_removed(folder: Folder) -> None:
    folder.write("addresses.txt", "/zh/\n/projects/pilot/\n")
    add_addresses(folder.root, ["/projects/workshop/", "/zh/"])
    assert listed(folder.root) == "/projects/pilot/\n/projects/workshop/\n/zh/\n"


def test_a_project_without_a_list_is_left_without(folder: Folder) -> None:
    add_page_addresses(load_store(folder.root))
    assert not (folder.root / ADDRESSES).exists()


def test_a_record_with_mistakes_has_its_address_still(folder: Folder) -> None:
    folder.write("addresses.txt", "/projects/workshop/\n")
    folder.replace("projects/workshop.yml", "roles:", "rolls:")
    assert [problem.code for problem in folder.problems()] == ["MZ201"]


def test_a_record_that_was_renamed_is_proposed_before_all_others(folder: Folder) -> None:
    folder.write("addresses.txt", "/partners/example-colleg/\n/partners/example-college/\n")
    (problem,) = folder.problems()
    assert "“/partners/example-colleg/: /partners/example-host/”" in str(problem)


def listed(root: Path) -> str:
    return (root / ADDRESSES).read_text()
