"""Redirects at addresses that have no page any more, or the reason why there is none.

A small page in each language works on any host. `_redirects` (Netlify, Cloudflare Pages) and
`_redirects.map` (nginx) let hosts that can answer themselves do so. Pages of choices that are gone
lead to the page they were a part of; they may come back, so that is not for ever.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from mozi.addresses.permalinks import site_address
from mozi.addresses.urls import prefix
from mozi.engine.site_files import put_file
from mozi.languages.language import Language
from mozi.records import cldr
from mozi.site.site import Site
from mozi.store.record_store import Gone, Redirect
from mozi.views import moved


@dataclass(frozen=True)
class Move:
    """An address of one language, from the root on without a slash before it, and what became of it.

    `to` is where the reader is led, or, where there is a reason why the page is `gone`, what is
    offered instead. `lasting`: whether the page will never come back.
    """

    language: Language
    old: str
    to: str
    gone: Gone | None = None
    lasting: bool = True


def write(site: Site, folder: Path) -> None:
    """Write the pages and both lists; `folder` holds all pages that there are."""
    every = list(moves(site, folder))
    for move in every:
        code, reason = move.language.code, move.gone.gone if move.gone else None
        shown = moved.view(site.writer(code, move.old), move.to, reason)
        put_file(folder, f"{move.old}index.html", site.renderer(code).render(shown))
    put_file(folder, "_redirects", for_static_hosts(site, every))
    put_file(folder, "_redirects.map", for_nginx(every))


def moves(site: Site, folder: Path) -> Iterator[Move]:
    """Every address without a page, in every language."""
    become = {**_vanished(site, folder), **site.redirects}
    for language in site.languages.values():
        root = prefix(language.code)
        for old, to in become.items():
            if not _is_language(old):
                yield _move(language, f"{root}{old[1:]}", to, root, lasting=old in site.redirects)
    for old, to in site.redirects.items():
        if _is_language(old):
            yield from _of_language(site, become, old, to)


def _vanished(site: Site, folder: Path) -> dict[str, Redirect]:
    """Pages of choices that nothing is left of, with the page they were a part of."""
    return {
        address: site_address(address)
        for address in sorted(site.published)
        if site_address(address) and not (folder / address[1:] / "index.html").exists()
    }


def _of_language(site: Site, become: dict[str, Redirect], old: str, to: Redirect) -> Iterator[Move]:
    """All pages of a language that is offered no more, each led to its place in another."""
    languages_by_prefix = {f"{prefix(code)}": language for code, language in site.languages.items()}
    root = to[1:] if isinstance(to, str) and to[1:] in languages_by_prefix else ""
    for address in sorted(site.published):
        if not _is_language(address):
            now = become.get(address, address)
            yield _move(
                languages_by_prefix[root], f"{old[1:]}{address[1:]}", now, root, lasting=True
            )


def _is_language(address: str) -> bool:
    return address.count("/") == 2 and cldr.is_language(address.strip("/"))


def _move(language: Language, old: str, to: Redirect, root: str, *, lasting: bool) -> Move:
    if isinstance(to, str):
        return Move(language, old, f"{root}{to[1:]}", None, lasting)
    return Move(language, old, root, to, lasting)


def for_static_hosts(site: Site, every: list[Move]) -> str:
    """Netlify's form: old address, new one, status. Each language has a 404 page, too."""
    root = urlsplit(site.settings.site_url).path or "/"
    lines = [
        f"{root}{move.old} {root}{move.to} {301 if move.lasting else 302}\n"
        for move in every
        if not move.gone
    ]
    folders = [prefix(code) for code in site.languages if prefix(code)]
    return "".join([*lines, *(f"{root}{f}* {root}{f}404.html 404\n" for f in folders)])


def for_nginx(every: list[Move]) -> str:
    """The inside of a `map` from old addresses to new ones; what is gone for good says “gone”.

    What may come back is left to its page: nginx would tell browsers that it never does.
    """
    return "".join(
        f"/{move.old} {'gone' if move.gone else f'/{move.to}'};\n" for move in every if move.lasting
    )
