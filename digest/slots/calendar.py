"""Rules and a zone -> slots."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from digest.slots.rules import Rule
from digest.slots.zones import exists, instant

HORIZON = timedelta(days=8 * 366)  # the longest wait of a rule that has a day: 29 February over 1900 or 2100


@dataclass(frozen=True, slots=True)
class Slot:
    """One time at which an edition is due: the date and name are its key, the moment is when."""

    date: str  # local date, YYYY-MM-DD
    name: str  # local wall-clock time as the schedule has it, HH:MM
    at: datetime  # in UTC


def between(rules: Sequence[Rule], zone: ZoneInfo, *, after: datetime, upto: datetime) -> Iterator[Slot]:
    """The slots that are due later than ``after`` and not later than ``upto``, in order."""
    day = after.astimezone(zone).date() - timedelta(days=1)  # a skipped time may be due on the day after
    last = upto.astimezone(zone).date() + timedelta(days=1)  # where clocks go back over midnight
    held: list[Slot] = []
    while day <= last:
        held = sorted((*held, *_of_day(rules, zone, day)), key=_order)
        day += timedelta(days=1)
        begins = instant(datetime.combine(day, datetime.min.time()), zone)
        while held and (held[0].at < begins or day > last):  # no later day has an earlier one
            slot = held.pop(0)
            if after < slot.at <= upto:
                yield slot


def upcoming(rules: Sequence[Rule], zone: ZoneInfo, *, after: datetime, count: int) -> tuple[Slot, ...]:
    """The next slots; fewer than ``count`` where the rules have no more within eight years."""
    try:
        return tuple(islice(between(rules, zone, after=after, upto=after + HORIZON), count))
    except OverflowError:  # the end of the calendar
        return ()


def _of_day(rules: Sequence[Rule], zone: ZoneInfo, day: date) -> Iterator[Slot]:
    times = {time for rule in rules if rule.on(day) for time in rule.times}
    for time in times:
        at = instant(datetime.combine(day, time), zone)
        if at.astimezone(zone).date() == day or exists(day, zone):
            yield Slot(day.isoformat(), f"{time:%H:%M}", at)


def _order(slot: Slot) -> tuple[datetime, str, str]:
    return slot.at, slot.date, slot.name
