"""What the scheduler is given: a store, an operator, a clock. Tests give others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from digest.records import Arrival, Edition, FileRead, FileState


class Store(Protocol):
    """What is asked of the store."""

    def files(self, under: Sequence[str]) -> Mapping[str, FileState]:
        """What has been taken in, by path."""
        ...

    def record(self, files: Iterable[FileRead], *, at: str) -> tuple[Arrival, ...]:
        """Keep what reading some files gave."""
        ...

    def arrivals(self, after: int, under: Sequence[str]) -> tuple[Arrival, ...]:
        """Articles that came after a number."""
        ...

    def editions(self, profile: str, limit: int) -> tuple[Edition, ...]:
        """The latest editions, whatever became of them; the last one first."""
        ...

    def unwritten(self, profile: str) -> tuple[Edition, ...]:
        """Completed editions whose files do not lie in the output folder yet."""
        ...

    def pass_over(self, edition: Edition) -> None:
        """Record a missed edition that is not made any more."""
        ...

    def fail(self, edition: Edition) -> None:
        """Record an edition that could not be made."""
        ...


class Alarm(Protocol):
    """Who tells the operator; once for each incident."""

    def raised(self, name: str, reason: str, *, at: str) -> None:
        """Something goes wrong."""
        ...

    def over(self, name: str, *, at: str) -> None:
        """It does not any more."""
        ...


class Clock(Protocol):
    """Time."""

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
    waiting: int = 0  # files that are not settled yet, or wait for the next round
    again: datetime | None = None  # when there will be something to decide
