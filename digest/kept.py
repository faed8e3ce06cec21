"""What is kept from one run to the next: plain frozen data of clustering that any store can hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from sys import intern
from typing import Literal

from digest.model import Topic, Why


@dataclass(frozen=True, slots=True)
class Profile:
    """What clustering knows of one article: its features, counted.

    ``features`` stand in three blocks: words of the lead, words of the whole, then names and numbers;
    ``blocks`` gives where the first two end.
    """

    id: str
    published: str | None  # ISO 8601 day
    features: tuple[str, ...]  # "l:call", "w:call", "n:Ada Lund" a name, "c:Lund" as written, "#:41000";
    # ``interned``, where many profiles are held
    codes: bytes  # a 32-bit hash of each feature in lower case, little-endian
    counts: bytes  # how often each stands in the article, 32-bit floats, little-endian
    blocks: tuple[int, int]
    weekdays: tuple[str, ...] = ()  # that the lead names
    days: tuple[str, ...] = ()  # ISO 8601 days that the text tells of, the most often named first
    nearest: bytes = b""  # similarity to its nearest articles, highest first: 32-bit floats, little-endian


def interned(features: Iterable[str]) -> tuple[str, ...]:
    """Features as a profile holds them: each is one string in memory, however many articles have it."""
    return tuple(map(intern, features))


@dataclass(frozen=True, slots=True)
class KeptStory:
    """A story as it stood after the last run."""

    id: str  # the id of the article that opened it
    topic: str
    article_ids: tuple[str, ...]  # earliest first
    first: str | None
    last: str | None
    why: Why
    key: Mapping[str, float] = field(default_factory=dict)  # its most telling features, of unit length


@dataclass(frozen=True, slots=True)
class KeptTopic:
    """A topic as it stood after the last run."""

    id: str  # the id of its first story
    name: str
    key: Mapping[
        str, float
    ]  # the telling words and names of its stories, summed: new ones are held against it
    last: str | None = None  # ISO 8601 day of its latest story


@dataclass(frozen=True, slots=True)
class Change:
    """Something that moved articles which had a place, or changed a topic: recorded, never silent."""

    kind: Literal["stories merged", "story split", "article moved", "topics merged", "topic renamed"]
    kept: str  # the id of the story or topic that stays
    other: str  # the id of the one that went, or came new; of a topic that is renamed, its own
    why: str


@dataclass(frozen=True, slots=True)
class State:
    """Everything that tomorrow's run needs of today's."""

    profiles: tuple[Profile, ...] = ()  # of the articles still within reach
    stories: tuple[KeptStory, ...] = ()  # with an article within reach
    closed: tuple[KeptStory, ...] = ()  # the others
    topics: tuple[KeptTopic, ...] = ()
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Links:
    """Corrections by the user, in terms of articles, so that they outlive every story id."""

    together: tuple[tuple[str, str], ...] = ()  # pairs of article ids that must share a story
    apart: tuple[tuple[str, str], ...] = ()  # pairs of article ids that must not
    pins: Mapping[str, str] = field(
        default_factory=dict
    )  # article id -> an article of the story it belongs to
    names: Mapping[str, str] = field(default_factory=dict)  # topic id -> the name the user gave it


@dataclass(frozen=True, slots=True)
class Clustering:
    """Topics of one run, and the state to keep for the next."""

    topics: tuple[Topic, ...]  # those with at least one article of this run; earliest first
    state: State
    changes: tuple[Change, ...] = ()  # what this run moved
