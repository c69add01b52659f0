"""The glossary, and the labels that explain themselves with it."""

from mozi.presentation.components.glossary import Terms
from mozi.presentation.components.section import Rows, Unpublished
from mozi.site.site import Site

from tests.support.helpers import Folder, html_of, view_of


def terms(site: Site, code: str = "en") -> Terms:
    section = view_of(site, "glossary/", code).sections[0]
    assert isinstance(section, Terms)
    return section


def test_terms_are_in_the_order_of_their_names(real: Site) -> None:
    english = [term.name.text.casefold() for term in terms(real).items]
    assert english == sorted(english)
    assert [t.id for t in terms(real, "zh").items] != [t.id for t in terms(real).items]


def test_a_term_has_its_name_in_every_other_language(real: Site) -> None:
    [order] = [term for term in terms(real, "fr").items if term.id == "order-class"]
    assert str(order.name) == "classe formée à la demande d’une entreprise"
    assert [(name.lang, name.dir) for name in order.others] == [
        ("en", "ltr"),
        ("zh", "ltr"),
        ("ru", "ltr"),
        ("ar", "rtl"),
    ]


def test_a_label_explains_itself_and_leads_to_the_glossary(small: Site) -> None:
    view = view_of(small, "programmes/growing/")
    study = next(section for section in view.sections if isinstance(section, Rows))
    row = next(row for row in study.items if row.label == "ISCED-F code")
    assert row.meaning
    assert row.meaning.text.text.startswith("UNESCO's classification of fields")
    assert row.meaning.href == "../../glossary/#isced-f"
    assert next(row for row in study.items if row.label == "Name").meaning is None


def test_so_does_a_label_of_what_is_not_published(real: Site) -> None:
    view = view_of(real, "programmes/khujand-modern-agriculture/")
    section = next(s for s in view.sections if isinstance(s, Unpublished))
    explained = {row.label for row in section.items if row.meaning}
    assert "Learning outcomes" in explained
    html = html_of(real, "programmes/khujand-modern-agriculture/")
    assert '<li><details class="mz-term" name="term"><summary>Learning outcomes</summary>' in html


def test_without_a_glossary_labels_are_plain(folder: Folder) -> None:
    folder.write(
        "vocabularies/glossary.yml", "x: {name: {en: x, zh: x}, definition: {en: x, zh: x}}"
    )
    assert "mz-term" not in html_of(folder.site(), "programmes/growing/")


def test_no_particular_is_explained_twice(real: Site) -> None:
    glossary = real.graph.vocabularies["glossary"].values()
    explained = [name for term in glossary for name in term.explains]
    assert len(explained) == len(set(explained))
