"""The frames of a whole site, which the next build can use as long as they are made of the same."""

from dataclasses import dataclass, field
from pathlib import Path

from mozi.engine.cache import load_pickle, save_pickle
from mozi.site.site import Prose
from mozi.views.page_shell import PageShell

FILE = "frames"
"""The name of the file in the folder of caches."""


@dataclass
class PageShells:
    """What the theme shows around pages, by language.

    `pages` are frames by their name (`PagePlan.frame`), `prose` those of the pages in `docs/`;
    `not_found` is the whole page for addresses where nothing is.
    `made_of` is the digest of all that they depend on; `complete` says that none is left to be made,
    `known` that they are kept already.
    """

    made_of: str = ""
    pages: dict[str, dict[str, PageShell]] = field(default_factory=dict)
    prose: dict[str, dict[Prose, PageShell]] = field(default_factory=dict)
    not_found: dict[str, str] = field(default_factory=dict)
    complete: bool = False
    known: bool = False

    def has(self, names: set[str]) -> bool:
        """Whether there is a frame of every name in every language."""
        return self.complete and all(names <= found.keys() for found in self.pages.values())


def load_shells(folder: Path, made_of: str) -> PageShells:
    """The frames that were kept in a folder, if they are made of the same; else none yet."""
    found: PageShells | None = load_pickle(folder / FILE, made_of)
    return found or PageShells(made_of)


def save_shells(folder: Path, framed: PageShells) -> None:
    """Keep frames in a folder for the next build."""
    if not framed.known:
        framed.known = True
        save_pickle(folder / FILE, framed.made_of, framed)
