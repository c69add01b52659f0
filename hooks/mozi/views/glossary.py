"""The glossary: every term of trade in plain words, and what it is called in the other languages."""

from collections.abc import Mapping

from mozi.addresses.urls import TRANSLATIONS
from mozi.languages.language import Language
from mozi.presentation.components.cards import Card
from mozi.presentation.components.glossary import Term, Terms
from mozi.presentation.components.page import IndexView, View
from mozi.presentation.components.statement import Stated
from mozi.presentation.writer import Writer
from mozi.records.models import GlossaryTerm
from mozi.views.sections import filled


def title(w: Writer) -> str:
    """Title of the page."""
    return w._("Glossary")


def view(w: Writer, languages: Mapping[str, Language]) -> View:
    """The page of all terms, each with its name in every one of `languages` that has one."""
    lead = w._("Terms of trade on this site in plain words, and in every language of the site.")
    glossary: Mapping[str, GlossaryTerm] = w.graph.vocabularies.get("glossary", {})
    terms = [_term(w, id, term, languages) for id, term in glossary.items()]
    terms.sort(key=lambda term: w.language.sort_key(term.name.text))
    return IndexView(
        "choice.html",
        w.language.own(title(w)),
        lead,
        lead=Stated(w.language.own(lead)),
        sections=filled([Terms("terms", w._("Terms"), tuple(terms))]),
        more=(Card(w.language.own(w._("Translations")), w.href(TRANSLATIONS)),),
    )


def _term(w: Writer, id: str, term: GlossaryTerm, languages: Mapping[str, Language]) -> Term:
    shown = w.words(term.name)
    names = [language.words(term.name) for language in languages.values()]
    return Term(
        id,
        shown,
        w.words(term.definition),
        tuple(
            w.language.quote(name.text, name.lang)
            for name in names
            if not name.foreign and name.text != shown.text
        ),
    )
