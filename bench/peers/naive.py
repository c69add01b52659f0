"""The naive way: MkDocs, Material and the i18n plugin as they come, one Markdown file per page."""

import shutil
import sys
from pathlib import Path

import yaml

from peers.texts import Texts

NAME = "MkDocs, naive"
COMMAND = (sys.executable, "-m", "mkdocs", "build", "--quiet")
SITE = "site"
LARGEST = 400
"""Its cost grows with the square of the pages."""


def make(folder: Path, texts: Texts, assets: Path) -> None:
    """A folder of Markdown files in `folder`; every page stands in the navigation."""
    for page in texts.pages():
        suffix = ".md" if page.language == "en" else f".{page.language}.md"
        path = folder / "docs" / (page.source.removesuffix(".md") + suffix)
        path.parent.mkdir(parents=True, exist_ok=True)
        head = yaml.safe_dump({"title": page.title, "description": page.description})
        path.write_text(f"---\n{head}---\n\n{page.markdown}", encoding="utf-8")
    shutil.copytree(assets, folder / "docs" / "assets")
    languages = [
        {"locale": code, "name": name, "default": code == "en"}
        for code, name in texts.languages.items()
    ]
    configuration = {
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
    text = yaml.safe_dump(configuration, allow_unicode=True)
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")
