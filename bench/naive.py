"""The naive way, to compare with: one Markdown file per record and language, found by MkDocs.

The same records, texts and links as the real pages, in the same theme, through the same i18n
plugin; every page stands in the navigation, as MkDocs does by itself.
"""

import shutil
from pathlib import Path

import jinja2
import yaml
from mozi import site as mozi_site
from mozi.settings import Settings

TEMPLATE = """\
---
title: {{ view.title.text | tojson }}
description: {{ view.description | tojson }}
---

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

MACROS = """\
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
"""


def make(folder: Path, records: Path) -> Path:
    """The project in `records` as a folder of Markdown files in `folder`."""
    site = mozi_site.load(records, Settings())
    template = jinja2.Environment(trim_blocks=True).from_string(MACROS + TEMPLATE)
    for code in site.languages:
        for plan in site.plans(code):
            name = plan.source.removesuffix(".md") + ("" if code == "en" else f".{code}") + ".md"
            path = folder / "docs" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            text = template.render(view=site.view(plan, code))
            path.write_text(text.lstrip(), encoding="utf-8")
    shutil.copytree(records / "overrides" / "assets", folder / "docs" / "assets")
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(_configuration(), allow_unicode=True))
    return folder


def _configuration() -> dict[str, object]:
    languages = [
        {"locale": "en", "name": "English", "default": True},
        {"locale": "zh", "name": "中文"},
        {"locale": "ru", "name": "Русский"},
    ]
    return {
        "site_name": "Naive",
        "site_url": "https://site.example/",
        "theme": {
            "name": "material",
            "font": False,
            "features": ["navigation.tabs", "navigation.path", "navigation.footer"],
        },
        "plugins": [{"i18n": {"docs_structure": "suffix", "languages": languages}}],
        "markdown_extensions": ["attr_list"],
        "extra_css": ["assets/site.css"],
        "validation": {"links": {"unrecognized_links": "ignore", "not_found": "ignore"}},
    }
