"""In which languages a page really is, so that no fallback is offered as a translation.

Every page stands at the same path in every language, and readers may open all of them. Search
engines are told only of those that are in their language: the default one always is; another is
unless

- the interface is mostly untranslated, or
- its prose (`docs/`) is not written in it, or
- more than `MOST` of what records say on it, by letters, is in another language.

These are the alternates of one another, each naming all, as Google and Yandex ask for. A page that
is not in its language names as its canonical address the page it repeats. It bears no `noindex`:
Google calls the two contradictory, and follows the canonical address.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from mozi.addresses.urls import DEFAULT_LANGUAGE
from mozi.languages.catalogue import INTERFACE, Counts
from mozi.languages.language import Language
from mozi.languages.progress import PROSE, Progress
from mozi.presentation.writer import Writer

MOST_FALLBACK = 0.5
"""The part of a page's texts that may be in another language before the page counts as being so."""


@dataclass(frozen=True)
class PageLanguages:
    """The languages that pages are in.

    `progress` is that of each language but the default one; `prose` are the pages in `docs/` with
    the languages they are written in; `written` writes the page at a path in a language. It is
    called only for languages with texts of records missing, once for each page.
    """

    languages: Mapping[str, Language]
    progress: Mapping[str, Progress]
    prose: Mapping[str, frozenset[str]]
    written: Callable[[str, str], Writer]
    _found: dict[str, tuple[str, ...]] = field(default_factory=dict, init=False)

    def languages_of(self, path: str) -> tuple[str, ...]:
        """The languages in which the page at `path` really is, in the site's order."""
        if path not in self._found:
            self._found[path] = tuple(code for code in self.languages if self._is_in(path, code))
        return self._found[path]

    def nearest(self, path: str, code: str) -> str:
        """The language of the page that the one at `path` in `code` repeats; `code` if none."""
        falls_back = (code,) if path.rstrip("/") in self.prose else self.languages[code].chain
        codes = self.languages_of(path)
        return next((each for each in falls_back if each in codes), DEFAULT_LANGUAGE)

    def _is_in(self, path: str, code: str) -> bool:
        if code == DEFAULT_LANGUAGE:
            return True
        name = path.rstrip("/")
        if name in self.prose and code not in self.prose[name]:
            return False
        counts = self.progress[code].counts if code in self.progress else {}
        if _missing(counts.get(INTERFACE, Counts())) > MOST_FALLBACK:
            return False
        complete = not any(
            each.missing for kind, each in counts.items() if kind not in (INTERFACE, PROSE)
        )
        return complete or self.written(path, code).foreign_share <= MOST_FALLBACK


def _missing(counts: Counts) -> float:
    return counts.missing / counts.total if counts.total else 0.0
