"""Eleventy, with a layout of our own: `eleventy/layouts/`."""

import json
import shutil
from dataclasses import asdict
from pathlib import Path

from peers.texts import Texts

NAME = "Eleventy"
COMMAND = ("node", "node_modules/@11ty/eleventy/cmd.cjs", "--quiet")
SITE = "site"
HERE = Path(__file__).parent / "eleventy"


def make(folder: Path, texts: Texts, assets: Path) -> None:
    """An Eleventy project in `folder`; what it needs is installed beside its template."""
    shutil.copytree(HERE, folder, dirs_exist_ok=True, symlinks=True)
    shutil.copytree(assets, folder / "content" / "assets")
    folders = {code: "/" if code == "en" else f"/{code}/" for code in texts.languages}
    site = {
        "title": "Mozi Workshops",
        "languages": texts.languages,
        "folders": folders,
        "menu": {code: [asdict(entry) for entry in texts.menu(code)] for code in texts.languages},
    }
    (folder / "data").mkdir()
    (folder / "data" / "site.json").write_text(json.dumps(site), encoding="utf-8")
    for page in texts.pages():
        path = folder / "content" / page.language / page.path / "index.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        head = {
            "layout": "page.njk",
            "permalink": f"{folders[page.language]}{page.path}index.html",
            "lang": page.language,
            "path": page.path,
            **page.head,
            "templateEngineOverride": "md",  # texts are no templates
        }
        text = f"---json\n{json.dumps(head, ensure_ascii=False)}\n---\n{page.markdown}"
        path.write_text(text, encoding="utf-8")
