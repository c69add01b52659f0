"""Comparison with other generators: their builds of the same records, pages, navigation and languages.

Every generator gets the texts of the same views as Markdown, with the same menu, way back, contents,
neighbours, language switcher, and head for search engines, messengers and programs; what it writes
beside them (search, sitemap) is its own. Ours is built twice: with
all that only it writes, and its pages and search index alone. Needs what `make bench-peers` installs
in `.bench/`; who is missing is left out, and said so.
"""

import argparse
import os
import shutil
import sys
import tempfile
from pathlib import Path
from types import ModuleType

import measuring
import synthetic
from peers import eleventy, hugo, naive, zensical
from peers.texts import Texts

from bench import HEAD, Result, build

TOOLS = Path(__file__).parent.parent / ".bench"
ALONE = (sys.executable, str(Path(__file__).with_name("pages_alone.py")))
PEERS: tuple[ModuleType, ...] = (hugo, eleventy, zensical, naive)


def main() -> None:
    """Build with everybody, and print the ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, help="where to build (default: a temporary folder)")
    parser.add_argument("--records", type=int, default=4_000)
    options = parser.parse_args()
    os.environ["PATH"] = f"{TOOLS / 'bin'}{os.pathsep}{os.environ['PATH']}"
    print(HEAD, flush=True)
    with tempfile.TemporaryDirectory(dir=options.folder) as temporary:
        folder = Path(temporary)
        records = synthetic.make(folder / "ours", options.records)
        ours = _ours(records)
        alone = _ours(records, alone=True)
        texts = Texts.read(records)
        others = [peer for peer in PEERS if _is_there(peer, options.records)]
        results = [_build(peer, folder / "peer", texts, records) for peer in others]
        alone_again = _ours(records, alone=True)
        again = _ours(records)
    print()
    for result in results:
        ratio, ratio_alone = (
            (one.cost.seconds + other.cost.seconds) / 2 / result.cost.seconds
            for one, other in ((ours, again), (alone, alone_again))
        )
        print(
            f"ours takes {ratio:.2f} × the time of {result.name}, pages alone {ratio_alone:.2f} ×"
        )


def _ours(project: Path, alone: bool = False) -> Result:
    """A first build of ours; then whatever makes the next one faster is removed."""
    if alone:
        result = build("ours, pages and search alone", project, ALONE)
        assert not (project / "site" / "api").exists(), "more was made than pages"
    else:
        result = build("ours", project)
    for folder in ("site", ".cache"):
        shutil.rmtree(project / folder)
    (project / ".site.manifest").unlink()
    return result


def _is_there(peer: ModuleType, records: int) -> bool:
    program = peer.COMMAND[0] if peer is not zensical else "zensical"
    if records > getattr(peer, "LARGEST", records):
        print(f"{peer.NAME}: left out beyond {peer.LARGEST} records")
        return False
    missing = shutil.which(program) is None
    if missing or (peer is eleventy and not (TOOLS / "node_modules").is_dir()):
        print(f"{peer.NAME}: not installed")
        return False
    return True


def _build(peer: ModuleType, folder: Path, texts: Texts, records: Path) -> Result:
    folder.mkdir()
    peer.make(folder, texts, records / "overrides" / "assets")
    if peer is eleventy:
        (folder / "node_modules").symlink_to(TOOLS / "node_modules")
    cost = measuring.run(peer.COMMAND, folder, NO_MKDOCS_2_WARNING="1")
    result = Result(peer.NAME, cost, measuring.output(folder / peer.SITE))
    print(result, flush=True)
    shutil.rmtree(folder)
    return result


if __name__ == "__main__":
    main()
