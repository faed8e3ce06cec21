"""The year of a recap: "On April 16, 2013 it sank. On May 1 …", read a year later.

A text that tells an old story states a year once and leaves it out afterwards. The days that follow in
the paragraph then go on from the one that stated it, and not back from the date of publication.
"""

from __future__ import annotations

import re
from datetime import date

from digest.dates.value import Anchor, days, make_date
from digest.dates.words import DAY, MONTH, month_number

_STATED = re.compile(
    rf"\b(?:(?P<month>{MONTH})\s(?P<day>{DAY})|(?P<day2>{DAY})\s(?:of\s)?(?P<month2>{MONTH}))"
    r"(?:\s?,)?(?:\sof)?\s(?P<year>(?:1[6-9]|20)\d\d)\b"
)
_OLD = 60  # days: a stated day nearer to publication carries the year that publication gives anyway
_RECENT = 14  # days: "said on March 4", read on March 5, is of this year whatever was told before
_REACH = 800  # characters before the day in which a stated one is looked for


def recapped(text: str, start: int, *, near: date, anchor: Anchor) -> date | None:
    """The day like ``near`` that continues a recap begun earlier in the paragraph; None: there is none."""
    if anchor.first - days(_RECENT) <= near <= anchor.last:
        return None
    before = text[max(0, start - _REACH) : start].rpartition("\n")[2]
    stated = None
    for match in _STATED.finditer(before):
        number = int(re.sub(r"\D", "", match["day"] or match["day2"]))
        stated = (
            make_date(int(match["year"]), month_number(match["month"] or match["month2"]), number) or stated
        )
    if stated is None or stated > anchor.first - days(_OLD):
        return None
    options = (make_date(year, near.month, near.day) for year in (stated.year, stated.year + 1))
    return next((day for day in options if day and stated <= day <= anchor.last), None)
