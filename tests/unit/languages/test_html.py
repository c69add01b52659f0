"""Texts as HTML: the same as MarkupSafe makes of them."""

import markupsafe
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup
from mozi.languages.html import escape
from mozi.languages.language import Words


@given(st.text(alphabet="ab&<>\"'墨"))
def test_a_text_is_escaped_as_markupsafe_does(text: str) -> None:
    assert escape(text) == markupsafe.escape(text)


@pytest.mark.parametrize(
    "value", [7, 2.5, None, ["<"], Markup("<b>"), Words("<ع>", "ar", "rtl", True)]
)
def test_so_is_everything_else(value: object) -> None:
    assert escape(value) == markupsafe.escape(value)


def test_what_is_safe_stays_as_it_is() -> None:
    assert escape(Markup("<b>&amp;</b>")) == "<b>&amp;</b>"
    assert escape("&amp;") == "&amp;amp;"
