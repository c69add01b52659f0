"""Spaces, dashes and punctuation marks as a text's language sets them, in records and catalogues."""

import copy
from collections.abc import Iterator
from dataclasses import dataclass

import polib
import yaml

from mozi.editing.fix.repair import Fix, FixDraft, Repair, saying
from mozi.languages.catalogue import catalogue_file, parse_catalogue
from mozi.languages.typography import typeset
from mozi.problems.problem import Finding, Problem
from mozi.rules import typography
from mozi.rules.localised_texts import LocalisedText, texts_in_catalogue
from mozi.yaml_text.edit import Edit, apply_edits, value_at
from mozi.yaml_text.parse import KeyPath

# Files of YAML --------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Change:
    """An edit of a file's text, the text that it means, and the findings that it mends."""

    edit: Edit
    where: KeyPath
    better: str
    mended: tuple[Fix, ...]


def repairs(draft: FixDraft) -> Iterator[Repair]:
    """All texts typeset together; then, as one may stand in the way, each alone."""
    texts = draft.sheet.texts(draft.data) if isinstance(draft.data, dict) else ()
    changes = [change for text in texts if (change := _change(draft, text))]
    if len(changes) > 1:
        yield _repair(draft, changes)
    for change in changes:
        yield _repair(draft, [change])


def _change(draft: FixDraft, localised: LocalisedText) -> _Change | None:
    slips = [*typography.every_language([localised])]
    if not slips or isinstance(localised.where, int):
        return None
    node = value_at(draft.root, localised.where)
    if not isinstance(node, yaml.ScalarNode):
        return None
    start, end = node.start_mark.index, node.end_mark.index
    written = typeset(localised.language, draft.text[start:end])
    better = typeset(localised.language, node.value)
    at = (node.start_mark.line + 1, node.start_mark.column + 1)
    mended = tuple(Fix(draft.problem(each, at), node.value, better) for each in slips)
    return _Change(Edit(start, end, written), localised.where, better, mended)


def _repair(draft: FixDraft, changes: list[_Change]) -> Repair:
    data = copy.deepcopy(draft.data)
    for change in changes:
        around = data
        for step in change.where[:-1]:
            if step != "value" or "value" in around:  # a claim that is written as its value alone
                around = around[step]
        around[change.where[-1]] = change.better
    text = apply_edits(draft.text, (change.edit for change in changes))
    return Repair(text, tuple(fix for change in changes for fix in change.mended), saying(data))


# Catalogues -----------------------------------------------------------------------------------------


def fix_catalogue(code: str, content: bytes) -> tuple[str, list[Fix]]:
    """The text of the catalogue of a language, typeset, and what was mended in it.

    Raises `BrokenCatalogue`.
    """
    file = catalogue_file(code)
    catalogue = parse_catalogue(content)
    text = content.decode()
    mended = [
        Fix(_problem(file, finding), localised.text, typeset(code, localised.text))
        for localised in texts_in_catalogue(file, code, catalogue)
        for finding in typography.every_language([localised])
    ]
    if not mended:
        return text, []
    better = "\n".join(_typeset_lines(code, text.split("\n")))
    return (better, mended) if _says_the_same(code, catalogue, better) else (text, [])


def _problem(file: str, finding: Finding) -> Problem:
    position = finding.position or (1, 1)
    return Problem.at(file, position, finding.code, finding.variant, **dict(finding.values))


def _typeset_lines(code: str, lines: list[str]) -> Iterator[str]:
    """The lines of a catalogue; each translation that has to be mended becomes one line."""
    number = 0
    while number < len(lines):
        end = number + 1
        while end < len(lines) and lines[end].startswith('"'):
            end += 1
        block = lines[number:end]
        keyword, quote, first = block[0].partition('"')
        if quote and keyword.startswith("msgstr") and keyword.strip() != block[0].strip():
            parts = [first, *(line[1:] for line in block[1:])]
            written = "".join(part.rstrip()[:-1] for part in parts)
            translation = polib.unescape(written)
            better = typeset(code, translation)
            if better != translation and not _is_header(lines, number):
                block = [f'{keyword}"{polib.escape(better)}"']
        yield from block
        number = end


def _is_header(lines: list[str], number: int) -> bool:
    """Whether the translation in a line is the catalogue's header, whose English text is empty."""
    return lines[number - 1] == 'msgid ""'


def _says_the_same(code: str, before: polib.POFile, text: str) -> bool:
    """Whether a catalogue has the same entries, each translation typeset and nothing else."""
    after = parse_catalogue(text.encode())
    return [_content(entry, code) for entry in before] == [
        _content(entry, "") for entry in after
    ] and before.metadata == after.metadata


def _content(entry: polib.POEntry, code: str) -> tuple[object, ...]:
    """Content of an entry, typeset for the language `code`."""
    language = "" if entry.obsolete else code  # what is no longer used stays as it is
    forms = {number: typeset(language, form) for number, form in entry.msgstr_plural.items()}
    texts = (entry.msgctxt, entry.msgid, entry.msgid_plural, entry.previous_msgid)
    return (*texts, typeset(language, entry.msgstr), forms, entry.flags, entry.obsolete)
