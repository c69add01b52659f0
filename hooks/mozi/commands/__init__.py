"""The `mozi` command: one module per verb."""

import argparse
import importlib
from pathlib import Path

VERBS = ("check", "schema", "translate")


def main(arguments: list[str] | None = None) -> int:
    """Run `mozi VERB`. Returns the exit status: 0 fine, 1 problems, 2 wrong use."""
    parser = argparse.ArgumentParser(
        prog="mozi", description="Work on the records of the Mozi Workshop site."
    )
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)
    for verb in VERBS:
        module = importlib.import_module(f"mozi.commands.{verb}")
        summary = (module.__doc__ or "").splitlines()[0]
        sub = verbs.add_parser(verb, help=summary, description=module.__doc__)
        sub.add_argument(
            "--root",
            type=Path,
            default=Path("."),
            metavar="DIR",
            help="the project folder (default: the one the command is run in)",
        )
        module.add_arguments(sub)
        sub.set_defaults(run=module.run)
    options = parser.parse_args(arguments)
    return int(options.run(options))
