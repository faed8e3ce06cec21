"""Days whose year the text does not say: evidence for those who compare texts.

``find_dates`` leaves "December 7" out where no date of publication carries its year, since a
``Moment`` must say when it was. Two undated texts that both name December 7 may still tell of one
event; this gives the day and month for such comparisons, and nothing to print as a date.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from digest.dates.words import DAY, MONTH, month_number
from digest.matching import matching_form

_YEARLESS = re.compile(
    rf"\b(?:(?P<month>{MONTH})\s(?P<day>{DAY})|(?P<day2>{DAY})\s(?:of\s)?(?P<month2>{MONTH}))\b"
    r"(?!(?:\s?,)?(?:\sof)?\s(?:1[6-9]|20|21)\d\d\b|[\d%]|,\d|\.\d|:\d)"
)


@dataclass(frozen=True, slots=True)
class MonthDay:
    """A day and month of an unsaid year."""

    start: int  # characters of the text
    end: int
    month: int  # 1 to 12
    day: int  # 1 to 31


def find_month_days(text: str) -> tuple[MonthDay, ...]:
    """The days of unsaid year that a text names, in order."""
    return tuple(
        MonthDay(
            start=match.start(),
            end=match.end(),
            month=month_number(match["month"] or match["month2"]),
            day=int(re.sub(r"\D", "", match["day"] or match["day2"])),
        )
        for match in _YEARLESS.finditer(matching_form(text))
    )
