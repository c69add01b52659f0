"""Write the issue forms and the code owners in .github/ from the data."""

import argparse
import sys

from mozi.editing.github import code_owners, forms
from mozi.settings import home_of
from mozi.store.loading import load_store


def run(options: argparse.Namespace) -> int:
    """Write the files; 1, and nothing written, when the data cannot be read."""
    read = load_store(options.root, home=home_of(options.root))
    if read.problems:
        print(*read.problems, sep="\n", file=sys.stderr)
        return 1
    folder = options.root / forms.FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in forms.form_files(read).items():
        (folder / name).write_text(content, encoding="utf-8")
    (options.root / code_owners.FILE).write_text(
        code_owners.code_owners(read.locales), encoding="utf-8"
    )
    return 0
