"""Decoded text -> lines: where each begins, whether it stands apart, and wrapped lines put together."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from digest.ingest.assemble import LINE_BREAK
from digest.matching import matching_form

_WRAP = range(40, 101)  # characters of a full line in text that was wrapped by a mail or terminal program
_ENDED = re.compile(r"[.!?:;][\"'”’)\]]*$")
_LIST_ITEM = re.compile(r"(?:[-*•–]|\d{1,2}[.)])\s")


@dataclass(frozen=True, slots=True)
class Line:
    """A line or paragraph of the source that is not blank: a slice of it, without its outer spaces."""

    text: str
    number: int  # 1-based line of the file
    apart: bool  # whether a blank line, or the beginning of the file, is before it
    role: Literal["", "heading", "item", "aside"] = ""  # what the format says of it, where it says anything

    @property
    def form(self) -> str:
        """The matching form with single spaces: what the rules look at."""
        return " ".join(matching_form(self.text).split())

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())


def lines_of(text: str) -> list[Line]:
    """The lines that are not blank; hard-wrapped paragraphs become one line each."""
    lines: list[Line] = []
    ends: list[int] = []
    at, number, apart = 0, 1, True
    for end in [match.span() for match in LINE_BREAK.finditer(text)] + [(len(text), len(text))]:
        raw = text[at : end[0]]
        inner = raw.strip()
        if inner:
            lines.append(Line(inner, number, apart))
            ends.append(at + raw.index(inner) + len(inner))
        apart = not inner
        at, number = end[1], number + 1
    return _unwrap(text, lines, ends) if _wrapped(lines) else lines


def _wrapped(lines: list[Line]) -> bool:
    """Whether paragraphs were broken at a fixed width: most lines full, and ended by no sentence."""
    inner = [line for line, after in pairwise(lines) if not after.apart]
    if len(inner) < 4 or max(len(line.text) for line in lines) > _WRAP.stop:
        return False
    full = [line for line in inner if len(line.text) in _WRAP]
    running = [line for line in full if not _ENDED.search(line.text)]
    return len(full) > 0.7 * len(inner) and len(running) > 0.6 * len(full)


def _unwrap(text: str, lines: list[Line], ends: list[int]) -> list[Line]:
    """Each run of full lines without a blank between, as one slice of the source."""
    joined: list[Line] = []
    start, first = 0, lines[0]
    for index, line in enumerate(lines):
        start_here = ends[index] - len(line.text)
        follows = index > 0 and not line.apart and not _LIST_ITEM.match(line.text)
        if follows and len(lines[index - 1].text) >= _WRAP.start:
            joined[-1] = Line(text[start : ends[index]], first.number, first.apart)
        else:
            start, first = start_here, line
            joined.append(line)
    return joined
