"""The date that a text gives a figure for: "as of Friday", "by the end of May", "at the end of 2030".

Only words that date the count are read. "Killed 12 people on Monday" dates what happened, not the count.
"""

from __future__ import annotations

import re

from digest.dates import find_dates
from digest.extract.figures.places import Places
from digest.model import Published

_CUE = (
    r"(?:as[ ]of|by(?:[ ]the[ ]end[ ]of)?|at[ ]the[ ](?:end|close|start)[ ]of|until)[ ](?:late[ ]|early[ ])?"
)
_AFTER = re.compile(rf"[^.;]{{0,60}}?,?[ ](?P<cue>{_CUE})", re.IGNORECASE)
_OPENING = re.compile(rf"[“\"]?(?P<cue>{_CUE})", re.IGNORECASE)
_REACH = 40  # characters in which the date itself stands


def as_of(places: Places, start: int, end: int, *, published: Published | None) -> str | None:
    """ISO 8601 date of a figure; None where the text does not date it.

    ``start`` and ``end`` are the characters of the figure with what it counts.
    """
    text = places.doc.text
    first, last = places.sentence_of(start)
    begin = places.doc[first].idx
    stop = places.doc[last - 1].idx + len(places.doc[last - 1])
    opening = _OPENING.match(text, begin)
    if opening and opening.end() < start and (found := _date_at(text, opening.end(), stop, published)):
        return found
    after = _AFTER.match(text, end, stop)
    return _date_at(text, after.end(), stop, published) if after else None


def _date_at(text: str, at: int, stop: int, published: Published | None) -> str | None:
    """The date that begins at a character."""
    window = text[at : min(stop, at + _REACH)]
    for moment in find_dates(window, anchor=published):
        return moment.when if moment.start <= len("the ") else None
    return None
