"""Words of the code: docstrings begin with a verb or a noun of the field, never with a riddle."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.helpers import ROOT

FILES = [*sorted((ROOT / "hooks").rglob("*.py")), *sorted((ROOT / "bench").rglob("*.py"))]

RIDDLE = re.compile(r"(The same|What|Those|Another|That of)\b")

NO_NAMES = {"of", "_told", "_said", "_plain"}


def docstrings(file: Path) -> Iterator[tuple[int, str]]:
    """Every text that stands alone as a statement, with its line."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        match node:
            case ast.Expr(value=ast.Constant(value=str(text))):
                yield node.lineno, text


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_no_docstring_opens_with_a_riddle(file: Path) -> None:
    assert [line for line, text in docstrings(file) if RIDDLE.match(text)] == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_no_function_has_a_name_that_says_nothing(file: Path) -> None:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    names = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
    assert names & NO_NAMES == set()


VAGUE = {"found", "known", "made", "told", "said", "kept", "asked"}
"""Names that say what happened to a value, not what it holds."""


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_no_variable_has_a_name_that_says_what_happened(file: Path) -> None:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    stored = {
        n.id for n in ast.walk(tree) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)
    }
    arguments = {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}
    assert (stored | arguments) & VAGUE == set()
