"""What answers at addresses that have no page any more: redirects, or the reason why there is none.

A small page in each language works on any host. `_redirects` (Netlify, Cloudflare Pages) and
`_redirects.map` (nginx) let hosts that can answer themselves do so. Pages of choices that are gone
lead to the page they were a part of; they may come back, so that is not for ever.
"""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from markupsafe import Markup

from mozi import cldr
from mozi.addresses import prefix
from mozi.languages import Language
from mozi.pages import Site
from mozi.published import whole_of
from mozi.store import Gone, Redirect

_PAGE = Markup("""\
<!doctype html>
<html lang="{lang}" dir="{dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>{title} – {site}</title>
{head}<link rel="stylesheet" href="{styles}">
</head>
<body>
<h1>{title}</h1>
{reason}<p><a href="{href}">{link}</a></p>
</body>
</html>
""")


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
        target = folder / move.old / "index.html"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(page(site, move), encoding="utf-8")
    (folder / "_redirects").write_text(for_static_hosts(site, every), encoding="utf-8")
    (folder / "_redirects.map").write_text(for_nginx(every), encoding="utf-8")


def moves(site: Site, folder: Path) -> Iterator[Move]:
    """Every address without a page, in every language."""
    become = {**_vanished(site, folder), **site.redirects}
    for language in site.languages.values():
        root = prefix(language.code)
        for old, to in become.items():
            if not _is_language(old):
                yield _move(language, f"{root}{old[1:]}", to, root, old in site.redirects)
    for old, to in site.redirects.items():
        if _is_language(old):
            yield from _of_language(site, become, old, to)


def _vanished(site: Site, folder: Path) -> dict[str, Redirect]:
    """Pages of choices that nothing is left of, with the page they were a part of."""
    return {
        address: whole_of(address)
        for address in sorted(site.published)
        if whole_of(address) and not (folder / address[1:] / "index.html").exists()
    }


def _of_language(site: Site, become: dict[str, Redirect], old: str, to: Redirect) -> Iterator[Move]:
    """All pages of a language that is offered no more, each led to its place in another."""
    known = {f"{prefix(code)}": language for code, language in site.languages.items()}
    root = to[1:] if isinstance(to, str) and to[1:] in known else ""
    for address in sorted(site.published):
        if not _is_language(address):
            now = become.get(address, address)
            yield _move(known[root], f"{old[1:]}{address[1:]}", now, root, True)


def _is_language(address: str) -> bool:
    return address.count("/") == 2 and cldr.is_language(address.strip("/"))


def _move(language: Language, old: str, to: Redirect, root: str, lasting: bool) -> Move:
    if isinstance(to, str):
        return Move(language, old, f"{root}{to[1:]}", None, lasting)
    return Move(language, old, root, to, lasting)


def page(site: Site, move: Move) -> str:
    """The page at an old address."""
    _ = move.language.gettext
    url = site.settings.site_url
    href = _relative(move.old, move.to)
    head = reason = Markup("")
    if move.gone:
        # Translators: at the address of a page that was removed; its reason stands below.
        title, link = _("This page was removed"), _("Home")
        reason = Markup("<p>{}</p>\n").format(move.language.words(move.gone.gone))
    else:
        # Translators: at the old address of a page, above the link to the new one.
        title = _("This page has moved")
        # Translators: the link below “This page has moved”.
        link = _("Go to the page")
        if url:
            head = Markup('<link rel="canonical" href="{}">\n').format(url + move.to)
        head += Markup('<meta http-equiv="refresh" content="0; url={}">\n').format(href)
    return _PAGE.format(
        lang=move.language.code,
        dir=move.language.dir,
        title=title,
        site=_("International Mozi Workshop Programme"),
        head=head,
        styles=_relative(move.old, "assets/moved.css"),
        reason=reason,
        href=href,
        link=link,
    )


def _relative(page: str, target: str) -> str:
    """The way from a page to another, or to a file."""
    slash = "/" if target.endswith("/") or not target else ""
    return posixpath.relpath(f"/{target}", f"/{page}") + slash


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
