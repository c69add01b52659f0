"""The facts of the about page: what a workshop is, and how it differs from its sisters."""

from collections.abc import Iterator

from mozi.presentation.answers import answer
from mozi.presentation.components.evidence import Disputes
from mozi.presentation.components.page import View
from mozi.presentation.components.section import Figures, Section, Statements
from mozi.presentation.components.statement import Labelled
from mozi.presentation.wordings import number
from mozi.presentation.writer import Writer
from mozi.records.models import Topic
from mozi.views.cards import cards
from mozi.views.sections import cautions, disputes, facts, filled, references


def view(w: Writer) -> View:
    """The facts that follow the prose of `docs/about.md`."""
    topics = [*w.graph.topics("programme"), *w.graph.topics("sister-brand")]
    sections = [section for topic in topics for section in _sections(w, topic)]
    return View(
        "prose.html",
        w.language.own(w._("About")),
        w.language.words(w.names.about).text,
        sections=filled([*sections, references(w)]),
    )


def _sections(w: Writer, topic: Topic) -> Iterator[Section]:
    name = w.title_of(topic).text
    statements = facts(w, topic, topic.id, name)
    summary = Labelled(w.statement(topic.summary, topic))
    website = [
        Labelled(item, w.words(w.graph.vocabularies["particulars"]["website"].name))
        for item in answer(w, topic, "website").items
    ]
    yield Statements(topic.id, name, (summary, *statements.items, *website))
    yield Figures(
        f"{topic.id}-figures",
        w._("%(name)s: figures", name=name),
        tuple(number(w, figure, topic) for figure in topic.figures),
    )
    yield Disputes(
        f"{topic.id}-disagreements",
        w._("%(name)s: where sources differ", name=name),
        disputes(w, topic).items,
    )
    yield Statements(
        f"{topic.id}-cautions",
        w._("%(name)s: not to be confused with", name=name),
        cautions(w, topic).items,
        "caution",
    )
    named = [
        *(w.graph.get(id) for id in topic.initiatives),
        *(w.graph.get(id) for id in topic.programmes),
        *(w.graph.get(id) for id in topic.countries),
    ]
    yield cards(w, f"{topic.id}-links", w._("%(name)s: on this site", name=name), named)
