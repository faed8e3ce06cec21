"""What dates say about two articles: how far apart they were published, which day their leads name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

import numpy as np

from digest.cluster.space import Floats, Ints
from digest.cluster.state import Profile

DECAY_DAYS = 10.0  # similarity falls to 37 % over this gap between publications
OTHER_WEEKDAY = 0.9  # factor where both leads name a weekday and not the same one


def agreement(profiles: Sequence[Profile], first: Ints, second: Ints) -> Floats:
    """For each pair of profiles, 1 where their dates agree or are not known, towards 0 as they part."""
    published = np.array([ordinal(p.published) if p.published else np.nan for p in profiles])
    named = np.array([_bits(p.weekdays) for p in profiles], dtype=np.int64)
    gaps = np.nan_to_num(np.abs(published[first] - published[second]), nan=0.0)
    differ = (named[first] > 0) & (named[second] > 0) & (named[first] & named[second] == 0)
    near: Floats = (np.exp(-gaps / DECAY_DAYS) * np.where(differ, OTHER_WEEKDAY, 1.0)).astype(np.float32)
    return near


def _bits(weekdays: Iterable[str]) -> int:
    week = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    return sum(1 << week.index(day) for day in weekdays)


def ordinal(day: str) -> float:
    """A day as a number; a month or a year stands for its middle."""
    year, month, dom = (*(int(part) for part in day[:10].split("-")), 0, 0)[:3]
    if not month:
        return float(date(year, 7, 1).toordinal())
    return float(date(year, month, dom or 15).toordinal())


def span(profiles: Iterable[Profile]) -> tuple[str | None, str | None]:
    """First and last day of publication; None where no article has one."""
    days = sorted(p.published for p in profiles if p.published)
    return (days[0], days[-1]) if days else (None, None)
