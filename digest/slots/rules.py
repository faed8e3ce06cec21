"""Schedule texts -> rules: "daily at 06:30", "weekly on Monday at 08:00", a line of Unix cron.

The fields of a cron line are read by cronsim, which means by them what Debian's cron means: 0 and 7 are
Sunday; where both the day of the month and the day of the week are limited, a day that fits either is
meant. What a time means on a day on which the clock is changed is decided in ``zones``, not there.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time

from cronsim import CronSim, CronSimError

FORMS = (
    '"daily at 06:30", "daily at 06:30, 17:00", "weekdays at 07:00", "weekly on Monday at 08:00", '
    'or a cron line such as "30 6 * * 1-5"'
)
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_TIME = r"\d{1,2}:\d{2}"
_LIST = r"\s*(?:,|\band\b)\s*"
_PLAIN = re.compile(
    rf"(?P<often>daily|weekdays|weekly\s+on\s+(?P<days>[a-z]+(?:{_LIST}[a-z]+)*))"
    rf"\s+at\s+(?P<times>{_TIME}(?:{_LIST}{_TIME})*)"
)
_FIELDS = ("minute", "hour", "day of the month", "month", "day of the week")


@dataclass(frozen=True, slots=True)
class Rule:
    """The wall-clock times of one schedule, and the days on which they hold."""

    text: str  # as it was written
    times: tuple[time, ...]  # in order, to the minute
    on: Callable[[date], bool]
    cron: CronSim | None = None  # the line, where it is one


def parse(text: str) -> Rule:
    """Read a schedule. Raises ValueError, saying what was wrong and what is expected."""
    plain = _PLAIN.fullmatch(text.strip().lower())
    if plain is not None:
        return _plain(text, plain)
    if len(text.split()) == len(_FIELDS) and re.match(r"[\d*]", text.strip()):
        return _cron(text)
    raise ValueError(f"no schedule that Digest knows; it is written like {FORMS}")


def oddities(rule: Rule) -> tuple[str, ...]:
    """What in a cron line may mean another thing than its writer thinks."""
    if rule.cron is None:
        return ()
    found = []
    _, _, month_day, _, week_day = rule.text.split()
    missing = sorted(day for day in rule.cron.days if day > 28)
    if missing and not month_day.startswith("*"):
        found.append(f"months that have no day {missing[0]} have no edition for it")
    if not rule.cron.day_and:
        found.append(
            f"days that fit the day of the month ({month_day}) and days that fit the day of the week "
            f"({week_day}) are both meant, as Unix cron does"
        )
    if len(rule.times) > 24:
        found.append(f"that is {len(rule.times)} editions on a day")
    return tuple(found)


def _plain(text: str, found: re.Match[str]) -> Rule:
    times = sorted({_time(part) for part in re.split(_LIST, found["times"])})
    if found["often"] == "daily":
        days = frozenset(range(7))
    elif found["often"] == "weekdays":
        days = frozenset(range(5))
    else:
        days = frozenset(_day(name) for name in re.split(_LIST, found["days"]))
    return Rule(text, tuple(times), lambda day: day.weekday() in days)


def _time(text: str) -> time:
    hour, minute = map(int, text.split(":"))
    if hour > 23 or minute > 59:
        raise ValueError(f"{text} is no time of day; times run from 00:00 to 23:59, as in {FORMS}")
    return time(hour, minute)


def _day(name: str) -> int:
    known = [number for number, day in enumerate(DAYS) if name in (day, day[:3])]
    if not known:
        raise ValueError(f'"{name}" is no day of the week, as in "weekly on Monday at 08:00"')
    return known[0]


def _cron(text: str) -> Rule:
    try:
        line = CronSim(text, datetime(2000, 1, 1))
    except CronSimError as error:
        raise ValueError(
            f"no cron line ({str(error).lower()}); its five fields are {', '.join(_FIELDS)}, "
            'as in "30 6 * * 1-5"'
        ) from None
    times = tuple(time(hour, minute) for hour in sorted(line.hours) for minute in sorted(line.minutes))
    return Rule(text, times, lambda day: day.month in line.months and line.match_day(day), line)
