"""The theme's own strings, in every language of the site.

Material ships its strings for some languages. For the others (Kyrgyz, Tajik, …) its lookup fails
at build time; here it follows the site's fallback chain instead, and looks each string up once.
"""

import os
from functools import cache
from pathlib import Path
from typing import Any

import jinja2
from mozi.languages.language import Language


class ThemeTemplates(jinja2.FileSystemLoader):
    """The theme's files, without what is in hidden folders.

    MkDocs lists all of them for each language, to leave out those in hidden folders: there are
    thousands of icons there.
    """

    def list_templates(self) -> list[str]:
        """Names of all other files."""
        found = set()
        for folder in map(Path, self.searchpath):
            for parent, folders, files in os.walk(folder):
                folders[:] = [name for name in folders if not name.startswith(".")]
                found |= {Path(parent, name).relative_to(folder).as_posix() for name in files}
        return sorted(found)


class ThemeStrings:
    """Strings of the theme for one language; `environment` loads the theme's templates."""

    def __init__(self, environment: jinja2.Environment, language: Language) -> None:
        self._environment = environment
        self._language = language
        self.text = cache(self._text)

    def _text(self, key: str) -> str:
        """The string that the theme calls `key`; the key itself when no language has it."""
        if key == "language":
            return self._language.code
        if key == "direction":
            return self._language.dir
        for code in self._language.chain:
            macros = self._macros(code)
            text = str(macros.t(key)).strip() if macros else ""
            if text and text != "None":
                return text
        return key

    def _macros(self, code: str) -> Any:
        try:
            return self._environment.get_template(f"partials/languages/{code}.html").module
        except jinja2.TemplateNotFound:
            return None
