"""Strings of the theme in every language of the site.

Material ships its strings for some languages. For the others (Kyrgyz, Tajik, …) its lookup fails
at build time; here it follows the site's fallback chain instead, and looks each string up once.
"""

from functools import cache
from typing import Any

import jinja2
from mozi.languages.language import Language


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
