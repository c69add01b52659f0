"""Slips that keep a file from being read as it is meant: tabs, missing spaces, Chinese punctuation."""

import re
from collections.abc import Iterator

import yaml

from mozi.editing.fix.repair import MOST, Fix, FixDraft, Repair, saying
from mozi.problems.problem import Finding, Problem
from mozi.yaml_text.edit import value_at
from mozi.yaml_text.parse import Unreadable

TAB_WIDTHS = (2, 4, 8)
"""Spaces that a tab may stand for. Where they do not all give the same data, nobody can say which."""

LINES_ABOVE = 20
"""How far above the place where reading stops the slip may be."""

OF_SWALLOWED = ("MZ201", "MZ202", "MZ203", "MZ204", "MZ206")
"""The rules that are broken where a text has swallowed a key, or a key its value."""

OF_KIND = tuple(("MZ206", variant) for variant in ("text", "list", "mapping"))
"""Codes of findings where a respaced line says something that has no place there."""

_KEY = r"[A-Za-z][A-Za-z_-]*"
_COMMENT = re.compile(r"(?:\s|^)#.*")
_QUOTED = re.compile(r"""((?<![^\s\[{,:，：])(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'))""")
_OPEN_QUOTE = re.compile(r"""(?<![^\s\[{,:，：])["']""")

_AT_START = (
    (re.compile(r"^(\s*)-(?=[^\s#-])"), r"\1- "),
    (re.compile(rf"^(\s*(?:- +)*{_KEY})(?::(?=[^\s:#])|\s*：[^\S\n]*(?!#))"), r"\1: "),
)
"""At the start of a line: a dash without a space; a key whose colon is full-width or has no space."""

_IN_BRACKETS = (
    (re.compile(rf"，\s*(?={_KEY}\s*[:：])"), ", "),
    (re.compile(rf"((?<=[{{,])\s*{_KEY})(?::(?=[^\s:#])|\s*：\s*(?!#))"), r"\1: "),
)
"""Between brackets: a full-width comma before a key; then a key as above.

A `#` never gets a space before it: that would make a comment of it.
"""


def repairs(draft: FixDraft) -> Iterator[Repair]:
    """A readable text, where it is not; else lines that say what they mean, together and alone."""
    if draft.error:
        yield from _without_tabs(draft, draft.error)
        yield from _made_readable(draft, draft.error)
        return
    spots = [
        (finding, lines) for finding in draft.findings if (lines := _lines_about(draft, finding))
    ]
    if len(spots) > 1:
        yield _spots_respaced(draft, spots)
    for spot in spots:
        yield _spots_respaced(draft, [spot])


# Texts that cannot be read --------------------------------------------------------------------------


def _without_tabs(draft: FixDraft, error: Unreadable) -> Iterator[Repair]:
    texts = [_with_spaces(draft.text, width) for width in TAB_WIDTHS]
    readable = [other for text in texts if not (other := FixDraft(draft.sheet, text)).error]
    if readable and draft.text not in texts:
        first = readable[0]
        same = all(saying(other.data)(first) for other in readable)
        yield Repair(first.text, (Fix(_problem(draft, error)),), lambda _: same)


def _with_spaces(text: str, width: int) -> str:
    return re.sub(r"^\t+", lambda tabs: tabs[0].expandtabs(width), text, flags=re.MULTILINE)


def _made_readable(draft: FixDraft, error: Unreadable | None) -> Iterator[Repair]:
    """All slips up to the end of the file, one after the other."""
    current, mended, lines = draft, list[Fix](), set[int]()
    while error:
        step = _step(current, error)
        if not step or len(mended) == MOST:
            return
        line, better = step
        mended.append(_mended(current, line, _problem(current, error)))
        lines.add(line)
        current, error = better, better.error
    yield Repair(current.text, tuple(mended), lambda after: _names_keys(after, lines))


def _step(draft: FixDraft, error: Unreadable) -> tuple[int, FixDraft] | None:
    """The nearest line, at or above the error, whose respacing lets reading go further."""
    lowest = error.position[0]
    for line in range(lowest, max(0, lowest - LINES_ABOVE), -1):
        if line in draft.lines and _respaced(draft.lines[line]) != draft.lines[line]:
            better = FixDraft(draft.sheet, _text(draft, {line}))
            if not better.error or better.error.position > error.position:
                return line, better
    return None


def _problem(draft: FixDraft, error: Unreadable) -> Problem:
    return Problem.at(draft.sheet.file, error.position, error.code, error.variant, **error.values)


# Texts that say something else than they mean ---------------------------------------------------------


def _lines_about(draft: FixDraft, finding: Finding) -> set[int]:
    """The lines of what a finding is about, where they need respacing.

    They are a key's own, a text's, or those of brackets.
    """
    if finding.code not in OF_SWALLOWED:
        return set()
    node = value_at(draft.root, finding.path) or value_at(draft.root, finding.path[:-1])
    if finding.code == "MZ201":
        lines = [draft.positions.of_key(finding.path)[0]]
    elif not node or (isinstance(node, yaml.CollectionNode) and not node.flow_style):
        lines = []
    else:
        lines = list(range(node.start_mark.line + 1, node.end_mark.line + 2))
    return {n for n in lines if n in draft.lines and _respaced(draft.lines[n]) != draft.lines[n]}


def _spots_respaced(draft: FixDraft, spots: list[tuple[Finding, set[int]]]) -> Repair:
    by_line = {line: finding for finding, lines in spots for line in lines}
    mended = (
        _mended(draft, line, draft.problem(finding, draft.positions.of_key(finding.path)))
        for line, finding in sorted(by_line.items())
    )
    lines = set(by_line)
    return Repair(
        _text(draft, lines),
        tuple(mended),
        lambda after: (
            _names_keys(after, lines) and _elsewhere(draft, lines) == _elsewhere(after, lines)
        ),
    )


def _elsewhere(draft: FixDraft, lines: set[int]) -> str:
    """Content of a file outside of the outermost keys that these lines are in."""
    tops = {path[0]: at[0] for path, at in draft.positions.keys.items() if len(path) == 1}
    inside = {max((top for top in tops.values() if top <= line), default=0) for line in lines}
    return repr([(key, draft.data[key]) for key, top in tops.items() if top not in inside])


# Lines ------------------------------------------------------------------------------------------------


def _text(draft: FixDraft, numbers: set[int]) -> str:
    """The text with some of its lines respaced."""
    return "\n".join(
        _respaced(line) if number in numbers else line for number, line in draft.lines.items()
    )


def _respaced(line: str) -> str:
    """A line with its spaces and punctuation as they should be; not in quotes, nor in a comment."""
    comment = _COMMENT.search(line)
    end = comment.start() if comment else len(line)
    parts = _QUOTED.split(line[:end])
    if any(_OPEN_QUOTE.search(part) for part in parts[::2]):
        return line  # nobody can say what stands in quotes
    for pattern, better in _AT_START:
        parts[0] = pattern.sub(better, parts[0])
    for pattern, better in _IN_BRACKETS:
        parts[::2] = [pattern.sub(better, part) for part in parts[::2]]
    return "".join(parts) + line[end:]


def _mended(draft: FixDraft, number: int, problem: Problem) -> Fix:
    line = draft.lines[number]
    return Fix(problem, line.strip(), _respaced(line).strip())


def _names_keys(draft: FixDraft, lines: set[int]) -> bool:
    """Whether every key in these lines may stand there, with a value of that kind."""
    return not any(
        draft.positions.of_key(finding.path)[0] in lines
        for finding in draft.findings
        if finding.code == "MZ201" or (finding.code, finding.variant) in OF_KIND
    )
