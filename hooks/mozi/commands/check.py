"""Check all records and print what is wrong, with file, line, column, rule and remedy."""

import argparse
import sys

from mozi import rules, store


def run(options: argparse.Namespace) -> int:
    """Print every problem; 1 when there is an error, else 0."""
    read = store.load(options.root)
    problems = rules.check(read)
    for problem in problems:
        print(problem)
    errors = sum(problem.severity == "error" for problem in problems)
    count = sum(len(records) for records in read.records.values())
    print(f"{count} records, {errors} errors", file=sys.stderr)
    return 1 if errors else 0
