"""Write the issue forms and the code owners in .github/ from the data."""

import argparse
import sys

from mozi import store
from mozi.github import forms, owners


def run(options: argparse.Namespace) -> int:
    """Write the files; 1, and nothing written, when the data cannot be read."""
    read = store.load(options.root)
    if read.problems:
        print(*read.problems, sep="\n", file=sys.stderr)
        return 1
    folder = options.root / forms.FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in forms.files(read).items():
        (folder / name).write_text(content, encoding="utf-8")
    (options.root / owners.FILE).write_text(owners.text(read.locales), encoding="utf-8")
    return 0
