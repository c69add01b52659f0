"""Others' texts inside GitHub's Markdown: shown, never obeyed."""

import pytest
from mozi.editing.github import markdown

CODE = {
    "plain": ("Ghana 加纳", "`Ghana 加纳`"),
    "lines": ("a\n  b", "`a b`"),
    "a mark": ("a`b", "``a`b``"),
    "marks at the ends": ("`a``", "``` `a`` ```"),
    "an invisible letter": ("a\u202eb", "`a<U+202E>b`"),
    "nothing": ("  ", ""),
}


@pytest.mark.parametrize("name", CODE)
def test_text_on_one_line(name: str) -> None:
    text, code = CODE[name]
    assert markdown.code(text) == code


def test_a_long_text_is_cut() -> None:
    assert markdown.code("a" * 30, 10) == f"`{'a' * 9}…`"


def test_a_block_ends_where_it_should() -> None:
    assert markdown.block("a\n```\nb\n") == "````text\na\n```\nb\n````"
    assert markdown.block("a\n", "diff") == "```diff\na\n```"
    assert (
        markdown.block("a\u2028\x1bb\n全\u3000角") == "```text\na<U+2028><U+001B>b\n全\u3000角\n```"
    )


def test_a_long_block_is_cut_inside() -> None:
    assert markdown.block("a\n" * 99, longest=4) == "```text\na\na\n\n…\n```"


def test_a_page_is_cut_between_its_parts() -> None:
    assert markdown.page(["a", "b"]) == "a\n\nb\n"
    long = markdown.page(["a", "b" * 59_000, "c" * 2_000, "d"])
    assert long.endswith("b\n\n… (shortened · 有删节)\n")
    assert len(long) < 65_536
