"""The `mozi` command: one module per verb."""

import argparse
import importlib
from pathlib import Path

VERBS = {
    "check": "check all records and print what is wrong",
    "schema": "write the JSON Schemas that help editors",
    "translate": "bring the catalogues of translations up to date",
}
"""Verb → what it does. Only the module of the verb that is used is loaded: a check is quick."""


def main(arguments: list[str] | None = None) -> int:
    """Run `mozi VERB`. Returns the exit status: 0 fine, 1 problems, 2 wrong use."""
    parser = argparse.ArgumentParser(
        prog="mozi", description="Work on the records of the Mozi Workshop site."
    )
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)
    for verb, summary in VERBS.items():
        sub = verbs.add_parser(verb, help=summary, description=summary.capitalize() + ".")
        sub.add_argument(
            "--root",
            type=Path,
            default=Path("."),
            metavar="DIR",
            help="the project folder (default: the one the command is run in)",
        )
    options = parser.parse_args(arguments)
    return int(importlib.import_module(f"mozi.commands.{options.verb}").run(options))
