"""Decoded text -> lines: where each begins, whether it stands apart, and wrapped lines put together."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from digest.ingest.assemble import LIMIT, LINE_BREAK
from digest.matching import matching_form

_WRAP = range(40, 101)  # characters of a full line in text that was wrapped by a mail or terminal program
_ENDED = re.compile(r"[.!?:;][\"'”’)\]]*$")
_LIST_ITEM = re.compile(r"(?:[-*•–]|\d{1,2}[.)])\s")
_LONG_WORD = 40  # characters; text without spaces is counted as if it had words of this length


@dataclass(frozen=True)
class Line:
    """A line or paragraph of the source that is not blank: a slice of it, without its outer spaces."""

    text: str
    number: int  # 1-based line of the file
    apart: bool  # whether a blank line, or the beginning of the file, is before it
    role: str = ""  # "heading", "item", "cell", "caption" or "apart", where the format says so

    @cached_property
    def form(self) -> str:
        """The matching form with single spaces: what the rules look at."""
        return " ".join(matching_form(self.text).split())

    @cached_property
    def words(self) -> int:
        """How many words it has."""
        return max(self.form.count(" ") + 1, len(self.text) // _LONG_WORD)


def lines_of(text: str) -> list[Line]:
    """The lines that are not blank; the lines of a hard-wrapped paragraph become one."""
    lines: list[Line] = []
    apart = True
    for number, raw in enumerate(LINE_BREAK.split(text), 1):
        if raw.strip():
            lines.append(Line(raw.strip()[: LIMIT + 1], number, apart))
        apart = not raw.strip()
    return _unwrap(lines) if _wrapped(lines) else lines


def _wrapped(lines: list[Line]) -> bool:
    """Whether paragraphs were broken at a fixed width: most lines full, and ended by no sentence.

    A few lines are enough where each goes on with a small letter.
    """
    if not lines or max(len(line.text) for line in lines) > _WRAP.stop:
        return False
    inner = [
        pair for pair in pairwise(lines) if not pair[1].apart and len(pair[0].text) + len(pair[1].text) > 60
    ]
    full = [(line, after) for line, after in inner if len(line.text) in _WRAP]
    running = [after for line, after in full if not _ENDED.search(line.text)]
    going_on = [after for after in running if after.text[0].islower()]
    mostly = len(full) > 0.7 * len(inner) and len(running) > 0.6 * len(full)
    return (mostly and len(inner) >= 4) or (len(going_on) >= 2 and len(going_on) > 0.5 * len(full))


def _unwrap(lines: list[Line]) -> list[Line]:
    """Each run of full lines without a blank between, joined by spaces where the lines broke."""
    runs: list[list[Line]] = []
    for line in lines:
        follows = runs and not line.apart and not _LIST_ITEM.match(line.text)
        if follows and len(runs[-1][-1].text) >= _WRAP.start:
            runs[-1].append(line)
        else:
            runs.append([line])
    return [Line(" ".join(line.text for line in run), run[0].number, run[0].apart) for run in runs]
