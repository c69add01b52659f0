"""Mend what can be mended safely in all records, and list the errors that are left."""

import argparse
import difflib
import io
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from mozi import rules
from mozi.editing.fix import file_names, fix_all
from mozi.editing.fix.repair import Fix
from mozi.editing.json_schema import ids_are_stale
from mozi.editing.messages import message
from mozi.problems.problem import Problem, show_value
from mozi.problems.report import add_language_option, report_as_text
from mozi.problems.rulebook import Lang
from mozi.settings import home_of
from mozi.store.loading import load_store

PARTS = ("data", "docs")
"""The folders that rules look at: what is not in `data/` has addresses, too."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Whether to change anything, and the language to tell it in."""
    parser.add_argument(
        "--dry-run",
        action="store_true",
        help="change nothing: print the changes as a patch, for `git apply`",
    )
    add_language_option(parser)


def run(options: argparse.Namespace) -> int:
    """Mend the files; 1 when an error is left, or with --dry-run anything to mend, else 0."""
    if options.dry_run and (options.root / "data").is_dir():
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder)
            for part in PARTS:
                if (options.root / part).is_dir():
                    shutil.copytree(options.root / part, copy / part)
            mended, remaining = _mend(copy, options.lang)
            patch = "".join(_patch(options.root, copy, mended))
        sys.stdout.buffer.write(patch.encode())  # to the byte, whatever the terminal's encoding
        sys.stdout.flush()
        print(_summary(mended, remaining, options.lang), end="", file=sys.stderr)
    else:
        mended, remaining = _mend(options.root, options.lang)
        print(_summary(mended, remaining, options.lang), end="")
    print(_count(mended, remaining, options), file=sys.stderr)
    return 1 if remaining or (options.dry_run and mended) else 0


def _mend(root: Path, lang: Lang) -> tuple[list[Fix], list[Problem]]:
    mended = fix_all(root)
    read = load_store(root, home=home_of(root))
    if ids_are_stale(read):
        print(message("stale-ids", lang), file=sys.stderr)
    return mended, [p for p in rules.check(read) if p.severity == "error"]


# What is told ------------------------------------------------------------------------------------


def _summary(mended: list[Fix], remaining: list[Problem], lang: Lang) -> str:
    parts = []
    if mended:
        parts.append(f"{message('mended', lang)}\n{''.join(_line(m, lang) for m in mended)}")
    if remaining:
        parts.append(f"{message('left', lang)}\n{report_as_text(remaining, lang)}")
    return "\n".join(parts)


def _line(mended: Fix, lang: Lang) -> str:
    words = f" — {show_value(mended.old)} → {show_value(mended.new)}" if mended.new else ""
    problem = mended.problem
    return f"{problem.place}: {problem.code} {problem.message(lang)}{words}\n"


def _count(mended: list[Fix], remaining: list[Problem], options: argparse.Namespace) -> str:
    files = len(_files(mended))
    if options.lang == "zh":
        verb = "可更正" if options.dry_run else "已更正"
        return f"{verb} {files} 个文件中的 {len(mended)} 处，还有 {len(remaining)} 个问题"
    verb = "could be mended" if options.dry_run else "mended"
    return f"{_number(len(mended), 'problem')} in {_number(files, 'file')} {verb}, {len(remaining)} left"


def _number(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"


# The changes as a patch --------------------------------------------------------------------------


def _patch(root: Path, copy: Path, mended: list[Fix]) -> Iterator[str]:
    """How the mended files in `copy` differ from those in `root`, as `git apply` takes it."""
    for new, old in sorted(_files(mended).items()):
        yield f"diff --git a/{old} b/{new}\n"
        if old != new:
            yield f"rename from {old}\nrename to {new}\n"
        before, after = _lines(root / old), _lines(copy / new)
        for line in difflib.unified_diff(before, after, f"a/{old}", f"b/{new}"):
            yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _files(mended: list[Fix]) -> dict[str, str]:
    """Every file that was mended, and its name before."""
    earlier = {
        str(PurePosixPath(one.problem.file).with_name(one.new)): one.problem.file
        for one in mended
        if one.problem.code in file_names.CODES
    }
    others = {one.problem.file for one in mended} - set(earlier.values())
    return {**{file: file for file in others}, **earlier}


def _lines(path: Path) -> list[str]:
    """The lines of a file as they are; only LF ends one."""
    return list(io.StringIO(path.read_bytes().decode(), newline="\n"))
