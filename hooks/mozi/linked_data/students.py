"""Numbers of students, a data set for each year (schema.org Dataset)."""

from mozi.linked_data.certainty import all_plain
from mozi.linked_data.nodes import Node, node
from mozi.presentation.writer import Writer
from mozi.records.models import Programme, Project, StudentsOfYear


def students_by_year(w: Writer, record: Project | Programme) -> list[Node]:
    """Numbers of students that a record states outright, as works on its subject."""
    years = all_plain(record, "students_by_year", record.students_by_year)
    return [_students(w, each) for each in years]


def _students(w: Writer, year: StudentsOfYear) -> Node:
    numbers = {
        # Translators: numbers of students of a year; not seen on the page, for search engines.
        w._("Students enrolled"): year.enrolled,
        # Translators: not seen on the page, for search engines.
        w._("Students newly admitted"): year.new,
        # Translators: not seen on the page, for search engines.
        w._("Graduates"): year.graduates,
    }
    return node(
        "Dataset",
        name=w._(
            "%(label)s: %(value)s",
            label=w.field_label("students_by_year"),
            value=w.language.date(year.year),
        ),
        temporalCoverage=year.year,
        variableMeasured=[
            node("PropertyValue", name=name, value=number)
            for name, number in numbers.items()
            if number is not None
        ],
    )
