"""The change log of the API."""

from mozi.open_data import api_changelog


def test_the_latest_version_comes_first() -> None:
    log = api_changelog.read_changelog()
    versions = [tuple(int(part) for part in change.version.split(".")) for change in log]
    assert versions == sorted(versions, reverse=True)
    assert [change.date for change in log] == sorted((c.date for c in log), reverse=True)


def test_the_first_entry_is_the_version_that_holds() -> None:
    assert api_changelog.api_version() == api_changelog.read_changelog()[0].version
    assert api_changelog.read_changelog()[-1].version == "1.0.0"
