"""What dates say about two articles: how far apart they were published, which day their leads name."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from digest.cluster.features import WEEK
from digest.cluster.space import Floats, Ints
from digest.kept import Profile

DECAY_DAYS = 6.0  # similarity falls to 37 % over this gap between publications, and fast beyond it
ONE_EVENT_DAYS = 21.0  # articles published further apart do not report one event
OTHER_WEEKDAY = 0.85  # factor where both leads name a weekday and not the same one,
SAME_WEEKDAY = 1.15  # and where they name the same one


@dataclass(frozen=True, slots=True)
class Dates:
    """What is known of the dates of some articles; row ``i`` belongs to profile ``i``."""

    low: Floats  # first day on which it may have been published, as a number; not a number: unknown
    high: Floats  # last day
    weekdays: Ints  # the weekdays that its lead names, one bit each


def read_dates(profiles: Sequence[Profile]) -> Dates:
    """The dates of the profiles."""
    spans = [bounds(p.published) if p.published else (np.nan, np.nan) for p in profiles]
    low, high = np.array(spans, dtype=np.float64).reshape(-1, 2).T
    named = [sum(1 << WEEK.index(day) for day in p.weekdays) for p in profiles]
    return Dates(low, high, np.array(named, dtype=np.int64))


def agreement(dates: Dates, first: Ints, second: Ints) -> Floats:
    """For each pair of articles a factor: 1 where no date is known, towards 0 as their dates part.

    The weekdays that their leads name count too, for and against one event.
    """
    one, other = dates.weekdays[first], dates.weekdays[second]
    named = np.where(one & other > 0, SAME_WEEKDAY, OTHER_WEEKDAY)
    near = np.exp(-((gaps(dates, first, second) / DECAY_DAYS) ** 2))
    factor: Floats = near * np.where((one > 0) & (other > 0), named, 1.0)
    return factor


def recent(dates: Dates, days: float) -> NDArray[np.bool_]:
    """Whether each article was published in the last ``days`` before the newest."""
    newest = np.fmax.reduce(dates.low, initial=-np.inf)
    late: NDArray[np.bool_] = dates.high > newest - days
    return late


def gaps(dates: Dates, first: Ints, second: Ints) -> Floats:
    """Days between the publications of each pair at the least; 0 where one is not known."""
    apart = np.fmax(dates.low[first] - dates.high[second], dates.low[second] - dates.high[first])
    days_apart: Floats = np.maximum(np.nan_to_num(apart, nan=0.0), 0.0)
    return days_apart


@lru_cache(maxsize=4096)
def bounds(when: str) -> tuple[float, float]:
    """First and last day, as numbers, of an ISO day, month or year."""
    year, *rest = (int(part) for part in when[:10].split("-"))
    first = date(year, *rest, *(1 for _ in range(2 - len(rest))))
    if not rest:
        last = date(year, 12, 31)
    elif len(rest) == 1:
        last = date(year, rest[0], calendar.monthrange(year, rest[0])[1])
    else:
        last = first
    return float(first.toordinal()), float(last.toordinal())


def span(profiles: Iterable[Profile]) -> tuple[str | None, str | None]:
    """First and last date of publication, those known to the day before others; None where there is none."""
    known = sorted(p.published for p in profiles if p.published)
    days = [when for when in known if len(when) == 10] or known
    return (days[0], days[-1]) if days else (None, None)
