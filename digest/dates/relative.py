"""Expressions that mean something only from the day of publication."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from re import Match

from digest.dates.recap import recapped
from digest.dates.tense import cue_of, happened, just_told, looks
from digest.dates.value import Anchor, Value, days, make_date, of_day, of_month, of_year, shift_month
from digest.dates.words import (
    DAY,
    FULL_WEEKDAY,
    MONTH,
    NUMBER,
    TO,
    WEEKDAY,
    count,
    month_number,
    weekday_number,
)

_YEAR_STEP = {"last": -1, "this": 0, "next": 1}
_SOON = 45  # days; a day so near ahead is ahead, though a past form stands before ("followed by")
_NO_NUMBER = r"(?![\d%]|,\d|\.\d|:\d|\s(?:1[6-9]|20|21)\d\d\b)"
_NO_YEAR = r"(?!(?:\s?,)?(?:\sof)?\s(?:1[6-9]|20|21)\d\d\b)"
_PROGRAMME = re.compile(r"[A-Z]\S*\sThis\s(?:Morning|Afternoon|Evening)$")  # "told Hill Radio This Morning"
_OF_YEAR = r"(?:,?\s(?:of\s)?(?P<year>last|this|next)\syear\b)?"
_PART = r"(?:(?P<part>early|mid|late|the\send\sof|the\sstart\sof|the\sbeginning\sof)[-\s](?:in\s)?)?"


def _weekday(match: Match[str], anchor: Anchor) -> Value | None:
    """The nearest such day, back or ahead as the sentence's verb says."""
    if anchor.day is None:
        return None
    wanted, which = weekday_number(match["weekday"]), (match["which"] or "").lower()
    back = (anchor.day.weekday() - wanted) % 7
    ahead = (wanted - anchor.day.weekday()) % 7
    if which in ("last", "previous", "this past"):
        return of_day(anchor.day - days(back or 7), inferred=True)
    if which in ("next", "this coming"):
        return of_day(anchor.day + days(ahead or 7), inferred=True)
    if looks(match.string, match.start(), match.end()) == "ahead":
        return of_day(anchor.day + days(ahead), inferred=True)
    return of_day(anchor.day - days(back), inferred=True)


def _near_day(match: Match[str], anchor: Anchor) -> Value | None:
    if anchor.day is None or _PROGRAMME.search(match.string, max(0, match.start() - 30), match.end()):
        return None
    shift = {"yesterday": -1, "tomorrow": 1}.get(match["word"].lower().split()[0], 0)
    return of_day(anchor.day + days(shift), inferred=True)


def _month_day(match: Match[str], anchor: Anchor) -> Value | None:
    """The last one where the verb tells what happened then, the next where it looks ahead, else the nearest.

    In a recap it goes on from the day before it that states its year. A weekday named with it must agree.
    """
    if anchor.month is None:
        return None
    middle = anchor.first + (anchor.last - anchor.first) / 2
    said = middle.year + _YEAR_STEP[match["year"].lower()] if match["year"] else None
    month, weekday = month_number(match["month"]), match["weekday"]
    options = [
        day
        for year in (range(middle.year - 1, middle.year + 2) if said is None else (said,))
        if (day := make_date(year, month, _number(match["day"]))) is not None
        and (not weekday or day.weekday() == weekday_number(weekday))
    ]
    if not options:
        return None
    near = min(options, key=lambda day: abs((day - middle).days))
    soon = anchor.last < near <= anchor.last + days(_SOON)
    ahead = looks(match.string, *match.span()) == "ahead"
    told = (
        None if ahead or weekday or said else recapped(match.string, match.start(), near=near, anchor=anchor)
    )
    if told is not None:
        options = [told]
    elif happened(match.string, *match.span()) and (not soon or just_told(match.string, match.start())):
        options = [day for day in options if day <= anchor.last] or options
    elif ahead:
        options = [day for day in options if day >= anchor.first] or options
    first = min(options, key=lambda day: abs((day - middle).days))
    last = make_date(first.year, month, _number(match["day2"])) if match["day2"] else None
    return of_day(first, last if last and last > first else None, inferred=True)


def _month(match: Match[str], anchor: Anchor) -> Value | None:
    """A month by name: "last", "next", "since" and "until" say which, else the nearest one."""
    if anchor.month is None:
        return None
    (year, now), month = anchor.month, month_number(match["month"])
    if said := match.groupdict().get("year"):
        return of_month(year + _YEAR_STEP[said.lower()], month, inferred=True)
    which = (match["which"] or "").lower()
    if which in ("last", "this past"):
        return of_month(year if month < now else year - 1, month, inferred=True)
    if which in ("next", "this coming"):
        return of_month(year if month > now else year + 1, month, inferred=True)
    announced = match.group().split()[0].lower()
    if announced in ("since", "until", "by"):
        gap = -((now - month) % 12) if announced == "since" else (month - now) % 12
        return of_month(*shift_month(year, now, gap), inferred=True)
    gap = (month - now + 5) % 12 - 5  # -5 .. +6
    if gap > 0 and happened(match.string, *match.span("found")):
        gap -= 12
    if gap == 6:  # as far back as ahead
        gap = 6 if looks(match.string, match.start(), match.end()) == "ahead" else -6
    return of_month(*shift_month(year, now, gap), inferred=True)


def _calendar_unit(match: Match[str], anchor: Anchor) -> Value | None:
    """This, last or next week, weekend, month or year."""
    which, unit = match["which"].lower(), match["unit"].lower()
    step = {"last": -1, "previous": -1, "next": 1, "coming": 1}.get(which.split()[-1], 0)
    if unit == "year":
        return of_year(anchor.first.year + step, inferred=True) if _same_year(anchor) else None
    if unit == "month":
        return of_month(*shift_month(*anchor.month, step), inferred=True) if anchor.month else None
    if anchor.day is None:
        return None
    monday = anchor.day - days(anchor.day.weekday())
    if unit == "weekend":
        saturday = _weekend(match, monday, anchor.day, step)
        return of_day(saturday, saturday + days(1), inferred=True)
    monday += days(7 * step)
    return of_day(monday, monday + days(6), inferred=True)


def _weekend(match: Match[str], monday: date, today: date, step: int) -> date:
    """Saturday of the weekend that is meant."""
    saturday = monday + days(5)
    if step > 0:
        return saturday if today < saturday else saturday + days(7)
    if step < 0 or (today < saturday and looks(match.string, match.start(), match.end()) == "back"):
        return saturday - days(7)
    return saturday


def _past_stretch(match: Match[str], anchor: Anchor) -> Value | None:
    """The past week, the last three months: from that long ago until publication."""
    number = _how_many(match)
    if anchor.day is None or number is None:
        return None
    unit = match["unit"].lower().rstrip("s")
    if unit in ("day", "week"):
        return of_day(anchor.day - days(number * (7 if unit == "week" else 1)), anchor.day, inferred=True)
    if unit == "month":
        first = of_month(*shift_month(anchor.day.year, anchor.day.month, -number), inferred=True)
        return Value(first.when, "month", anchor.day.isoformat()[:7], "inferred")
    return of_year(anchor.day.year - number, anchor.day.year, inferred=True)


def _stretch_ahead(match: Match[str], anchor: Anchor) -> Value | None:
    """The next two weeks: from publication until then. "The next day" goes on from what was told before."""
    number = _how_many(match)
    if anchor.day is None or number is None:
        return None
    told = cue_of(match.string, *match.span()) == "back" or match["unit"].lower() == "day"
    if told and match["number"] is None:
        return None
    unit = match["unit"].lower().rstrip("s")
    if unit in ("day", "week"):
        return of_day(anchor.day, anchor.day + days(number * (7 if unit == "week" else 1)), inferred=True)
    if unit == "month":
        last = of_month(*shift_month(anchor.day.year, anchor.day.month, number))
        return Value(anchor.day.isoformat()[:7], "month", last.when, "inferred")
    return of_year(anchor.day.year, anchor.day.year + number, inferred=True)


def _how_many(match: Match[str]) -> int | None:
    """The number of units; None for "the coming months", which names none."""
    if match["number"] is None:
        return None if match["unit"].lower().endswith("s") else 1
    return count(match["number"])


def _distance(match: Match[str], anchor: Anchor) -> Value | None:
    """So long ago, or in so long: days to the day, weeks to three days, months and years to themselves."""
    number = count(match["number"])
    if number is None:
        return None
    step = number * (-1 if match["ago"] else 1)
    unit = match["unit"].lower().rstrip("s'’")
    if unit == "year":
        return of_year(anchor.first.year + step, inferred=True) if _same_year(anchor) else None
    if unit == "month":
        return of_month(*shift_month(*anchor.month, step), inferred=True) if anchor.month else None
    if anchor.day is None:
        return None
    if unit == "day":
        return of_day(anchor.day + days(step), inferred=True)
    middle = anchor.day + days(7 * step)
    return of_day(middle - days(3), middle + days(3), inferred=True)


def _same_year(anchor: Anchor) -> bool:
    return anchor.first.year == anchor.last.year


def _number(text: str) -> int:
    return int(re.sub(r"\D", "", text))


RELATIVE: tuple[tuple[re.Pattern[str], Callable[[Match[str], Anchor], Value | None]], ...] = (
    (
        re.compile(
            rf"\b(?:(?P<weekday>{WEEKDAY}),?\s)?(?:the\s)?\b(?P<month>{MONTH})\s(?P<day>{DAY})"
            rf"(?:{TO}(?P<day2>{DAY}))?\b{_NO_NUMBER}{_NO_YEAR}{_OF_YEAR}"
        ),
        _month_day,
    ),
    (
        re.compile(
            rf"\b(?:(?P<weekday>{WEEKDAY}),?\s)?(?:the\s)?(?<![\d.,$£€])\b(?P<day>{DAY})(?:{TO}(?P<day2>{DAY}))?"
            rf"\s(?:of\s)?(?P<month>{MONTH})\b{_NO_YEAR}{_OF_YEAR}"
        ),
        _month_day,
    ),
    (
        re.compile(
            rf"\b(?:(?:in|since|by|until|from|during|of|through|before|after|for)\s)"
            rf"(?P<found>{_PART}(?:(?P<which>last|next|this(?:\s(?:past|coming))?)\s)?"
            rf"(?P<month>{MONTH})(?=\W|$){_NO_NUMBER}{_NO_YEAR}(?!\s\d|{TO}(?:{MONTH})\b){_OF_YEAR})",
            re.IGNORECASE,
        ),
        _month,
    ),
    (
        re.compile(
            rf"\b(?P<found>(?:(?P<which>last|next|this(?:\s(?:past|coming))?)\s|(?P<part>early|mid|late)[-\s])"
            rf"(?P<month>{MONTH}))(?=\W|$){_NO_YEAR}(?!\s\d|{TO}(?:{MONTH})\b)"
        ),
        _month,
    ),
    (
        re.compile(
            rf"\b(?:(?P<which>[Ll]ast|[Pp]revious|[Nn]ext|[Tt]his(?:\s(?:past|coming))?)\s)?(?P<weekday>{FULL_WEEKDAY})"
            r"(?:\s(?:morning|afternoon|evening|night))?\b(?!\sof\s(?:last|next|this)\sweek)"
        ),
        _weekday,
    ),
    (
        re.compile(
            r"\b(?P<word>today|yesterday|tomorrow|tonight|this\s(?:morning|afternoon|evening))"
            r"(?:\s(?:morning|afternoon|evening|night))?\b(?!['’]s)",
            re.IGNORECASE,
        ),
        _near_day,
    ),
    (
        re.compile(
            r"\b(?:(?:early|late|later|earlier)\s|(?:the\s)?(?:end|start|beginning)\sof\s)?"
            r"(?P<which>this(?:\s(?:past|coming))?|last|next|(?:the\s)?previous|(?:over|at)\sthe)\s"
            r"(?P<unit>weekend)\b",
            re.IGNORECASE,
        ),
        _calendar_unit,
    ),
    (
        re.compile(
            r"\b(?:(?:early|late|later|earlier)\s|(?:the\s)?(?:end|start|beginning)\sof\s)?"
            r"(?P<which>this|last|next)\s(?P<unit>week|month|year)\b(?!\sof\b)",
            re.IGNORECASE,
        ),
        _calendar_unit,
    ),
    (
        re.compile(
            rf"\b(?:the\s)(?:past|last)\s(?:(?P<number>{NUMBER})\s)?(?P<unit>days?|weeks?|months?|years?)\b",
            re.IGNORECASE,
        ),
        _past_stretch,
    ),
    (
        re.compile(
            rf"\bthe\s(?:next|coming)\s(?:(?P<number>{NUMBER})\s)?(?P<unit>days?|weeks?|months?|years?)\b",
            re.IGNORECASE,
        ),
        _stretch_ahead,
    ),
    (
        re.compile(
            rf"\b(?P<number>{NUMBER})\s(?P<unit>days?|weeks?|months?|years?)\s(?P<ago>ago)\b",
            re.IGNORECASE,
        ),
        _distance,
    ),
    (
        re.compile(
            rf"\bin\s(?P<number>{NUMBER})\s(?P<unit>days?|weeks?|months?|years?)['’]\s(?P<ago>(?!))?time\b",
            re.IGNORECASE,
        ),
        _distance,
    ),
)
