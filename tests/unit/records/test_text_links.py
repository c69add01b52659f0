"""Links in texts: what people write as an address leads there, and nothing else does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mozi.records.text_links import is_below, text_links

HOSTS = {"spam.example"}


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("Write to office@college.example.", {"office@college.example": "mailto:office@college.example"}),
        ("邮箱office@college.example，请", {"office@college.example": "mailto:office@college.example"}),
        ("Call +992 (372) 34-88-01, daily.", {"+992 (372) 34-88-01": "tel:+992372348801"}),
        ("See www.college.example/en.", {"www.college.example/en": "https://www.college.example/en"}),
        ("见http://college.example/a?b=c。", {"http://college.example/a?b=c": "http://college.example/a?b=c"}),
        ("(https://college.example/a_(b))", {"https://college.example/a_(b)": "https://college.example/a_(b)"}),
        ("“https://college.example”", {"https://college.example": "https://college.example"}),
        (
            "a@b.example or +86 24 8932 5288 or www.b.example",
            {
                "a@b.example": "mailto:a@b.example",
                "+86 24 8932 5288": "tel:+862489325288",
                "www.b.example": "https://www.b.example",
            },
        ),
    ],
)  # fmt: skip
def test_an_address_is_a_link(text: str, links: dict[str, str]) -> None:
    assert dict(text_links(text, HOSTS)) == links


@pytest.mark.parametrize(
    "text",
    [
        "372 34 88 01",  # without the country code nobody can call it from elsewhere
        "more than +1 000 000 students",
        "+12345678901234567890",
        "2024-2025",
        "a @ b",
        "office@college",
        "www.",
        "https://",
        "http://[x",
        "javascript://college.example",
        "https://www.spam.example/page",
        "www.spam.example",
        "a@spam.example",
    ],
)
def test_all_else_is_none(text: str) -> None:
    assert list(text_links(text, HOSTS)) == []


def test_hosts_are_below_themselves_and_their_parents() -> None:
    assert is_below("a.spam.example", HOSTS)
    assert is_below("spam.example", HOSTS)
    assert not is_below("notspam.example", HOSTS)


@given(st.text(st.sampled_from("+0123456789 ()-@.wabc/:htps،。<>\"'&")))
def test_links_are_pieces_of_the_text_in_order_and_safe(text: str) -> None:
    rest = text
    for link in text_links(text, HOSTS):
        _, written, rest = rest.partition(link.text)
        assert written
        assert link.href.startswith(("https://", "http://", "mailto:", "tel:"))
        assert not set(link.href) & set(' "<>')
