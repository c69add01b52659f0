"""Compress the files of a built site beforehand, for hosts that send them so."""

import argparse
import sys
from pathlib import Path

from mozi.outputs import compression


def arguments(parser: argparse.ArgumentParser) -> None:
    """Which site."""
    parser.add_argument("site", nargs="?", type=Path, default=Path("site"), metavar="SITE")


def run(options: argparse.Namespace) -> int:
    """Write the compressed forms; 1 when there is no site, else 0."""
    site = options.root / options.site
    if not (site / "index.html").is_file():
        print(f"{site} holds no site: build it first, with `make build`", file=sys.stderr)
        return 1
    count, plain, packed = compression.compress_files(site)
    print(f"{count} files, {plain:,} bytes; {packed:,} with gzip")
    return 0
