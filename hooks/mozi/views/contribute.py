"""View after the prose of the contribute page: the forms, where there is a repository."""

from mozi.presentation.components.cards import Card, Cards
from mozi.presentation.components.page import View
from mozi.presentation.writer import Writer
from mozi.views.sections import filled


def view(w: Writer) -> View:
    """The forms that people without YAML can fill in, below the prose of `docs/contribute.md`."""
    forms = (
        ("project", w._("New project"), w._("A workshop that this site does not have yet.")),
        ("source", w._("New source"), w._("A page that says something about one of the projects.")),
        ("correction", w._("Correction"), w._("Something on this site that is wrong.")),
    )
    cards = (
        Card(w.language.own(title), address, (line,))
        for form, title, line in forms
        if (address := w.settings.form_url(form))
    )
    return View(
        "prose.html",
        w.language.own(w._("Contribute")),
        w._("How to correct a fact, add a source or add a project to the register."),
        sections=filled([Cards("forms", w._("The forms"), tuple(cards))]),
    )
