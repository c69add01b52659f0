"""Records at random: whatever their models take, at the edges of what they take."""

from typing import Any

import pydantic
from hypothesis import strategies as st
from mozi.records.field_types import FieldType, field_type
from mozi.records.values import Model, ParticularId

DAYS = ("1000-01-01", "2024-02-29", "2025-12-31", "2026-01-31", "2027-09-01", "9999-12-31")
DATES = (*DAYS, "1000", "2025", "9999", "2024-02", "9999-12")
_TEXTS = (
    "Words",
    "字",
    "<b>&\"'",
    "a@b.example, +992 372 34 88 01, www.b.example",
    "ورشة",
    "one\ntwo",
    "100%",
    "%(name)s",
    "1" * 300,
)
_LINKS = st.sampled_from(("https://b.example/a?b=1&c", "http://b.example", "mailto:a@b.example"))
_CODES: dict[str, st.SearchStrategy[Any]] = {
    **dict.fromkeys(
        ("language", "title_language", "authoritative_language", "languages", "official_languages"),
        st.sampled_from(("tg", "zh-Hant", "en", "ar", "tlh")),
    ),
    **dict.fromkeys(("url", "website", "official_page", "admission_page", "page"), _LINKS),
    "currency": st.sampled_from(("TJS", "KWD", "JPY")),
    "isced_f": st.sampled_from(("08", "0812")),
    "isco": st.sampled_from(("6", "6113")),
    "code": st.just("460301"),
    "email": st.just("office@b.example"),
    "phone": st.just("+992 372 34 88 01"),
    "time": st.sampled_from(("00:00", "23:59")),
    "zone": st.sampled_from(("Asia/Dushanbe", "Pacific/Kiritimati")),
    "length": st.sampled_from(("P3Y", "P2.5Y6M", "P9999D")),
    "id": st.just("x"),
}
_NUMBERS = st.sampled_from((1, 2, 12, 90)) | st.sampled_from((0.5, 1.125, 33.333))
_WHOLE = st.sampled_from((0, 1, 2, 12, 80))


_ALWAYS = {"intakes", "deadlines", "milestones", "until", "scholarships", "apply_until"}
"""Fields with dates of their own, which no record here is without."""


class RandomRecords:
    """Maker of records whose ids are among those given, by folder or vocabulary."""

    def __init__(self, ids: dict[str, list[str]]) -> None:
        self._ids = ids

    def data(self, model: type[Model]) -> st.SearchStrategy[dict[str, Any]]:
        """Return the strategy for data that a model takes."""
        fields = {name: self._field(model, name) for name in model.model_fields}
        required = {
            name
            for name, field in model.model_fields.items()
            if field.is_required() or name in _ALWAYS
        }
        strategy = st.fixed_dictionaries(
            {name: each for name, each in fields.items() if name in required},
            optional={name: each for name, each in fields.items() if name not in required},
        )
        return strategy.filter(lambda data: _is_taken(model, data))

    def _field(self, model: type[Model], name: str) -> st.SearchStrategy[Any]:
        shape = field_type(model, name)
        one = self._single(shape, name)
        if shape.many:
            one = st.lists(one, min_size=2 if name == "versions" else 1, max_size=2)
        if shape.claim:
            fields = {n: self._field(shape.claim, n) for n in shape.claim.model_fields}
            return st.fixed_dictionaries({**fields, "value": one})
        return one

    def _single(self, shape: FieldType, name: str) -> st.SearchStrategy[Any]:
        if model := shape.model:
            return st.deferred(lambda: self.data(model))
        if shape.ref:
            return st.sampled_from(self._ids[shape.ref.kind])
        if name == "unpublished":  # a rule holds its words
            return st.sampled_from(self._ids[ParticularId.kind])
        if shape.choices:
            return st.sampled_from(shape.choices)
        if shape.date:
            return st.sampled_from(DAYS if name == "checked" else DATES)
        if name in _CODES:
            return _CODES[name]
        if shape.kind is str:
            return st.sampled_from(_TEXTS)
        if shape.kind is bool:
            return st.booleans()
        return _WHOLE if shape.kind is int else _NUMBERS


def _is_taken(model: type[Model], data: dict[str, Any]) -> bool:
    try:
        model.model_validate(data)
    except pydantic.ValidationError:
        return False
    return True
