"""A store, work, an operator and a clock in memory, for rounds without a pipeline."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from digest.records import Arrival, Edition, EditionKey, FileRead, FileState
from digest.schedule.troubles import stamp


class Clock:
    """A clock that goes only when it is told to, or slept on."""

    def __init__(self, now: str) -> None:
        self.time = datetime.fromisoformat(now)
        self.elapsed = 0.0
        self.slept: Callable[[], object] = lambda: None  # what happens while somebody sleeps

    def now(self) -> datetime:
        return self.time

    def steady(self) -> float:
        return self.elapsed

    def sleep(self, seconds: float) -> None:
        self.pass_by(seconds=seconds)
        self.slept()

    def pass_by(self, **lapse: float) -> None:
        step = timedelta(**lapse)
        self.time += step
        self.elapsed += step.total_seconds()

    def set(self, now: str) -> None:
        """Set the clock, as an operator or a time server does."""
        self.time = datetime.fromisoformat(now)


class Store:
    """Keeps what the service asks for."""

    def __init__(self) -> None:
        self.known: dict[str, FileState] = {}
        self.came: list[Arrival] = []
        self.left: set[EditionKey] = set()  # editions whose files are not in the output folder
        self.records: list[Edition] = []  # the earliest first

    def files(self, under: Sequence[str]) -> Mapping[str, FileState]:
        return dict(self.known)

    def arrivals(self, after: int, under: Sequence[str]) -> tuple[Arrival, ...]:
        return tuple(arrival for arrival in self.came if arrival.number > after)

    def editions(self, profile: str, limit: int) -> tuple[Edition, ...]:
        mine = [edition for edition in self.records if edition.key.profile == profile]
        return tuple(mine[::-1][:limit])

    def record(self, files: Iterable[FileRead], *, at: str) -> tuple[Arrival, ...]:
        self.known |= {file.state.path: file.state for file in files}
        return ()

    def unwritten(self, profile: str) -> tuple[Edition, ...]:
        return tuple(edition for edition in self.records if edition.key in self.left)

    def put(self, edition: Edition) -> None:
        there = [one for one in self.records if one.key == edition.key]
        assert not any(one.state == "completed" for one in there), "an edition is made once"
        self.records = [one for one in self.records if one.key != edition.key] + [edition]

    def note(self, edition: Edition) -> None:
        """A completed one stays as it is."""
        if not any(one.key == edition.key and one.state == "completed" for one in self.records):
            self.put(edition)

    pass_over = fail = note


class Work:
    """Takes in and makes at once; ``before`` is called first and may raise."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self.store = store
        self.clock = clock
        self.before: Callable[[str], object] = lambda _: None
        self.reading: Callable[[Sequence[FileState]], object] = lambda _: None
        self.problems: dict[str, str] = {}  # path -> why it cannot be read
        self.not_made: tuple[str, ...] = ()  # formats that fail

    def take_in(self, files: Sequence[FileState], gone: Sequence[str], *, at: str) -> Any:
        self.before("take in")
        self.reading(files)
        for state in files:
            problem = self.problems.get(state.path)
            self.store.known[state.path] = replace(
                state, problem=problem, sha256=None if problem else "0" * 64
            )
            if problem is None:
                number = len(self.store.came) + 1
                self.store.came.append(Arrival(number, f"article-{number}", state.path, at))
        for path in gone:
            self.store.known.pop(path)

    def make(self, key: EditionKey, *, due: str | None, now: str, late: bool) -> Edition:
        self.before(key.profile)
        last = self.store.editions(key.profile, 1000)
        done = next((edition for edition in last if edition.key == key), None)
        if done is not None and done.state == "completed":
            self.store.left.discard(key)
            return done
        since = next((edition.upto for edition in last if edition.state == "completed"), 0)
        new = self.store.arrivals(since, ())
        upto = max([since, *(arrival.number for arrival in new)])
        edition = Edition(
            key,
            "completed",
            due,
            stamp(self.clock.now()),
            upto,
            late=late,
            new=tuple(arrival.article_id for arrival in new),
            not_made=self.not_made,
        )
        self.store.put(edition)
        return edition


class Operator:
    """Notes what was told."""

    def __init__(self) -> None:
        self.lasting: dict[str, str] = {}
        self.told: list[str] = []

    def raised(self, name: str, reason: str, *, at: str) -> None:
        if name not in self.lasting:
            self.lasting[name] = reason
            self.told.append(name)

    def over(self, name: str, *, at: str) -> None:
        self.lasting.pop(name, None)
