"""Share pictures, which messengers show beside a link: words, a world map, and the projects on it.

A picture is drawn as SVG; resvg turns it into a PNG. Only the fonts beside this file are used, not
those of the machine, so that the picture is the same everywhere. `typefaces.py` makes the fonts.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path

import resvg_py

from mozi.languages.text_width import text_width, wrap
from mozi.pictures import world

WIDTH, HEIGHT = 1200, 630
"""Size in pixels, as messengers ask for it. All other lengths are pixels, too."""

MARGIN = 90
ROOM = WIDTH - 2 * MARGIN
"""Greatest width of a line."""

PLAIN, BOLD = 0.59, 0.66
"""Greatest average width of a text column at a font size of one pixel; tests measure real lines."""

FONTS = Path(__file__).with_name("fonts")

MARK = (
    "M4 0h16a4 4 0 0 1 4 4v16a4 4 0 0 1-4 4H4a4 4 0 0 1-4-4V4a4 4 0 0 1 4-4Zm.4 2A2.4 2.4 0 0"
    " 0 2 4.4v15.2A2.4 2.4 0 0 0 4.4 22h15.2a2.4 2.4 0 0 0 2.4-2.4V4.4A2.4 2.4 0 0 0 19.6 2ZM6 6h12v2.6h-4.7v6.8H19V18H5v-2.6h5.7V8.6H6Z"
)
"""The site's logo of `overrides/.icons/mozi/mark.svg`: SVG path data, 24 units wide and high."""

_RED, _LAND, _GOLD = "#6b1d1d", "#7c2626", "#f0c36a"
_MAP = (250, 84)
"""Position of the map's corner; its projects are then right of the middle, above the words."""

_ISOLATE = {"ltr": "{}", "rtl": "\N{RIGHT-TO-LEFT ISOLATE}{}\N{POP DIRECTIONAL ISOLATE}"}
"""Wrapper of a line by its direction: the renderer takes every line to run from left to right."""


@dataclass(frozen=True)
class Texts:
    """Texts on a picture: `site` at the top, then `title` and `lead`.

    `dir` is their direction, `ltr` or `rtl`.
    """

    site: str
    title: str
    lead: str
    dir: str


@dataclass(frozen=True)
class Line:
    """A line of text: font size, weight, and `y` of its baseline, in pixels."""

    text: str
    size: int
    bold: bool
    y: int


@cache
def missing(texts: Texts) -> str:
    """Letters of the texts that the fonts do not have, each once."""
    used = set(texts.site + texts.title + texts.lead)
    return "".join(sorted(letter for letter in used if ord(letter) not in _letters()))


@cache
def _letters() -> frozenset[int]:
    ranges = json.loads((FONTS / "letters.json").read_text(encoding="utf-8"))
    return frozenset(code for first, last in ranges for code in range(first, last + 1))


def lines(texts: Texts) -> list[Line]:
    """Lines of a picture, aligned to its lower edge; each fits into `ROOM`."""
    size = 36
    lead = wrap(texts.lead, int(ROOM / (size * PLAIN)))
    step = round(size * 1.36)
    first = HEIGHT - 62 - step * (len(lead) - 1)
    large = min(84, int(ROOM / (text_width(texts.title) * BOLD)))
    head = min(34, int((ROOM - 90) / (text_width(texts.site) * PLAIN)))
    return [
        Line(texts.site, head, False, 106),
        Line(texts.title, large, True, first - 74),
        *(Line(text, size, False, first + step * n) for n, text in enumerate(lead)),
    ]


def svg(texts: Texts, places: Iterable[tuple[float, float]]) -> str:
    """The picture as SVG; `places` are latitudes and longitudes of projects, in degrees."""
    rtl = texts.dir == "rtl"
    mark = WIDTH - MARGIN - 64 if rtl else MARGIN
    head, *others = lines(texts)
    points = (world.project(*place) for place in places)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">'
        f'<path fill="{_RED}" d="M0 0h{WIDTH}v{HEIGHT}H0z"/>'
        f'<g transform="translate({_MAP[0]} {_MAP[1]})">'
        # without smoothed edges the picture is a third smaller; at this contrast nobody sees them
        f'<path fill="{_LAND}" fill-rule="evenodd" shape-rendering="crispEdges" d="{world.land()}"/>'
        + "".join(f'<circle cx="{x:.0f}" cy="{y:.0f}" r="8" fill="{_GOLD}"/>' for x, y in points)
        + f'</g><path fill="{_GOLD}" d="M0 {HEIGHT - 14}h{WIDTH}v14H0z"/><g fill="#fff">'
        f'<svg x="{mark}" y="62" width="64" height="64" viewBox="0 0 24 24">'
        f'<path fill-rule="evenodd" d="{MARK}"/></svg>'
        + _text(head, 90, rtl)
        + "".join(_text(line, 0, rtl) for line in others)
        + "</g></svg>"
    )


def _text(line: Line, indent: int, rtl: bool) -> str:
    x = WIDTH - MARGIN - indent if rtl else MARGIN + indent
    words = escape(_ISOLATE["rtl" if rtl else "ltr"].format(line.text))
    return (
        f'<text x="{x}" y="{line.y}" font-size="{line.size}"'
        f' font-weight="{700 if line.bold else 400}" text-anchor="{"end" if rtl else "start"}">'
        f"{words}</text>"
    )


def fingerprint(drawing: str) -> str:
    """Hash of a drawing, the fonts and the version of the renderer: all that the PNG depends on."""
    return sha256(f"{_tool_versions()}\n{drawing}".encode()).hexdigest()


@cache
def _tool_versions() -> str:
    fonts = [sha256(font.read_bytes()).hexdigest() for font in _fonts()]
    return " ".join([resvg_py.__version__, *fonts])


def _fonts() -> list[Path]:
    return sorted(FONTS.glob("*.ttf"))


def png(drawing: str) -> bytes:
    """An SVG drawing as PNG; the same drawing always gives the same bytes."""
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=drawing,
            width=WIDTH,
            height=HEIGHT,
            skip_system_fonts=True,
            font_files=[str(font) for font in _fonts()],
            font_family="Noto Sans",
        )
    )
