"""Settings of the site: everything that its configuration decides and records do not."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

HOME = Path(__file__).resolve().parents[2]
"""Folder of the project that this generator belongs to."""


def home_of(root: Path) -> Path | None:
    """Return the project from which the one in `root` takes what it does not have itself.

    None for a project that has a generator of its own. In: any folder, also one that is missing.
    """
    return None if (root / "hooks").is_dir() else HOME


def own_or_shared(root: Path, name: str, home: Path | None) -> Path:
    """Return the file or folder `name` of the project in `root`, or else that of its `home`."""
    path = root / name
    return path if home is None or path.exists() else home / name


@dataclass(frozen=True)
class Settings:
    """`site_url`: where the site is published, with a slash at its end.

    `repository`: address of the repository, empty when editors cannot reach one; `branch`: the
    branch that pull requests go to. `cache`: folder for what takes long to make and rarely changes;
    none keeps nothing.
    """

    site_url: str = ""
    repository: str = ""
    branch: str = "main"
    cache: Path | None = None

    def edit_url(self, file: str) -> str:
        """Where a file can be edited in the browser; empty without a repository."""
        if not self.repository:
            return ""
        return f"{self.repository.rstrip('/')}/edit/{self.branch}/{file}"

    def line_url(self, file: str, line: int) -> str:
        """Where a line of a file can be read in the browser; empty without a repository."""
        if not self.repository:
            return ""
        return f"{self.repository.rstrip('/')}/blob/{self.branch}/{file}#L{line}"

    def form_url(self, form: str, **answers: str) -> str:
        """Where an issue form, such as `project`, is filled in; empty without a repository.

        `answers` are filled in already: id of the question → answer.
        """
        if not self.repository:
            return ""
        query = urlencode({"template": f"{form}.yml", **answers})
        return f"{self.repository.rstrip('/')}/issues/new?{query}"
