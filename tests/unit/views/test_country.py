"""A country's page: the names by which readers look for it."""

from mozi.site.site import Site

from tests.support.helpers import view_of


def further_names(site: Site, address: str, code: str) -> list[tuple[str, str]]:
    label = site.writer(code, "").field_label("also_known_as")
    rows = [row for row in view_of(site, address, code).glance if row.label == label]
    return [(item.text.lang, item.text.text) for row in rows for item in row.items]


def test_a_country_has_the_names_of_its_own_languages(real: Site) -> None:
    assert ("ky", "Кыргызстан") in further_names(real, "countries/kg/", "en")


def test_the_title_of_the_page_is_no_further_name(real: Site) -> None:
    assert ("ru", "Россия") in further_names(real, "countries/ru/", "en")
    assert further_names(real, "countries/ru/", "ru") == []
