"""Edits of a record's YAML text that change one value and keep all other text, comments too."""

from collections.abc import Callable, Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, Self

import yaml

from mozi.yaml_text.parse import KeyPath, Unreadable, parse_yaml
from mozi.yaml_text.write import inline_yaml, one_line_yaml


class CannotEdit(Exception):
    """Edit that cannot be made without changing other parts of the text."""


@dataclass
class _Place:
    """Position of a value in the text, in characters from 0: from `start` up to `end`.

    `end` counts content only: a block ends where the last value inside it ends.
    """

    start: int
    end: int
    column: int
    in_flow: bool
    """True inside brackets or braces, where a comma ends a text."""
    brackets: bool = False


class YamlDocument:
    """Text of a record and the data in it; each edit returns a new document."""

    def __init__(self, text: str) -> None:
        """Parse `text`. Raises `Unreadable` where `parse_yaml` does."""
        self.text = text
        self.data: Any = parse_yaml(text)
        root = yaml.compose(text, Loader=yaml.CSafeLoader)
        self._places = dict(_walk(root, (), in_flow=False)) if root else {}

    @property
    def paths(self) -> Iterable[KeyPath]:
        """Paths of all values."""
        return self._places.keys()

    @property
    def single(self) -> list[KeyPath]:
        """Paths of all values that are no mappings and no lists."""
        return [path for path in self.paths if not isinstance(self.at(path), (dict, list))]

    def at(self, path: KeyPath) -> Any:
        """Return the value at `path`. Raises `CannotEdit` where there is none."""
        if path not in self._places:
            raise CannotEdit
        return _at(self.data, path)

    def replaced(self, path: KeyPath, value: Any) -> Self:
        """Return a document with a new value at `path`.

        Raises `CannotEdit` where the old value is a mapping or a list.
        """
        if isinstance(self.at(path), (dict, list)):
            raise CannotEdit
        place = self._places[path]
        new = one_line_yaml(value) if place.in_flow else inline_yaml(value)

        def change(data: Any) -> None:
            _at(data, path[:-1])[path[-1]] = value

        line_end = "\n" if self.text[: place.end].endswith("\n") else ""
        return self._with(place.start, place.end, new + line_end, change)

    def appended(self, path: KeyPath, value: Any) -> Self:
        """Return a document with one more item in the list at `path`.

        Raises `CannotEdit` where there is no list.
        """
        items = self.at(path)
        if not isinstance(items, list):
            raise CannotEdit
        place = self._places[path]
        if place.brackets:
            new = f"{', ' if items else ''}{one_line_yaml(value)}"
            position = place.end - 1
        else:
            new = f"\n{' ' * place.column}- {inline_yaml(value)}"
            position = self._line_end(place.end)
        return self._with(position, position, new, lambda data: _at(data, path).append(value))

    def added(self, path: KeyPath, key: str, value: Any) -> Self:
        """Return a document with one more key in the mapping at `path`.

        Raises `CannotEdit` where the mapping has the key already.
        """
        if key in self.at(path):
            raise CannotEdit
        place = self._places[path]
        if place.brackets:
            new = f", {key}: {one_line_yaml(value)}"
            position = place.end - 1
        else:
            new = f"\n{' ' * place.column}{key}: {inline_yaml(value)}"
            position = self._line_end(place.end)
        return self._with(
            position, position, new, lambda data: _at(data, path).update({key: value})
        )

    def _line_end(self, position: int) -> int:
        """Return the end of the line that contains the character before `position`."""
        end = self.text.find("\n", position - 1)
        return len(self.text) if end < 0 else end

    def _with(self, start: int, end: int, new: str, change: Callable[[Any], object]) -> Self:
        """Return a document with the text `new` in place of the characters from `start` to `end`.

        `change` makes the same edit in a copy of the data. Raises `CannotEdit` where the new text
        does not parse, or parses to other data than that.
        """
        expected_data = deepcopy(self.data)
        change(expected_data)
        try:
            changed = type(self)(self.text[:start] + new + self.text[end:])
        except Unreadable:
            raise CannotEdit from None
        if changed.data != expected_data:
            raise CannotEdit
        return changed


def _at(data: Any, path: KeyPath) -> Any:
    for step in path:
        data = data[step]
    return data


def _walk(node: yaml.Node, path: KeyPath, in_flow: bool) -> Iterator[tuple[KeyPath, _Place]]:
    """Yield the path and position of a value and of all values inside it."""
    start, end = node.start_mark.index, node.end_mark.index
    if not isinstance(node, yaml.CollectionNode):
        yield path, _Place(start, end, node.start_mark.column, in_flow)
        return
    has_brackets = bool(node.flow_style)
    for step, inner in _inside(node):
        for place in _walk(inner, (*path, step), in_flow or has_brackets):
            yield place
            last = place[1].end
    # YAML ends a block where the next thing begins; the last value inside it ends earlier
    end = end if has_brackets else last
    yield path, _Place(start, end, node.start_mark.column, in_flow, has_brackets)


def _inside(node: yaml.CollectionNode) -> Iterator[tuple[str | int, yaml.Node]]:
    if isinstance(node, yaml.MappingNode):
        return ((key.value, value) for key, value in node.value)
    return enumerate(node.value)


@dataclass(frozen=True)
class Edit:
    """Replacement of the characters from `start` up to `end`, counted from 0, by `text`."""

    start: int
    end: int
    text: str


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """Return `text` with all edits made. The edits must not overlap."""
    for edit in sorted(edits, key=lambda edit: edit.start, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def compose(text: str) -> yaml.Node:
    """Return the outermost node of a text. `parse_yaml` must have found a value in the text."""
    node = yaml.compose(text, Loader=yaml.CSafeLoader)
    assert node is not None
    return node


def key_at(root: yaml.Node, path: KeyPath) -> yaml.ScalarNode | None:
    """Return the node of the key at the end of `path`; None where that is no key of a mapping."""
    entry = _entry(value_at(root, path[:-1]), path[-1])
    return entry[0] if entry else None


def value_at(root: yaml.Node, path: KeyPath) -> yaml.Node | None:
    """Return the node that `path` leads to, None where there is none.

    The value of a claim may be written alone, without its key `value`.
    """
    node: yaml.Node | None = root
    for step in path:
        if isinstance(node, yaml.MappingNode):
            entry = _entry(node, step)
            node = entry[1] if entry else None
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int):
            node = node.value[step] if step < len(node.value) else None
        elif step != "value":
            return None
    return node


def _entry(node: yaml.Node | None, key: str | int) -> tuple[yaml.ScalarNode, yaml.Node] | None:
    if not isinstance(node, yaml.MappingNode):
        return None
    return next((entry for entry in node.value if entry[0].value == key), None)
