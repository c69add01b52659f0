"""A bar chart of a course list, with the table that says the same."""

from collections.abc import Sequence
from string import ascii_uppercase

from mozi.presentation.components.courses import Bar, BarPart, CourseChart, KindRow
from mozi.presentation.writer import Writer
from mozi.records.models import Course

_ROOM_FOR_BOTH = 12
_ROOM_FOR_LETTER = 4
"""Per cent of the width that a part needs for its letter with its number, and for its letter."""


def course_chart(w: Writer, courses: Sequence[Course]) -> CourseChart:
    """Courses by kind, in semesters where every course has one; hours where every course has them.

    Without items when there are not at least two kinds: one bar of one piece says nothing.
    """
    hours = all(course.hours for course in courses)
    semesters = all(course.semester for course in courses)
    amounts: dict[int, dict[str, int]] = {}
    kinds: dict[str, None] = {}
    for course in courses:
        kind = w.term(course.kind) if course.kind else w._("Kind not given")
        bar = amounts.setdefault((course.semester or 0) if semesters else 0, {})
        bar[kind] = bar.get(kind, 0) + ((course.hours or 0) if hours else 1)
        kinds.setdefault(kind)
    order = sorted(amounts)
    what = w._("Hours") if hours else w._("Courses")
    heads = [w._("Semester %(number)s", number=w.language.number(s)) for s in order if s] or [what]
    longest = max((sum(bar.values()) for bar in amounts.values()), default=1)
    title = w._("Hours by kind") if hours else w._("Courses by kind")
    return CourseChart(
        "course-chart",
        title,
        tuple(
            Bar(
                head if number else "",
                _in_words(w, title, head if number else "", amounts[number]),
                _parts(w, list(kinds), amounts[number], longest),
            )
            for number, head in zip(order, heads, strict=True)
        )
        if len(kinds) > 1
        else (),
        (w._("Kind"), *heads),
        tuple(
            KindRow(letter, kind, tuple(_cell(w, amounts[n].get(kind, 0)) for n in order))
            for letter, kind in zip(ascii_uppercase, kinds, strict=False)
        ),
    )


def _in_words(w: Writer, title: str, head: str, bar: dict[str, int]) -> str:
    name = w._("%(chart)s, %(bar)s", chart=title, bar=head) if head else title
    parts = w.language.enumerate(
        w._("%(kind)s %(amount)s", kind=kind, amount=w.language.number(amount))
        for kind, amount in bar.items()
    )
    return w._("%(name)s: %(parts)s", name=name, parts=parts)


def _cell(w: Writer, amount: int) -> str:
    return w.language.number(amount) if amount else "–"


def _parts(w: Writer, kinds: list[str], bar: dict[str, int], longest: int) -> tuple[BarPart, ...]:
    parts = []
    start = 0.0
    for index, kind in enumerate(kinds):
        width = 100 * bar.get(kind, 0) / longest
        if width:
            letter, number = ascii_uppercase[index], w.language.number(bar[kind])
            text = f"{letter} {number}" if width >= _ROOM_FOR_BOTH else letter
            left = 100 - start - width if w.language.dir == "rtl" else start
            parts.append(
                BarPart(
                    letter.lower(),
                    round(left, 2),
                    round(width, 2),
                    round(left + width / 2, 2),
                    text if width >= _ROOM_FOR_LETTER else "",
                )
            )
        start += width
    return tuple(parts)
