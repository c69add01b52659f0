"""`mkdocs serve`: an edit is shown, a mistake is told, and nothing has to be started again."""

import re
import shutil
from pathlib import Path

import pytest

from tests.support.helpers import ROOT
from tests.support.preview import preview

pytestmark = pytest.mark.site

HERE = "zh/projects/workshop/"


def test_edits_are_shown_one_after_the_other(small_project: Path, tmp_path: Path) -> None:
    docs = small_project / "docs"
    docs.unlink()
    shutil.copytree(ROOT / "docs", docs)
    record = small_project / "data" / "projects" / "workshop.yml"
    initiative = small_project / "data" / "initiatives" / "conference.yml"
    told = initiative.read_text()
    initiative.unlink()

    def rename(name: str) -> None:
        record.write_text(re.sub("示例工坊[0-9]*", name, record.read_text()))

    with preview(small_project, tmp_path / "log") as server:
        first = server.wait_for("示例工坊", HERE)
        assert server.page("pagefind/pagefind-entry.json")

        for name in ("示例工坊1", "示例工坊2"):
            rename(name)
            page = server.wait_for(name, HERE)
            assert len(page) == pytest.approx(len(first), rel=0.05)
            assert name in server.page("zh/projects/")

        initiative.write_text(told)  # the first of its kind: its page needs a frame of its own
        server.wait_for("<h1>", "initiatives/conference/")

        good = record.read_text()
        record.write_text(good.replace("country: tj", "country: nowhere"))
        server.wait_until_it_says("MZ301")  # an unknown id
        record.write_text(good)
        rename("示例工坊3")
        server.wait_for("示例工坊3", HERE)

        with (docs / "contribute.ru.md").open("a", encoding="utf-8") as prose:
            prose.write("\n\nНовые слова.\n")
        server.wait_for("Новые слова.", "ru/contribute/")
        assert "示例工坊3" in server.page(HERE)
