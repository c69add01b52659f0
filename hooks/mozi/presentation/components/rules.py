"""Rules for records, with examples."""

from dataclasses import dataclass

from mozi.languages.language import Words
from mozi.presentation.components.cards import Card
from mozi.presentation.components.page import View
from mozi.presentation.components.section import Section
from mozi.presentation.components.statement import Badge


@dataclass(frozen=True)
class CodeLine:
    """A line of an example; if it `differs` from the other one, `changed` is that part."""

    before: str
    changed: str = ""
    after: str = ""
    differs: bool = False


@dataclass(frozen=True)
class Sample:
    """Lines of a file as an example; `tone` is `wrong` or `right`."""

    tone: str
    label: str
    lines: tuple[CodeLine, ...]


@dataclass(frozen=True)
class RuleEntry:
    """A rule; its `code` is its anchor. `says` are its messages, with dots for placeholders.

    `fixed` says what `mozi fix` repairs. The example is either `samples` of `file`, or `about`.
    """

    code: str
    title: Words
    badges: tuple[Badge, ...]
    why: Words
    says: tuple[Words, ...]
    fixed: Words | None
    about: Words | None
    file: str
    samples: tuple[Sample, ...]


@dataclass(frozen=True)
class RuleGroup(Section):
    """Section of rules on one subject."""

    template = "rules"
    items: tuple[RuleEntry, ...]


@dataclass(frozen=True)
class RulesView(View):
    """The page of rules; `untranslated` says why they are in another language, if they are."""

    more: tuple[Card, ...] = ()
    untranslated: str = ""
