"""Hugo, with a layout of our own: `hugo/layouts/`."""

import json
import shutil
from dataclasses import asdict
from pathlib import Path

from peers.texts import Texts

NAME = "Hugo"
COMMAND = ("hugo", "--quiet", "--destination", "site")
SITE = "site"
HERE = Path(__file__).parent / "hugo"


def make(folder: Path, texts: Texts, assets: Path) -> None:
    """A Hugo site in `folder`: one content folder for each language."""
    shutil.copytree(HERE, folder, dirs_exist_ok=True)
    shutil.copytree(assets, folder / "static" / "assets")
    languages = {
        code: {
            "languageName": name,
            "title": "Mozi Workshops",
            "contentDir": f"content/{code}",
            "params": {"menu": [asdict(entry) for entry in texts.menu(code)]},
        }
        for code, name in texts.languages.items()
    }
    configuration = folder / "config" / "_default" / "languages.json"
    configuration.parent.mkdir(parents=True)
    configuration.write_text(json.dumps(languages), encoding="utf-8")
    (folder / "hugo.toml").rename(folder / "config" / "_default" / "hugo.toml")
    for page in texts.pages():
        name = "_index.md" if page.path in texts.tops else "index.md"  # else those below get lost
        path = folder / "content" / page.language / page.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        head = {
            "title": page.title,
            "description": page.description,
            "params": page.head,
        }
        text = f"{json.dumps(head, ensure_ascii=False)}\n\n{page.markdown}"
        path.write_text(text, encoding="utf-8")
