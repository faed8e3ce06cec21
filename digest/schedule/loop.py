"""The foreground process: APScheduler says when, ``Service`` does the rounds, signals end it.

Every job is the same round, on one thread, so that no two runs overlap. A job that comes while its last
run still lasts is left out: the round that follows sees what is due. The grace of a job that comes too
late is unlimited, since APScheduler's own, one second, drops it with no more than a line in the log.
"""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.jobstores.base import JobLookupError
from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.base import BaseTrigger

from digest.config import Profile
from digest.errors import DigestError
from digest.schedule.log import tell
from digest.schedule.plan import next_slot

GRACE = 6.0  # seconds that running work may take to end after a signal
BEAT = 5.0  # seconds between looks at the clock
JUMP = 3.0  # seconds by which it may be corrected without notice
LAST = 2.0  # seconds more, after it was abandoned
JOB = {"coalesce": True, "max_instances": 1, "misfire_grace_time": None}


class ScheduleError(DigestError):
    """The scheduler does not work any more: the process is to be started anew."""


class SlotTrigger(BaseTrigger):  # type: ignore[misc]  # APScheduler 3 has no type hints
    """Fires at the slots of a profile."""

    def __init__(self, profile: Profile) -> None:
        self._profile = profile

    def get_next_fire_time(self, previous_fire_time: datetime | None, now: datetime) -> datetime | None:
        """The first slot after the last one that fired; ``now`` where none has."""
        slot = next_slot(self._profile, after=previous_fire_time or now)
        return slot.at if slot else None


class Every(BaseTrigger):  # type: ignore[misc]
    """Fires at a pace that does not count from a date, so that it outlives a clock that is set back."""

    def __init__(self, seconds: float) -> None:
        self._pace = timedelta(seconds=seconds)

    def get_next_fire_time(self, previous_fire_time: datetime | None, now: datetime) -> datetime | None:
        """One pace after it fired last, or from now."""
        return max(previous_fire_time + self._pace, now) if previous_fire_time else now + self._pace


class Loop:
    """Runs rounds at the slots of the profiles, every ``poll`` seconds, and when asked."""

    def __init__(
        self,
        profiles: dict[str, Profile],
        *,
        rounds: Callable[[], float | None],
        deliver: Callable[[], object],
        poll: float,
    ) -> None:
        self._rounds = (
            rounds  # gives the seconds after which it should be called again; None: at the next poll
        )
        self._lock = threading.Lock()
        executors = {"work": ThreadPoolExecutor(1), "mail": ThreadPoolExecutor(1)}
        self._scheduler = BackgroundScheduler(executors=executors, job_defaults=JOB, timezone=UTC)
        for name, profile in profiles.items():
            if profile.schedule:
                self._scheduler.add_job(
                    self._round, SlotTrigger(profile), id=f"profile {name}", executor="work"
                )
        now = datetime.now(UTC)
        self._scheduler.add_job(self._round, Every(poll), id="look", executor="work", next_run_time=now)
        self._scheduler.add_job(deliver, Every(poll), id="mail", executor="mail", next_run_time=now)
        self._stopping = threading.Event()
        self._running = False
        self._ended = time.monotonic()
        self._still = 3 * poll + 60.0  # seconds without a round that mean that none will come any more

    def run(self, *, stop: Callable[[], None]) -> bool:
        """Run until SIGTERM or SIGINT, then call ``stop``, which ends running work; True: all ended."""
        with _signals(self._stopping):
            self._scheduler.start()
            ahead = time.time() - time.monotonic()
            while not self._stopping.wait(BEAT):
                if not self._running and time.monotonic() - self._ended > self._still:
                    raise ScheduleError("no round was begun for too long: the scheduler stands still")
                jump = time.time() - time.monotonic() - ahead
                if abs(jump) > JUMP:  # set by somebody, or the machine was asleep
                    ahead += jump
                    tell("clock jumped", seconds=round(jump))
                    self._reckon()
        self._scheduler.pause()
        stop()
        waits = threading.Thread(target=self._scheduler.shutdown, daemon=True)
        waits.start()
        waits.join(LAST)
        return not waits.is_alive()

    def _reckon(self) -> None:
        """Reckon anew when jobs are due, and look now what is."""
        for job in self._scheduler.get_jobs():
            with suppress(JobLookupError):  # one that was asked for has just run
                job.remove() if job.id == "asked" else job.reschedule(job.trigger)
        self.ask()

    def ask(self, after: float = 0.0) -> None:
        """Ask for a round soon; asking again before it is asking once."""
        if self._stopping.is_set() or not self._scheduler.running:
            return
        at = datetime.now(UTC) + timedelta(seconds=after)
        with self._lock:
            asked = self._scheduler.get_job("asked")
            if asked is None or (asked.next_run_time and asked.next_run_time > at):
                self._scheduler.add_job(
                    self._round, "date", run_date=at, id="asked", executor="work", replace_existing=True
                )

    def _round(self) -> None:
        if self._stopping.is_set():
            return
        self._running = True
        try:
            after = self._rounds()
        finally:
            self._ended = time.monotonic()
            self._running = False
        if after is not None:
            self.ask(after)


@contextmanager
def _signals(stopping: threading.Event) -> Iterator[None]:
    """SIGTERM and SIGINT set the event; a second one ends the process at once."""

    def told(number: int, _frame: object) -> None:
        if stopping.is_set():
            os._exit(128 + number)
        stopping.set()

    before = {number: signal.signal(number, told) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
