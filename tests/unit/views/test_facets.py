"""Narrowing down: who is in which bucket, in which order, at which address."""

import pytest
from mozi.presentation.components.page import IndexView
from mozi.records.models import Programme, Project
from mozi.site.site import Site
from mozi.views import facets

from tests.support.helpers import ROOT, Folder, html_of, view_of

OTHER = """\
name: {en: Other Workshop, zh: 另一工坊}
cite: [college-page]
checked: 2026-01-31
country: cn
status: {value: signed, as_of: 2024-05-02}
unpublished: [city, fields, batch, lead, host, enterprise, signing, opening, courses,
  student_numbers, equipment, funding]
"""


@pytest.fixture
def two(folder: Folder) -> Site:
    """The small project with a second workshop of which nearly nothing is published."""
    folder.write("projects/other.yml", OTHER)
    return folder.site()


def index(site: Site, path: str, code: str = "en") -> IndexView:
    view = view_of(site, path, code)
    assert isinstance(view, IndexView)
    return view


def test_every_choice_has_its_count_and_what_is_not_published_comes_last(two: Site) -> None:
    shown = {
        facet.id: [(choice.id, choice.name, choice.count) for choice in facet.choices]
        for facet in index(two, "projects/").facets
    }
    assert shown == {
        "country": [("cn", "China", "1"), ("tj", "Tajikistan", "1")],
        "field": [("horticulture", "Horticulture", "1"), ("not-published", "not published", "1")],
        "level": [
            ("short-cycle", "Short-cycle tertiary (Chinese junior college)", "1"),
            ("not-published", "not published", "1"),
        ],
        "language": [
            ("en", "English", "1"),
            ("tg", "Tajik", "1"),
            ("not-published", "not published", "1"),
        ],
        "status": [("signed", "Signed", "1"), ("operating", "Operating", "1")],
    }


def test_a_facet_with_one_choice_is_text_and_has_no_page(small: Site) -> None:
    by_id = {facet.id: facet for facet in index(small, "programmes/").facets}
    assert [choice.href for choice in by_id["country"].choices] == [""]
    assert [choice.href for choice in by_id["language"].choices] == ["language/en/", "language/tg/"]
    paths = {plan.path for plan in small.plans("en")}
    assert "programmes/language/tg/" in paths
    assert not [path for path in paths if path.startswith("programmes/country/")]
    html = html_of(small, "programmes/")
    assert '<strong>Country</strong> Tajikistan <span class="mz-count">1</span>' in html


def test_a_language_of_an_intake_alone_counts(folder: Folder) -> None:
    folder.replace("programmes/growing.yml", "languages: [tg, en]", "languages: [en]")
    choices = {f.id: f.choices for f in index(folder.site(), "programmes/").facets}["language"]
    assert [choice.id for choice in choices] == ["en", "tg"]


def test_a_status_that_nobody_states_is_not_published(folder: Folder) -> None:
    folder.write("projects/other.yml", OTHER.replace("signed", "unknown"))
    choices = {f.id: f.choices for f in index(folder.site(), "projects/").facets}["status"]
    assert [choice.id for choice in choices] == ["operating", "not-published"]


def test_cards_hold_all_that_a_script_needs(two: Site) -> None:
    cards = {card.href: dict(card.data) for card in index(two, "projects/").sections[0].items}
    assert cards["workshop/"] == {
        "country": "tj",
        "field": "horticulture",
        "level": "short-cycle",
        "language": "tg en",
        "status": "operating",
    }
    assert cards["other/"]["field"] == "not-published"
    html = html_of(two, "projects/")
    assert 'data-language="tg en" data-status="operating"' in html
    assert "mz-pick" not in html  # projects are not compared


def test_counts_are_those_of_the_pages_they_lead_to(real: Site) -> None:
    for code in real.languages:
        views = {plan.path: plan for plan in real.plans(code)}
        for kind in ("projects/", "programmes/"):
            for facet in index(real, kind, code).facets:
                for choice in facet.choices:
                    if choice.href:
                        view = view_of(real, views[kind + choice.href].path, code)
                        assert str(len(view.sections[0].items)) == choice.count
                        assert choice.name in view.title.text


def test_every_record_is_in_a_bucket_of_every_facet(real: Site) -> None:
    writer = real.writer("en", "")
    for record_type in (Programme, Project):
        records = real.graph.all_of(record_type)
        for group in facets.buckets(writer, records):
            assert {r.id for bucket in group for r in bucket.records} == {r.id for r in records}


def test_a_choice_stands_below_its_index(two: Site) -> None:
    plan = next(p for p in two.plans("zh") if p.path == "projects/country/tj/")
    assert (plan.address, plan.parent) == ("zh/projects/country/tj/", "projects/")


def test_no_record_can_take_the_address_of_a_choice_or_of_the_comparison(folder: Folder) -> None:
    folder.write("programmes/compare.yml", "a: 1")
    assert "MZ003" in [problem.code for problem in folder.problems()]


def test_the_script_is_small() -> None:
    assert len((ROOT / "overrides" / "assets" / "filter.js").read_bytes()) < 4096
