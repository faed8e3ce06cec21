"""Wall-clock times of a zone -> instants, where clocks are changed too."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo


def instant(wall: datetime, zone: ZoneInfo) -> datetime:
    """The moment, in UTC, at which a clock of the zone shows a time that has no zone.

    A time that the clock shows twice is its first occurrence; a time that the clock skips is the first
    moment after the gap (PEP 495 gives a skipped time the offset before the gap with fold=0, and the one
    after it with fold=1, so the change lies between those two moments).
    """
    first = wall.replace(tzinfo=zone, fold=0).astimezone(UTC)
    if first.astimezone(zone).replace(tzinfo=None) == wall:
        return first
    before, after = wall.replace(tzinfo=zone, fold=1).astimezone(UTC), first
    old = before.astimezone(zone).utcoffset()
    while after - before > timedelta(seconds=1):  # the change is after ``before``, and not after ``after``
        middle = before + timedelta(seconds=int((after - before).total_seconds()) // 2)
        if middle.astimezone(zone).utcoffset() == old:
            before = middle
        else:
            after = middle
    return after


def exists(day: date, zone: ZoneInfo) -> bool:
    """Whether the zone had that day at all: Apia went from 29 to 31 December 2011."""
    midnight = datetime.combine(day, time())
    return instant(midnight, zone) < instant(midnight + timedelta(days=1), zone)
