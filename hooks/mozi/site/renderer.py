"""Views to HTML, with the templates in `overrides/pages/`. Everything is escaped."""

from functools import cache
from pathlib import Path
from typing import Protocol

import jinja2

from mozi.languages.html import Safe
from mozi.languages.language import Language
from mozi.site.template_compiler import CompiledTemplates, Environment


class Renderable(Protocol):
    """A view of any kind; `template` names the file that shows it."""

    @property
    def template(self) -> str:
        """A file in the folder of templates."""


@cache
def compiled(folder: Path | None) -> CompiledTemplates:
    """Our templates as far as they are compiled; `folder` is that of caches."""
    return CompiledTemplates(folder)


class Renderer:
    """Renders views in one language.

    Templates that ask for what a view does not hold fail loudly: a hole in a page would be taken
    for a missing fact. What is compiled of them is kept in `caches`, if there is such a folder.
    """

    def __init__(self, folder: Path, language: Language, caches: Path | None = None) -> None:
        self._environment = Environment(
            loader=jinja2.FileSystemLoader(folder),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            bytecode_cache=compiled(caches),
            auto_reload=False,  # templates do not change while one build runs
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.globals["_"] = language.gettext
        self.language = language

    def render(self, view: Renderable) -> str:
        """The HTML of a view: a page's body, or a whole file."""
        template = self._environment.get_template(view.template)
        return template.render(view=view, language=self.language)

    def blocks(self, view: Renderable) -> dict[str, Safe]:
        """The HTML of each block of a view's template, by name; what stands outside is left out."""
        template = self._environment.get_template(view.template)
        context = template.new_context({"view": view, "language": self.language})
        return {name: Safe("".join(block(context))) for name, block in template.blocks.items()}
