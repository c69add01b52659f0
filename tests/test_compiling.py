"""Our templates as code: they say what Jinja would, and nothing that a page does not need."""

from types import SimpleNamespace

import jinja2
import pytest
from mozi.compiling import Environment

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
