"""``digest run`` put together: the lock, the store, the watch, the worker, the rounds, the delivery."""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from digest.config import NO_PROFILE, Config
from digest.errors import UsageError
from digest.schedule.log import LOG, tell
from digest.schedule.loop import GRACE, Loop
from digest.schedule.operator import Operator
from digest.schedule.ports import Round
from digest.schedule.service import Service, every_source
from digest.schedule.troubles import stamp
from digest.schedule.worker import Stopped, Worker, store_of
from digest.watch import Hints, Watch

if TYPE_CHECKING:
    from digest.store import Store


class SystemClock:
    """The clock of this machine: the one place of the daily run that reads it."""

    def now(self) -> datetime:
        """The moment, in UTC."""
        return datetime.now(UTC)

    def sleep(self, seconds: float) -> None:
        """Wait."""
        time.sleep(seconds)

    def steady(self) -> float:
        """Seconds since some moment; nobody sets this clock."""
        return time.monotonic()


@dataclass(frozen=True, slots=True)
class Parts:
    """What a run is made of."""

    config: Config
    store: Store
    service: Service
    operator: Operator
    worker: Worker
    watch: Watch
    clock: SystemClock

    def rounds(self) -> float | None:
        """One round; gives the seconds after which there is something to do again."""
        try:
            done = self.service.round()
        except Stopped:
            return None
        except Exception as error:  # whatever it is, the next round comes
            LOG.exception("round failed")
            self.operator.raised("round failed", str(error), at=stamp(self.clock.now()))
            return None
        self.operator.over("round failed", at=stamp(self.clock.now()))
        self.worker.rest()
        return self._soon(done)

    def _soon(self, done: Round) -> float | None:
        waits = [self.watch.settle] if done.waiting else []
        if done.again is not None:
            waits.append(max((done.again - self.clock.now()).total_seconds(), 0.0))
        poll = self.config.poll.total_seconds()
        return min((wait for wait in waits if wait < poll), default=None)

    def deliver(self) -> None:
        """Send what is waiting in the outbox."""
        try:
            self.operator.flush(now=self.clock.now())
        except Exception as error:
            LOG.exception("delivery failed")
            self.operator.raised("delivery failed", str(error), at=stamp(self.clock.now()))


def run(config: Config, *, command: str) -> None:
    """Watch and make editions until SIGTERM or SIGINT. Raises StoreError where the store is held."""
    with _parts(config, command) as parts:
        loop = Loop(
            config.profiles, rounds=parts.rounds, deliver=parts.deliver, poll=config.poll.total_seconds()
        )
        hints = Hints(parts.watch.sources, loop.ask, failed=lambda why: tell("no events", reason=why))
        hints.start()
        tell("started", profiles=",".join(config.profiles), sources=",".join(parts.watch.sources))
        parts.service.check_folders()

        worked: list[bool] = []  # whether what was begun ended by itself

        def stop() -> None:
            tell("stopping")
            parts.operator.stop()
            worked.append(parts.worker.stop(grace=GRACE))
            hints.stop()

        ended = loop.run(stop=stop)
        tell("stopped", abandoned=not (ended and all(worked)))
        if not ended:  # a server that does not answer: what was begun is taken up by the next process
            logging.shutdown()
            os._exit(0)


def run_once(config: Config, *, command: str) -> Round:
    """Do what is due now, deliver, and end. Raises StoreError where the store is held."""
    with _parts(config, command) as parts:
        try:
            unwritable = parts.service.check_folders()
            done = parts.service.round(patient=True)
        finally:
            parts.worker.stop(grace=GRACE)
        if not done.made and not done.failed:
            tell("nothing due", next=stamp(done.again) if done.again else "when new articles come")
        done.failed += unwritable
        done.failed += parts.operator.flush(now=parts.clock.now())
        return done


@contextmanager
def _parts(config: Config, command: str) -> Iterator[Parts]:
    from digest.store import hold, open_store

    if not config.profiles:
        raise UsageError(NO_PROFILE)
    clock = SystemClock()
    path = store_of(config)
    with hold(path, command=command, at=stamp(clock.now())), open_store(path) as store:
        watch = Watch(every_source(config), settle=config.settle.total_seconds())
        worker = Worker(config, limit=config.time_limit.total_seconds())
        operator = Operator(store, config)
        service = Service(config, store=store, work=worker, alarm=operator, clock=clock, watch=watch)
        try:
            yield Parts(config, store, service, operator, worker, watch, clock)
        finally:
            worker.stop(grace=0.0)
