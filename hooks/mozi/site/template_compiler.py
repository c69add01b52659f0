"""Templates as code: what Jinja makes of them, less what none of ours needs.

Jinja's code asks of every value whether it is an attribute or an item, of every function whether it
wants the context, and of every macro which arguments it was given. Our templates show attributes of
views and call plain functions: asked directly, a page takes two thirds of the time.
"""

import marshal
from collections.abc import Callable, Mapping, MutableMapping
from pathlib import Path
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.utils import missing

from mozi.engine.cache import load_pickle, save_pickle
from mozi.languages.html import Safe

FILE = "templates"
"""The name of the file in the folder of caches."""

_NAME = "compiled"
"""What the file holds; one that other code wrote is none."""


class CompiledTemplates(jinja2.BytecodeCache):
    """Templates compiled once for all languages; each language has an environment of its own.

    In a `folder` of caches they are kept for the next build, which may need but a few of them. All
    that share a folder must be compiled with the same options.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._file = folder / FILE if folder else None
        kept: dict[str, tuple[str, bytes]] = {}
        if self._file:
            kept = load_pickle(self._file, _NAME) or {}
        self._code = {key: (said, marshal.loads(code)) for key, (said, code) in kept.items()}
        self._is_kept = True

    def load_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        """Fill `bucket` with the code of a template that was compiled before."""
        checksum, code = self._code.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        """Take in the code of a template; another source has another checksum."""
        self._code[bucket.key] = bucket.checksum, bucket.code
        self._is_kept = False

    def keep(self) -> None:
        """Keep what was compiled since."""
        if self._file and not self._is_kept:
            kept = {key: (said, marshal.dumps(code)) for key, (said, code) in self._code.items()}
            save_pickle(self._file, _NAME, kept)
            self._is_kept = True


class _CodeGenerator(CodeGenerator):
    """`a.b` is an attribute, and functions are called as they are."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802
        """Write the code of a whole template."""
        super().visit_Template(node, frame)
        self.writeline(
            "from mozi.site.template_compiler import macro as Macro"
        )  # in the places of Jinja's
        self.writeline("from mozi.languages.html import escape")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        """Write `a.b`."""
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(  # noqa: N802
        self, node: nodes.Call, frame: Frame, forward_caller: bool = False
    ) -> None:
        """Write `f(a, b=c)`. Raises `TypeError` for what our templates do not need."""
        if forward_caller or node.dyn_args or node.dyn_kwargs:
            raise TypeError(f"line {node.lineno}: call blocks, * and ** are not supported here")
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")


class Environment(jinja2.Environment):
    """Our templates in one language. A template is found once: it stays the same during a build."""

    code_generator_class = _CodeGenerator

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._found: dict[str, jinja2.Template] = {}

    def make_globals(self, d: MutableMapping[str, Any] | None) -> dict[str, Any]:
        """What every template is given, as one mapping: Jinja's would be searched for each page.

        Nothing may be added to `globals` any more once a template was asked for.
        """
        return {**self.globals, **(d or {})}

    def get_template(
        self,
        name: str | jinja2.Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,
    ) -> jinja2.Template:
        """The template called `name`. Raises `TemplateNotFound`."""
        if not isinstance(name, str):
            return name
        if name not in self._found:
            self._found[name] = super().get_template(name, parent, globals)
        return self._found[name]


def macro(
    environment: jinja2.Environment,
    write: Callable[..., str],
    name: str,
    parameters: tuple[str, ...],
    *others: bool,
) -> Callable[..., Safe]:
    """The macro called `name`; what it writes is HTML. `write` takes a value for each parameter.

    Raises `TypeError` when it is called with what it has no parameter for.
    """

    def called(*values: Any, **named: Any) -> Safe:
        if len(values) == len(parameters) and not named:
            return Safe(write(*values))
        return Safe(write(*values, *_rest(name, parameters[len(values) :], named)))

    return called


def _rest(name: str, parameters: tuple[str, ...], named: Mapping[str, Any]) -> list[Any]:
    """Values of the parameters for which none was given by place; `missing` for their default."""
    if unknown := named.keys() - set(parameters):
        raise TypeError(f"the macro {name} has no parameter {', '.join(sorted(unknown))}")
    return [named.get(parameter, missing) for parameter in parameters]
