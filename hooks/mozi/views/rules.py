"""All rules of the rulebook: what each code means, why the rule is there, an example of wrong and right.

The rulebook speaks English and Chinese; readers of another language see the one that is nearer.
"""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import takewhile
from typing import get_args

from mozi.languages.catalogue import N_
from mozi.languages.language import Words
from mozi.presentation.components.cards import Card
from mozi.presentation.components.page import View
from mozi.presentation.components.rules import CodeLine, RuleEntry, RuleGroup, RulesView, Sample
from mozi.presentation.components.statement import Badge, Stated
from mozi.presentation.writer import Writer
from mozi.problems.rulebook import EditorWords, Lang, Rule, read_rulebook
from mozi.views.sections import filled

GROUPS = {
    "MZ0": N_("The folder and its files"),
    "MZ1": N_("The text of a file"),
    "MZ2": N_("What a record may hold"),
    "MZ3": N_("What must hold across records"),
    "MZ4": N_("Translations"),
    "MZ5": N_("Dates and statuses"),
    "MZ6": N_("Spreadsheets"),
    "MZ7": N_("How texts are written"),
    "MZ8": N_("Addresses of pages"),
    "MZ9": N_("Layout"),
}
"""By the beginning of a code: what the rules are about."""


def title(w: Writer) -> str:
    """Title of the page."""
    return w._("Rules for records")


def view(w: Writer) -> View:
    """The page of all rules, each with its code as anchor."""
    lead = w._(
        "What checking the records may find, by code: why the rule is there, what the message says, "
        "and how to write it right."
    )
    lang = _lang(w)
    foreign = lang != w.language.code
    return RulesView(
        "rules.html",
        w.language.own(title(w)),
        lead,
        lead=Stated(w.language.own(lead)),
        sections=filled(_groups(w, lang)),
        more=(Card(w.language.own(w._("Contribute")), w.href("contribute/")),),
        untranslated=w._("The rules are written in English and Chinese only.") if foreign else "",
    )


def _lang(w: Writer) -> Lang:
    """The rulebook's language that is nearest to the reader."""
    return next(lang for code in w.language.chain for lang in get_args(Lang) if lang == code)


def _groups(w: Writer, lang: Lang) -> Iterator[RuleGroup]:
    for beginning, name in GROUPS.items():
        rules = {
            code: rule for code, rule in read_rulebook().rules.items() if code.startswith(beginning)
        }
        entries = tuple(_entry(w, lang, code, rule) for code, rule in rules.items())
        yield RuleGroup(beginning.lower(), w._(name), entries)


def _entry(w: Writer, lang: Lang, code: str, rule: Rule) -> RuleEntry:
    def words(message: EditorWords) -> Words:
        return w.language.quote(message[lang], lang)

    tones = {"error": w._("Error"), "warning": w._("Warning")}
    badges = [Badge(w.language.own(tones[rule.severity]), f"rule-{rule.severity}")]
    if rule.fixed:
        badges.append(Badge(w.language.quote("mozi fix", "en"), "rule-fixed"))
    example = rule.example
    return RuleEntry(
        code,
        words(rule.title),
        tuple(badges),
        words(rule.why),
        tuple(
            w.language.quote(f"{_shown(message.message, lang)} — {_shown(message.fix, lang)}", lang)
            for message in rule.variants.values()
        ),
        words(rule.fixed) if rule.fixed else None,
        words(example.about) if example.about else None,
        example.file or "",
        _samples(w, example.wrong, example.right) if example.file else (),
    )


# Messages -------------------------------------------------------------------------------------------

ADVICE = ("did-you-mean", "one-of")
"""Names of the advice that a fix usually gives where it depends on the records."""


def _shown(message: EditorWords, lang: Lang) -> str:
    """A text of the rulebook with dots in its holes."""
    advice = " / ".join(read_rulebook().advice[name][lang] for name in ADVICE)
    return re.sub(r"\{[a-z_]+\}", "…", message[lang].replace("{advice}", advice))


# Examples -------------------------------------------------------------------------------------------


def _samples(w: Writer, wrong: str, right: str) -> tuple[Sample, ...]:
    bad, good = wrong.splitlines(), right.splitlines()
    return (
        # Translators: above lines that break a rule.
        Sample("wrong", w._("Wrong"), _lines(bad, good)),
        # Translators: above the same lines as they should be.
        Sample("right", w._("Right"), _lines(good, bad)),
    )


def _lines(lines: list[str], others: list[str]) -> tuple[CodeLine, ...]:
    """`lines`, each with what of it is not in `others`."""
    shown: list[CodeLine] = []
    for kind, start, end, first, last in SequenceMatcher(None, lines, others).get_opcodes():
        for number, line in enumerate(lines[start:end]):
            if kind == "equal":
                shown.append(CodeLine(line))
            else:
                pair = others[first + number] if first + number < last else ""
                shown.append(_different(line, pair))
    return tuple(shown)


def _different(line: str, other: str) -> CodeLine:
    """A line in three parts, of which `other` shares the first and the last."""
    start = _shared(line, other)
    end = len(line) - _shared(line[start:][::-1], other[start:][::-1])
    return CodeLine(line[:start], line[start:end], line[end:], differs=True)


def _shared(text: str, other: str) -> int:
    """How many letters two texts have in common at their beginning."""
    return len(list(takewhile(lambda pair: pair[0] == pair[1], zip(text, other, strict=False))))
