"""What clustering keeps from one day to the next: plain frozen data, nothing that needs a class to read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from digest.model import Topic, Why


@dataclass(frozen=True, slots=True)
class Profile:
    """What clustering knows of one article."""

    id: str
    published: str | None  # ISO 8601 day
    weights: Mapping[str, float]  # feature ("w:troop", "n:joe biden", "#:41000") -> weight within the article
    days: Mapping[str, float] = field(
        default_factory=dict
    )  # ISO day or month that the text tells of -> weight


@dataclass(frozen=True, slots=True)
class KeptStory:
    """A story as it stood after the last run."""

    id: str  # the id of its first article
    topic: str
    article_ids: tuple[str, ...]  # earliest first
    first: str | None
    last: str | None
    why: Why


@dataclass(frozen=True, slots=True)
class KeptTopic:
    """A topic as it stood after the last run."""

    id: str
    name: str
    key: Mapping[str, float]  # its most telling features, unit length: what new stories are compared with


@dataclass(frozen=True, slots=True)
class Change:
    """Something that moved articles which had a place: recorded, never silent."""

    kind: Literal["stories merged", "story split", "topics merged"]
    kept: str  # the id that stays
    other: str  # the id that went, or came new
    why: str


@dataclass(frozen=True, slots=True)
class State:
    """Everything that tomorrow's run needs of today's."""

    profiles: tuple[Profile, ...] = ()  # of the articles still within reach
    stories: tuple[KeptStory, ...] = ()
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
