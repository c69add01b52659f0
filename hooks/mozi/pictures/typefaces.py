"""Authoring tool: makes the fonts of `share.py` in `fonts/` from Noto Sans.

Needed when texts on share pictures have letters that the fonts lack; a test reports them.
`make fonts` runs it. It needs npm, for the fonts, and fonttools, which tests need, too.

For Latin, Cyrillic and Arabic the fonts have every letter of today's languages; for Chinese they
have the characters that the interface uses. Another script needs an entry in
`FAMILIES`, and no change in `share.py`. All scripts are merged into one font for each weight: the
renderer would otherwise take a whole line from the font of its first odd letter.
"""

import io
import json
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

import polib
from fontTools.merge import Merger
from fontTools.merge import Options as MergeOptions
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from mozi.pictures.share import FONTS

WEIGHTS = {"regular": "400Regular", "bold": "700Bold"}

LATIN = "0020-007E 00A0-017F 018F 0192 01A0-01A1 01AF-01B0 0218-021B 0259 02BB-02BC"
MARKS = "0300-0304 0306-0308 030A-030C 0323 2010-2015 2018-201E 2020-2022 2026 202F 2030 2032-2033"
SIGNS = "2039-203A 20AC 2116 2122"
CYRILLIC = "0400-052F"
VIETNAMESE = "1E80-1EF9"
ARABIC = "0600-06FF 0750-077F 200C-200F 202A-202E 2066-2069 FB50-FDFF FE70-FEFC"

FAMILIES = {
    "noto-sans@0.4.2": ("NotoSans", f"{LATIN} {MARKS} {SIGNS} {CYRILLIC} {VIETNAMESE}"),
    "noto-sans-arabic@0.4.3": ("NotoSansArabic", ARABIC),
    "noto-sans-sc@0.4.3": ("NotoSansSC", ""),
}
"""Packages of `@expo-google-fonts`: the name of their files, and the letters taken from each.

The Chinese package gives the characters of the interface."""

EARLIEST_DATE = 3406620153
"""Creation time of every font in seconds since 1904, always the same: the clock changes no font."""


def make(catalogue: Path) -> None:
    """Write the fonts, their licence and the list of their letters into `fonts/`.

    `catalogue` is the Chinese gettext catalogue. Raises `CalledProcessError` when npm has no such
    package.
    """
    FONTS.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        packages = {name: _package(name, Path(temporary)) for name in FAMILIES}
        letters = frozenset(_letters(catalogue))
        for weight in WEIGHTS:
            parts = []
            for package, (name, blocks) in FAMILIES.items():
                source = _file(packages[package], _font_path(name, weight))
                codes = frozenset(_codes(blocks)) if blocks else letters
                parts.append(Path(temporary) / f"{name}.ttf")
                _subset(TTFont(io.BytesIO(source)), codes).save(parts[-1])
            merged = Merger(MergeOptions(drop_tables=["vhea", "vmtx", "VORG", "BASE"])).merge(
                [str(part) for part in parts]
            )
            merged["head"].created = merged["head"].modified = EARLIEST_DATE
            merged.recalcTimestamp = False
            merged.save(FONTS / f"{weight}.ttf")
        licences = [
            _file(package, "package/LICENSE_FONT").decode() for package in packages.values()
        ]
        (FONTS / "OFL.txt").write_text(_joined_licences(licences), encoding="utf-8")
    letter_ranges = list(ranges(TTFont(FONTS / "regular.ttf").getBestCmap()))
    (FONTS / "letters.json").write_text(json.dumps(letter_ranges) + "\n", encoding="utf-8")


def ranges(codes: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Runs of neighbouring numbers: the first and the last of each."""
    ordered = sorted(codes)
    starts = [ordered[0], *(b for a, b in pairwise(ordered) if b != a + 1)]
    ends = [*(a for a, b in pairwise(ordered) if b != a + 1), ordered[-1]]
    return zip(starts, ends, strict=True)


def _package(name: str, folder: Path) -> tarfile.TarFile:
    command = ["npm", "pack", "--silent", f"@expo-google-fonts/{name}"]
    process = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True)
    return tarfile.open(folder / process.stdout.split()[-1])


def _file(package: tarfile.TarFile, name: str) -> bytes:
    member = package.extractfile(name)
    assert member, name
    return member.read()


def _joined_licences(licences: list[str]) -> str:
    """The SIL Open Font License once, below the copyright lines of all fonts."""
    notices = "".join(text.partition("\n")[0].strip() + "\n" for text in licences)
    return notices + licences[0].partition("\n")[2]


def _font_path(name: str, weight: str) -> str:
    return f"package/{WEIGHTS[weight]}/{name}_{WEIGHTS[weight]}.ttf"


def _codes(blocks: str) -> Iterator[int]:
    for block in blocks.split():
        first, _, last = block.partition("-")
        yield from range(int(first, 16), int(last or first, 16) + 1)


def _letters(catalogue: Path) -> Iterator[int]:
    """Code points of the interface's characters that the other fonts do not have."""
    for entry in polib.pofile(str(catalogue)):
        if not entry.msgctxt and not entry.obsolete:
            for text in (entry.msgstr, *entry.msgstr_plural.values()):
                yield from (ord(letter) for letter in text if ord(letter) > 0x2E00)


def _subset(font: TTFont, codes: frozenset[int]) -> TTFont:
    options = Options(layout_features=["*"], hinting=False, name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14])
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)
    return font


if __name__ == "__main__":
    make(Path(sys.argv[1]))
