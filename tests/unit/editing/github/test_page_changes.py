"""`mozi changes`: what a reader will see anew, and nothing else."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from mozi.commands import main
from mozi.editing.github.page_changes import (
    Changes,
    Page,
    Report,
    UnreadableSite,
    changes_as_json,
    changes_as_markdown,
    changes_from_json,
    compare_sites,
)

from tests.support.helpers import ROOT

FRAME = """<!doctype html>
<html lang="{language}" class="no-js"><head><title>Ghana – The site</title>
<link rel="stylesheet" href="assets/main.{hash}.min.css"></head>
<body><nav>{menu}</nav><article class="md-typeset">{content}</article></body></html>"""


class Sites:
    """An old and a new site, page by page."""

    def __init__(self, folder: Path) -> None:
        self.old, self.new = folder / "old", folder / "new"
        self.write("same/", "<h1>Same</h1>", "<h1>Same</h1>")

    def write(
        self, address: str, old: str | None, new: str | None, language: str = "en", **frame: str
    ) -> None:
        for site, content, hash, menu in (
            (self.old, old, "0123abcd", "Menu"),
            (self.new, new, "4567cdef", frame.get("menu", "Another menu")),
        ):
            if content is not None:
                path = site / address / "index.html"
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(
                    FRAME.format(language=language, hash=hash, menu=menu, content=content)
                )

    def report(self) -> Report:
        return compare_sites(self.old, self.new)


@pytest.fixture
def sites(tmp_path: Path) -> Sites:
    return Sites(tmp_path)


def test_pages_that_changed_came_and_went_by_language(sites: Sites) -> None:
    sites.write("a/", "<h1>Ghana</h1><p>Two</p>", "<h1>Ghana</h1><p>Three</p>")
    sites.write("zh/a/", "<h1>加纳</h1>二", "<h1>加纳</h1>三", language="zh")
    sites.write("zh/b/", None, "<h1>新<b>项目</b></h1>", language="zh")
    sites.write("c/", "<h1>Old one</h1>", None)
    report = sites.report()
    assert report["en"].changed == [Page("a/", "Ghana")]
    assert report["en"].removed == [Page("c/", "Old one")]
    assert report["zh"].changed == [Page("zh/a/", "加纳")]
    assert report["zh"].new == [Page("zh/b/", "新项目")]
    assert [changes.count for changes in report.values()] == [2, 2]


UNSEEN = {
    "the frame and the names of assets": ("<p>A</p>", "<p>A</p>"),
    "a class": ('<p class="a">A</p>', '<p class="b" id="x">A</p>'),
    "white space": ("<p>A  b</p>\n", "<p>A\nb</p>"),
    "the hash in a picture's name": ('<img src="a.0123abcd.png">', '<img src="a.4567cdef.png">'),
    "the shapes of a drawing": ('<svg><path d="M0 0"/></svg>', '<svg><path d="M1 1"/></svg>'),
    "a script": ("A<script>let a = 1</script>", "A<script>let a = 2</script>"),
}
SEEN = {
    "a word": ("<p>A</p>", "<p>B</p>"),
    "where a link leads": ('<a href="../a/">A</a>', '<a href="../b/">A</a>'),
    "what a picture shows": ('<img alt="A">', '<img alt="B">'),
    "the language of a text": ('<p lang="en">A</p>', '<p lang="fr">A</p>'),
    "the order": ("<p>A</p><p>B</p>", "<p>B</p><p>A</p>"),
    "an escaped character": ("A &lt; B", "A &gt; B"),
}


@pytest.mark.parametrize("name", UNSEEN)
def test_what_no_reader_sees_is_no_change(sites: Sites, name: str) -> None:
    sites.write("a/", *UNSEEN[name])
    assert sites.report() == {}


@pytest.mark.parametrize("name", SEEN)
def test_what_a_reader_sees_is_a_change(sites: Sites, name: str) -> None:
    sites.write("a/", *SEEN[name])
    assert [page.address for page in sites.report()["en"].changed] == ["a/"]


def test_a_page_without_the_frame_is_read_as_a_whole(sites: Sites) -> None:
    for site, text in ((sites.old, "one"), (sites.new, "two")):
        (site / "404.html").write_text(f"<html><title>Lost</title><p>{text}</p></html>")
    assert sites.report() == {"?": Changes(changed=[Page("404.html", "Lost")])}


def test_a_report_for_people(sites: Sites) -> None:
    sites.write("a/", "<h1>Ghana</h1>", "<h1>Ghana</h1>new")
    sites.write("zh/", None, "<h1>首页</h1>", language="zh")
    assert changes_as_markdown(sites.report()) == (
        "## Changed pages · 页面变动\n\n"
        "| language · 语言 | changed · 有变动 | new · 新增 | removed · 已删除 |\n"
        "|---|--:|--:|--:|\n"
        "| en | 1 | 0 | 0 |\n"
        "| zh | 0 | 1 | 0 |\n\n"
        "<details><summary>1 · en</summary>\n\n"
        "**changed · 有变动**\n\n- `Ghana` `a/`\n\n</details>\n\n"
        "<details><summary>1 · zh</summary>\n\n"
        "**new · 新增**\n\n- `首页` `zh/`\n\n</details>\n"
    )


def test_nothing_changed(sites: Sites) -> None:
    assert "Readers will see no change." in changes_as_markdown(sites.report())
    assert "Readers will see no change." in changes_as_markdown({"en": Changes()})


def test_thousands_of_pages_make_a_comment_that_github_takes() -> None:
    pages = [Page(f"projects/{n}/" + "x" * 500, "A long title " * 50) for n in range(3000)]
    report = {f"l{n}": Changes(pages, pages, pages) for n in range(30)}
    text = changes_as_markdown(report)
    assert len(text) < 65_536
    assert "… 2997 more · 另有 2997 页" in text
    assert "… 10 more · 另有" in text


def test_a_report_for_programs_is_read_back(sites: Sites) -> None:
    sites.write("a/", "<h1>Ghana</h1>", "<h1>Ghana</h1>new")
    report = sites.report()
    assert changes_from_json(changes_as_json(report)) == report


def test_a_report_by_others_shows_as_text() -> None:
    """Another's build wrote it: no name is called, nothing is linked, no markup counts."""
    nasty = "`` @team #1 <img src=x> https://evil.example\n\n# Heading\u202e"
    report = changes_from_json(
        json.dumps(
            {
                "en|<b>": {
                    "changed": [{"address": nasty, "title": nasty}],
                    "new": [],
                    "removed": [],
                }
            }
        )
    )
    text = changes_as_markdown(report)
    shown = "``` `` @team #1 <img src=x> https://evil.example # Heading<U+202E> ```"
    assert f"- {shown} {shown}\n" in text
    assert "<summary>1 · enb</summary>" in text
    assert "| enb |" in text


@pytest.mark.parametrize(
    "text",
    ["", "[]", "[1]", '{"en": 1}', '{"en": {"changed": []}}', "[" * 100_000, '{"en": {"changed": [1]}}',
     '{"en": {"changed": [{"address": 1, "title": ""}], "new": [], "removed": []}}'],
)  # fmt: skip
def test_what_is_no_report(text: str) -> None:
    with pytest.raises(UnreadableSite):
        changes_from_json(text)


def test_the_command(sites: Sites, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sites.write("a/", "<h1>Ghana</h1>", "<h1>Ghana</h1>new")
    folders = [str(sites.old), str(sites.new)]
    assert main(["changes", *folders, "--format", "json"]) == 0
    report = tmp_path / "report.json"
    report.write_text(capsys.readouterr().out, encoding="utf-8")
    assert main(["changes", "--report", str(report)]) == 0
    from_report = capsys.readouterr().out
    assert main(["changes", *folders]) == 0
    assert capsys.readouterr().out == from_report
    assert "- `Ghana` `a/`" in from_report


def test_wrong_use_and_nothing_to_compare(
    sites: Sites, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["changes"]) == 2
    assert main(["changes", str(sites.old), str(sites.new), "--report", "x"]) == 2
    assert main(["changes", str(sites.old), str(tmp_path / "nowhere")]) == 1
    (tmp_path / "empty").mkdir()
    assert main(["changes", str(sites.old), str(tmp_path / "empty")]) == 1
    assert main(["changes", "--report", str(tmp_path / "nowhere.json")]) == 1
    assert "build the site first" in capsys.readouterr().err


def test_it_runs_where_nothing_is_installed(sites: Sites) -> None:
    """The workflow that may write comments installs nothing."""
    done = subprocess.run(
        [sys.executable, "-S", "-m", "mozi", "changes", str(sites.old), str(sites.new)],
        env={"PYTHONPATH": str(ROOT / "hooks"), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("## Changed pages")
