"""Everything in a page shell that is the page's own: its title, its neighbours, its contents."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import ClassVar

from mozi.presentation.components.page import Head, Listing
from mozi.presentation.components.section import Section


@dataclass(frozen=True)
class Step:
    """A link to a page near this one."""

    title: str
    href: str


@dataclass(frozen=True)
class OtherLanguage:
    """A link to the page in a language; `current` when it is this page."""

    code: str
    name: str
    dir: str
    href: str
    current: bool = False


@dataclass(frozen=True)
class Invitation:
    """A line in another language that leads to its home page, hidden until a script shows it."""

    code: str
    dir: str
    href: str
    text: str
    hidden: bool = True


@dataclass(frozen=True)
class Entry:
    """A heading of the page, with those below it."""

    title: str
    href: str
    children: tuple["Entry", ...] = ()


NOTHING = Head()


@dataclass(frozen=True)
class ShellContent:
    """Everything in a page shell that is the page's own.

    `path` leads from the home page to the page above; without a `listing` search engines are told
    to leave the page alone.
    """

    template: ClassVar[str] = "frame.html"
    languages: tuple[OtherLanguage, ...]
    listing: Listing | None = None
    head: Head = NOTHING
    path: tuple[Step, ...] = ()
    previous: Step | None = None
    next: Step | None = None
    contents: tuple[Entry, ...] = ()
    invitations: tuple[Invitation, ...] = ()

    def inviting(self, code: str) -> "ShellContent":
        """The shell content whose invitation to one language is there from the start."""
        invitations = (replace(each, hidden=each.code != code) for each in self.invitations)
        return replace(self, invitations=tuple(invitations))


def contents(sections: Iterable[Section]) -> tuple[Entry, ...]:
    """The headings of a page that consists of `sections`."""
    return tuple(Entry(section.title, f"#{section.id}") for section in sections)
