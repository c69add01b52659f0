"""Share pictures: every letter is in the fonts, every line fits, the same in gives the same out."""

import json
import re
from functools import cache
from itertools import pairwise

import pytest
from fontTools.ttLib import TTFont
from mozi.pictures import share
from mozi.pictures.typefaces import ranges
from mozi.site.site import Site
from mozi.views.share import SECTIONS, texts

from tests.support.helpers import ROOT

GHANA = [(7.9, -1.2)]


@cache
def font(name: str) -> TTFont:
    return TTFont(share.FONTS / f"{name}.ttf")


@cache
def advances(name: str) -> dict[int, int]:
    """How far each letter moves the pen, in thousandths of the size of the line."""
    widths = font(name)["hmtx"].metrics
    per_em = font(name)["head"].unitsPerEm
    return {
        code: widths[glyph][0] * 1000 // per_em for code, glyph in font(name).getBestCmap().items()
    }


@pytest.mark.parametrize("name", ["regular", "bold"])
def test_the_list_of_letters_is_that_of_the_fonts(name: str) -> None:
    listed = json.loads((share.FONTS / "letters.json").read_text())
    assert listed == [[*run] for run in ranges(font(name).getBestCmap())]


def test_every_letter_of_every_picture_is_in_the_fonts(real: Site) -> None:
    for code, language in real.languages.items():
        for section in SECTIONS:
            lacks = share.missing(texts(language, section, real.names))
            assert not lacks, f"{section} in {code}: no “{lacks}” in the fonts; run `make fonts`"


def test_every_line_of_every_picture_fits(real: Site) -> None:
    for language in real.languages.values():
        for section in SECTIONS:
            for line in share.lines(texts(language, section, real.names)):
                widths = advances("bold" if line.bold else "regular")
                width = sum(widths[ord(letter)] for letter in line.text) * line.size / 1000
                assert width <= share.ROOM, (language.code, section, line.text)


def test_a_long_name_is_set_smaller_and_a_long_text_in_more_lines() -> None:
    lines = share.lines(share.Texts("Site", "A name " * 8, "A long text " * 14, "ltr"))
    assert lines[1].size < share.lines(share.Texts("Site", "Name", "Text", "ltr"))[1].size
    assert len(lines) == 2 + 4
    assert all(0 < a.y < b.y < share.HEIGHT for a, b in pairwise(lines))


def test_arabic_stands_at_the_right_and_runs_to_the_left() -> None:
    drawing = share.svg(share.Texts("موزي", "موزي", "(Mozi) موزي.", "rtl"), GHANA)
    assert drawing.count('text-anchor="end"') == 3
    assert "\N{RIGHT-TO-LEFT ISOLATE}(Mozi) موزي." in drawing


def test_markup_in_a_text_stays_text() -> None:
    drawing = share.svg(share.Texts("<b>", "a & b", "</text>", "ltr"), [])
    assert re.findall(r">([^<]+)</text>", drawing) == ["&lt;b&gt;", "a &amp; b", "&lt;/text&gt;"]


def test_the_same_drawing_is_always_the_same_bytes() -> None:
    drawing = share.svg(share.Texts("Mozi 墨子", "Мастерская", "ورشة", "ltr"), GHANA)
    assert share.png(drawing) == share.png(drawing)


def test_letters_of_all_scripts_are_drawn() -> None:
    """Each script leaves traces of its own; a font without it would leave none, or boxes."""
    pictures = {
        share.png(share.svg(share.Texts("x", word, "x", "ltr"), []))
        for word in ("x", "Ab", "Өү", "墨子", "موزي", "ҷғ")
    }
    assert len(pictures) == 6


def test_the_sign_is_that_of_the_site() -> None:
    icon = (ROOT / "overrides" / ".icons" / "mozi" / "mark.svg").read_text()
    assert f'd="{share.MARK}"' in icon


def test_fonts_come_with_their_licence() -> None:
    licence = (share.FONTS / "OFL.txt").read_text()
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert all(owner in licence for owner in ("latin-greek-cyrillic", "notofonts/arabic", "Adobe"))
    assert {file.name for file in share.FONTS.glob("*.ttf")} == {"bold.ttf", "regular.ttf"}
