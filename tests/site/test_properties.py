"""What holds for anything that anybody may write, tried on made-up examples.

`make fuzz` tries many more, and damages the real files (`tests/fuzz.py`).
"""

import json
from random import Random
from typing import Any

import pydantic
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mozi.problems.problem import Problem, did_you_mean
from mozi.records.models import RECORD_TYPES, Record
from mozi.records.values import (
    Duration,
    LanguageCode,
    Link,
    PartialDate,
    PlainText,
    Ref,
    SourceId,
    Text,
)
from mozi.site.site import Site
from mozi.yaml_text.parse import (
    MISLEADING_CHARACTERS,
    Positions,
    Unreadable,
    decode,
    end_of_text,
    parse_yaml,
)

from tests.support import mutations, trial
from tests.support.full_records import IDS, site_with
from tests.support.helpers import SMALL, Folder
from tests.support.random_records import RandomRecords

ANYTHING = st.one_of(
    st.binary(),
    st.text().map(str.encode),
    st.lists(st.sampled_from([*mutations.TOKENS, *mutations.CHARACTERS, "a", "b: ", "\n  "]))
    .map("".join)
    .map(str.encode),
)
"""Bytes, texts, and what looks like YAML."""

CHARACTERS = st.characters(exclude_categories=("Cc", "Cn", "Cs", "Zl", "Zp")).filter(
    lambda character: not MISLEADING_CHARACTERS.search(character)
)
DATA = st.dictionaries(
    st.text(CHARACTERS),
    st.recursive(
        st.none()
        | st.booleans()
        | st.integers(-(10**28), 10**28)
        | st.floats(allow_nan=False, allow_infinity=False)
        | st.text(CHARACTERS),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(CHARACTERS), inner),
        max_leaves=15,
    ),
)
"""What JSON can say, in the characters that stand for themselves."""


@given(ANYTHING)
def test_any_file_is_data_or_says_where_it_is_not(content: bytes) -> None:
    positions = Positions()
    try:
        text = decode(content)
        data = parse_yaml(text, positions)
    except Unreadable as error:
        places = [error.position]
        text = content.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
    else:
        assert parse_yaml(text) == data
        places = [*positions.keys.values(), *positions.values.values()]
    for line, column in places:
        assert (1, 1) <= (line, column) <= end_of_text(text)
        assert column >= 1


@given(DATA)
def test_what_json_says_is_read_as_it_says(data: dict[str, Any]) -> None:
    assert parse_yaml(json.dumps(data, ensure_ascii=False)) == data


@given(st.text(), st.text(), st.lists(st.text()))
def test_whatever_is_quoted_can_be_printed(file: str, key: str, known: list[str]) -> None:
    problem = Problem.at(file, (1, 1), "MZ201", key=key, advice=did_you_mean(key, known))
    for line in (problem.text("en"), problem.text("zh")):
        assert line.splitlines() == [line]
        assert line.isprintable()
        line.encode()


def accepted(annotation: Any, value: object) -> bool:
    """Whether a field takes the value; any other exception than a refusal is a failure."""
    try:
        pydantic.TypeAdapter(annotation).validate_python(value)
    except pydantic.ValidationError:
        return False
    return True


DIGITS = st.text(st.sampled_from("0123456789-PYMWD.\n٣３"), max_size=12)
DATES = st.dates().map(str) | st.from_regex(r"[0-9]{4}(-[0-9]{2}){0,2}") | DIGITS | st.text()
DURATIONS = st.from_regex(r"P([0-9]+(\.[0-9]+)?Y)?([0-9]+M)?([0-9]+W)?([0-9]+D)?") | DIGITS
CODES = st.lists(
    st.sampled_from(["en", "zh", "tlh", "ab", "root", "Latn", "Hant", "GB", "CN", "419", "", "X"])
).map("-".join) | st.text(max_size=8)
LINKS = st.builds(
    "".join,
    st.tuples(
        st.sampled_from(["https:", "http:", "mailto:", "tel:", "javascript:", "", "HTTPS:"]),
        st.sampled_from(["//", "/", "", "//[", "//a@"]),
        st.text(max_size=10),
        st.sampled_from(["", ":80", ":x", ":99999", "/", "?a=b#c", "]"]),
        st.text(max_size=10),
    ),
)


@pytest.mark.parametrize("code", ["en", "zh", "ru", "ar"])
@given(date=DATES, until=st.none() | DATES)
def test_a_date_that_is_accepted_can_be_shown(
    small: Site, code: str, date: str, until: str | None
) -> None:
    if accepted(PartialDate, date) and (until is None or accepted(PartialDate, until)):
        assert small.languages[code].date(date, until)


@given(DURATIONS)
def test_a_length_of_time_that_is_accepted_can_be_shown(small: Site, duration: str) -> None:
    if accepted(Duration, duration):
        assert small.languages["ru"].duration(duration)


@given(CODES)
def test_a_language_that_is_accepted_has_a_name(small: Site, code: str) -> None:
    if accepted(LanguageCode, code):
        assert small.languages["fr"].language_name(code)
        assert small.languages["zh"].quote("a", code).dir in ("ltr", "rtl")


@given(LINKS)
def test_a_link_that_is_accepted_is_safe_to_show(link: str) -> None:
    if accepted(Link, link):
        assert link.lower().startswith(("https://", "http://", "mailto:", "tel:"))
        assert link.isprintable()
        assert not set(link) & set(' "<>')


@given(st.text())
def test_an_id_that_is_accepted_is_an_address(id: str) -> None:
    if accepted(SourceId, id):
        assert issubclass(SourceId, Ref)
        assert id.isascii()
        assert id == id.lower().strip("-")


@given(st.text(), st.dictionaries(CODES, st.text()))
def test_a_text_that_is_accepted_has_no_hidden_control(
    english: str, others: dict[str, str]
) -> None:
    value = {"en": english, "zh": "字", **others}
    if accepted(Text, value):
        assert all(accepted(PlainText, text) for text in value.values())


FILES = sorted(path.relative_to(SMALL).as_posix() for path in SMALL.glob("data/*/*.*"))


@given(st.sampled_from(FILES), st.sampled_from(FILES), st.integers(0, 2**32))
def test_any_damage_ends_in_pages_or_in_problems(
    folder: Folder, file: str, other: str, seed: int
) -> None:
    more = mutations.PO if file.endswith(".po") else mutations.YAML
    whole, piece = (SMALL / file).read_bytes(), (SMALL / other).read_bytes()
    _, damaged = mutations.mutated(whole, piece, Random(seed), *more)
    trial.outcome(folder.root, file.removeprefix("data/"), damaged)


@pytest.mark.parametrize("record_type", RECORD_TYPES, ids=lambda each: each.kind)
@given(data=st.data())
def test_whatever_a_model_takes_is_checked_and_shown(
    small: Site, record_type: type[Record], data: st.DataObject
) -> None:
    """No value, date or combination of fields ends a check or a build in an exception."""
    ids = {kind: [*records] for kind, records in small.graph.records.items()}
    ids |= {f"vocabularies/{name}": [*terms] for name, terms in small.graph.vocabularies.items()}
    record = record_type.load(IDS[record_type], data.draw(RandomRecords(ids).data(record_type)))
    site = site_with(small, record)
    trial.check_record(record)
    trial.make_outputs(site, record)
