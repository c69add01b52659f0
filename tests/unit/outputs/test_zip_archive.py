"""ZIP files: as Python's own library would write them, the same bytes each time."""

from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from mozi.outputs.zip_archive import zip_archive, zip_member, zip_members

FILES = {"index.html": b"a" * 1000, "pages/x.html": b"b", "empty.css": b""}
MEMBERS = {path: zip_member(content) for path, content in FILES.items()}


def test_an_archive_depends_on_its_files_and_their_day_only() -> None:
    one, two = (zip_archive("pack", MEMBERS, "2026-01-31") for _ in range(2))
    assert one == two
    with ZipFile(BytesIO(one)) as made:
        assert made.testzip() is None
        assert made.namelist() == ["pack/index.html", "pack/pages/x.html", "pack/empty.css"]
        assert {info.date_time for info in made.infolist()} == {(2026, 1, 31, 0, 0, 0)}
        assert {info.create_system for info in made.infolist()} == {3}


def test_it_is_what_the_library_writes() -> None:
    content = BytesIO()
    with ZipFile(content, "w") as made:
        for path, text in FILES.items():
            info = ZipInfo(f"pack/{path}", (2026, 1, 31, 0, 0, 0))
            info.create_system, info.external_attr = 3, 0o100644 << 16
            made.writestr(info, text, ZIP_DEFLATED)
    assert zip_archive("pack", MEMBERS, "2026-01-31") == content.getvalue()


def test_what_is_in_an_archive_can_be_taken_over_into_another(tmp_path: Path) -> None:
    (tmp_path / "one.zip").write_bytes(zip_archive("one", MEMBERS, "2026-01-31"))
    assert zip_members(tmp_path / "one.zip") == MEMBERS
