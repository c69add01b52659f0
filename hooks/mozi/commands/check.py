"""Check all records and print what is wrong, with file, line, column, rule and remedy."""

import argparse
import gc
import os
import sys
from datetime import date, datetime

from mozi import rules
from mozi.addresses.permalinks import lacks_pages
from mozi.addresses.urls import RULES, prefix
from mozi.editing.json_schema import ids_are_stale
from mozi.editing.messages import message
from mozi.engine.cache import FOLDER, Cache
from mozi.problems.problem import Problem
from mozi.problems.report import FORMATS, add_language_option
from mozi.problems.rulebook import Lang
from mozi.settings import home_of
from mozi.store.loading import load_store

MANY_OBJECTS = 100_000
"""New objects after which Python looks for garbage: nearly all that is read is needed to the end."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """How the problems are told, and whether to go on watching."""
    add_language_option(parser)
    parser.add_argument(
        "--format",
        choices=FORMATS,
        default="text",
        help="text for people, github for notes on the lines of a pull request, json for programs",
    )
    parser.add_argument(
        "--watch", action="store_true", help="check again after every change, until Ctrl-C"
    )


def run(options: argparse.Namespace) -> int:
    """Print every problem; 1 when there is an error, else 0. Watching ends with 0."""
    gc.set_threshold(MANY_OBJECTS)
    data = options.root / "data"
    if not options.watch or not data.is_dir():
        return _check(options)
    from mozi.commands import watch  # a single check has no need of it

    watch.repeat_on_change(data, lambda: _check_again(options))
    return 0


def _check(options: argparse.Namespace) -> int:
    cache = Cache(options.root / FOLDER)
    read = load_store(options.root, cache, home=home_of(options.root))
    problems = rules.check(read, date.today())
    cache.save()
    report = FORMATS[options.format](problems, options.lang)
    print(report, end="", flush=True)
    print(_count(sum(1 for _ in read.each()), problems, options.lang), file=sys.stderr, flush=True)
    site = os.environ.get("SITE_URL", "")
    if problems and site:
        address = site + prefix(options.lang) + RULES
        print(message("codes", options.lang, address=address), file=sys.stderr, flush=True)
    if ids_are_stale(read):
        print(message("stale-ids", options.lang), file=sys.stderr, flush=True)
    if lacks_pages(read):
        print(message("stale-addresses", options.lang), file=sys.stderr, flush=True)
    return 1 if any(problem.severity == "error" for problem in problems) else 0


def _check_again(options: argparse.Namespace) -> None:
    print(f"──── {datetime.now():%H:%M:%S} ────", file=sys.stderr, flush=True)
    _check(options)


def _count(records: int, problems: list[Problem], lang: Lang) -> str:
    errors = sum(problem.severity == "error" for problem in problems)
    warnings = len(problems) - errors
    if lang == "zh":
        return f"{records} 条记录，{errors} 个错误，{warnings} 个警告"
    counts = {"record": records, "error": errors, "warning": warnings}
    return ", ".join(f"{n} {word}{'' if n == 1 else 's'}" for word, n in counts.items())
