"""Make a record, or a change of one, from a filled-in issue form, and print the answer to it."""

import argparse
import json
import sys
from datetime import date
from pathlib import Path

from mozi.editing.github import submissions
from mozi.records.values import is_partial_date
from mozi.settings import home_of
from mozi.store.loading import load_store


def arguments(parser: argparse.ArgumentParser) -> None:
    """The text of the issue, and when it was sent."""
    text = parser.add_mutually_exclusive_group()
    text.add_argument(
        "file", nargs="?", type=Path, help="the text of the issue (default: what comes in)"
    )
    text.add_argument(
        "--event",
        type=Path,
        metavar="FILE",
        help="what GitHub tells a workflow of the issue, in JSON, instead of its text",
    )
    parser.add_argument(
        "--checked",
        type=_day,
        metavar="DAY",
        help="the day the form was sent, which counts as the day the sources were looked at "
        "(default: that of the event, else today)",
    )


def _day(word: str) -> str:
    if not (len(word) == len("2024-09-24") and is_partial_date(word)):
        raise argparse.ArgumentTypeError(f"“{word}” is not a day such as 2024-09-24")
    return word


def run(options: argparse.Namespace) -> int:
    """Write the record and print the answer; 1, and nothing written, when something is wrong."""
    try:
        body, day = _event(options.event) if options.event else (_text(options.file), None)
    except OSError as error:
        print(f"mozi form: {error}", file=sys.stderr)
        return 1
    read = load_store(options.root, home=home_of(options.root))
    if not (options.root / "data").is_dir():
        print(*read.problems, sep="\n", file=sys.stderr)
        return 1
    checked = options.checked or day or date.today().isoformat()
    outcome = submissions.take(body, read, checked)
    for file, text in outcome.files.items():
        (options.root / file).write_text(text, encoding="utf-8")
    print(outcome.comment, end="")
    return 0 if outcome.accepted else 1


def _event(file: Path) -> tuple[str, str]:
    """Text and day of the issue in the event `file`, which is GitHub's own."""
    issue = json.loads(file.read_text(encoding="utf-8"))["issue"]
    return issue["body"] or "", issue["updated_at"][: len("2024-09-24")]


def _text(file: Path | None) -> str:
    """No more of the text than is needed to see that it is too long."""
    most = submissions.LONGEST * 4 + 1
    if file is None:
        content = sys.stdin.buffer.read(most)
    else:
        with file.open("rb") as stream:
            content = stream.read(most)
    return content.decode("utf-8", errors="replace")
