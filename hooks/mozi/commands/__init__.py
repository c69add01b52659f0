"""The `mozi` command: one module per verb.

Each has `run(options)`, which returns the exit status, and, where the verb takes more than a
folder, `arguments(parser)`, which says what.
"""

import argparse
import importlib
import io
import keyword
import os
import sys
from pathlib import Path

VERBS = {
    "addresses": "list every page among the published addresses, which never break",
    "changes": "compare two built sites: which pages changed, came or went, in each language",
    "check": "check all records and print what is wrong",
    "compress": "write compressed forms of a built site's files beside them",
    "elm": "say what programmes lack for a description in the European Learning Model",
    "fix": "mend what can be mended safely, and list the rest",
    "form": "make a record, or a change of one, from a filled-in issue form",
    "forms": "write the issue forms and the code owners in .github/ from the data",
    "import": "make records from a spreadsheet, or the spreadsheet to fill in",
    "new": "write a new record, with every field explained",
    "schema": "write the JSON Schemas that help editors",
    "translate": "bring the catalogues of translations up to date; exchange them as spreadsheets",
    "why": "say why a file of the built site was written or kept, and what it depends on",
}
"""Verb → what it does. Only the module of the verb that is used is loaded: a check is quick."""


def main(arguments: list[str] | None = None) -> int:
    """Run `mozi VERB`. Returns the exit status: 0 fine, 1 problems, 2 wrong use."""
    words = sys.argv[1:] if arguments is None else arguments
    _print_anything()
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
        if words[:1] == [verb]:
            own = "_" * keyword.iskeyword(verb)  # no module can be called “import”
            module = importlib.import_module(f"mozi.commands.{verb}{own}")
            if hasattr(module, "arguments"):
                module.arguments(sub)
            sub.set_defaults(run=module.run)
    options = parser.parse_args(words)
    try:
        status = int(options.run(options))
        sys.stdout.flush()
    except BrokenPipeError:  # whoever read the output has seen enough, as `| head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return status


def _print_anything() -> None:
    """Let no letter that a terminal's encoding lacks end the command in a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
