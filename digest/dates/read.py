"""A string that is nothing but a date -> the date: for metadata, not for running text."""

from __future__ import annotations

import re

from digest.dates.find import find_dates
from digest.dates.value import make_date
from digest.model import Precision

_COMPACT = re.compile(
    r"((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:T?([01]\d|2[0-3])([0-5]\d)(?:\d\d)?Z?)?"
)
_SLASHED = re.compile(r"((?:19|20)\d\d)[/.](\d\d?)[/.](\d\d?)")
_RUN_TOGETHER = re.compile(r"\b((?:19|20)\d\d)(?=\d{1,2}:\d\d)")  # "April 13, 20211:54 PM"
_SHORT_YEAR = re.compile(r"\b(\d\d?)/(\d\d?)/(\d\d)(?=,?\s|$)")
_YEAR_MONTH = re.compile(r"((?:19|20)\d\d)[-/](0[1-9]|1[0-2])")
_YEAR = re.compile(r"(?:19|20)\d\d")
_CLOCK = (
    r"(?:(?:at|@|[-–|,•·])\s*)?(?P<hour>[012]?\d)(?:[:.h](?P<minute>[0-5]\d)(?::\d\d)?|(?P<packed>[0-5]\d))?"
    r"\s*(?P<half>[apAP]\.?[mM]\b\.?)?\s*"
)
_ZONE = r"(?:\(?(?:[A-Z]{1,5}T?|GMT|UTC|Z|[+-]\d\d:?\d\d)(?:\s?[+-]\d\d?:?(?:\d\d)?)?\)?)?"
_TRAILING_CLOCK = re.compile(rf"[\s,]*{_CLOCK}{_ZONE}")
_LEADING_CLOCK = re.compile(rf"{_CLOCK}{_ZONE}[\s,]+(?:on\s)?")


def read_date(text: str) -> tuple[str, Precision] | None:
    """The date that the whole string states, cut to its precision; None where it is something else.

    Takes ISO 8601, 20211229, 2021/12/29, RFC 2822, and written forms with or without a weekday, a
    clock time and a zone. Times stay as printed: zones are not converted. A day and month that
    cannot be told apart ("03/04/2021") give the year alone.
    """
    text = _RUN_TOGETHER.sub(r"\1 ", " ".join(text.split())).strip(" ,.;|•·")
    text = _SHORT_YEAR.sub(r"\1/\2/20\3", text)
    return _digits(text) or _written(text)


def _digits(text: str) -> tuple[str, Precision] | None:
    if match := _COMPACT.fullmatch(text):
        year, month, day, hour, minute = match.groups()
        if make_date(int(year), int(month), int(day)) is None:
            return None
        return (
            (f"{year}-{month}-{day}T{hour}:{minute}", "minute") if hour else (f"{year}-{month}-{day}", "day")
        )
    if match := _SLASHED.fullmatch(text):
        found = make_date(*(int(part) for part in match.groups()))
        return (found.isoformat(), "day") if found else None
    if match := _YEAR_MONTH.fullmatch(text):
        return f"{match[1]}-{match[2]}", "month"
    return (text, "year") if _YEAR.fullmatch(text) else None


def _written(text: str) -> tuple[str, Precision] | None:
    moments = find_dates(text, anchor=None)
    if len(moments) != 1 or moments[0].until is not None:
        return None
    moment = moments[0]
    before, after = text[: moment.start], text[moment.end :]
    clock = _TRAILING_CLOCK.fullmatch(after) if after else None
    if after and clock is None:
        return None
    if before:
        clock = _LEADING_CLOCK.fullmatch(before)
        if clock is None:
            return None
    if clock and moment.precision == "day" and (time := _clock(clock)):
        return f"{moment.when}T{time}", "minute"
    return moment.when, moment.precision


def _clock(match: re.Match[str]) -> str | None:
    hour, minute = int(match["hour"]), match["minute"] or match["packed"] or "00"
    if match["half"]:
        hour = hour % 12 + (12 if match["half"][0].lower() == "p" else 0)
    elif not (match["minute"] or match["packed"]):
        return None
    return f"{hour:02d}:{minute}" if hour < 24 else None
