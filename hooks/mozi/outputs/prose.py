"""The pages in `docs/`: their text, and what records add to it, within the frames of the theme."""

from collections.abc import Iterator, Mapping
from functools import partial

from mozi.engine.tasks import Task, WriteFile
from mozi.site.site import Prose, Site
from mozi.views.page_shell import PageShell

Written = Mapping[str, Mapping[Prose, PageShell]]
"""Language → page of prose → its frame."""


def tasks(site: Site, written: Written) -> Iterator[Task]:
    """Every page of prose; some say how large other files have become."""
    translated = sorted((name, sorted(codes)) for name, codes in site.prose.items())
    for code, pages in written.items():
        for prose, frame in pages.items():
            sizes = sorted(site.dataset.sizes.items()) if prose.after == "data" else []
            given = prose, frame.digest, translated, sizes
            yield Task(f"prose/{prose.address}", partial(_write, site, code, prose, frame), given)


def _write(site: Site, code: str, prose: Prose, frame: PageShell, put: WriteFile) -> None:
    renderer = site.renderer(code)
    view = site.after_prose(prose.after, code, prose.address) if prose.after else None
    places = renderer.blocks(site.framing_of_prose(prose, code, view, frame))
    body = prose.html + (renderer.render(view) if view else "")
    put(f"{prose.address}index.html", frame.filled({**places, "body": body}))
