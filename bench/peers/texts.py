"""The pages of a project as Markdown: the same texts and links for every other generator.

What stands on a page comes from the same views as the real pages; each generator turns Markdown
into HTML and puts its own frame around it.
"""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import jinja2
from mozi.addresses.urls import DEFAULT_LANGUAGE
from mozi.settings import Settings
from mozi.site.load import load_site
from mozi.site.page import page_of
from mozi.site.page_head import page_head, page_listing
from mozi.site.site import Site

SITE = "https://site.example/"

TEMPLATE = """\
{% macro stated(item) %}{% if item.href %}[{{ item.text }}]({{ item.href }}){% else %}{{ item.text }}{% endif %}\
{% if item.inferred %} *inferred*{% endif %} {{ item.as_of }} {{ item.refs | join(", ") }} {{ item.note or "" }}{% endmacro %}
{% macro line(item) %}
{%- if item is string %}{{ item }}
{%- elif item.label is defined and item["items"] is defined %}**{{ item.label }}** {% for i in item["items"] %}{{ stated(i) }} {% endfor %}
{%- elif item.courses is defined %}{{ item.title }} {% for c in item.courses %}{{ stated(c) }}, {% endfor %}
{%- elif item.versions is defined %}{{ item.point }} {% for v in item.versions %}{{ stated(v) }} {% endfor %}
{%- elif item.publisher is defined %}[{{ item.title }}]({{ item.href }}) {{ item.publisher }} {{ item.date }}
{%- elif item.moments is defined or item.iso is defined %}{{ item.date }} {{ item.kind }} {{ stated(item.stated) }}
{%- elif item.stated is defined %}{{ item.number or item.label or "" }} {{ stated(item.stated) }}
{%- elif item.title is defined %}[{{ item.title }}]({{ item.href }}) {{ item.lines | join(", ") }}
{%- elif item is iterable %}{% for cell in item %}{{ stated(cell) }} {% endfor %}
{%- else %}{{ item.country or item }}
{%- endif %}{% endmacro %}
# {{ view.title }}

{% for row in view.glance %}
- **{{ row.label }}**: {% for item in row["items"] %}{{ stated(item) }} {% endfor %}

{% endfor %}
{% for section in view.sections %}

## {{ section.title }} {{ '{' }}#{{ section.id }}{{ '}' }}

{% for item in section["items"] %}
- {{ line(item) }}
{% endfor %}
{% endfor %}
"""


@dataclass(frozen=True)
class Entry:
    """A link: a title, and a path without the language's folder."""

    title: str
    path: str


@dataclass(frozen=True)
class PageText:
    """A page: `path` is without the language's folder, `source` the name of its file in MkDocs.

    `contents` are ids and titles of its parts; `above` are the pages that lead to it, `before` and
    `after` its neighbours. `picture` stands beside links to it, `linked_data` is what it tells
    programs; `foot` are links to other forms of it, to correct it and to edit it.
    """

    language: str
    path: str
    source: str
    title: str
    description: str
    contents: tuple[tuple[str, str], ...]
    above: tuple[Entry, ...]
    before: Entry | None
    after: Entry | None
    picture: str
    linked_data: str
    checked: str
    foot: tuple[Entry, ...]
    markdown: str

    @property
    def head(self) -> dict[str, Any]:
        """All of it but the texts, as plain data for the head of a file."""
        left_out = ("language", "path", "source", "markdown")
        return {name: value for name, value in asdict(self).items() if name not in left_out}


@dataclass(frozen=True)
class Texts:
    """A project's pages, its languages with their names, and the menu of each language."""

    site: Site

    @classmethod
    def read(cls, project: Path) -> "Texts":
        """Texts of the project in a folder."""
        return cls(load_site(project, Settings(SITE, "https://code.example/site")))

    @property
    def languages(self) -> dict[str, str]:
        """Code and name of each language."""
        return {code: language.name for code, language in self.site.languages.items()}

    def menu(self, code: str) -> list[Entry]:
        """The home page and the indexes, as in the navigation of the real site."""
        return [
            Entry(plan.title, plan.path)
            for plan in self.site.plans(code)
            if plan.parent is None and plan.path in self.tops
        ]

    @cached_property
    def tops(self) -> set[str]:
        """The paths of pages that have others below them."""
        return {"", *(plan.parent for plan in self.site.plans(DEFAULT_LANGUAGE) if plan.parent)}

    def pages(self) -> Iterator[PageText]:
        """Every page of every language."""
        template = jinja2.Environment(trim_blocks=True).from_string(TEMPLATE)
        for code in self.languages:
            titles = {plan.path: plan.title for plan in self.site.plans(code)}
            for plan in self.site.plans(code):
                page = page_of(self.site, plan, code)
                view = page.view
                above = ("", plan.parent) if plan.parent else ()
                name, record = plan.title if plan.path else "", plan.record
                listing = page_listing(
                    self.site,
                    page.writer,
                    plan.path,
                    name,
                    description=view.description,
                    record=record,
                )
                links = [(each.label, each.href) for each in page.downloads]
                links += [("Report an error", view.correct_url), ("Edit", view.edit_url)]
                yield PageText(
                    code,
                    plan.path,
                    plan.source,
                    view.title.text,
                    listing.description,
                    tuple((section.id, section.title) for section in view.sections),
                    tuple(Entry(titles[path], path) for path in above),
                    Entry(titles[plan.previous], plan.previous) if plan.previous else None,
                    Entry(titles[plan.next], plan.next) if plan.next else None,
                    listing.picture.url if listing.picture else "",
                    page_head(self.site, plan, page.writer, view).linked_data,
                    view.checked,
                    tuple(Entry(title, address) for title, address in links if address),
                    template.render(view=view).lstrip(),
                )
