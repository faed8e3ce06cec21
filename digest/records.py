"""What is recorded of runs: arrivals, editions, messages, incidents. Frozen data that any store can hold.

Arrivals, departures and problems share one sequence of numbers, so that "since then" never asks a clock.


Instants are ISO 8601 in UTC to the second (``2026-03-13T05:30:00+00:00``). Local dates are those of the
profile's own time zone. Nothing here reads a clock.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from digest.model import Article, NotRead


@dataclass(frozen=True, slots=True)
class EditionKey:
    """What there is exactly one edition of, whatever the clock, a restart or a change of the hour does."""

    profile: str
    date: str  # local date, YYYY-MM-DD
    slot: str  # "06:30", the time as the schedule has it; "new-2" for the second made for new articles

    @property
    def folder(self) -> str:
        """The name of its folder: ``2026-03-13-0630``."""
        return f"{self.date}-{self.folder_slot}"

    @property
    def folder_slot(self) -> str:
        """The slot as folders and addresses have it: "0630"; a colon is no part of a name everywhere."""
        return self.slot.replace(":", "")


@dataclass(frozen=True, slots=True)
class FileState:
    """A file of a source folder as the last scan saw it."""

    path: str  # as found; bytes that are not UTF-8 as surrogate escapes
    size: int  # bytes
    mtime_ns: int  # nanoseconds since 1970
    sha256: str | None = None  # of the bytes that were read; None: not read yet, so it is to be tried again
    problem: str | None = None  # why it could not be read, None: it could or was not tried


@dataclass(frozen=True, slots=True)
class Found:
    """One article in a file, under the id that it has in the store."""

    article: Article
    came_as: str  # the id that it brought, or the hash of its text


@dataclass(frozen=True, slots=True)
class FileRead:
    """What reading one file gave."""

    state: FileState
    found: tuple[Found, ...] = ()
    not_read: tuple[NotRead, ...] = ()


@dataclass(frozen=True, slots=True)
class Arrival:
    """One article in one place, numbered in the order of coming."""

    number: int  # grows by at least one with each arrival, never used twice
    article_id: str
    path: str  # as it is printed: of a record "articles.jsonl#3"
    at: str  # instant at which it was taken in
    revises: str | None = None  # id of the article that stood here before
    withdrawn: str | None = None  # instant at which it was seen to be gone from here; None: it stands
    revised_by: str | None = None  # id of the article that stands here instead
    left: int | None = None  # number at which it was gone; None: it stands
    file: str = ""  # as it was found; bytes that are not UTF-8 as surrogate escapes
    content: int = 0  # number of what was found in it


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition as the store keeps it."""

    key: EditionKey
    state: Literal["completed", "failed", "passed over"]  # passed over: missed, and no longer of use
    due: str | None  # instant at which it was due; None: made for new articles
    made: str  # instant at which it was completed, failed or was passed over
    upto: int  # number of the last arrival that it covers
    since: str | None = None  # instant of the edition before; None: the first of its profile
    late: bool = False
    reason: str | None = None  # why it failed or was passed over
    new: tuple[str, ...] = ()  # ids of the articles that are new in it
    context: tuple[str, ...] = ()  # ids of the other articles that it prints
    stories: tuple[str, ...] = ()  # ids of the stories that it prints
    not_made: tuple[str, ...] = ()  # formats that failed, each with the reason: "pdf: no fonts"
    written: bool = False  # its files lie in the output folder
    seconds: float = 0.0  # that it took


@dataclass(frozen=True, slots=True)
class Message:
    """One edition for one reader, from the edition's completion to its delivery: a line of the outbox.

    One of the channel "readers" stands for all readers of a list that could not be read.
    """

    number: int  # 0: not stored yet
    key: EditionKey
    channel: Literal["mail", "readers", "command", "alert"]
    to: str  # an address, a program, a file of readers
    message_id: str  # the same at every attempt
    due: str  # instant of the next attempt
    state: Literal["waiting", "sending", "sent", "failed", "dropped"] = "waiting"
    attempts: int = 0
    problem: str | None = None  # what the last attempt met
    done: str | None = None  # instant at which it was sent, failed for good or was dropped


@dataclass(frozen=True, slots=True)
class Incident:
    """Something that the operator is told of, once."""

    name: str  # "edition failed: morning", "edition late: morning", "mail stuck: morning"
    since: str  # instant
    reason: str
    told: str | None = None  # instant; None: not yet
    over: str | None = None  # instant; None: it lasts
