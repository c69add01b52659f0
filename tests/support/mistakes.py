"""Mistakes in the small project, which has no problem by itself, and what an editor is told."""

from tests.support.helpers import Folder

WORKSHOP = "projects/workshop.yml"

SIGNED = ("value: operating, as_of: 2025-09-01", "value: signed, as_of: 2025-09-01")
OPENING = (
    "  - {date: 2024-05-01, until: 2024-05-02, kind: opened, place: {en: Khujand, zh: 胡占德}}\n"
)
SIGNING = "  - {date: 2023-09, kind: signed, cite: [mirror]}\n"

Mistake = tuple[str, str, str, str]
"""A file, what is replaced in it, by what, and the beginning of the problem."""

Change = tuple[str, str, str]
"""A file, what is replaced in it, by what."""

Mistakes = dict[str, Mistake]
SeveralPlaces = dict[str, tuple[list[Change], str]]
Fine = dict[str, list[Change]]
Files = dict[str, tuple[str, str | bytes, str]]


def assert_told(folder: Folder, mistake: Mistake) -> None:
    """The mistake is told, whatever follows from it."""
    file, old, new, expected = mistake
    folder.replace(file, old, new)
    problems = [str(problem) for problem in folder.problems()]
    assert any(line.startswith(expected) for line in problems), "\n".join(problems)


def assert_told_alone(folder: Folder, mistake: tuple[list[Change], str]) -> None:
    """The mistake is told, and nothing else."""
    changes, expected = mistake
    for change in changes:
        folder.replace(*change)
    problems = [str(problem) for problem in folder.problems()]
    assert len(problems) == 1, "\n".join(problems)
    assert problems[0].startswith(expected), problems


def assert_fine(folder: Folder, changes: list[Change]) -> None:
    """The changes look like a mistake and are none."""
    for change in changes:
        folder.replace(*change)
    assert folder.problems() == []


def assert_file_refused(folder: Folder, mistake: tuple[str, str | bytes, str]) -> None:
    """A file with this content is told once, with what to do."""
    file, content, expected = mistake
    folder.write(file, content)
    problems = [problem for problem in folder.problems() if expected in str(problem)]
    assert len(problems) == 1, folder.problems()
    assert problems[0].fix()
