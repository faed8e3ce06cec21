"""Text -> the moments it names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from digest.dates.relative import RELATIVE
from digest.dates.stated import STATED
from digest.dates.value import Anchor, Value, anchor_of
from digest.matching import matching_form
from digest.model import Moment, Published

_CLOCK = (
    r"(?:(?P<hour>1[0-2]|0?[1-9])(?::(?P<minute>[0-5]\d))?\s?(?P<half>[apAP])\.?[mM]\b\.?"
    r"|(?P<word>noon|midnight)\b)"
)
_ZONE = r"(?:\s(?:[ECMP][SD]?T|GMT|UTC|BST|CES?T|local\stime|[Ee]astern)\b)?"
_CLOCK_AFTER = re.compile(rf",?\s(?:at\s|around\s|about\s)?{_CLOCK}{_ZONE}")
_CLOCK_BEFORE = re.compile(rf"\b{_CLOCK}{_ZONE},?\s(?:on\s)?$")
_CLOCK_REACH = 40  # characters before a day in which its clock time is looked for


def find_dates(text: str, *, anchor: Published | None) -> tuple[Moment, ...]:
    """The date expressions of a text, in order, none overlapping; the longest reading wins.

    ``anchor`` is the date of publication: without it, or where it is known too roughly, expressions
    that need it are left out. An expression that could be a day in two ways ("03/04/2021") is
    given as its year. A clock time beside a day is taken in, as local time.
    """
    form = matching_form(text)
    found = sorted(_candidates(form, anchor_of(anchor)), key=lambda item: (item[0], -item[1]))
    moments: list[Moment] = []
    at = 0
    for start, end, value in found:
        if start < at:
            continue
        start, end, value = _with_clock(form, start, end, value, at)
        at = end
        moments.append(
            Moment(
                start=start,
                end=end,
                text=text[start:end],
                when=value.when,
                precision=value.precision,
                how=value.how,
                until=value.until,
            )
        )
    return tuple(moments)


def _candidates(form: str, anchor: Anchor | None) -> Iterator[tuple[int, int, Value]]:
    for pattern, read in STATED:
        for match in pattern.finditer(form):
            if (value := read(match)) is not None:
                yield (*_extent(match), value)
    if anchor is None:
        return
    for pattern, read_from in RELATIVE:
        for match in pattern.finditer(form):
            if (value := read_from(match, anchor)) is not None:
                yield (*_extent(match), value)


def _extent(match: re.Match[str]) -> tuple[int, int]:
    """The expression itself, without the words that only announce it."""
    return match.span("found") if "found" in match.re.groupindex else match.span()


def _with_clock(form: str, start: int, end: int, value: Value, at: int) -> tuple[int, int, Value]:
    """The same with the clock time that stands beside it, where there is one."""
    if value.precision != "day" or value.until is not None:
        return start, end, value
    if match := _CLOCK_AFTER.match(form, end):
        end = match.end()
    elif match := _CLOCK_BEFORE.search(form, max(at, start - _CLOCK_REACH), start):
        start = match.start()
    else:
        return start, end, value
    return start, end, replace(value, when=f"{value.when}T{_clock(match)}", precision="minute")


def _clock(match: re.Match[str]) -> str:
    if match["word"]:
        return "12:00" if match["word"] == "noon" else "00:00"
    hour = int(match["hour"]) % 12 + (12 if match["half"].lower() == "p" else 0)
    return f"{hour:02d}:{match['minute'] or '00'}"
