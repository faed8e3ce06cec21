"""One round of the daily run: look at the folders, take in what came, make what is due.

Everything that it needs is given: the store, who does the work, the clock. So a month can be run in a test.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Protocol

from digest.config import Config, Profile
from digest.errors import DigestError
from digest.records import Arrival, Edition, EditionKey, FileState
from digest.schedule.log import tell
from digest.schedule.plan import Due, Past, decide, moment, next_slot
from digest.schedule.worker import Stopped, Work
from digest.watch import Watch

RECORDS = 200  # the latest editions of a profile that are looked at
PATIENCE = 10  # looks, at most, at files that do not settle, before an edition is made without them
PAUSES = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 30, 60))  # before the next attempt


class Store(Protocol):
    """What is asked of the store here."""

    def files(self, under: Sequence[str]) -> Mapping[str, FileState]:
        """What has been taken in, by path."""
        ...

    def arrivals(self, after: int, under: Sequence[str]) -> tuple[Arrival, ...]:
        """Articles that came after a number."""
        ...

    def editions(self, profile: str, limit: int) -> tuple[Edition, ...]:
        """The latest editions, whatever became of them; the last one first."""
        ...

    def pass_over(self, edition: Edition) -> None:
        """Record a missed edition that is not made any more."""
        ...

    def fail(self, edition: Edition) -> None:
        """Record an edition that could not be made."""
        ...


class Alarm(Protocol):
    """Who tells the operator; once for each incident."""

    def raised(self, name: str, reason: str, *, at: str, profile: str | None = None) -> None:
        """Something goes wrong."""
        ...

    def over(self, name: str, *, at: str) -> None:
        """It does not any more."""
        ...


class Clock(Protocol):
    """Time, given so that tests can give another."""

    def now(self) -> datetime:
        """The moment, in UTC."""
        ...

    def sleep(self, seconds: float) -> None:
        """Wait."""
        ...

    def steady(self) -> float:
        """Seconds of a clock that nobody sets."""
        ...


@dataclass(slots=True)
class Round:
    """What a round did."""

    made: list[Edition] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)  # reasons
    unread: int = 0  # files that could not be read
    waiting: int = 0  # files that are not settled yet
    again: datetime | None = None  # when there will be something to decide


class Service:
    """Runs rounds; remembers between them what is not settled and when what failed is tried again."""

    def __init__(
        self, config: Config, *, store: Store, work: Work, alarm: Alarm, clock: Clock, watch: Watch
    ) -> None:
        self._config = config
        self._store = store
        self._work = work
        self._alarm = alarm
        self._clock = clock
        self._watch = watch
        self._known: Mapping[str, FileState] | None = None
        self._editions: dict[str, tuple[Edition, ...]] = {}  # nobody else writes them while the store is held
        self._failures: dict[
            str, tuple[int, datetime]
        ] = {}  # what failed -> how often, and when to try again

    def round(self, *, patient: bool = False) -> Round:
        """Look, take in, make. Raises Stopped when the program is to end; other failures are told.

        ``patient``: wait for files that are not settled even where no edition is due.
        """
        done = Round()
        self._take_in(done, patient=patient or self._is_any_due())
        for name, profile in self._config.profiles.items():
            try:
                self._attend(name, profile, done)
            except DigestError as error:
                if isinstance(error, Stopped):
                    raise
                self._failed(f"edition failed: {name}", error, done)
        return done

    def _is_any_due(self) -> bool:
        now = self._clock.now()
        return any(
            decide(name, profile, self._past(name, profile), now=now).make is not None
            for name, profile in self._config.profiles.items()
        )

    def _take_in(self, done: Round, *, patient: bool) -> None:
        """Read what is new and settled; where an edition is due, wait a little for what is not."""
        for _ in range(PATIENCE if patient else 1):
            if self._known is None:
                self._known = self._store.files(self._watch.sources)
            look = self._watch.look(self._known, at=self._clock.steady())
            for problem in look.problems:
                tell("cannot look", level=logging.WARNING, path=problem.path, reason=problem.reason)
            done.waiting = look.waiting
            if (look.files or look.gone) and self._is_to_be_tried("reading failed"):
                self._read(look.files, look.gone, done)
            if not look.waiting or not patient:
                return
            self._clock.sleep(self._watch.settle)

    def _read(self, files: tuple[FileState, ...], gone: tuple[str, ...], done: Round) -> None:
        began = self._clock.steady()
        at = stamp(self._clock.now())
        try:
            self._work.take_in(files, gone, at=at)
        except Stopped:
            raise
        except DigestError as error:
            self._failed("reading failed", error, done)
            return
        finally:
            known, self._known = self._known or {}, self._store.files(self._watch.sources)
        self._recovered("reading failed")
        problems = [self._known[file.path] for file in files if file.path in self._known]
        for state in problems:
            before = known.get(state.path)
            if state.problem is not None:
                done.unread += 1
                if before is None or before.problem != state.problem:
                    tell("not read", level=logging.WARNING, path=state.path, reason=state.problem)
        seconds = round(self._clock.steady() - began, 1)
        tell("taken in", files=len(files), gone=len(gone), seconds=seconds)

    def _attend(self, name: str, profile: Profile, done: Round) -> None:
        """Make what is due for a profile, and record what is passed over."""
        now = self._clock.now()
        decision = decide(name, profile, self._past(name, profile), now=now)
        if decision.passed:
            self._editions.pop(name, None)
        for missed in decision.passed:
            self._store.pass_over(
                Edition(
                    key=missed.key,
                    state="passed over",
                    due=stamp(missed.at),
                    made=stamp(now),
                    upto=0,
                    reason=missed.reason,
                )
            )
            tell("passed over", level=logging.WARNING, **shown(missed.key), reason=missed.reason)
        if decision.make is not None and self._is_to_be_tried(f"edition failed: {name}"):
            self._make(name, profile, decision.make, done)
            decision = decide(name, profile, self._past(name, profile), now=self._clock.now())
        if decision.again is not None:
            done.again = min(decision.again, done.again or decision.again)

    def _make(self, name: str, profile: Profile, due: Due, done: Round) -> None:
        now = self._clock.now()
        tell("making", **shown(due.key), late=due.late)
        self._editions.pop(name, None)
        try:
            edition = self._work.make(
                due.key, due=stamp(due.at) if due.at else None, now=stamp(now), late=due.late
            )
        except Stopped:
            raise
        except DigestError as error:
            self._record_failure(due, error)
            self._failed(f"edition failed: {name}", error, done, profile=name)
            return
        done.made.append(edition)
        self._recovered(f"edition failed: {name}")
        tell("made", **shown(due.key), new=len(edition.new), late=due.late, seconds=round(edition.seconds, 1))
        if due.late and due.at is not None:
            reason = f"the edition {due.key.date} {due.key.slot} was made at {stamp(now)}, late"
            self._alarm.raised(f"edition late: {name}", reason, at=stamp(now), profile=name)
        else:
            self._alarm.over(f"edition late: {name}", at=stamp(now))
        self._tell_of_length(name, profile, due, now)

    def _tell_of_length(self, name: str, profile: Profile, due: Due, began: datetime) -> None:
        """Report a run during which the next one became due."""
        following = next_slot(profile, after=max(began, due.at or began))
        ended = self._clock.now()
        if following is not None and following.at <= ended:
            minutes = round((ended - began).total_seconds() / 60)
            reason = f"a run took {minutes} min: the next was due at {stamp(following.at)} before it ended"
            tell(
                "too long", level=logging.WARNING, profile=name, minutes=minutes, next_due=stamp(following.at)
            )
            self._alarm.raised(f"run too long: {name}", reason, at=stamp(ended), profile=name)
        else:
            self._alarm.over(f"run too long: {name}", at=stamp(ended))

    def _past(self, name: str, profile: Profile) -> Past:
        if name not in self._editions:
            self._editions[name] = self._store.editions(name, RECORDS)
        editions = self._editions[name]
        last = next((edition for edition in editions if edition.state == "completed"), None)
        if profile.after is None and last is not None:
            return Past(editions)  # what came does not matter: its time decides
        came = self._store.arrivals(last.upto if last else 0, sources(profile, self._config))
        times = [moment(arrival.at) for arrival in came]
        return Past(editions, first=min(times, default=None), newest=max(times, default=None))

    def _record_failure(self, due: Due, error: DigestError) -> None:
        now = stamp(self._clock.now())
        at = stamp(due.at) if due.at else None
        failed = Edition(due.key, "failed", due=at, made=now, upto=0, late=due.late, reason=str(error))
        try:
            self._store.fail(failed)
        except DigestError as trouble:  # the disk is full: it is told all the same
            tell("not recorded", level=logging.ERROR, **shown(due.key), reason=str(trouble))

    def _failed(self, what: str, error: DigestError, done: Round, *, profile: str | None = None) -> None:
        """Tell a failure to the log and the operator, and set when it is tried again."""
        times = self._failures.get(what, (0, None))[0] + 1
        now = self._clock.now()
        again = now + PAUSES[min(times, len(PAUSES)) - 1]
        self._failures[what] = times, again
        done.failed.append(f"{what}: {error}")
        tell("failed", level=logging.ERROR, what=what, reason=str(error), times=times, again=stamp(again))
        try:
            self._alarm.raised(what, str(error), at=stamp(now), profile=profile)
        except DigestError as trouble:
            tell("alarm failed", level=logging.ERROR, what=what, reason=str(trouble))

    def _is_to_be_tried(self, what: str) -> bool:
        """Whether it is time: also where the clock was set back since it failed."""
        times, again = self._failures.get(what, (0, None))
        now = self._clock.now()
        return again is None or now >= again or again - now > PAUSES[min(times, len(PAUSES)) - 1]

    def _recovered(self, what: str) -> None:
        self._failures.pop(what, None)
        self._alarm.over(what, at=stamp(self._clock.now()))


def sources(profile: Profile, config: Config) -> tuple[str, ...]:
    """The folders and files of a profile."""
    return tuple(os.path.normpath(source) for source in profile.sources or (config.seeds,))


def every_source(config: Config) -> tuple[str, ...]:
    """The folders and files of all profiles."""
    return tuple(source for profile in config.profiles.values() for source in sources(profile, config))


def stamp(at: datetime) -> str:
    """A moment as records have it."""
    return at.isoformat(timespec="seconds")


def shown(key: EditionKey) -> dict[str, Any]:
    """A key as the log has it."""
    return {"profile": key.profile, "date": key.date, "slot": key.slot}
