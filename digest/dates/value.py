"""What a date expression means: a day, month or year, or a span of them."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from digest.model import Precision, Published


@dataclass(frozen=True, slots=True)
class Value:
    """A date cut to its precision, and the last one of a span."""

    when: str
    precision: Precision
    until: str | None = None
    how: Literal["stated", "inferred"] = "stated"


@dataclass(frozen=True, slots=True)
class Anchor:
    """The days on which the text may have been published: first to last, one day or a month or year."""

    first: date
    last: date

    @property
    def day(self) -> date | None:
        """The day, where it is known to the day."""
        return self.first if self.first == self.last else None

    @property
    def month(self) -> tuple[int, int] | None:
        """Year and month, where they are known."""
        same = (self.first.year, self.first.month) == (self.last.year, self.last.month)
        return (self.first.year, self.first.month) if same else None


def anchor_of(published: Published | None) -> Anchor | None:
    """The anchor that a date of publication gives; None where it is unknown or malformed."""
    if published is None:
        return None
    try:
        if published.precision in ("minute", "day"):
            day = date.fromisoformat(published.when[:10])
            return Anchor(day, day)
        if published.precision == "month":
            year, month = (int(part) for part in published.when.split("-")[:2])
            return Anchor(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))
        return Anchor(date(int(published.when), 1, 1), date(int(published.when), 12, 31))
    except ValueError:
        return None


def make_date(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def of_day(day: date, until: date | None = None, *, inferred: bool = False) -> Value:
    """A day, or the days from ``day`` to ``until``."""
    last = until.isoformat() if until and until != day else None
    return Value(day.isoformat(), "day", last, "inferred" if inferred else "stated")


def of_month(year: int, month: int, *, inferred: bool = False) -> Value:
    """A month."""
    return Value(f"{year:04d}-{month:02d}", "month", None, "inferred" if inferred else "stated")


def of_year(year: int, until: int | None = None, *, inferred: bool = False) -> Value:
    """A year, or the years from ``year`` to ``until``."""
    last = f"{until:04d}" if until is not None and until != year else None
    return Value(f"{year:04d}", "year", last, "inferred" if inferred else "stated")


def shift_month(year: int, month: int, by: int) -> tuple[int, int]:
    """The month that lies ``by`` months later (earlier, where negative)."""
    index = year * 12 + month - 1 + by
    return index // 12, index % 12 + 1


def days(number: int) -> timedelta:
    """A number of days."""
    return timedelta(days=number)
