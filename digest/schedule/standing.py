"""How the daily run stands: what was made, what is due, what waits, what went wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from digest.config import Config, Profile
from digest.records import Edition, EditionKey, Incident, Message
from digest.schedule.plan import LATE, Past, decide, moment, next_slot
from digest.schedule.ports import Store as Kept
from digest.schedule.service import LATENESS, RECORDS, every_source, sources
from digest.schedule.troubles import stamp
from digest.watch import Watch


class Store(Kept, Protocol):
    """What is asked of the store here besides."""

    def messages(self, state: str | None = None, key: EditionKey | None = None) -> tuple[Message, ...]:
        """The outbox."""
        ...

    def incidents(self, *, open_only: bool = False) -> tuple[Incident, ...]:
        """What went wrong."""
        ...


@dataclass(frozen=True, slots=True)
class ProfileStanding:
    """One profile."""

    name: str
    last: Edition | None  # the last one that was completed
    next: str | None  # instant; None: when new articles come, or never
    overdue: str | None  # instant since which an edition is due that was not made; None: none is
    failed: str | None  # why the latest attempt failed; None: it did not
    waiting: int  # articles that came since the last edition


@dataclass(frozen=True, slots=True)
class Standing:
    """The whole."""

    profiles: tuple[ProfileStanding, ...]
    new_files: int  # that are in the sources and not taken in
    unread: int  # known files that could not be read
    problems: tuple[str, ...]  # sources that cannot be looked at
    outbox: Mapping[str, int]  # messages by state, without those that were sent or dropped
    incidents: tuple[Incident, ...]  # that last
    late: tuple[Incident, ...]  # editions that were made, late: told until one is made in time, no failure
    holder: str | None  # who holds the store, since when; None: nobody does

    @property
    def well(self) -> bool:
        """Whether nothing is overdue and nothing failed."""
        profiles_well = not any(profile.overdue or profile.failed for profile in self.profiles)
        return profiles_well and not self.incidents and not self.outbox.get("failed")


def standing(config: Config, store: Store, *, holder: str | None, now: datetime) -> Standing:
    """How everything stands at a moment, with ``holder`` holding the store."""
    watched = every_source(config)
    known = store.files(watched)
    look = Watch(watched, settle=0.0).look(known, at=0.0)
    states = Counter(message.state for message in store.messages())
    lasting = store.incidents(open_only=True)
    shown: Sequence[Literal["waiting", "sending", "failed"]] = ("waiting", "sending", "failed")
    return Standing(
        profiles=tuple(
            _profile(name, profile, config, store, now) for name, profile in config.profiles.items()
        ),
        new_files=look.waiting,
        unread=sum(state.problem is not None for state in known.values()),
        problems=tuple(
            f"{problem.path}: {problem.reason}" for problem in look.problems if problem.path in watched
        ),
        outbox={state: states[state] for state in shown},
        incidents=tuple(one for one in lasting if not one.name.startswith(LATENESS)),
        late=tuple(one for one in lasting if one.name.startswith(LATENESS)),
        holder=holder,
    )


def _profile(name: str, profile: Profile, config: Config, store: Store, now: datetime) -> ProfileStanding:
    editions = store.editions(name, RECORDS)
    last = next((edition for edition in editions if edition.state == "completed"), None)
    came = store.arrivals(last.upto if last else 0, sources(profile, config))
    times = [moment(arrival.at) for arrival in came]
    past = Past(editions, first=min(times, default=None), newest=max(times, default=None))
    make = decide(name, profile, past, now=now).make
    since = (make.at or past.newest) if make is not None else None
    following = next_slot(profile, after=now)
    latest = editions[0] if editions else None
    return ProfileStanding(
        name=name,
        last=last,
        next=stamp(following.at) if following else None,
        overdue=stamp(since) if since is not None and now - since > LATE else None,
        failed=latest.reason if latest is not None and latest.state == "failed" else None,
        waiting=len(came),
    )
