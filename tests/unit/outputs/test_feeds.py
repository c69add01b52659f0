"""Feeds, read back as a feed reader reads them."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import feedparser
import pytest
from mozi.graph.git_history import History
from mozi.outputs import feeds
from mozi.settings import Settings
from mozi.site.site import Site

from tests.support.helpers import Folder, do


@pytest.fixture(scope="module")
def written(small: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("feeds")
    do(feeds.tasks(small), folder)
    return folder


def read(path: Path) -> Any:
    """A feed that is well-formed and has all that RFC 4287 asks for."""
    feed = feedparser.parse(path.read_bytes())
    assert not feed.bozo
    assert feed.version == "atom10"
    assert feed.feed.id.startswith("urn:uuid:")
    assert feed.feed.title
    assert feed.feed.author
    assert feed.feed.updated == max(entry.updated for entry in feed.entries)
    for entry in feed.entries:
        assert entry.id.startswith("urn:uuid:")
        assert entry.title
        assert datetime.fromisoformat(entry.updated).tzinfo
    return feed


def test_a_feed_of_dates_has_those_of_a_month_too(written: Path) -> None:
    feed = read(written / "subscribe/country/tj-dates.xml")
    assert [entry.title for entry in feed.entries] == [
        "1 September 2025: Intake starts – Growing under glass",
        "31 July 2025: Last day to apply – Growing under glass",
        "1–2 May 2024: Opened – Example Workshop",
        "September 2023: Signed – Example Workshop",
    ]
    assert feed.entries[0].link == "https://site.example/programmes/growing/"


def test_a_feed_says_where_it_is_and_what_language_it_speaks(written: Path) -> None:
    feed = read(written / "ar/subscribe/all-changes.xml").feed
    assert feed.language == "ar"
    assert {link.rel: link.href for link in feed.links} == {
        "self": "https://site.example/ar/subscribe/all-changes.xml",
        "alternate": "https://site.example/ar/subscribe/",
    }


def test_texts_are_escaped_and_those_of_other_languages_marked(written: Path) -> None:
    arabic = read(written / "ar/subscribe/country/tj-changes.xml")
    host = next(e for e in arabic.entries if "Host" in e.title)
    assert host.title.endswith("Host <Institute> & Co")
    opened = read(written / "ar/subscribe/country/tj-dates.xml").entries[2]
    assert '<div dir="rtl" lang="ar">' in opened.content[0].value
    assert '<span dir="ltr" lang="en">Khujand</span>' in opened.content[0].value


def test_what_is_inferred_says_so(folder: Folder, tmp_path: Path) -> None:
    inferred = "basis: inferred, note: {en: The <second>, zh: 第二次}"
    folder.replace(
        "initiatives/conference.yml", "kind: conference}", f"kind: conference, {inferred}}}"
    )
    do(feeds.tasks(folder.site()), tmp_path)
    entry = next(
        e for e in read(tmp_path / "subscribe/all-dates.xml").entries if "conference" in e.title
    )
    assert entry.title.endswith("(inferred)")
    assert "<em>(inferred)</em>" in entry.content[0].value
    assert "The &lt;second&gt;" in entry.content[0].value


def test_readers_are_not_sent_to_forbidden_hosts(written: Path) -> None:
    signed = read(written / "subscribe/all-dates.xml").entries[-1]
    assert "工坊签约" in signed.content[0].value  # the title of a copy on such a host
    assert not any("lobakashop" in file.read_text() for file in written.rglob("*.xml"))


def test_without_history_changes_are_checks(written: Path) -> None:
    titles = [e.title for e in read(written / "subscribe/all-changes.xml").entries]
    assert "Checked: Example Workshop" in titles
    assert not any(title.startswith(("New", "Changed")) for title in titles)


def test_changes_come_from_the_history(small: Site, tmp_path: Path) -> None:
    days = tuple(datetime(2026, 3, day, 12, tzinfo=UTC) for day in (9, 5))
    history = History({"data/projects/workshop.yml": days})
    do(feeds.tasks(replace(small, history=history)), tmp_path)
    entries = read(tmp_path / "subscribe/field/horticulture-changes.xml").entries
    assert [(e.title, e.updated) for e in entries[:2]] == [
        ("Changed: Example Workshop", "2026-03-09T12:00:00+00:00"),
        ("New: Example Workshop", "2026-03-05T12:00:00+00:00"),
    ]
    assert entries[0].id != entries[1].id


def test_an_entry_is_one_in_all_feeds_of_a_language(written: Path) -> None:
    def opened(file: str) -> str:
        return str(next(e.id for e in read(written / file).entries if "2024" in e.title))

    english = opened("subscribe/all-dates.xml")
    assert opened("subscribe/country/tj-dates.xml") == english
    assert opened("zh/subscribe/all-dates.xml") != english


def test_ids_do_not_depend_on_the_sites_address(small: Site, written: Path, tmp_path: Path) -> None:
    do(feeds.tasks(replace(small, settings=Settings("https://elsewhere.example/x/"))), tmp_path)
    here, there = (read(folder / "zh/subscribe/all-dates.xml") for folder in (written, tmp_path))
    assert here.feed.id == there.feed.id
    assert [e.id for e in here.entries] == [e.id for e in there.entries]


def test_a_site_that_knows_no_address_writes_feeds_without_links(
    small: Site, tmp_path: Path
) -> None:
    do(feeds.tasks(replace(small, settings=Settings())), tmp_path)
    feed = read(tmp_path / "subscribe/all-dates.xml")
    assert not feed.feed.get("links")
    assert not any(entry.get("links") for entry in feed.entries)


def test_a_feed_holds_the_latest(real: Site, tmp_path: Path) -> None:
    do(feeds.tasks(real), tmp_path)
    for file in tmp_path.rglob("*.xml"):
        found = read(file).entries
        assert 1 <= len(found) <= feeds.LIMIT
        moments = [entry.updated for entry in found]
        assert moments == sorted(moments, reverse=True)
    assert len(list(tmp_path.rglob("all-changes.xml"))) == len(real.languages)
