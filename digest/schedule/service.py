"""One round of the daily run: look at the folders, take in what came, make what is due.

Everything that it needs is given: the store, who does the work, the clock. So a month can be run in a test.
"""

from __future__ import annotations

import logging
import os
from datetime import datetime
from typing import Any

from digest.config import Config, Profile
from digest.deliver.folder import check_folder
from digest.errors import DeliveryError, DigestError
from digest.records import Edition, EditionKey
from digest.schedule.intake import Intake
from digest.schedule.log import tell
from digest.schedule.plan import Due, Past, decide, moment, next_slot
from digest.schedule.ports import Alarm, Clock, Round, Store
from digest.schedule.troubles import Troubles, stamp
from digest.schedule.worker import Stopped, Work
from digest.watch import Watch

LATENESS = "edition late: "  # begins the name of what is told of an edition that was made late
RECORDS = 200  # the latest editions of a profile that are looked at


class Service:
    """Runs rounds; remembers between them what is not settled and when what failed is tried again."""

    def __init__(
        self, config: Config, *, store: Store, work: Work, alarm: Alarm, clock: Clock, watch: Watch
    ) -> None:
        self._config = config
        self._store = store
        self._work = work
        self._clock = clock
        self._troubles = Troubles(alarm=alarm, clock=clock)
        self._intake = Intake(store=store, work=work, watch=watch, troubles=self._troubles, clock=clock)
        self._editions: dict[str, tuple[Edition, ...]] = {}  # nobody else writes while the store is held
        self._unwritten = set(config.profiles)  # profiles whose output folder may lack files

    def check_folders(self) -> tuple[str, ...]:
        """Try the output folders before anything is due; those that cannot be written to are told, and given.

        That keeps no edition back: it is kept in the store and mailed, and its files are written later.
        """
        found: list[str] = []
        for name in self._config.profiles:
            try:
                check_folder(self._config.folder_of(name))
            except DeliveryError as error:
                found.append(f"{no_folder(name)}: {error}")
                self._troubles.raised(no_folder(name), str(error))
            else:
                self._troubles.over(no_folder(name))
        return tuple(found)

    def round(self, *, patient: bool = False) -> Round:
        """Look, take in, make. Raises Stopped when the program is to end; other failures are told.

        ``patient``: wait for files that are not settled even where no edition is due.
        """
        done = Round()
        self._intake.take_in(done, patient=patient or self._is_any_due())
        for name, profile in self._config.profiles.items():
            try:
                self._attend(name, profile, done)
            except Stopped:
                raise
            except DigestError as error:
                self._failed(name, error, done)
        return done

    def _is_any_due(self) -> bool:
        now = self._clock.now()
        return any(
            decide(name, profile, self._past(name, profile), now=now).make is not None
            for name, profile in self._config.profiles.items()
        )

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
        make = decision.make or self._left(name)
        if make is not None and self._troubles.is_to_be_tried(failure(name)):
            self._make(name, profile, make, done)
            decision = decide(name, profile, self._past(name, profile), now=self._clock.now())
        if decision.again is not None:
            done.again = min(decision.again, done.again or decision.again)

    def _left(self, name: str) -> Due | None:
        """A completed edition whose files could not be written to the output folder."""
        if name not in self._unwritten:
            return None
        left = self._store.unwritten(name)
        if not left:
            self._unwritten.discard(name)
            return None
        return Due(left[0].key, moment(left[0].due) if left[0].due else None, left[0].late)

    def _make(self, name: str, profile: Profile, due: Due, done: Round) -> None:
        began = self._clock.now()
        tell("making", **shown(due.key), late=due.late)
        self._editions.pop(name, None)
        self._unwritten.add(name)
        try:
            edition = self._work.make(
                due.key, due=stamp(due.at) if due.at else None, now=stamp(began), late=due.late
            )
        except Stopped:
            raise
        except DigestError as error:
            self._record_failure(due, error)
            self._failed(name, error, done)
            return
        done.made.append(edition)
        self._unwritten.discard(name)
        self._troubles.recovered(failure(name))
        self._troubles.over(no_folder(name))
        tell(
            "made",
            **shown(due.key),
            new=len(edition.new),
            late=due.late,
            seconds=round(edition.seconds, 1),
            folder=self._config.folder_of(name) / due.key.folder,
        )
        for format_failed in edition.not_made:
            tell("format not made", level=logging.ERROR, **shown(due.key), reason=format_failed)
        self._tell_of_formats(name, edition)
        self._tell_of_lateness(name, due)
        self._tell_of_length(name, profile, due, began)

    def _tell_of_formats(self, name: str, edition: Edition) -> None:
        """Readers get the edition without them; that a format fails every day must not pass unseen."""
        if edition.not_made:
            self._troubles.raised(f"format not made: {name}", "\n".join(edition.not_made))
        else:
            self._troubles.over(f"format not made: {name}")

    def _tell_of_lateness(self, name: str, due: Due) -> None:
        now = stamp(self._clock.now())
        if due.late and due.at is not None:
            reason = f"the edition {due.key.date} {due.key.slot} was due at {stamp(due.at)} and made at {now}"
            self._troubles.raised(f"{LATENESS}{name}", reason)
        else:
            self._troubles.over(f"{LATENESS}{name}")

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
            self._troubles.raised(f"run too long: {name}", reason)
        else:
            self._troubles.over(f"run too long: {name}")

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

    def _failed(self, name: str, error: DigestError, done: Round) -> None:
        done.failed.append(f"{failure(name)}: {error}")
        self._troubles.failed(failure(name), str(error))


def failure(name: str) -> str:
    """The name under which the failure of a profile's edition is told."""
    return f"edition failed: {name}"


def no_folder(name: str) -> str:
    """The name under which it is told that a profile's output folder cannot be written to."""
    return f"output folder: {name}"


def sources(profile: Profile, config: Config) -> tuple[str, ...]:
    """The folders and files of a profile."""
    return tuple(os.path.normpath(source) for source in profile.sources or (config.seeds,))


def every_source(config: Config) -> tuple[str, ...]:
    """The folders and files of all profiles."""
    return tuple(source for profile in config.profiles.values() for source in sources(profile, config))


def shown(key: EditionKey) -> dict[str, Any]:
    """A key as the log has it."""
    return {"profile": key.profile, "date": key.date, "slot": key.slot}
