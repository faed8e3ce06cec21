"""The typefaces that Digest ships: which there are, and that they are there.

Newsreader for headlines, Source Serif 4 for text, Inter for everything small; SIL Open Font License,
with their licence texts beside them. ``tools/make_fonts.py`` makes the files.
"""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from pathlib import Path

from digest.render.templates import find

FONT_SCHEME = "digest-font:"  # addresses of the fonts while the pages of a PDF are set


@dataclass(frozen=True, slots=True)
class Face:
    """One font file and what the style sheets call it."""

    file: str  # without its ending
    family: str
    weight: int
    style: str = "normal"


FACES = (
    Face("newsreader-500", "Newsreader", 500),
    Face("newsreader-500-italic", "Newsreader", 500, "italic"),
    Face("source-serif-400", "Source Serif 4", 400),
    Face("source-serif-600", "Source Serif 4", 600),
    Face("source-serif-400-italic", "Source Serif 4", 400, "italic"),
    Face("inter-400", "Inter", 400),
    Face("inter-600", "Inter", 600),
)


def print_fonts(own: Path | None) -> dict[str, Path]:
    """The TTF of each face by its name; raises RenderError where one is missing.

    Ask before rendering: with no font at all, Pango ends the process with a segmentation fault.
    """
    return {face.file: find(f"fonts/{face.file}.ttf", own) for face in FACES}


def web_fonts(own: Path | None) -> dict[str, str]:
    """The WOFF2 of each face as a ``data:`` address, by its name; raises RenderError where one is missing."""
    paths = {face.file: find(f"fonts/{face.file}.woff2", own) for face in FACES}
    return {
        name: "data:font/woff2;base64," + b64encode(path.read_bytes()).decode()
        for name, path in paths.items()
    }
