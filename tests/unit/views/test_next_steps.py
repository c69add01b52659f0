"""Where a reader can go next: admission pages, offices and scholarships of the institutions."""

import pytest

from tests.support.helpers import Folder, html_of

HOST = "partners/example-host.yml"
FACTS = """admission_page: https://host.example/admission
contacts:
  - {office: {en: Admission office, zh: 招生办公室}, email: office@host.example}
scholarships:
  - {name: {en: Grant of the host, zh: 承办院校奖学金}, year: 2026}
"""
TITLE = "Admission pages, offices, scholarships"
PAGES = ["programmes/growing/", "projects/workshop/", "countries/tj/"]


@pytest.mark.parametrize("page", PAGES)
def test_what_the_host_publishes_stands_on_the_page(folder: Folder, page: str) -> None:
    text = (folder.root / "data" / HOST).read_text(encoding="utf-8")
    at = text.index("unpublished:") if "unpublished:" in text else len(text)
    folder.write(HOST, text[:at] + FACTS + text[at:])
    html = html_of(folder.site(), page)
    assert f">{TITLE}</h2>" in html
    assert 'href="https://host.example/admission"' in html
    assert 'href="mailto:office@host.example"' in html
    assert html.count("Grant of the host") == 1


@pytest.mark.parametrize("page", PAGES)
def test_there_is_no_section_where_nothing_is_published(folder: Folder, page: str) -> None:
    assert TITLE not in html_of(folder.site(), page)
