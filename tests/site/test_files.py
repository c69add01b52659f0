"""The files of the built site: no page holds scripts or styles of its own, all is compressed alike."""

import gzip
import re
import shutil
from pathlib import Path

import brotli
import pytest
from mozi.commands import main
from mozi.outputs import compression

INLINE = re.compile(
    r"<script(?![^>]*(?:\ssrc=|\stype=[\"']?application/))[^>]*>"  # data for machines is not run
    r"|<style|\sstyle=|<[a-z][^>]*\son[a-z]+=|(?:href|src|action)=[\"']?javascript:"
)


def test_no_page_has_a_script_or_style_of_its_own(built: Path) -> None:
    pages = [*built.glob("*.html"), *built.glob("*/*.html"), *built.glob("*/*/index.html")]
    assert len(pages) > 100
    for page in pages:
        # what is shown as an example is escaped, but for its quotes
        text = re.sub(r"<code.*?</code>", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
        found = INLINE.search(text)
        assert found is None, (page, found)


@pytest.mark.parametrize(
    "html", ["<script>x</script>", '<p style="x">', '<a onclick="x">', "<style>", '<a href="javascript:x">']
)  # fmt: skip
def test_what_would_be_one_is_found(html: str) -> None:
    assert INLINE.search(html)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "index.html").write_text("<p>word</p>" * 100)
    (tmp_path / "short.css").write_text("a {}")
    (tmp_path / "picture.png").write_bytes(b"0" * 1000)
    return tmp_path


def test_compressed_forms_hold_what_the_file_holds(site: Path) -> None:
    assert main(["compress", str(site)]) == 0
    content = (site / "index.html").read_bytes()
    assert gzip.decompress((site / "index.html.gz").read_bytes()) == content
    assert brotli.decompress((site / "index.html.br").read_bytes()) == content
    assert sorted(path.name for path in site.iterdir()) == [
        "index.html", "index.html.br", "index.html.gz", "picture.png", "short.css",
    ]  # fmt: skip


def test_the_same_site_gives_the_same_bytes(
    site: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = tmp_path_factory.mktemp("other") / "copy"
    shutil.copytree(site, other)
    compression.compress_files(site)
    compression.compress_files(other)
    for path in site.iterdir():
        assert (other / path.name).read_bytes() == path.read_bytes()


def test_a_form_goes_with_its_file(site: Path) -> None:
    compression.compress_files(site)
    (site / "index.html").unlink()
    compression.compress_files(site)
    assert sorted(path.name for path in site.iterdir()) == ["picture.png", "short.css"]


def test_without_a_site_there_is_nothing_to_compress(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compress", str(tmp_path / "site")]) == 1
    assert "build it first" in capsys.readouterr().err
