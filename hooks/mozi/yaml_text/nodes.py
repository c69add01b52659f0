"""YAML text as nodes that know where they stand, to change a piece of it and leave the rest alone."""

from collections.abc import Iterable
from dataclasses import dataclass

import yaml

from mozi.yaml_text.parse import KeyPath


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
