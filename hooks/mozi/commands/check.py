"""Check all records and print what is wrong, with file, line, column, rule and remedy."""

import argparse
import gc
import os
import sys
from datetime import date, datetime

from mozi import phrases, published, reports, rules, schemas, store
from mozi.addresses import RULES, prefix
from mozi.caching import FOLDER, Cache
from mozi.problems import Problem
from mozi.rulebook import Lang

MANY_OBJECTS = 100_000
"""New objects after which Python looks for garbage: nearly all that is read is needed to the end."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """How the problems are told, and whether to go on watching."""
    reports.add_lang(parser)
    parser.add_argument(
        "--format",
        choices=reports.FORMATS,
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
    from mozi import watching  # a single check has no need of it

    watching.repeat(data, lambda: _check_again(options))
    return 0


def _check(options: argparse.Namespace) -> int:
    cache = Cache(options.root / FOLDER)
    read = store.load(options.root, cache)
    problems = rules.check(read, date.today())
    cache.save()
    report = reports.FORMATS[options.format](problems, options.lang)
    print(report, end="", flush=True)
    print(_count(sum(1 for _ in read.each()), problems, options.lang), file=sys.stderr, flush=True)
    site = os.environ.get("SITE_URL", "")
    if problems and site:
        address = site + prefix(options.lang) + RULES
        print(phrases.of("codes", options.lang, address=address), file=sys.stderr, flush=True)
    if schemas.ids_are_stale(read):
        print(phrases.of("stale-ids", options.lang), file=sys.stderr, flush=True)
    if published.is_stale(read):
        print(phrases.of("stale-addresses", options.lang), file=sys.stderr, flush=True)
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
