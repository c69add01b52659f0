"""The pages in `docs/`: their text, and what records add to it, in their page shells."""

from collections.abc import Iterator, Mapping
from functools import partial

from mozi.engine.tasks import Task, WriteFile
from mozi.site.page import prose_html
from mozi.site.page_shell_cache import Prose
from mozi.site.site import Site
from mozi.views.page_shell import PageShell


def tasks(
    site: Site, shells: Mapping[str, Mapping[Prose, PageShell]], sizes: Mapping[str, int]
) -> Iterator[Task]:
    """Every page of prose; `shells` are by language, `sizes` the bytes of files by address."""
    translated = sorted((name, sorted(codes)) for name, codes in site.prose.items())
    for code, pages in shells.items():
        for prose, shell in pages.items():
            named = sizes if prose.after == "data" else {}
            run = partial(_write, site, prose, code=code, shell=shell, sizes=named)
            inputs = prose, shell.digest, translated, sorted(named.items())
            yield Task(name=f"prose/{prose.address}", run=run, inputs=inputs)


def _write(
    site: Site,
    prose: Prose,
    write: WriteFile,
    *,
    code: str,
    shell: PageShell,
    sizes: Mapping[str, int],
) -> None:
    write(f"{prose.address}index.html", prose_html(site, prose, code, shell, sizes=sizes))
