"""Whatever is wrong with a record: mending it changes nothing else, loses no comment, and is done once.

Real records are spoilt in the ways that editors spoil them, and at random.
"""

import re
from collections import Counter
from collections.abc import Callable
from functools import cache

from hypothesis import given
from hypothesis import strategies as st
from mozi.editing.fix import fix_text, fixable_files
from mozi.editing.fix.repair import Fix, FixDraft, Sheet
from mozi.store.loading import load_store

from tests.support.helpers import ROOT

Draw = st.DrawFn


@cache
def sheets() -> dict[str, Sheet]:
    """Every file of the real project that may be mended, by name."""
    return {sheet.file: sheet for sheet in fixable_files(load_store(ROOT))}


@cache
def text_of(file: str) -> str:
    return (ROOT / file).read_bytes().decode()


# How editors spoil a file ---------------------------------------------------------------------------


def somewhere(draw: Draw, text: str, pattern: str, change: Callable[[re.Match[str]], str]) -> str:
    """`text` with one place changed that the pattern fits; unchanged where there is none."""
    places = list(re.finditer(pattern, text, re.MULTILINE))
    if not places:
        return text
    place = places[draw(st.integers(0, len(places) - 1))]
    return text[: place.start()] + change(place) + text[place.end() :]


def without_a_letter(draw: Draw, word: str) -> str:
    place = draw(st.integers(0, len(word) - 1))
    return word[:place] + word[place + 1 :]


def with_letters_swapped(draw: Draw, word: str) -> str:
    place = draw(st.integers(0, len(word) - 2))
    return word[:place] + word[place + 1] + word[place] + word[place + 2 :]


def keys_shuffled(draw: Draw, text: str) -> str:
    head, *entries = re.split(r"(?m)^(?=(?:#(?! yaml-l).*\n)*[a-z_]+:)", text)
    chosen = draw(st.integers(0, max(0, len(entries) - 1)))
    return head + "".join([*entries[chosen:], *entries[:chosen]])


SLIPS: dict[str, Callable[[Draw, str], str]] = {
    "the line ends of Windows": lambda draw, text: text.replace("\n", "\r\n"),
    "the line ends of old Macs": lambda draw, text: text.replace("\n", "\r"),
    "a mark": lambda draw, text: "\ufeff" + text,
    "no line end": lambda draw, text: text.rstrip("\n"),
    "empty lines": lambda draw, text: text + "\n\n",
    "trailing blanks": lambda draw, text: somewhere(draw, text, "$", lambda place: " \t"),
    "a comment": lambda draw, text: somewhere(draw, text, r"^(?=[a-z])", lambda place: "# why\n"),
    "a comment beside": lambda draw, text: somewhere(draw, text, r"\]$", lambda p: "]  # why: so"),
    "tabs": lambda draw, text: re.sub(r"(?m)^(  )+", lambda m: "\t" * (len(m[0]) // 2), text),
    "no space after a key": lambda draw, text: somewhere(
        draw, text, r"^( *(?:- )?[a-z_]+): (?=\S)", lambda place: f"{place[1]}:"
    ),
    "no space after a dash": lambda draw, text: somewhere(
        draw, text, r"^( *)- ", lambda place: f"{place[1]}-"
    ),
    "a full-width colon": lambda draw, text: somewhere(
        draw, text, r"([a-z_]+): (?=\S)", lambda place: f"{place[1]}："
    ),
    "a full-width comma": lambda draw, text: somewhere(
        draw, text, r", (?=[a-z_]+: )", lambda place: "，"
    ),
    "keys in another order": keys_shuffled,
    "a letter missing": lambda draw, text: somewhere(
        draw, text, r"[a-z-]{4,}", lambda place: without_a_letter(draw, place[0])
    ),
    "letters swapped": lambda draw, text: somewhere(
        draw, text, r"[a-z-]{4,}", lambda place: with_letters_swapped(draw, place[0])
    ),
    "capitals": lambda draw, text: somewhere(
        draw, text, r"(?<=[:\[] )?\b[a-z-]{2,}\b", lambda place: place[0].upper()
    ),
    "codes without quotes": lambda draw, text: re.sub(r'"(\d+)"', r"\1", text),
}


LETTERS = st.text(alphabet=":-#,，：、[]{}\"'|>&*!? \t\n\rab0", max_size=3)
"""The letters that matter to YAML, and a few that do not."""


def at_random(draw: Draw, text: str) -> str:
    """Some letters anywhere, or in the place of others."""
    place = draw(st.integers(0, len(text)))
    return text[:place] + draw(LETTERS) + text[place + draw(st.integers(0, 3)) :]


@st.composite
def spoilt(draw: st.DrawFn, *, random: bool) -> tuple[str, str]:
    """A file's name, and its text as somebody left it."""
    file = draw(st.sampled_from(sorted(sheets())))
    text = text_of(file)
    names = draw(st.lists(st.sampled_from(sorted(SLIPS)), min_size=1, max_size=3 if random else 1))
    for name in names:
        text = SLIPS[name](draw, text)
    for _ in range(draw(st.integers(0, 4)) if random else 0):
        text = at_random(draw, text)
    return file, text


# What holds ------------------------------------------------------------------------------------------


def comments(text: str) -> Counter[str]:
    """All that may be a comment: from a `#` to the end of its line."""
    lines = re.split("\r\n|\r|\n", text.lstrip("\ufeff"))
    return Counter(
        found[0].rstrip() for line in lines if (found := re.search(r"(?:^|(?<=\s))#.*", line))
    )


def said(draft: FixDraft, but_for: set[str]) -> dict[str, str]:
    """What a readable file says below each of its outermost keys."""
    data = draft.data if isinstance(draft.data, dict) else {}
    return {key: repr(value) for key, value in data.items() if key not in but_for}


def touched(draft: FixDraft, mended: list[Fix]) -> set[str]:
    """The outermost keys in whose lines something was mended."""
    tops = {str(path[0]): at[0] for path, at in draft.positions.keys.items() if len(path) == 1}
    lines = [m.problem.line for m in mended if m.problem.code not in ("MZ901", "MZ902")]
    nearest = {max((at for at in tops.values() if at <= line), default=0) for line in lines}
    return {key for key, at in tops.items() if at in nearest}


@given(spoilt(random=True))
def test_nothing_else_is_changed(case: tuple[str, str]) -> None:
    sheet, before = sheets()[case[0]], case[1]
    after, mended = fix_text(sheet, before)
    assert bool(mended) == (after != before)
    assert fix_text(sheet, after) == (after, [])
    assert comments(after) == comments(before)
    old, new = FixDraft(sheet, before), FixDraft(sheet, after)
    if not old.error:
        keys = touched(old, mended)
        assert not new.error
        assert said(old, keys).items() <= said(new, set()).items()
        assert len(old.data) == len(new.data) if isinstance(old.data, dict) else True
    elif mended:
        assert not new.error


@given(spoilt(random=False))
def test_a_slip_is_undone_or_left(case: tuple[str, str]) -> None:
    sheet, spoilt_text = sheets()[case[0]], case[1]
    right = FixDraft(sheet, text_of(sheet.file))
    after = FixDraft(sheet, fix_text(sheet, spoilt_text)[0])
    assert after.data in (right.data, FixDraft(sheet, spoilt_text).data)


def test_sound_files_stay_as_they_are() -> None:
    assert len(sheets()) > 200
    for sheet in sheets().values():
        assert fix_text(sheet, text_of(sheet.file)) == (text_of(sheet.file), [])
