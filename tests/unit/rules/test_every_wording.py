"""Every wording of the rulebook has a case in a test of this folder, or of `tests/unit/store/`."""

import re

import pytest
from mozi.engine.cache import Cache
from mozi.problems.problem import MOST
from mozi.problems.rulebook import read_rulebook

from tests.support.helpers import Folder
from tests.support.mistakes import WORKSHOP
from tests.unit.records import test_offered_values
from tests.unit.rules import (
    test_addresses,
    test_catalogues,
    test_dates,
    test_duplicates,
    test_evidence,
    test_ids,
    test_links,
    test_locales,
    test_sources,
    test_statuses,
    test_texts,
    test_typography,
    test_unpublished,
)
from tests.unit.store import test_loading

MODULES = (
    test_loading,
    test_offered_values,
    test_addresses,
    test_catalogues,
    test_dates,
    test_duplicates,
    test_evidence,
    test_ids,
    test_links,
    test_locales,
    test_sources,
    test_statuses,
    test_texts,
    test_typography,
    test_unpublished,
)
MISTAKES = [each for module in MODULES for each in getattr(module, "MISTAKES", {}).values()]
SEVERAL_PLACES = {
    name: mistake for m in MODULES for name, mistake in getattr(m, "SEVERAL_PLACES", {}).items()
}
FILES = [each for module in MODULES for each in getattr(module, "FILES", {}).values()]

UNUSED = {
    ("MZ207", variant)
    for variant in (
        "",
        "less-than",
        "string-too-short",
        "string-too-long",
        "string-pattern-mismatch",
        "too-long",
    )
}
"""Wordings for bounds that no record has yet; see tests/unit/problems/test_model_errors.py."""


def test_every_wording_has_a_case(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    """And can be told in both languages."""
    seen = set()

    def look() -> None:
        cache = Cache(folder.root.parent / "cache")  # nearly all files are as they were
        for problem in folder.problems(cache):
            seen.add((problem.code, problem.variant))
            for told in (problem.text("en"), problem.text("zh")):
                assert not re.search(r"\{[a-z_]+\}", told), told
                assert "\n" not in told

    def changed(file: str, content: bytes) -> None:
        path = folder.root / "data" / file
        before = path.read_bytes() if path.exists() else None
        folder.write(file, content)
        look()
        path.unlink() if before is None else path.write_bytes(before)

    for file, old, new, _ in MISTAKES:
        changed(file, (folder.root / "data" / file).read_text().replace(old, new, 1).encode())
    for file, content, _ in FILES:
        changed(file, content.encode() if isinstance(content, str) else content)
    for text, _ in test_loading.SLIPS.values():
        changed("projects/slip.yml", text.encode())
    changed("projects/many.yml", ("\n".join(f"k{n}: 1" for n in range(MOST + 1))).encode())
    cautions = "\n".join(f'  - {{en: "Two  {n}", zh: 提示}}' for n in range(MOST + 1))
    workshop = (folder.root / "data" / WORKSHOP).read_text()
    changed(WORKSHOP, workshop.replace("cautions:", f"cautions:\n{cautions}").encode())
    for changes, _ in SEVERAL_PLACES.values():
        before = {file: (folder.root / "data" / file).read_bytes() for file, _, _ in changes}
        for change in changes:
            folder.replace(*change)
        look()
        for file, content in before.items():
            folder.write(file, content)
    with monkeypatch.context() as context:
        context.setattr("mozi.store.loading.MAX_CATALOGUE", 100)
        look()
    (folder.root / "data" / "translations" / "fr.po").unlink()
    (folder.root / "data" / "translations" / "fr.po").mkdir()
    look()
    (folder.root / "data" / "locales.yml").unlink()
    look()
    (folder.root / "data" / "locales.yml").mkdir()
    look()
    folder.root /= "nowhere"
    look()
    rules = read_rulebook().rules
    wordings = {(code, name) for code in rules for name in rules[code].variants}
    of_sheets = {
        wording for wording in wordings if wording[0].startswith("MZ6")
    }  # see tests/unit/editing/spreadsheet/
    assert seen == wordings - of_sheets - UNUSED
