"""Pages as HTML: the view of a plan, rendered and put into its page shell."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from mozi.presentation.components.page import Download, Notice, View
from mozi.presentation.writer import Writer
from mozi.site.page_head import prose_shell_content, shell_content
from mozi.site.page_plan import PagePlan
from mozi.site.page_shell_cache import Prose
from mozi.site.site import Site
from mozi.views.downloads import downloads
from mozi.views.page import notice
from mozi.views.page_shell import PageShell, placeholders, split_at_placeholders

DOWNLOADS = "downloads"
"""Placeholder in an article for what only a page of the site offers, and no copy of it."""

Span = tuple[int, int]
"""Start and end in the text of a page, in characters."""


@dataclass(frozen=True)
class Page:
    """A page before it is rendered: its view, what a reader must know of it, files to take away."""

    writer: Writer
    view: View
    notice: Notice | None
    downloads: tuple[Download, ...] = ()


class PageHtml(NamedTuple):
    """A whole page.

    `title` is that in its head, `article` where the text of the page stands in `html`, without what
    no copy of it offers. `home_pages` are the same page for readers of another language, by language.
    """

    html: str
    title: str
    article: tuple[Span, ...]
    home_pages: Mapping[str, str] = {}


def page_of(
    site: Site, plan: PagePlan, code: str, pack_sizes: Mapping[str, int] | None = None
) -> Page:
    """A planned page in one language; `pack_sizes` are the bytes of offline packs by language."""
    writer = site.writer(code, plan.address)
    view = plan.write(writer)
    size = pack_sizes[code] if pack_sizes else 0
    return Page(writer, view, notice(writer), downloads(writer, plan.record, size))


def article_parts(site: Site, page: Page) -> tuple[str, ...]:
    """The HTML of a page's text: one part, or two between which its downloads stand."""
    slot = placeholders(DOWNLOADS)[DOWNLOADS] if page.downloads else ""
    renderer = site.renderer(page.writer.language.code)
    html = renderer.render(page.view, notice=page.notice, downloads=slot)
    return split_at_placeholders(html)[::2]


def page_html(
    site: Site,
    plan: PagePlan,
    code: str,
    shell: PageShell,
    *,
    pack_sizes: Mapping[str, int] | None = None,
) -> PageHtml:
    """The whole HTML of a planned page in one language."""
    page = page_of(site, plan, code, pack_sizes)
    renderer = site.renderer(code)
    content = shell_content(site, plan, page.writer, page.view, shell=shell)
    parts = article_parts(site, page)
    between = renderer.render_list(page.downloads) if page.downloads else ""
    fills = {**renderer.blocks(content), "body": between.join(parts)}
    start, spans = shell.start_of("body", fills), []
    for part in parts:
        spans.append((start, start + len(part)))
        start += len(part) + len(between)
    home_pages = {
        each.code: shell.filled({**fills, **renderer.blocks(content.inviting(each.code))})
        for each in content.invitations
    }
    title = content.listing.title if content.listing else plan.title
    return PageHtml(shell.filled(fills), title, tuple(spans), home_pages)


def prose_html(
    site: Site, prose: Prose, code: str, shell: PageShell, *, sizes: Mapping[str, int]
) -> str:
    """The whole HTML of a page of prose; `sizes` are the bytes of files it names, by address."""
    writer, renderer = site.writer(code, prose.address), site.renderer(code)
    view = site.view_after_prose(prose.after, writer, sizes) if prose.after else None
    shown = renderer.render(view, notice=notice(writer)) if view else ""
    content = prose_shell_content(site, prose, writer, view, shell=shell)
    return shell.filled({**renderer.blocks(content), "body": prose.html + shown})
