"""Findings in a workbook, each with its cell."""

from dataclasses import dataclass

from mozi.editing.spreadsheet import messages
from mozi.excel.workbook import cell_name
from mozi.problems.problem import Problem, Value
from mozi.problems.rulebook import Lang


@dataclass(frozen=True, order=True)
class Place:
    """A cell, in the order of the workbook: number of the sheet, row, column, name of the sheet."""

    number: int
    row: int
    column: int
    sheet: str

    def __str__(self) -> str:
        return cell_name(self.sheet, self.row, self.column)


@dataclass(frozen=True, order=True)
class Finding:
    """Something wrong with a cell."""

    place: Place
    problem: Problem

    @classmethod
    def at(cls, place: Place, code: str, variant: str = "", /, **values: Value) -> "Finding":
        """A finding of the workbook itself."""
        return cls(place, Problem.at(str(place), (1, 1), code, variant, **values))

    def text(self, lang: Lang) -> str:
        """All of it in one line, with the remedy for a cell where the rule's speaks of lines."""
        fix = messages.read_messages().fixes.get(self.problem.code)
        remedy = fix[lang] if fix else self.problem.fix(lang)
        return f"{self.place}: {self.problem.code} {self.problem.message(lang)} — {remedy}"
