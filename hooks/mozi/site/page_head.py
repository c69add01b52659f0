"""Page heads: what stands in the page shell that is the page's own, and what machines are told."""

from collections.abc import Iterable
from dataclasses import replace

from mozi import linked_data
from mozi.addresses.urls import DATA, DEFAULT_LANGUAGE, prefix
from mozi.presentation.components.page import Head, Listing, View
from mozi.presentation.writer import Writer
from mozi.records.models import Record
from mozi.site.page_plan import PagePlan
from mozi.site.page_shell_cache import Prose
from mozi.site.site import Site
from mozi.views.head import head
from mozi.views.listing import listing
from mozi.views.page_shell import PageShell
from mozi.views.shell_content import Invitation, OtherLanguage, ShellContent, Step, contents


def page_head(site: Site, plan: PagePlan, writer: Writer, view: View) -> Head:
    """The head of a generated page, for machines."""
    trail = site.trail(plan, writer.language.code)
    return _head(site, writer, view, plan.path, trail=trail, record=plan.record)


def shell_content(
    site: Site, plan: PagePlan, writer: Writer, view: View, *, shell: PageShell
) -> ShellContent:
    """Everything in the shell of a generated page that is the page's own."""
    code = writer.language.code
    planned = site.planned(code)

    def step(path: str) -> Step:
        return Step(planned[path].title, writer.href(path))

    trail = site.trail(plan, code)
    name = plan.title if plan.path else ""
    return ShellContent(
        other_languages(site, writer, plan.path),
        page_listing(
            site, writer, plan.path, name, description=view.description, record=plan.record
        ),
        page_head(site, plan, writer, view),
        tuple(map(step, trail)) if len(trail) > 1 else (),  # the menu leads home, too
        shell.previous if plan.previous is None else step(plan.previous),
        shell.next if plan.next is None else step(plan.next),
        contents(view.sections),
        () if plan.path else invitations(site, writer),
    )


def prose_shell_content(
    site: Site, prose: Prose, writer: Writer, view: View | None, *, shell: PageShell
) -> ShellContent:
    """Everything in the shell of a page of prose that is its own; `view` follows its text."""
    path = prose.address.removeprefix(prefix(writer.language.code))
    description = view.description if view else prose.description
    headings = prose.headings
    if view and headings:  # sections stand below the main heading
        added = (*headings[0].children, *contents(view.sections))
        headings = (replace(headings[0], children=added), *headings[1:])
    return ShellContent(
        other_languages(site, writer, path),
        page_listing(site, writer, path, prose.title, description=description),
        _head(site, writer, view, path, trail=[""]) if view else Head(),
        (),
        shell.previous,
        shell.next,
        headings[0].children if len(headings) == 1 else headings,
    )


def page_listing(
    site: Site,
    writer: Writer,
    path: str,
    name: str,
    *,
    description: str,
    record: Record | None = None,
) -> Listing:
    """Listing of the page at `path` in search engines and messengers."""
    return listing(writer, site.page_languages, path, name, description=description, record=record)


def other_languages(site: Site, writer: Writer, path: str) -> tuple[OtherLanguage, ...]:
    """Links from the page of `writer` to the page at `path` in every language."""
    return tuple(
        OtherLanguage(
            each.code,
            each.name,
            each.dir,
            writer.href_in(each.code, path),
            each is writer.language,
        )
        for each in site.languages.values()
    )


def invitations(site: Site, writer: Writer) -> tuple[Invitation, ...]:
    """Invitations to the other languages, which the home page in the default language has."""
    if writer.language.code != DEFAULT_LANGUAGE:
        return ()
    return tuple(
        Invitation(
            each.code,
            each.dir,
            writer.href_in(each.code, ""),
            # Translators: name your own language here, not English.
            each.gettext("This site is available in English."),
        )
        for each in site.languages.values()
        if each is not writer.language
    )


def _head(
    site: Site,
    writer: Writer,
    view: View,
    path: str,
    *,
    trail: Iterable[str],
    record: Record | None = None,
) -> Head:
    """The head of a page; `record` is the one it shows, `trail` leads to it."""
    if not site.settings.site_url:  # linked data has no addresses to speak of
        return head(writer, record)
    planned = site.planned(writer.language.code)
    steps = [(planned[each].title, each) for each in trail]
    changed = site.last_change
    if not path:
        tree = linked_data.home(writer, view.title, view.description, changed())
    elif path == DATA:
        tree = linked_data.data(writer, view.title, view.description, steps, changed=changed())
    else:
        tree = linked_data.page(writer, view.title, steps, record)
    return replace(head(writer, record), linked_data=linked_data.script(tree))
