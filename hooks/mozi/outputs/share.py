"""The pictures beside links in messengers, as PNG files: only where addresses are absolute."""

import logging
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path

from mozi.addresses.urls import share_of
from mozi.engine.atomic_write import atomic_write
from mozi.engine.tasks import Task, WriteFile
from mozi.pictures import share
from mozi.site.site import Site
from mozi.views.share import SECTIONS, drawable, places, texts

_log = logging.getLogger(__name__)


def tasks(site: Site) -> Iterator[Task]:
    """The picture of every section in every language; says what the fonts do not have.

    Without a `site_url` no page can name a picture, and none is drawn.
    """
    for address, drawing in drawings(site) if site.settings.site_url else ():
        run = partial(_write, address, drawing, site.settings.cache)
        yield Task(name=address, run=run, inputs=drawing, size=10)


def _write(address: str, drawing: str, cache: Path | None, write: WriteFile) -> None:
    write(address, _drawn(drawing, cache))


def drawings(site: Site) -> Iterator[tuple[str, str]]:
    """Address and SVG of every picture that pages name."""
    names = site.names
    for code, language in site.languages.items():
        spots = tuple(places(site.writer(code, "")))
        for section in SECTIONS:
            if drawable(site.languages, language, section, names) is language:
                yield share_of(section, code), share.svg(texts(language, section, names), spots)
            else:
                letters = share.missing(texts(language, section, names))
                _log.warning(
                    "No share picture of %s in %s: the fonts have no %s. "
                    "hooks/mozi/pictures/typefaces.py says how to add them.",
                    *(section, code, letters),
                )


def _drawn(drawing: str, cache: Path | None) -> bytes:
    """The PNG of a drawing; from the cache, if there is one, where it was drawn before."""
    if cache is None:
        return share.png(drawing)
    cached_picture = cache / "share" / f"{share.fingerprint(drawing)}.png"
    with suppress(OSError):
        return cached_picture.read_bytes()
    picture = share.png(drawing)
    with suppress(OSError):  # a cache that cannot be written only costs time
        atomic_write(cached_picture, picture)
    return picture
