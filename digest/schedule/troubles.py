"""What failed, whom it was told, and when it is tried again."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from digest.errors import DigestError
from digest.schedule.log import tell
from digest.schedule.ports import Alarm, Clock

PAUSES = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 30, 60))  # before the next attempt


class Troubles:
    """Each trouble has a name, under which it is told once, tried again after growing pauses, and over."""

    def __init__(self, *, alarm: Alarm, clock: Clock) -> None:
        self._alarm = alarm
        self._clock = clock
        self._failures: dict[str, tuple[int, datetime]] = {}  # name -> how often, and when it is tried again

    def failed(self, name: str, reason: str) -> None:
        """Something failed: it is told to the log each time, to the operator once."""
        times = self._failures.get(name, (0, None))[0] + 1
        again = self._clock.now() + _pause(times)
        self._failures[name] = times, again
        tell("failed", level=logging.ERROR, what=name, reason=reason, times=times, again=stamp(again))
        self.raised(name, reason)

    def is_to_be_tried(self, name: str) -> bool:
        """Whether it is time: also where the clock was set back since it failed."""
        times, again = self._failures.get(name, (0, None))
        now = self._clock.now()
        return again is None or now >= again or again - now > _pause(times)

    def recovered(self, name: str) -> None:
        """It went well."""
        self._failures.pop(name, None)
        self.over(name)

    def raised(self, name: str, reason: str) -> None:
        """Tell the operator."""
        try:
            self._alarm.raised(name, reason, at=stamp(self._clock.now()))
        except DigestError as error:  # the store itself is in trouble: the log has it
            tell("not told", level=logging.ERROR, what=name, reason=str(error))

    def over(self, name: str) -> None:
        """Note that it does not go wrong any more."""
        try:
            self._alarm.over(name, at=stamp(self._clock.now()))
        except DigestError as error:
            tell("not told", level=logging.ERROR, what=name, reason=str(error))


def stamp(at: datetime) -> str:
    """A moment as records have it."""
    return at.isoformat(timespec="seconds")


def _pause(times: int) -> timedelta:
    return PAUSES[min(times, len(PAUSES)) - 1]
