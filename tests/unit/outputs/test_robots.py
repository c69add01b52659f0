"""`robots.txt`, read back with the parser of Python."""

from dataclasses import replace
from pathlib import Path
from urllib.robotparser import RobotFileParser

import pytest
from mozi.outputs import robots
from mozi.settings import Settings
from mozi.site.site import Site


def test_everything_may_be_read_and_the_sitemap_is_named(small: Site, tmp_path: Path) -> None:
    robots.write(small, tmp_path)
    parser = RobotFileParser()
    parser.parse((tmp_path / "robots.txt").read_text().splitlines())
    assert parser.can_fetch("Baiduspider", "https://site.example/zh/projects/workshop/")
    assert parser.site_maps() == ["https://site.example/sitemap.xml"]


@pytest.mark.parametrize("url", ["", "https://x.site.example/y/"])
def test_where_no_robot_would_look_there_is_none(small: Site, tmp_path: Path, url: str) -> None:
    robots.write(replace(small, settings=Settings(url)), tmp_path)
    assert not (tmp_path / "robots.txt").exists()
