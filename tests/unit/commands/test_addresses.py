"""`mozi addresses`, and who else brings the list of addresses up to date."""

import pytest
from mozi.commands import main
from mozi.store.record_store import ADDRESSES

from tests.support.helpers import Folder


def test_it_lists_every_page(folder: Folder) -> None:
    assert main(["addresses", "--root", str(folder.root)]) == 0
    listed = (folder.root / ADDRESSES).read_text().splitlines()
    assert listed == sorted(listed)
    assert {"/", "/ru/", "/projects/workshop/", "/projects/language/tg/"} <= set(listed)
    assert not [address for address in listed if address.startswith("/ru/p")]


def test_with_errors_it_lists_nothing(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    folder.replace("projects/workshop.yml", "roles:", "rolls:")
    assert main(["addresses", "--root", str(folder.root)]) == 1
    assert "MZ201" in capsys.readouterr().out
    assert not (folder.root / ADDRESSES).exists()


def test_a_check_says_when_a_page_is_not_listed_and_does_not_fail(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.write("addresses.txt", "/projects/\n")
    assert main(["check", "--root", str(folder.root)]) == 0
    assert "`make addresses` puts them on the list" in capsys.readouterr().err
    main(["addresses", "--root", str(folder.root)])
    main(["check", "--root", str(folder.root)])
    assert "make addresses" not in capsys.readouterr().err


def test_a_new_record_is_listed_at_once(folder: Folder) -> None:
    folder.write("addresses.txt", "/projects/\n")
    settings = ["name.en=New College", "name.zh=新学院", "type=college", "cite=college-page"]
    words = [word for setting in settings for word in ("--set", setting)]
    assert main(["new", "partner", "--yes", "--root", str(folder.root), *words]) == 0
    assert "/partners/new-college/\n" in (folder.root / ADDRESSES).read_text()
