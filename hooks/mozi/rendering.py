"""Views to HTML, with the templates in `overrides/pages/`. Everything is escaped."""

from pathlib import Path
from typing import Protocol

import jinja2
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Template
from markupsafe import Markup

from mozi.languages import Language


class Shown(Protocol):
    """A view of any kind; `template` names the file that shows it."""

    @property
    def template(self) -> str:
        """A file in the folder of templates."""


class CompiledTemplates(jinja2.BytecodeCache):
    """Templates compiled once for all languages; each language has an environment of its own."""

    def __init__(self) -> None:
        self._code: dict[str, bytes] = {}

    def load_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        """Fill `bucket` with the code of a template that was compiled before."""
        if bucket.key in self._code:
            bucket.bytecode_from_string(self._code[bucket.key])

    def dump_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        """Keep the code of a template; its key holds the source's checksum."""
        self._code[bucket.key] = bucket.bytecode_to_string()


class _CodeGenerator(CodeGenerator):
    """Compiles templates that escape what they show with `mozi.escaping`."""

    def visit_Template(self, node: Template, frame: Frame | None = None) -> None:  # noqa: N802
        """Write the code of a whole template."""
        super().visit_Template(node, frame)
        self.writeline("from mozi.escaping import escape")  # in the place of Jinja's


class _Environment(jinja2.Environment):
    code_generator_class = _CodeGenerator


_compiled = CompiledTemplates()


class Renderer:
    """Renders views in one language.

    Templates that ask for what a view does not hold fail loudly: a hole in a page would be taken
    for a missing fact.
    """

    def __init__(self, folder: Path, language: Language) -> None:
        self._environment = _Environment(
            loader=jinja2.FileSystemLoader(folder),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            bytecode_cache=_compiled,
            auto_reload=False,  # templates do not change while one build runs
            cache_size=-1,  # all of them
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.globals["_"] = language.gettext
        self.language = language

    def render(self, view: Shown) -> str:
        """The HTML of a view: a page's body, or a whole file."""
        template = self._environment.get_template(view.template)
        return template.render(view=view, language=self.language)

    def blocks(self, view: Shown) -> dict[str, Markup]:
        """The HTML of each block of a view's template, by name; what stands outside is left out."""
        template = self._environment.get_template(view.template)
        context = template.new_context({"view": view, "language": self.language})
        return {name: Markup("".join(block(context))) for name, block in template.blocks.items()}
