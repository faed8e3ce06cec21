"""Text for the plain part: wrapped, on lines of its own, fit to be read aloud."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable

from digest.model import Citation

WIDTH = 72  # characters a line, as mail has been written for fifty years
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f]")


def wrapped(text: str, *, hanging: str = "") -> str:
    """Text wrapped to the width; long addresses stay whole; ``hanging`` stands before the later lines."""
    flat = " ".join(_TURNING.sub("", text).split())
    return textwrap.fill(
        flat, WIDTH, subsequent_indent=hanging, break_long_words=False, break_on_hyphens=False
    )


def numbers(given: Citation | Iterable[Citation | None]) -> str:
    """The sources of a statement: ``[3] [5]``, each once, in the order given."""
    wanted = (given,) if isinstance(given, Citation) else given
    seen = dict.fromkeys(citation.reference for citation in wanted if citation is not None)
    return " ".join(f"[{number}]" for number in seen)


def tidy(text: str) -> str:
    """No more than one empty line at a time, none at the beginning, one line end at the end."""
    return re.sub(r"\n{3,}", "\n\n", re.sub(r"[ \t]+\n", "\n", text)).strip("\n") + "\n"
