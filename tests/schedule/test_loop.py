"""The scheduler in real time, with seconds for minutes: nothing dropped, nothing overlaps."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from apscheduler.schedulers.background import BackgroundScheduler

from digest.config import Profile
from digest.schedule import loop as loops
from digest.schedule.loop import JOB, Every, Loop, ScheduleError, SlotTrigger


def run(rounds: Callable[[], float | None], seconds: float, *, poll: float = 0.1) -> bool:
    """Run a loop for so long; whether all ended."""
    loop = Loop({}, rounds=rounds, deliver=lambda: None, poll=poll)
    threading.Timer(seconds, os.kill, (os.getpid(), signal.SIGTERM)).start()
    return loop.run(stop=lambda: None)


def test_rounds_come_at_the_pace_and_never_overlap() -> None:
    running, overlaps, count = threading.Lock(), list[int](), list[int]()

    def rounds() -> None:
        if not running.acquire(blocking=False):
            overlaps.append(1)
            return
        count.append(1)
        time.sleep(0.25)
        running.release()

    assert run(rounds, 1.5)
    assert not overlaps
    assert 3 <= len(count) <= 7


def test_round_that_asks_for_another_gets_it() -> None:
    times: list[float] = []

    def rounds() -> float | None:
        times.append(time.monotonic())
        return 0.2 if len(times) < 4 else None

    assert run(rounds, 2.0, poll=60.0)
    assert len(times) == 4


def test_round_that_raises_does_not_end_the_loop() -> None:
    count: list[int] = []

    def rounds() -> None:
        count.append(1)
        raise RuntimeError("a bug")

    assert run(rounds, 1.0)
    assert len(count) > 2


def test_signal_ends_the_loop_while_a_round_hangs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loops, "LAST", 0.2)
    hangs = threading.Event()
    began = time.monotonic()
    assert not run(lambda: hangs.wait(30) and None, 0.5)
    assert time.monotonic() - began < 3.0
    hangs.set()


def test_job_that_comes_half_a_minute_late_is_run() -> None:
    """T01: with APScheduler's own grace of one second it is dropped."""
    scheduler = BackgroundScheduler(job_defaults=JOB)
    ran = threading.Event()
    scheduler.add_job(ran.set, "date", run_date=datetime.now(UTC) - timedelta(seconds=30))
    scheduler.start()
    assert ran.wait(5)
    while scheduler.get_jobs():
        time.sleep(0.01)
    scheduler.shutdown()


def test_clock_that_is_set_back_does_not_stop_the_rounds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without reckoning anew, the next round would come when the clock shows the old time again."""
    monkeypatch.setattr(loops, "BEAT", 0.2)
    count: list[int] = []
    loop = Loop({}, rounds=lambda: count.append(1), deliver=lambda: None, poll=0.3)  # type: ignore[func-returns-value]
    ahead = datetime.now(UTC) + timedelta(days=1)
    for job in loop._scheduler.get_jobs():  # as a job looks whose clock was a day ahead
        job.modify(next_run_time=ahead)
    shift = iter([86400.0])
    real = time.time
    monkeypatch.setattr(loops.time, "time", lambda: real() + next(shift, 0.0))
    threading.Timer(1.5, os.kill, (os.getpid(), signal.SIGTERM)).start()
    loop.run(stop=lambda: None)
    assert len(count) >= 2


def test_scheduler_that_stands_still_ends_the_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that what keeps it running starts it anew: a briefing that does not come in silence is the worst."""
    monkeypatch.setattr(loops, "BEAT", 0.1)
    loop = Loop({}, rounds=lambda: None, deliver=lambda: None, poll=60.0)
    for job in loop._scheduler.get_jobs():
        job.remove()
    loop._still = 0.3
    with pytest.raises(ScheduleError, match="stands still"):
        loop.run(stop=lambda: None)
    loop._scheduler.shutdown()


def test_trigger_fires_at_each_slot_once_whatever_was_missed() -> None:
    trigger = SlotTrigger(Profile.model_validate({"schedule": "daily at 06:30", "timezone": "Europe/Oslo"}))
    now = datetime(2026, 3, 28, 12, tzinfo=UTC)
    first = trigger.get_next_fire_time(None, now)
    assert first == datetime(2026, 3, 29, 4, 30, tzinfo=UTC)  # summer time has begun
    assert trigger.get_next_fire_time(first, now) == datetime(2026, 3, 30, 4, 30, tzinfo=UTC)


def test_pace_is_from_now_on_whatever_the_clock_was() -> None:
    now = datetime(2026, 3, 28, 12, tzinfo=UTC)
    pace = Every(30.0)
    assert pace.get_next_fire_time(None, now) == now + timedelta(seconds=30)
    assert pace.get_next_fire_time(now - timedelta(hours=9), now) == now
