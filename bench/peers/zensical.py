"""Zensical, successor of Material: it knows no languages yet, so one build for each."""

import shutil
from pathlib import Path

import yaml

from peers.texts import Texts

NAME = "Zensical"
COMMAND = ("sh", "-e", "build.sh")
SITE = "site"


def make(folder: Path, texts: Texts, assets: Path) -> None:
    """A Zensical project for each language in `folder`, and the script that builds all of them."""
    for page in texts.pages():
        path = folder / "docs" / page.language / (page.path or ".") / "index.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        head = yaml.safe_dump({"title": page.title, "description": page.description})
        path.write_text(f"---\n{head}---\n\n{page.markdown}", encoding="utf-8")
    script = ""
    for code in texts.languages:
        shutil.copytree(assets, folder / "docs" / code / "assets")
        configuration = {
            "site_name": "Mozi Workshops",
            "site_url": "https://site.example/" + ("" if code == "en" else f"{code}/"),
            "docs_dir": f"docs/{code}",
            "site_dir": "site" if code == "en" else f"site/{code}",
            "theme": {"language": code, "font": False, "features": ["navigation.tabs"]},
            "nav": [{entry.title: f"{entry.path}index.md"} for entry in texts.menu(code)],
            "extra": {
                "alternate": [
                    {
                        "name": name,
                        "link": f"/{'' if other == 'en' else f'{other}/'}",
                        "lang": other,
                    }
                    for other, name in texts.languages.items()
                ]
            },
            "extra_css": ["assets/site.css"],
            "markdown_extensions": ["attr_list"],
        }
        text = yaml.safe_dump(configuration, allow_unicode=True)
        (folder / f"{code}.yml").write_text(text, encoding="utf-8")
        script += f"zensical build --config-file {code}.yml\n"
    (folder / "build.sh").write_text(script, encoding="utf-8")
