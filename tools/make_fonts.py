"""Make the typefaces of templates/fonts from the full variable fonts.

The sources are the PyPI packages fontpkg-newsreader 1.3, fontpkg-source-serif-4 4.4 and fontpkg-inter
4.1.post1, which carry the files of Google Fonts unchanged (SIL Open Font License, no reserved names)::

    pip install fonttools brotli fontpkg-newsreader fontpkg-source-serif-4 fontpkg-inter
    python tools/make_fonts.py templates/fonts

Each face becomes two static fonts, each with one full subset: a TTF for the PDF (Latin and its
extensions, Greek and Cyrillic where the family has them, punctuation, signs) and a smaller WOFF2 for the
web page (no Greek, no Cyrillic: a browser has other fonts to fall back on). Two subsets of one family
in one PDF would collide in WeasyPrint: wrong glyphs, and no warning.
"""

from __future__ import annotations

import importlib.resources
import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

NEWSREADER, SOURCE_SERIF, INTER = "fontpkg_newsreader", "fontpkg_source_serif_4", "fontpkg_inter"
FACES = [  # file, package, source, axes
    ("newsreader-500", NEWSREADER, "Newsreader[opsz,wght].ttf", {"wght": 500, "opsz": 28}),
    ("newsreader-500-italic", NEWSREADER, "Newsreader-Italic[opsz,wght].ttf", {"wght": 500, "opsz": 28}),
    ("source-serif-400", SOURCE_SERIF, "SourceSerif4[opsz,wght].ttf", {"wght": 400, "opsz": 12}),
    ("source-serif-600", SOURCE_SERIF, "SourceSerif4[opsz,wght].ttf", {"wght": 600, "opsz": 12}),
    (
        "source-serif-400-italic",
        SOURCE_SERIF,
        "SourceSerif4-Italic[opsz,wght].ttf",
        {"wght": 400, "opsz": 12},
    ),
    ("inter-400", INTER, "Inter[opsz,wght].ttf", {"wght": 400, "opsz": 14}),
    ("inter-600", INTER, "Inter[opsz,wght].ttf", {"wght": 600, "opsz": 14}),
]

LICENCES = {
    "Newsreader-OFL.txt": NEWSREADER,
    "SourceSerif4-OFL.txt": SOURCE_SERIF,
    "Inter-OFL.txt": INTER,
}

WEB = [
    (0x0020, 0x017F),  # Latin, Latin-1, Latin Extended A
    (0x0192, 0x0192),  # florin
    (0x0218, 0x021B),  # Romanian
    (0x02BB, 0x02DD),  # modifier letters
    (0x0300, 0x0331),  # combining marks
    (0x1E80, 0x1EF9),  # Latin Extended Additional: Welsh, Vietnamese
    (0x2000, 0x206F),  # punctuation
    (0x2070, 0x20BF),  # superiors, inferiors, currency
    (0x2100, 0x2122),  # letter-like
    (0x2150, 0x215E),  # fractions
    (0x2190, 0x2193),  # arrows
    (0x21A9, 0x21AA),  # hooked arrows
    (0x2212, 0x2212),  # minus
    (0x2248, 0x2265),  # about, not equal, at most, at least
]
PRINT = [
    *WEB,
    (0x0180, 0x024F),  # Latin Extended B
    (0x02B0, 0x036F),  # modifier letters, combining marks
    (0x0370, 0x03FF),  # Greek
    (0x0400, 0x04FF),  # Cyrillic
    (0x1E00, 0x1EFF),  # Latin Extended Additional
    (0x2123, 0x218F),  # letter-like, number forms
    (0x2194, 0x2199),  # arrows
    (0x2200, 0x2265),  # mathematics
    (0x25A0, 0x25CF),  # geometric
    (0xFB00, 0xFB04),  # ligatures
]
FEATURES = ["kern", "liga", "locl", "ccmp", "mark", "mkmk", "calt", "case", "lnum", "tnum", "pnum"]


def main(folder: Path) -> None:
    """Write every face and the licence texts into ``folder``."""
    for name, package, source, axes in FACES:
        path = importlib.resources.files(package) / "files" / source
        with importlib.resources.as_file(path) as file:
            font = instantiateVariableFont(TTFont(file), axes)
        cut(font, PRINT)
        font.save(folder / f"{name}.ttf")
        cut(font, WEB)
        font.flavor = "woff2"
        font.save(folder / f"{name}.woff2")
    for name, package in LICENCES.items():
        (folder / name).write_bytes((importlib.resources.files(package) / "LICENSE").read_bytes())


def cut(font: TTFont, ranges: list[tuple[int, int]]) -> None:
    """Keep the characters of ``ranges`` and the features that the style sheets use."""
    options = Options(layout_features=FEATURES, hinting=False, notdef_outline=True, name_IDs=["*"])
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[point for first, last in ranges for point in range(first, last + 1)])
    subsetter.subset(font)
    font["head"].modified = font["head"].created  # the same bytes whenever it is made
    font.recalcTimestamp = False


if __name__ == "__main__":
    main(Path(sys.argv[1]))
