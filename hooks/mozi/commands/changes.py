"""Compare two built sites: which pages changed, came or went, in each language."""

import argparse
import sys
from pathlib import Path

from mozi.editing.github.page_changes import (
    Report,
    UnreadableSite,
    changes_as_json,
    changes_as_markdown,
    changes_from_json,
    compare_sites,
)


def arguments(parser: argparse.ArgumentParser) -> None:
    """Two folders, or a report that was made of them."""
    parser.add_argument("sites", nargs="*", type=Path, metavar="OLD NEW", help="two built sites")
    parser.add_argument(
        "--report", type=Path, metavar="FILE", help="a report in JSON, instead of two sites"
    )
    parser.add_argument("--format", choices=("markdown", "json"), default="markdown")


def run(options: argparse.Namespace) -> int:
    """Print the report; 1 when there is nothing to compare, 2 when it was not asked for rightly."""
    if len(options.sites) != (0 if options.report else 2):
        print("mozi changes: name two folders, or a report with --report", file=sys.stderr)
        return 2
    try:
        report = _report(options)
    except (UnreadableSite, OSError) as error:
        print(f"mozi changes: {error}", file=sys.stderr)
        return 1
    as_text = changes_as_json if options.format == "json" else changes_as_markdown
    print(as_text(report), end="")
    return 0


def _report(options: argparse.Namespace) -> Report:
    if options.report:
        return changes_from_json(options.report.read_text(encoding="utf-8", errors="replace"))
    return compare_sites(*options.sites)
