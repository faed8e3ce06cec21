"""Expressions that state their year: each pattern with the function that reads it."""

from __future__ import annotations

import re
from collections.abc import Callable
from re import Match

from digest.dates.value import Value, make_date, of_day, of_month, of_year
from digest.dates.words import DAY, MONTH, TO, WEEKDAY, YEAR, month_number

_WEEKDAY_PREFIX = rf"(?:\b(?:{WEEKDAY}),?\s)?(?:the\s)?"
_COMMA = r"(?:\s?,)?(?:\sof)?\s"
_PART = r"(?:\b(?:early|mid|late|the\send\sof|end\sof|the\sstart\sof|the\sbeginning\sof)[-\s](?:in\s)?)?"

# A bare number of four digits is a year only where its surroundings say so.
_YEAR_BEFORE = (
    r"(?:\b(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Tt]ill|[Bb]efore|[Aa]fter|[Ff]rom|[Dd]uring|[Tt]hrough|[Tt]hroughout|"
    r"[Oo]f|[Yy]ear|[Ee]arly|[Mm]id|[Ll]ate|[Ff]iscal|[Ss]ummer|[Ss]pring|[Ww]inter|[Aa]utumn|[Ff]all|"
    r"[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Aa]nd|[Oo]r|[Ii]n\searly|[Ii]n\slate|[Bb]ack\sin|as)[-\s]"
    r"|['’]s\s|\()"
)
_COUNTED = (
    r"\s(?:people|men|women|children|troops|soldiers|cases|deaths|votes|homes|jobs|dollars|euros|pounds|"
    r"miles|kilomet\w+|met\w+s|feet|tons?|tonnes|acres|points|seats|students|workers|patients|degrees)\b"
)


def _iso(match: Match[str]) -> Value | None:
    day = make_date(int(match["year"]), int(match["month"]), int(match["day"]))
    if day is None:
        return None
    if match["hour"] is None:
        return of_day(day)
    return Value(f"{day.isoformat()}T{match['hour']}:{match['minute']}", "minute")


def _month_day(match: Match[str]) -> Value | None:
    year, month = int(match["year"]), month_number(match["month"])
    first = make_date(year, month, _number(match["day"]))
    last = make_date(year, month, _number(match["day2"])) if match["day2"] else None
    if first is None or (match["day2"] and (last is None or last < first)):
        return None
    return of_day(first, last)


def _across_months(match: Match[str]) -> Value | None:
    year = int(match["year"])
    first = make_date(year, month_number(match["month"]), _number(match["day"]))
    last = make_date(year, month_number(match["month2"]), _number(match["day2"]))
    if first is None or last is None:
        return None
    if last < first:
        first = first.replace(year=year - 1)
    return of_day(first, last)


def _numeric(match: Match[str]) -> Value | None:
    """Day and month are told apart only where one of them is above twelve or both are the same."""
    one, two, year = int(match["one"]), int(match["two"]), int(match["year"])
    if one > 12 or one == two:
        day = make_date(year, two, one)
    elif two > 12:
        day = make_date(year, one, two)
    else:
        return of_year(year)
    return of_day(day) if day else None


def _month(match: Match[str]) -> Value | None:
    return of_month(int(match["year"]), month_number(match["month"]))


def _months(match: Match[str]) -> Value | None:
    year, first, last = int(match["year"]), month_number(match["month"]), month_number(match["month2"])
    start = of_month(year if first < last else year - 1, first)
    return Value(start.when, "month", of_month(year, last).when)


def _quarter(match: Match[str]) -> Value | None:
    names = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}
    quarter = int(match["digit"] or 0) or names[match["word"].lower()]
    year, month = int(match["year"]), quarter * 3 - 2
    return Value(f"{year:04d}-{month:02d}", "month", f"{year:04d}-{month + 2:02d}")


def _year(match: Match[str]) -> Value | None:
    return of_year(int(match["year"]))


def _years(match: Match[str]) -> Value | None:
    first, last = int(match["year"]), int(match["year2"])
    if match["year2"] and len(match["year2"]) == 2:
        last += first // 100 * 100
    return of_year(first, last) if first <= last else None


def _decade(match: Match[str]) -> Value | None:
    first = int(match["year"])
    return of_year(first, first + 9)


def _number(text: str) -> int:
    return int(re.sub(r"\D", "", text))


STATED: tuple[tuple[re.Pattern[str], Callable[[Match[str]], Value | None]], ...] = (
    (
        re.compile(
            r"(?<![\d/-])(?P<year>(?:19|20|21)\d\d)-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])"
            r"(?:[T\s](?P<hour>[01]\d|2[0-3]):(?P<minute>[0-5]\d)(?::\d\d(?:\.\d+)?)?(?:\s?(?:Z|[+-]\d\d:?\d\d))?)?"
            r"(?![\d-])"
        ),
        _iso,
    ),
    (
        re.compile(
            rf"\b(?:from\s)?(?P<month>{MONTH})\s(?P<day>{DAY}){TO}(?P<month2>{MONTH})\s(?P<day2>{DAY}){_COMMA}(?P<year>{YEAR})"
        ),
        _across_months,
    ),
    (
        re.compile(
            rf"\b(?P<day>{DAY})\s(?P<month>{MONTH}){TO}(?P<day2>{DAY})\s(?P<month2>{MONTH}){_COMMA}(?P<year>{YEAR})"
        ),
        _across_months,
    ),
    (
        re.compile(
            rf"{_WEEKDAY_PREFIX}\b(?P<month>{MONTH})\s(?P<day>{DAY})(?:{TO}(?P<day2>{DAY}))?{_COMMA}(?P<year>{YEAR})"
        ),
        _month_day,
    ),
    (
        re.compile(
            rf"{_WEEKDAY_PREFIX}\b(?P<day>{DAY})(?:{TO}(?:the\s)?(?P<day2>{DAY}))?(?:\sof)?\s"
            rf"(?P<month>{MONTH}){_COMMA}(?P<year>{YEAR})"
        ),
        _month_day,
    ),
    (
        re.compile(
            r"(?<![\d./-])(?P<one>\d\d?)([/.-])(?P<two>\d\d?)\2(?P<year>(?:19|20)\d\d)(?![\d/-]|\.\d)"
        ),
        _numeric,
    ),
    (
        re.compile(
            rf"\b(?:(?:the\s)?(?P<word>first|second|third|fourth|last|final)\squarter(?:\sof)?|[Qq](?P<digit>[1-4]))"
            rf"(?:,?\s(?:of\s)?)(?P<year>{YEAR})"
        ),
        _quarter,
    ),
    (
        re.compile(rf"\b(?:from\s)?(?P<month>{MONTH}){TO}(?P<month2>{MONTH}){_COMMA}(?P<year>{YEAR})"),
        _months,
    ),
    (re.compile(rf"{_PART}\b(?P<month>{MONTH}){_COMMA}(?P<year>{YEAR})"), _month),
    (
        re.compile(
            r"(?:\bthe\s)?(?:\b(?:early|mid|late)[-\s])?(?<![\d$£€])\b(?P<year>1[6-9]\d0|20\d0)['’]?s\b"
        ),
        _decade,
    ),
    (
        re.compile(rf"\b(?:between|from)\s(?P<year>{YEAR})\s(?:and|to|until|through)\s(?P<year2>{YEAR})"),
        _years,
    ),
    (
        re.compile(
            r"(?<![\d$£€./-])\b(?P<year>(?:19|20)\d\d)[-–/](?P<year2>(?:19|20)\d\d|\d\d)\b(?![-–/.,]?\d)"
        ),
        _years,
    ),
    (
        re.compile(
            rf"(?:\b(?:early|late)\s(?:in\s)?|\bmid-|\bthe\s(?:end|start|beginning|(?:first|second)\shalf)\sof\s|"
            rf"\b(?:spring|summer|autumn|fall|winter)\s(?:of\s)?)(?P<year>{YEAR})(?!{_COUNTED})"
        ),
        _year,
    ),
    (re.compile(rf"(?:{_YEAR_BEFORE})(?P<found>(?P<year>{YEAR}))\b(?!{_COUNTED}|[-–]\w)"), _year),
)
