"""Codes and names of countries."""

import pytest
from mozi.records import cldr


@pytest.mark.parametrize("name", ["kg", "KG", "Kyrgyzstan", "kyrgyzstan", "吉尔吉斯斯坦"])
def test_a_country_by_its_code_or_name(name: str) -> None:
    assert cldr.territory_of(name) == "kg"


@pytest.mark.parametrize("name", ["", "xx", "Africa", "Atlantis", "001"])
def test_what_is_no_country(name: str) -> None:
    assert cldr.territory_of(name) is None


def test_names_of_a_country() -> None:
    assert cldr.territory_name("kg", "zh") == "吉尔吉斯斯坦"
