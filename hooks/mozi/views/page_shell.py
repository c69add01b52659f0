"""What the theme shows around pages, made once for all pages that share it.

The theme takes as long to make its part of a page as the page itself takes. Only a few places in
that part are a page's own: a frame is the theme's HTML with these places left open.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from mozi.engine.hashing import digest_of
from mozi.views.shell_content import Step

PLACEHOLDERS = ("meta", "title", "head", "languages", "path", "contents", "body", "neighbours")
"""The places that are a page's own: its body, and the blocks of `overrides/pages/frame.html`."""

_OPEN, _CLOSE = "\ue000", "\ue001"
"""Characters for private use, which no text of the theme or its strings holds."""

_PLACE = re.compile(f"{_OPEN}([a-z]+){_CLOSE}")


def placeholders(*names: str) -> dict[str, Markup]:
    """What a template is given for a page's own HTML while it makes a frame."""
    return {name: Markup(f"{_OPEN}{name}{_CLOSE}") for name in names}


SHELL_PLACEHOLDERS: Mapping[str, Markup] = placeholders(*PLACEHOLDERS)
"""What the theme is given."""


@dataclass(frozen=True)
class PageShell:
    """The HTML around a page: pieces of it and, in between, names of places.

    A page of the menu has a frame of its own, with the pages of the menu before and after it.
    """

    pieces: tuple[str, ...]
    previous: Step | None = None
    next: Step | None = None

    @cached_property
    def digest(self) -> str:
        """Another one for every other frame."""
        return digest_of(self.pieces, self.previous, self.next)

    def filled(self, places: Mapping[str, str]) -> str:
        """The whole page, with safe HTML for each place."""
        return "".join(
            places[piece] if index % 2 else piece for index, piece in enumerate(self.pieces)
        )


def page_shell(html: str, previous: Step | None = None, next: Step | None = None) -> PageShell:
    """The frame that the theme made with `OPEN_PLACES`.

    Raises `ValueError` when its templates left a place out; only the home page has no contents.
    """
    pieces = split_at_placeholders(html)
    missing = {*PLACEHOLDERS} - {"contents", *pieces[1::2]}
    if missing:
        raise ValueError(f"the theme's templates leave out {', '.join(sorted(missing))}")
    return PageShell(pieces, previous, next)


def split_at_placeholders(html: str) -> tuple[str, ...]:
    """The pieces of a frame that was made with places `left_open`."""
    return tuple(_PLACE.split(html))
