"""Addresses that were published: what an editor is told for each mistake, and what is none."""

import pytest

from tests.support.helpers import Folder
from tests.support.mistakes import (
    Files,
    Mistakes,
    assert_file_refused,
    assert_told,
)

MISTAKES: Mistakes = {
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
}  # fmt: skip

FILES: Files = {
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
}  # fmt: skip


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told(folder: Folder, name: str) -> None:
    assert_told(folder, MISTAKES[name])


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_refused(folder: Folder, name: str) -> None:
    assert_file_refused(folder, FILES[name])
