"""The same records, pages, navigation and languages with other generators: how do they compare?

Every generator gets the texts of the same views as Markdown, with the same menu, way back, contents
and language switcher; what it writes beside them (search, sitemap) is its own. Needs what
`make bench-peers` installs in `.bench/`; who is missing is left out, and said so.
"""

import argparse
import os
import shutil
import tempfile
from pathlib import Path
from types import ModuleType

import measuring
import synthetic
from peers import eleventy, hugo, naive, zensical
from peers.texts import Texts

from bench import HEAD, Result, build

TOOLS = Path(__file__).parent.parent / ".bench"
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
        ours = build("ours", records)
        _forget(records)
        texts = Texts.read(records)
        others = [peer for peer in PEERS if _is_there(peer, options.records)]
        results = [_build(peer, folder / "peer", texts, records) for peer in others]
        again = build("ours, again", records)
    print()
    mean = (ours.cost.seconds + again.cost.seconds) / 2
    for result in results:
        print(f"ours takes {mean / result.cost.seconds:.2f} × the time of {result.name}")


def _forget(project: Path) -> None:
    """Remove the site and everything that makes the next build of it faster."""
    for folder in ("site", ".cache"):
        shutil.rmtree(project / folder)
    (project / ".site.ledger").unlink()


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
