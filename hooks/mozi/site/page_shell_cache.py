"""Page shells of a whole site, kept for the next build as long as they stay the same."""

from dataclasses import dataclass, field
from pathlib import Path

from mozi.engine.cache import load_pickle, save_pickle
from mozi.views.page_shell import PageShell
from mozi.views.shell_content import Entry

FILE = "shells"
"""Name of the file in the folder of caches."""


@dataclass(frozen=True)
class Prose:
    """A page in `docs/`: its address, relative to the site's root, and what its file says.

    `html` is its text as safe HTML; `after` names the view that follows it, if one does.
    """

    address: str
    title: str
    description: str
    headings: tuple[Entry, ...]
    html: str
    after: str = ""


@dataclass
class PageShells:
    """Everything that the renderer of the theme hands over, by language.

    `pages` are shells by name (`PagePlan.shell`), `prose` the pages in `docs/`, each with its shell,
    `not_found` is the whole page for addresses where nothing is. `styles` are addresses of the
    theme's style sheets, which are in the site's folder already. `key` is the cache key of them all;
    `is_complete` says that none is left to be made, `is_saved` that the cache has them.
    """

    key: str = ""
    pages: dict[str, dict[str, PageShell]] = field(default_factory=dict)
    prose: dict[str, dict[Prose, PageShell]] = field(default_factory=dict)
    not_found: dict[str, str] = field(default_factory=dict)
    styles: tuple[str, ...] = ()
    is_complete: bool = False
    is_saved: bool = False

    def has(self, names: set[str]) -> bool:
        """Whether there is a shell of every name in every language."""
        return self.is_complete and all(names <= shells.keys() for shells in self.pages.values())


def load_shells(folder: Path, key: str) -> PageShells:
    """The page shells in a folder of caches, if they have this key; else none yet."""
    shells: PageShells | None = load_pickle(folder / FILE, key)
    return shells or PageShells(key)


def save_shells(folder: Path, shells: PageShells) -> None:
    """Save page shells in a folder of caches for the next build."""
    if not shells.is_saved:
        shells.is_saved = True
        save_pickle(folder / FILE, shells.key, shells)
