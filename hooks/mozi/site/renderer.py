"""Renderer: views to HTML, with the templates in `overrides/pages/`. Everything is escaped."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any, Protocol

import jinja2
from markupsafe import Markup

from mozi.languages.language import Language
from mozi.presentation.components.page import Download, Notice

FOLDER = "templates"
"""Folder of compiled templates, in the folder of caches."""


class Renderable(Protocol):
    """A view of any kind; `template` names the file that shows it."""

    @property
    def template(self) -> str:
        """A file in the folder of templates."""


class Renderer:
    """Renders views in one language.

    Templates that ask for what a view does not have fail loudly: a gap in a page would be taken
    for a missing fact. Compiled templates are kept in `caches`, if there is such a folder.
    """

    def __init__(self, folder: Path, language: Language, caches: Path | None = None) -> None:
        self._environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(folder),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            bytecode_cache=bytecode_cache(caches / FOLDER) if caches else None,
            auto_reload=False,  # templates do not change while one build runs
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.globals["_"] = language.gettext
        self.language = language

    def render(
        self, view: Renderable, notice: Notice | None = None, downloads: str | Markup = ""
    ) -> str:
        """The HTML of a view: a page's body, or a whole file.

        `notice` and `downloads`, safe HTML, are those of a page.
        """
        template = self._environment.get_template(view.template)
        return template.render(self._context(view, notice=notice, downloads=downloads))

    def render_list(self, downloads: Iterable[Download]) -> str:
        """The HTML of a list of files to take away."""
        template = self._environment.get_template("downloads.html")
        return template.render(downloads=downloads)

    def blocks(self, view: Renderable) -> dict[str, Markup]:
        """The HTML of each block of a view's template by name; what stands outside is left out."""
        template = self._environment.get_template(view.template)
        context = template.new_context(self._context(view))
        return {name: Markup("".join(block(context))) for name, block in template.blocks.items()}

    def _context(self, view: Renderable, **others: Any) -> dict[str, Any]:
        return {"view": view, "language": self.language, **others}


def bytecode_cache(folder: Path) -> jinja2.BytecodeCache | None:
    """Cache of compiled templates in a folder; none where that cannot be made.

    Environments that share one must have the same options.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return _BytecodeCache(str(folder))


class _BytecodeCache(jinja2.FileSystemBytecodeCache):
    """Cache that may fail to be written, as on a full disk: templates are then compiled again."""

    def dump_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        """Keep the code of a template, where that can be done."""
        with suppress(OSError):
            super().dump_bytecode(bucket)
