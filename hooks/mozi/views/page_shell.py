"""Page shells: the theme's part of pages, made once for all pages that share it.

The theme takes as long to make its part of a page as the page itself takes. Only a few places in
that part are a page's own: a shell is the theme's HTML with placeholders there.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from mozi.engine.hashing import digest_of
from mozi.views.shell_content import Step

PLACEHOLDERS = (
    "meta",
    "title",
    "head",
    "languages",
    "path",
    "contents",
    "invitations",
    "body",
    "neighbours",
)
"""Placeholders in a shell: the page's body, and the blocks of `overrides/pages/frame.html`."""

OPTIONAL = {"contents", "invitations"}
"""Placeholders that some shells lack: the home page has no contents, all others no invitations."""

_OPEN, _CLOSE = "\ue000", "\ue001"
"""Characters for private use, which no text of the theme or its strings holds."""

_PLACEHOLDER = re.compile(f"{_OPEN}([a-z]+){_CLOSE}")


def placeholders(*names: str) -> dict[str, Markup]:
    """Placeholders by name, to render a template with."""
    return {name: Markup(f"{_OPEN}{name}{_CLOSE}") for name in names}


SHELL_PLACEHOLDERS: Mapping[str, Markup] = placeholders(*PLACEHOLDERS)
"""All placeholders of a shell, which the theme's templates are rendered with."""


@dataclass(frozen=True)
class PageShell:
    """The HTML around a page: pieces of it and, in between, names of placeholders.

    `previous` and `next` are the pages of the menu before and after one that has its own shell.
    """

    pieces: tuple[str, ...]
    previous: Step | None = None
    next: Step | None = None

    @cached_property
    def digest(self) -> str:
        """Hash of the shell."""
        return digest_of(self.pieces, self.previous, self.next)

    def filled(self, fills: Mapping[str, str]) -> str:
        """The whole page, given safe HTML for each placeholder."""
        return "".join(self._parts(fills))

    def start_of(self, placeholder: str, fills: Mapping[str, str]) -> int:
        """Where in the filled page a placeholder's HTML starts, in characters."""
        before = self._parts(fills)[: self.pieces.index(placeholder)]
        return sum(map(len, before))

    def _parts(self, fills: Mapping[str, str]) -> list[str]:
        return [fills[piece] if index % 2 else piece for index, piece in enumerate(self.pieces)]


def page_shell(html: str, previous: Step | None = None, next: Step | None = None) -> PageShell:
    """The shell of HTML that the theme made with `SHELL_PLACEHOLDERS`.

    Raises `ValueError` when its templates left one out that is not optional.
    """
    pieces = split_at_placeholders(html)
    missing = {*PLACEHOLDERS} - {*OPTIONAL, *pieces[1::2]}
    if missing:
        raise ValueError(f"the theme's templates leave out {', '.join(sorted(missing))}")
    return PageShell(pieces, previous, next)


def split_at_placeholders(html: str) -> tuple[str, ...]:
    """Pieces of HTML that was made with placeholders; each second one is a placeholder's name."""
    return tuple(_PLACEHOLDER.split(html))
