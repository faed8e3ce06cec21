"""Dates as an English reader says them."""

from __future__ import annotations

from digest.dates.words import MONTH_NAMES


def spoken_day(day: str) -> str:
    """An ISO day, month or year as text: "13 April 2021", "April 2021", "2021"."""
    year, _, rest = day.partition("-")
    if not rest:
        return day
    month = f"{MONTH_NAMES[int(rest[:2]) - 1][0]} {year}"
    return month if len(day) < 10 else f"{int(day[8:10])} {month}"
