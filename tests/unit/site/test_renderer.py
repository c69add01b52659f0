"""Templates show what views hold: escaped, and never a hole."""

from dataclasses import replace
from pathlib import Path

import jinja2
import pytest
from mozi import rules
from mozi.languages.language import Words
from mozi.site.renderer import Renderer
from mozi.site.site import Site

from tests.support.helpers import ROOT, Folder, html_of, view_of

HOSTILE = '<script>alert("x")</script> & {{ 7 * 7 }} [a](javascript:b)'


def test_text_of_records_is_never_markup(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the rules let through."""
    monkeypatch.setattr(rules, "check", lambda *_: [])
    folder.replace("projects/workshop.yml", "en: Example Workshop", f"en: '{HOSTILE}'")
    folder.replace("projects/workshop.yml", "en: 1 May", f"en: '{HOSTILE}'")
    html = html_of(folder.site(), "projects/workshop/")
    assert "<script" not in html
    assert "&lt;script&gt;alert(&#34;x&#34;)&lt;/script&gt; &amp; {{ 7 * 7 }}" in html


def test_a_template_that_asks_for_what_is_not_there_fails(small: Site, tmp_path: Path) -> None:
    (tmp_path / "project.html").write_text("{{ view.no_such_thing }}")
    renderer = Renderer(tmp_path, small.languages["en"])
    with pytest.raises(jinja2.UndefinedError, match="no_such_thing"):
        renderer.render(view_of(small, "projects/workshop/"))


def test_an_index_without_records_says_so(small: Site) -> None:
    empty = replace(view_of(small, "partners/"), sections=())
    renderer = Renderer(ROOT / "overrides" / "pages", small.languages["en"])
    assert "There is nothing here yet." in renderer.render(empty)


def test_another_language_inside_a_title_is_marked(small: Site) -> None:
    view = replace(view_of(small, "partners/"), title=Words("عنوان", "ar", "rtl", foreign=True))
    html = Renderer(ROOT / "overrides" / "pages", small.languages["en"]).render(view)
    assert '<h1><span lang="ar" dir="rtl">عنوان</span></h1>' in html
