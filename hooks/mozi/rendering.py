"""Views to HTML, with the templates in `overrides/pages/`. Everything is escaped."""

from pathlib import Path

import jinja2

from mozi.languages import Language
from mozi.views.parts import View


class Renderer:
    """Renders views in one language.

    Templates that ask for what a view does not hold fail loudly: a hole in a page would be taken
    for a missing fact.
    """

    def __init__(self, folder: Path, language: Language) -> None:
        self._environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(folder),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            extensions=["jinja2.ext.i18n"],
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.install_gettext_callables(  # type: ignore[attr-defined]
            language.gettext, language.ngettext, newstyle=False
        )
        self._language = language

    def render(self, view: View) -> str:
        """The HTML of a page's body."""
        template = self._environment.get_template(view.template)
        return template.render(view=view, language=self._language)
