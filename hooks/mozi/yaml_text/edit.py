"""Single changes to a record's YAML text that leave every other character as it was, comments too."""

from collections.abc import Callable, Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, Self

import yaml

from mozi.yaml_text.parse import KeyPath, Unreadable, parse_yaml
from mozi.yaml_text.write import inline_yaml, one_line_yaml


class CannotEdit(Exception):
    """The change cannot be made without touching something else."""


@dataclass
class _Place:
    """Where a value stands in the text: from `start` up to `end`, which counts content only."""

    start: int
    end: int
    column: int
    in_flow: bool
    """Inside brackets or braces, where commas end a text."""
    brackets: bool = False


class YamlDocument:
    """The text of a record and what it says; each change gives a new one."""

    def __init__(self, text: str) -> None:
        """`text` is YAML that `reading.parse` takes."""
        self.text = text
        self.data: Any = parse_yaml(text)
        root = yaml.compose(text, Loader=yaml.CSafeLoader)
        self._places = dict(_walk(root, (), in_flow=False)) if root else {}

    @property
    def paths(self) -> Iterable[KeyPath]:
        """The path of every value."""
        return self._places.keys()

    @property
    def single(self) -> list[KeyPath]:
        """The path of every value that holds no others."""
        return [path for path in self.paths if not isinstance(self.at(path), (dict, list))]

    def at(self, path: KeyPath) -> Any:
        """The value at `path`. Raises `Impossible` where there is none."""
        if path not in self._places:
            raise CannotEdit
        return _at(self.data, path)

    def replaced(self, path: KeyPath, value: Any) -> Self:
        """With another value at `path`, where a text, number or the like stands now."""
        if isinstance(self.at(path), (dict, list)):
            raise CannotEdit
        place = self._places[path]
        new = one_line_yaml(value) if place.in_flow else inline_yaml(value)

        def change(data: Any) -> None:
            _at(data, path[:-1])[path[-1]] = value

        line_end = "\n" if self.text[: place.end].endswith("\n") else ""
        return self._with(place.start, place.end, new + line_end, change)

    def appended(self, path: KeyPath, value: Any) -> Self:
        """With a further item in the list at `path`."""
        items = self.at(path)
        if not isinstance(items, list):
            raise CannotEdit
        place = self._places[path]
        if place.brackets:
            new = f"{', ' if items else ''}{one_line_yaml(value)}"
            where = place.end - 1
        else:
            new = f"\n{' ' * place.column}- {inline_yaml(value)}"
            where = self._line_end(place.end)
        return self._with(where, where, new, lambda data: _at(data, path).append(value))

    def added(self, path: KeyPath, key: str, value: Any) -> Self:
        """With a further key in the mapping at `path`."""
        if key in self.at(path):
            raise CannotEdit
        place = self._places[path]
        if place.brackets:
            new = f", {key}: {one_line_yaml(value)}"
            where = place.end - 1
        else:
            new = f"\n{' ' * place.column}{key}: {inline_yaml(value)}"
            where = self._line_end(place.end)
        return self._with(where, where, new, lambda data: _at(data, path).update({key: value}))

    def _line_end(self, position: int) -> int:
        """The end of the line on which the character before `position` stands."""
        end = self.text.find("\n", position - 1)
        return len(self.text) if end < 0 else end

    def _with(self, start: int, end: int, new: str, change: Callable[[Any], object]) -> Self:
        """The text with `new` from `start` to `end`; it must say what `change` makes of the data."""
        wanted = deepcopy(self.data)
        change(wanted)
        try:
            changed = type(self)(self.text[:start] + new + self.text[end:])
        except Unreadable:
            raise CannotEdit from None
        if changed.data != wanted:
            raise CannotEdit
        return changed


def _at(data: Any, path: KeyPath) -> Any:
    for step in path:
        data = data[step]
    return data


def _walk(node: yaml.Node, path: KeyPath, in_flow: bool) -> Iterator[tuple[KeyPath, _Place]]:
    """The place of a value and of all it holds, by path."""
    start, end = node.start_mark.index, node.end_mark.index
    if not isinstance(node, yaml.CollectionNode):
        yield path, _Place(start, end, node.start_mark.column, in_flow)
        return
    brackets = bool(node.flow_style)
    for step, inner in _inside(node):
        for place in _walk(inner, (*path, step), in_flow or brackets):
            yield place
            last = place[1].end
    # the end of a block is where the next thing begins; what it holds ends before
    yield path, _Place(start, end if brackets else last, node.start_mark.column, in_flow, brackets)


def _inside(node: yaml.CollectionNode) -> Iterator[tuple[str | int, yaml.Node]]:
    if isinstance(node, yaml.MappingNode):
        return ((key.value, value) for key, value in node.value)
    return enumerate(node.value)


@dataclass(frozen=True)
class Edit:
    """New text in the place of what stands from `start` to `end`, counted in letters from 0."""

    start: int
    end: int
    text: str


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """`text` with all edits made. They do not overlap."""
    for edit in sorted(edits, key=lambda edit: edit.start, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def compose(text: str) -> yaml.Node:
    """The outermost node of a text in which `reading.parse` finds something."""
    node = yaml.compose(text, Loader=yaml.CSafeLoader)
    assert node is not None
    return node


def key_at(root: yaml.Node, path: KeyPath) -> yaml.ScalarNode | None:
    """The key at the end of `path`, where that is the key of a mapping."""
    found = _entry(value_at(root, path[:-1]), path[-1])
    return found[0] if found else None


def value_at(root: yaml.Node, path: KeyPath) -> yaml.Node | None:
    """The node that `path` leads to; a claim's value may stand there alone, without its key."""
    node: yaml.Node | None = root
    for step in path:
        if isinstance(node, yaml.MappingNode):
            found = _entry(node, step)
            node = found[1] if found else None
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int):
            node = node.value[step] if step < len(node.value) else None
        elif step != "value":
            return None
    return node


def _entry(node: yaml.Node | None, key: str | int) -> tuple[yaml.ScalarNode, yaml.Node] | None:
    if not isinstance(node, yaml.MappingNode):
        return None
    return next((entry for entry in node.value if entry[0].value == key), None)
