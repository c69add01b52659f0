"""Page changes: two built sites compared, page by page, by what a reader sees.

Compared are the words of a page's own content, where its links lead and what its pictures are said
to show: not the frame around it, not the markup, not the names of styles and scripts. Shapes in
pictures are left out: beside each stands a table that says the same.

Needs nothing but Python: it also runs where nothing is installed.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from mozi.editing.github import markdown

KINDS = {"changed": "有变动", "new": "新增", "removed": "已删除"}
"""Kinds of change of a page, in English and Chinese."""

_CONTENT = re.compile(r"<article\b.*</article>", re.DOTALL)
_LANGUAGE = re.compile(r"<html\b[^>]*?\blang=[\"']?([\w-]+)")
_HASH = re.compile(r"\.[0-9a-f]{8,64}(?=\.)")
"""Hash in the name of an asset, which changes with its content."""

_SEEN = ("alt", "aria-label", "href", "lang", "src", "title")
"""Attributes that a reader sees, hears or follows."""

_UNSEEN = {"script", "style", "template"}


class UnreadableSite(Exception):
    """There is nothing to compare, or a report is not one: why."""


@dataclass(frozen=True, order=True)
class Page:
    """A page of one language: its address inside the site, and its heading."""

    address: str
    title: str


@dataclass
class Changes:
    """Changed, new and removed pages of one language."""

    changed: list[Page] = field(default_factory=list)
    new: list[Page] = field(default_factory=list)
    removed: list[Page] = field(default_factory=list)

    def lists(self) -> Iterator[tuple[str, list[Page]]]:
        """Each kind of change that there is, with its pages."""
        for kind in KINDS:
            pages: list[Page] = getattr(self, kind)
            if pages:
                yield kind, pages

    @property
    def count(self) -> int:
        """How many pages differ."""
        return sum(len(pages) for _, pages in self.lists())


Report = dict[str, Changes]
"""Language → what happened to its pages; languages without changes are left out."""


# Comparing ---------------------------------------------------------------------------------------


def compare_sites(old: Path, new: Path) -> Report:
    """Differences between two folders with built sites. Raises `UnreadableSite`."""
    before, after = _pages_in(old), _pages_in(new)
    report: Report = {}
    for file in sorted(before.keys() | after.keys()):
        was, now = before.get(file), after.get(file)
        if was and now and was.read_bytes() == now.read_bytes():
            continue
        seen_before, seen_now = _Seen.from_file(was), _Seen.from_file(now)
        shown = seen_now or seen_before
        assert shown is not None
        if seen_before and seen_now and seen_before.content == seen_now.content:
            continue
        changes = report.setdefault(shown.language, Changes())
        page = Page(file.removesuffix("index.html"), shown.title)
        if seen_before and seen_now:
            changes.changed.append(page)
        else:
            (changes.new if seen_now else changes.removed).append(page)
    return dict(sorted(report.items()))


def _pages_in(site: Path) -> dict[str, Path]:
    if not site.is_dir():
        raise UnreadableSite(f"there is no folder {site}")
    pages = {path.relative_to(site).as_posix(): path for path in site.rglob("*.html")}
    if not pages:
        raise UnreadableSite(f"there is no page in {site}: build the site first")
    return pages


class _Seen(HTMLParser):
    """Visible text of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        language = _LANGUAGE.search(text)
        self.language = language[1] if language else "?"
        self._open: list[str] = []
        self._words: list[str] = []
        self._heading: list[str] = []
        content = _CONTENT.search(text)
        self.feed(content[0] if content else text)
        self.close()

    @classmethod
    def from_file(cls, file: Path | None) -> "_Seen | None":
        return cls(file.read_text(encoding="utf-8", errors="replace")) if file else None

    @property
    def content(self) -> str:
        return " ".join(" ".join(self._words).split())

    @property
    def title(self) -> str:
        return " ".join("".join(self._heading).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN or tag == "h1" or (tag == "title" and not self._heading):
            self._open.append(tag)
        self._words += [
            f"{name}={_HASH.sub('', value or '')}" for name, value in attrs if name in _SEEN
        ]

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            self._open.remove(tag)

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] in _UNSEEN:
            return
        if self._open:
            self._heading.append(data)
        self._words.append(data)


# Reports -----------------------------------------------------------------------------------------


def changes_as_json(report: Report) -> str:
    """The report for programs; `from_json` reads it."""
    plain = {language: asdict(changes) for language, changes in report.items()}
    return json.dumps(plain, ensure_ascii=False, indent=1) + "\n"


def changes_from_json(text: str) -> Report:
    """The report in `text`, which may come from anybody. Raises `Unreadable`."""
    try:
        return {code: _changes(plain) for code, plain in json.loads(text).items()}
    except (AttributeError, KeyError, RecursionError, TypeError, ValueError) as error:
        raise UnreadableSite(f"this is not a report of changed pages: {error}") from None


def _changes(plain: Any) -> Changes:
    return Changes(
        **{
            kind: [Page(_word(page["address"]), _word(page["title"])) for page in plain[kind]]
            for kind in KINDS
        }
    )


def _word(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("a text was expected")
    return value


_LANGUAGES_LISTED = 20
_PAGES_LISTED = 200
"""Pages that a comment names; of the others it gives the number."""


def changes_as_markdown(report: Report) -> str:
    """The report as a comment on a pull request; whatever it holds, GitHub shows it as text."""
    report = {code: changes for code, changes in report.items() if changes.count}
    if not report:
        return "## Changed pages · 页面变动\n\nReaders will see no change. · 读者看到的页面没有变动。\n"
    listed = dict(list(report.items())[:_LANGUAGES_LISTED])
    lists = sum(1 for changes in listed.values() for _ in changes.lists())
    return markdown.page(
        [
            "## Changed pages · 页面变动",
            "\n".join(_table(report)),
            *(
                _details(code, changes, max(1, _PAGES_LISTED // lists))
                for code, changes in listed.items()
            ),
        ]
    )


def _table(report: Report) -> Iterator[str]:
    yield f"| language · 语言 | {' | '.join(f'{en} · {zh}' for en, zh in KINDS.items())} |"
    yield f"|---|{'--:|' * len(KINDS)}"
    for code, changes in list(report.items())[:_LANGUAGES_LISTED]:
        counts = [str(len(getattr(changes, kind))) for kind in KINDS]
        yield f"| {_safe_code(code)} | {' | '.join(counts)} |"
    if len(report) > _LANGUAGES_LISTED:
        yield f"| … {len(report) - _LANGUAGES_LISTED} more · 另有 |{' |' * len(KINDS)}"


def _details(code: str, changes: Changes, longest: int) -> str:
    lines = [f"<details><summary>{changes.count} · {_safe_code(code)}</summary>", ""]
    for kind, pages in changes.lists():
        lines += [f"**{kind} · {KINDS[kind]}**", ""]
        lines += [
            f"- {markdown.code(page.title, 80)} {markdown.code(page.address or '/', 120)}"
            for page in pages[:longest]
        ]
        if len(pages) > longest:
            lines.append(f"- … {len(pages) - longest} more · 另有 {len(pages) - longest} 页")
        lines.append("")
    return "\n".join([*lines, "</details>"])


def _safe_code(code: str) -> str:
    return "".join(letter for letter in code[:20] if letter.isalnum() or letter == "-") or "?"
