"""Say why a file of the site was written in the last build or kept, and what it depends on."""

import argparse
import difflib
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from mozi.engine.manifest import Cause, Manifest, ManifestEntry, read_manifest
from mozi.engine.staging import manifest_file
from mozi.graph.dependencies import describe_key

LISTED = 15
"""Dependencies of one sort that are listed one by one."""

COMMON = (
    "the code in hooks/, the templates in overrides/, mkdocs.yml, installed libraries",
    "vocabularies, locales, redirects, and translations of the interface in data/",
)
"""Dependencies of every file."""

_CAUSES = {
    Cause.ALWAYS: "it is written in every build",
    Cause.FIRST_BUILD: "there was no build before, or other code had written its manifest",
    Cause.COMMON: "something has changed that every file depends on",
    Cause.NEW_TASK: "the build before had no such task",
    Cause.FILES: "files were missing, or somebody had changed them",
    Cause.INPUTS: "its inputs had changed: page shell, neighbours, order of lists, or other results",
    Cause.DEPENDENCIES: "these dependencies had changed",
}


def arguments(parser: argparse.ArgumentParser) -> None:
    """Which file of which site."""
    parser.add_argument(
        "address", metavar="ADDRESS", help="a page or file, such as projects/ghana/ or sitemap.xml"
    )
    parser.add_argument("--site", type=Path, default=Path("site"), metavar="DIR")


def run(options: argparse.Namespace) -> int:
    """Print the answer; 1 when there is no such file, else 0."""
    site = options.root / options.site
    manifest = read_manifest(manifest_file(site))
    if not manifest.entries:
        print(
            f"there is no manifest of {site} that this code wrote: run `make build`",
            file=sys.stderr,
        )
        return 1
    address = file_address(options.address, options.site)
    for name, entry in manifest.entries.items():
        if address in entry.files:
            print(*explanation(address, name, entry), sep="\n")
            return 0
    if (site / address).is_file():
        print(f"{address}\n  is written or copied in every build; no task of the manifest has it")
        return 0
    print(*_not_found(address, manifest), sep="\n", file=sys.stderr)
    return 1


def file_address(address: str, site: Path) -> str:
    """The address of a file, from what somebody typed: a path on disk, or an address with a slash."""
    text = address.removeprefix(f"{site.as_posix()}/").lstrip("/")
    is_file = bool(PurePosixPath(text).suffix) and not text.endswith("/")
    return text if is_file else f"{text.rstrip('/')}/index.html".lstrip("/")


def explanation(address: str, name: str, entry: ManifestEntry) -> Iterator[str]:
    """Lines that say why the task of a file ran, and what it depends on."""
    others = len(entry.files) - 1
    yield address
    yield f"  task       {name}" + (f", which writes {others} other file(s)" if others else "")
    cause, *about = entry.cause
    if entry.is_kept:
        yield "  last build kept: nothing that it depends on has changed"
        yield f"  written    in an earlier build, because {_CAUSES[Cause(cause)]}"
    else:
        yield f"  last build written, because {_CAUSES[Cause(cause)]}"
    words = map(describe_key, about) if cause == Cause.DEPENDENCIES else about
    yield from _listed("", words)
    yield "  depends on"
    yield from _listed("record graph", map(describe_key, sorted(entry.dependencies)))
    if entry.inputs:
        yield f"    inputs   with the cache key {entry.inputs}"
    yield from _listed("as all files do", COMMON)


def _listed(title: str, lines: Iterable[str]) -> Iterator[str]:
    items = list(lines)
    if title and items:
        yield f"    {title}"
    yield from (f"      {item}" for item in items[:LISTED])
    if len(items) > LISTED:
        yield f"      … and {len(items) - LISTED} more"


def _not_found(address: str, manifest: Manifest) -> Iterator[str]:
    yield f"the site has no file {address}"
    near = difflib.get_close_matches(address, manifest.files, n=3)
    if near:
        yield f"did you mean {', '.join(near)}?"
