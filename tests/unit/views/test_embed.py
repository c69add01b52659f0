"""What other sites show of a project: dated, marked, and without anything of their own to load."""

import pytest
from mozi.records.models import Project
from mozi.settings import Settings
from mozi.site.renderer import Renderer
from mozi.site.site import Site
from mozi.views import embed

from tests.support.helpers import LANGUAGES, ROOT, html_of, page_at

EMBED = "projects/workshop/embed/"


def card(site: Site, code: str, id: str) -> str:
    project = site.graph.records[Project.kind][id]
    assert isinstance(project, Project)
    shown = embed.card(site.writer(code, f"projects/{id}/"), project)
    return Renderer(ROOT / "overrides" / "pages", site.languages[code]).render(shown)


def test_a_card_marks_what_is_inferred_and_of_which_day_it_is(real: Site) -> None:
    html = card(real, "en", "khujand-modern-agriculture")
    assert "<dd>Operating <b>inferred</b> <small>(as of 25 September 2025)</small></dd>" in html
    assert "Sources differ on 1 point." in html
    assert "Last checked on" in html


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_card_loads_its_style_sheet_and_nothing_else(small: Site, code: str) -> None:
    html = card(small, code, "workshop")
    assert html.count("<link") == 1
    assert 'href="../../assets/card.css"' in html
    for piece in ("<script", "<img", "style=", "src=", "@import"):
        assert piece not in html


def test_a_draft_says_so_wherever_it_is_shown(small: Site) -> None:
    drafts = {code: embed.plaque(small.writer(code, ""), small.graph.all_of(Project)[0]).notice
              for code in ("en", "zh", "ar")}  # fmt: skip
    assert drafts["en"] == drafts["zh"] == ""
    assert drafts["ar"] == "Draft translation, not reviewed yet."


def test_the_text_to_copy_needs_nothing_of_this_site(small: Site) -> None:
    html = html_of(small, EMBED, "ru")
    copied = html.split('<div class="mz-preview">')[1].split("</section>")[0]
    assert "class=" not in copied
    assert "style=" not in copied
    assert 'href="https://site.example/ru/projects/workshop/"' in copied
    assert 'href="../' not in copied


def test_a_project_leads_to_its_sheet_and_its_card(small: Site) -> None:
    shown = {d.label: d.href for d in page_at(small, "projects/workshop/").downloads}
    assert shown["Sheet for a noticeboard (A4)"] == "sheet.html"
    assert shown["Show this project on your site"] == "embed/"


def test_a_site_that_knows_no_address_offers_no_card(small: Site) -> None:
    nowhere = Site(graph=small.graph, languages=small.languages, settings=Settings())
    assert EMBED not in {plan.path for plan in nowhere.plans("en")}
    labels = [each.label for each in page_at(nowhere, "projects/workshop/").downloads]
    assert "Show this project on your site" not in labels
