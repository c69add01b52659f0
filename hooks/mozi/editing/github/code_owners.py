"""Who is asked to review which files: GitHub's CODEOWNERS, from the languages' `owners`."""

from collections.abc import Iterator, Mapping

from mozi.addresses.urls import DEFAULT_LANGUAGE
from mozi.languages.locales import LocaleEntry

FILE = ".github/CODEOWNERS"

_HEAD = """\
# Who is asked to review what, by language; of several lines that fit a file the last one counts.
# 各语言文件由谁审校；同一文件符合多行时，以最后一行为准。
# Written by `mozi forms` from “owners” in data/locales.yml. 由 mozi forms 根据 data/locales.yml 中的 owners 生成。
"""
_NOBODY = "# Nobody is named yet. 尚未指定任何人。\n"


def code_owners(locales: Mapping[str, LocaleEntry]) -> str:
    """The whole file."""
    lines = [f"{pattern} {' '.join(owners)}\n" for pattern, owners in _lines(locales) if owners]
    return _HEAD + ("".join(lines) or _NOBODY)


def _lines(locales: Mapping[str, LocaleEntry]) -> Iterator[tuple[str, list[str]]]:
    sources = [entry for entry in locales.values() if entry.state == "source"]
    yield "/data/*/*.yml", list(dict.fromkeys(owner for entry in sources for owner in entry.owners))
    for code, entry in sorted(locales.items(), key=lambda item: item[0] != DEFAULT_LANGUAGE):
        if code == DEFAULT_LANGUAGE:
            yield "/docs/*.md", entry.owners
        else:
            yield f"/docs/*.{code}.md", entry.owners
            yield f"/data/translations/{code}.po", entry.owners
