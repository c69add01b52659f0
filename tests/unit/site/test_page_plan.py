"""Which pages there are, where, and beside which."""

import pytest
from mozi.presentation.writer import Writer
from mozi.records.models import RECORD_TYPES, Topic
from mozi.settings import Settings
from mozi.site.site import Site

from tests.support.helpers import SETTINGS, html_of, view_of


def writer(site: Site, code: str, address: str) -> Writer:
    return site.writer(code, address)


def test_every_record_has_a_page_at_the_same_path_in_every_language(real: Site) -> None:
    paths = [{plan.path for plan in real.plans(code)} for code in real.languages]
    assert all(each == paths[0] for each in paths)
    records = [r for t in RECORD_TYPES if t is not Topic for r in real.graph.all_of(t)]
    assert {f"{record.kind}/{record.id}/" for record in records} <= paths[0]


def test_english_is_at_the_root_and_others_in_their_folder(small: Site) -> None:
    addresses = {code: [p.address for p in small.plans(code)][:2] for code in small.languages}
    assert addresses == {
        "en": ["", "programmes/"],
        "zh": ["zh/", "zh/programmes/"],
        "ru": ["ru/", "ru/programmes/"],
        "fr": ["fr/", "fr/programmes/"],
        "ar": ["ar/", "ar/programmes/"],
    }


def test_neighbours_are_those_of_the_index(small: Site) -> None:
    sources = [plan for plan in small.plans("en") if plan.path.startswith("sources/")]
    assert [(p.path, p.parent, p.previous, p.next) for p in sources] == [
        ("sources/", None, None, None),
        ("sources/college-page/", "sources/", "sources/", "sources/mirror/"),
        ("sources/mirror/", "sources/", "sources/college-page/", None),
    ]


@pytest.mark.parametrize(
    ("here", "there", "link"),
    [
        ("projects/a/", "projects/b/", "../b/"),
        ("projects/a/", "", "../../"),
        ("", "projects/a/", "projects/a/"),
        ("projects/", "projects/a/", "a/"),
        ("projects/a/", "about/#x", "../../about/#x"),
        ("", "", "./"),
    ],
)
def test_links_are_relative_so_that_the_site_may_stand_anywhere(
    small: Site, here: str, there: str, link: str
) -> None:
    assert writer(small, "en", here).href(there) == link
    assert writer(small, "zh", f"zh/{here}").href(there) == link


def test_descriptions_are_never_empty_and_never_shared(real: Site) -> None:
    for code in real.languages:
        seen: dict[str, str] = {}
        for plan in real.plans(code):
            description = view_of(real, plan.path, code).description
            assert description.strip(), plan.address
            assert seen.setdefault(description, plan.path) == plan.path, plan.address


def test_without_a_repository_there_is_no_edit_link(small: Site) -> None:
    assert Settings().edit_url("data/x.yml") == ""
    assert SETTINGS.edit_url("data/x.yml") == "https://code.example/site/edit/main/data/x.yml"
    bare = Site(graph=small.graph, languages=small.languages, settings=Settings())
    view = view_of(bare, "projects/workshop/")
    assert (view.edit_url, view.correct_url) == ("", "")


def test_a_correction_begins_with_the_address_of_the_page(small: Site) -> None:
    view = view_of(small, "projects/workshop/", "zh")
    assert view.correct_url == (
        "https://code.example/site/issues/new?template=correction.yml"
        "&page=https%3A%2F%2Fsite.example%2Fzh%2Fprojects%2Fworkshop%2F"
    )
    assert view.correct_url.replace("&", "&amp;") in html_of(small, "projects/workshop/", "zh")


def test_references_are_numbered_in_the_order_of_the_page(small: Site) -> None:
    view = view_of(small, "projects/workshop/")
    references = view.sections[-1]
    assert [r.number for r in references.items] == [1, 2]
    assert view.glance[0].items[0].refs == (1,)


def test_a_section_without_items_is_left_out(small: Site) -> None:
    assert all(section.items for section in view_of(small, "projects/workshop/").sections)
