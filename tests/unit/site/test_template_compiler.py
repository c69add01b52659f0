"""Our templates as code: they say what Jinja would, and nothing that a page does not need."""

from pathlib import Path
from types import SimpleNamespace
from unittest.mock import patch

import jinja2
import pytest
from mozi.site.template_compiler import FILE, CompiledTemplates, Environment

LOADER = jinja2.DictLoader(
    {
        "parts.html": "{% macro both(one, two='second') %}<b>{{ one }} {{ two }}</b>{% endmacro %}",
        "page.html": "{% import 'parts.html' as parts %}{{ parts.both(view.name) }}",
        "named.html": "{% import 'parts.html' as parts %}{{ parts.both(two='&', one=view.name) }}",
        "wrong.html": "{% import 'parts.html' as parts %}{{ parts.both(view.name, three=3) }}",
        "item.html": "{{ view.items['a'] }}{% for x in view.list %}{{ loop.index }}{% endfor %}",
        "hole.html": "{{ view.nothing }}",
        "stars.html": "{{ view.call(*view.list) }}",
    }
)
VIEW = SimpleNamespace(name="<墨>", items={"a": "&"}, list=[7, 8])


def rendered(name: str) -> str:
    environment = Environment(loader=LOADER, autoescape=True, undefined=jinja2.StrictUndefined)
    return environment.get_template(name).render(view=VIEW)


@pytest.mark.parametrize("name", ["page.html", "named.html", "item.html"])
def test_it_says_what_jinja_says(name: str) -> None:
    plain = jinja2.Environment(loader=LOADER, autoescape=True, undefined=jinja2.StrictUndefined)
    assert rendered(name) == plain.get_template(name).render(view=VIEW)


def test_what_a_macro_writes_is_not_escaped_again() -> None:
    assert rendered("page.html") == "<b>&lt;墨&gt; second</b>"


def test_a_parameter_that_a_macro_does_not_have_is_told() -> None:
    with pytest.raises(TypeError, match="the macro both has no parameter three"):
        rendered("wrong.html")


def test_what_is_not_there_is_told() -> None:
    with pytest.raises(AttributeError, match="nothing"):
        rendered("hole.html")


def test_what_is_not_supported_is_told() -> None:
    with pytest.raises(TypeError, match=r"line 1: call blocks, \* and \*\*"):
        rendered("stars.html")


def test_a_template_is_looked_up_once() -> None:
    environment = Environment(loader=LOADER)
    assert environment.get_template("page.html") is environment.get_template("page.html")


def times_compiled(folder: Path, source: str) -> int:
    """How often a template is compiled in a build, with what was kept of the last one in `folder`."""
    templates = CompiledTemplates(folder)
    loader = jinja2.DictLoader({"page.html": source})
    environment = Environment(loader=loader, bytecode_cache=templates)
    with patch.object(environment, "compile", wraps=environment.compile) as compile:
        said = environment.get_template("page.html").render(view=VIEW)
    assert said == source.replace("{{ view.name }}", VIEW.name)
    templates.keep()
    return compile.call_count


def test_a_template_is_compiled_once_for_many_builds(tmp_path: Path) -> None:
    assert times_compiled(tmp_path, "{{ view.name }}") == 1
    assert times_compiled(tmp_path, "{{ view.name }}") == 0


def test_a_template_that_was_changed_is_compiled_again(tmp_path: Path) -> None:
    times_compiled(tmp_path, "{{ view.name }}")
    assert times_compiled(tmp_path, "{{ view.name }}!") == 1
    assert times_compiled(tmp_path, "{{ view.name }}!") == 0
    assert times_compiled(tmp_path, "{{ view.name }}") == 1


def test_what_is_damaged_is_compiled_again(tmp_path: Path) -> None:
    times_compiled(tmp_path, "{{ view.name }}")
    (tmp_path / FILE).write_bytes((tmp_path / FILE).read_bytes()[:-1])
    assert times_compiled(tmp_path, "{{ view.name }}") == 1


def test_in_a_preview_each_state_of_a_template_is_kept_once(tmp_path: Path) -> None:
    templates = CompiledTemplates(tmp_path)
    for source in ("{{ view.name }}", "{{ view.name }}!"):
        loader = jinja2.DictLoader({"page.html": source})
        Environment(loader=loader, bytecode_cache=templates).get_template("page.html")
        templates.keep()
        written = (tmp_path / FILE).stat().st_mtime_ns
        templates.keep()
        assert (tmp_path / FILE).stat().st_mtime_ns == written
    assert times_compiled(tmp_path, "{{ view.name }}!") == 0
