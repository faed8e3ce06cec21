"""A date of publication worked out from the text's own evidence, where nothing states it.

Each rule needs two pieces of evidence that fit together, and says which. What they leave open stays
open: a rule gives a month or a year where the day is not sure, and nothing where the pieces
contradict each other or a later date in the text.

The file's own date is the weakest evidence, since a copy or a fresh checkout has the date of the
copying. It is used for one thing only: to tell the year of a day and month that the text itself
names, and only where the file was saved within a week after that day.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from digest.dates import find_dates
from digest.dates.tense import looks
from digest.dates.value import make_date
from digest.dates.words import DAY, FULL_WEEKDAY, MONTH, month_number, weekday_number
from digest.ingest.captions import is_file_photo
from digest.matching import matching_form
from digest.model import Moment, Published

_LEAD = 3  # paragraphs in which news says when it happened
_PARAGRAPHS = 200  # that are looked at; the longest features have fewer
_WEEK = timedelta(days=6)
_FRESH = 3  # days from a picture to the news that it goes with: a weekend and a day
_STALE = timedelta(days=60)  # a stated day so much later than a caption shows that its picture is old

_WEEKDAY = re.compile(rf"\b(?:{FULL_WEEKDAY})\b")
_YEARLESS = re.compile(
    rf"\b(?:(?P<month>{MONTH})\s(?P<day>{DAY})|(?P<day2>{DAY})\s(?P<month2>{MONTH}))\b(?!,?\s(?:19|20)\d\d|\d)"
)
_NAMED_DAY = re.compile(rf"\b(?P<weekday>{FULL_WEEKDAY})(?:,?\s|\s\(){_YEARLESS.pattern}")
_DATELINE = re.compile(
    rf"(?:[A-Z][\w .,/'’-]{{2,50}}[,:(]?\s)?{_YEARLESS.pattern}\)?"
    r"(?:\s*(?:\([^)]{2,40}\)\s*)?[-–—:]|\.\s/[A-Z]+/)"
)
_COPYRIGHT_YEAR = re.compile(r"(?:©|\(c\)|copyright)\D{0,40}?\b((?:19|20)\d\d)\b(?!\s?[-–])", re.IGNORECASE)
_NEAR = 160  # characters around a date in which it is said that the day is to come
_TO_COME = re.compile(
    r"\b(?:will|scheduled|upcoming|slated|take place|set for|to be held|airs?|airing|telecast)\b"
)
_LOOKING_FAR_BACK = re.compile(
    r"\b(?:anniversary|since|ago|decades?|years?|later|century|earlier|history)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What of a source the rules look at."""

    body: Sequence[str]  # paragraphs, in their matching form
    captions: Sequence[tuple[date, str, bool]]  # day, words, and whether of an older picture
    copyright_year: int | None
    modified: date | None
    latest: date | None  # the latest day that the body states


def infer_date(
    body: Sequence[str],
    *,
    captions: Sequence[str] = (),
    copyright_lines: Sequence[str] = (),
    modified: date | None = None,
) -> Published | None:
    """The date that the evidence carries, cut to what is sure; None where it carries none."""
    forms = [matching_form(text) for text in body[:_PARAGRAPHS]]
    stated = [day for text in forms if (day := _latest_day(text)) is not None]
    evidence = Evidence(
        body=forms,
        captions=[dated for text in captions if (dated := _dated_caption(text)) is not None],
        copyright_year=next((int(m[1]) for t in copyright_lines if (m := _COPYRIGHT_YEAR.search(t))), None),
        modified=modified,
        latest=max(stated, default=None),
    )
    return next((found for rule in RULES if (found := rule(evidence)) is not None), None)


def _lead_states_weekday_and_date(evidence: Evidence) -> Published | None:
    """ "on Tuesday, April 13, 2021" in the opening: only fresh news names the weekday with the date."""
    for text in evidence.body[:_LEAD]:
        for moment in find_dates(text, anchor=None):
            if moment.precision == "day" and moment.until is None and _WEEKDAY.match(moment.text):
                day = date.fromisoformat(moment.when)
                near = text[max(0, moment.start - _NEAR) : moment.end + _NEAR]
                looks_back = looks(text, moment.start, moment.end) == "back" and not _TO_COME.search(near)
                if evidence.latest == day and looks_back:
                    return _of_day(day, f'the opening says "{moment.text}"')
    return None


def _caption_and_weekday(evidence: Evidence) -> Published | None:
    """A dated picture, and the weekday that the opening names.

    News that illustrates a Tuesday with a picture of Monday was written on that Tuesday: nothing newer
    was to be had. A picture of the event itself, or of a later day, only says that the text is no older.
    """
    fresh = [(day, words) for day, words, old in evidence.captions if not old]
    if not fresh:
        return None
    day, words = max(fresh)
    if evidence.latest is not None and evidence.latest > day + _STALE:
        return None
    for text in evidence.body[:_LEAD]:
        if (match := _WEEKDAY.search(text)) is None:
            continue
        ahead = (weekday_number(match.group()) - day.weekday()) % 7
        event = day + timedelta(days=ahead)
        reason = f'a caption is dated "{words}", and the text says "{match.group()}"'
        if looks(text, *match.span()) == "ahead":
            return _between(day, event, reason)
        if 0 < ahead <= _FRESH:
            return _of_day(event, reason)
        return _between(day, day + _WEEK, reason)
    return _between(day, day + _WEEK, f'a caption is dated "{words}"')


def _month_of_the_text(evidence: Evidence) -> Published | None:
    """ "this month" or "next month" beside a day and month, and a caption or notice that gives the year."""
    spoken = _spoken_month(evidence.body)
    if spoken is None:
        return None
    month, reason = spoken
    for day, caption, _ in evidence.captions:
        ahead = (month - day.month) % 12
        if ahead <= 1 and (evidence.latest is None or evidence.latest <= day + _STALE):
            year = day.year + (1 if month < day.month else 0)
            return _of_month(year, month, f'{reason}, and a caption is dated "{caption}"')
    if evidence.copyright_year is not None:
        return _of_month(
            evidence.copyright_year, month, f"{reason}, and the copyright is of {evidence.copyright_year}"
        )
    return None


def _dateline(evidence: Evidence) -> Published | None:
    """ "KYIV, April 13 (Agency) -": day and month, with the year from elsewhere."""
    for text in evidence.body[:1]:
        if (match := _DATELINE.match(text)) is not None:
            return _with_year(match, evidence, "the dateline")
    return None


def _named_day(evidence: Evidence) -> Published | None:
    """ "Tuesday, April 13" in the opening, with the year from elsewhere; the weekday must fit."""
    for text in evidence.body[:_LEAD]:
        match = _NAMED_DAY.search(text)
        if match and looks(text, *match.span()) == "back":
            return _with_year(match, evidence, "the opening", weekday=weekday_number(match["weekday"]))
    return None


def _lead_states_date(evidence: Evidence) -> Published | None:
    """A full date in the opening, the latest of the text and told as news: its month."""
    for text in evidence.body[:1]:
        for moment in find_dates(text, anchor=None):
            if moment.precision == "day" and date.fromisoformat(moment.when) == evidence.latest:
                if _LOOKING_FAR_BACK.search(text) or _TO_COME.search(text) or _later_year(evidence):
                    return None
                day = date.fromisoformat(moment.when)
                return _between(
                    day, day + _WEEK, f'the opening says "{moment.text}", the latest date of the text'
                )
    return None


def _copyright(evidence: Evidence) -> Published | None:
    """The year of the copyright notice."""
    year = evidence.copyright_year
    if year is None or (evidence.latest is not None and evidence.latest.year > year):
        return None
    return Published(f"{year}", "year", f"the copyright notice is of {year}", "inferred")


RULES: tuple[Callable[[Evidence], Published | None], ...] = (
    _lead_states_weekday_and_date,
    _caption_and_weekday,
    _dateline,
    _named_day,
    _month_of_the_text,
    _lead_states_date,
    _copyright,
)


def _with_year(
    match: re.Match[str], evidence: Evidence, where: str, *, weekday: int | None = None
) -> Published | None:
    """The matched day and month in the year of the captions, the copyright or the file."""
    month = month_number(match["month"] or match["month2"])
    number = int(re.sub(r"\D", "", match["day"] or match["day2"]))
    words = " ".join(match.group().split()).rstrip(" -–—:(")
    sources = [(day.year, f'a caption is dated "{text}"') for day, text, _ in evidence.captions]
    if evidence.copyright_year is not None:
        sources.append((evidence.copyright_year, f"the copyright is of {evidence.copyright_year}"))
    if evidence.modified is not None:
        sources.append((evidence.modified.year, f"the file was saved on {evidence.modified.isoformat()}"))
    for year, reason in sources:
        day = make_date(year, month, number)
        if day is None or (weekday is not None and day.weekday() != weekday):
            continue
        if reason.startswith("the file") and not timedelta(0) <= (evidence.modified or day) - day <= _WEEK:
            continue
        return _of_day(day, f'{where} says "{words}", and {reason}')
    return None


def _spoken_month(body: Sequence[str]) -> tuple[int, str] | None:
    """The month of publication that "this month" and "next month" give with a day beside them."""
    for text in body:
        if "this month" in text:
            months = {_month(match): match.group() for match in _YEARLESS.finditer(text)}
            if len(months) == 1:
                month, words = months.popitem()
                return month, f'the text says "this month" of "{words}"'
    if any("next month" in text for text in body):
        ahead = {
            _month(match): match.group()
            for text in body
            for match in _YEARLESS.finditer(text)
            if looks(text, *match.span()) == "ahead"
        }
        if len(ahead) == 1:
            month, words = ahead.popitem()
            return (month - 2) % 12 + 1, f'the text says "next month" and "{words}"'
    return None


def _month(match: re.Match[str]) -> int:
    return month_number(match["month"] or match["month2"])


def _dated_caption(text: str) -> tuple[date, str, bool] | None:
    days = [moment for moment in find_dates(text, anchor=None) if _is_day(moment)]
    if not days:
        return None
    last = max(days, key=lambda moment: moment.when)
    return date.fromisoformat(last.when[:10]), last.text, is_file_photo(text)


def _latest_day(text: str) -> date | None:
    days = [moment.when[:10] for moment in find_dates(text, anchor=None) if _is_day(moment)]
    return date.fromisoformat(max(days)) if days else None


def _is_day(moment: Moment) -> bool:
    return moment.precision in ("day", "minute") and moment.until is None


def _later_year(evidence: Evidence) -> bool:
    """Whether the body names a year after its latest day."""
    if evidence.latest is None:
        return False
    years = (moment.when for text in evidence.body for moment in find_dates(text, anchor=None))
    return any(when[:4] > str(evidence.latest.year) for when in years)


def _of_day(day: date, reason: str) -> Published:
    return Published(day.isoformat(), "day", reason, "inferred")


def _of_month(year: int, month: int, reason: str) -> Published:
    return Published(f"{year:04d}-{month:02d}", "month", reason, "inferred")


def _between(first: date, last: date, reason: str) -> Published | None:
    """The day, month or year that all the days share; None over New Year."""
    if first == last:
        return _of_day(first, reason)
    if first.year != last.year:
        return None
    if first.month == last.month:
        return _of_month(first.year, first.month, reason)
    return Published(f"{first.year}", "year", reason, "inferred")
