"""The change log of the API."""

from mozi.api import changes


def test_the_latest_version_comes_first() -> None:
    log = changes.read()
    versions = [tuple(int(part) for part in change.version.split(".")) for change in log]
    assert versions == sorted(versions, reverse=True)
    assert [change.date for change in log] == sorted((c.date for c in log), reverse=True)


def test_the_first_entry_is_the_version_that_holds() -> None:
    assert changes.version() == changes.read()[0].version
    assert changes.read()[-1].version == "1.0.0"
