"""What an edition is made of: the stories with something new, and their earlier articles as context."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from digest.cluster import recounted
from digest.editions.intake import renewed
from digest.editions.window import Window, standing
from digest.ingest import also_in
from digest.model import Reading, Story, Topic
from digest.records import Arrival
from digest.store import Store


@dataclass(frozen=True, slots=True)
class Material:
    """Topics and readings, of articles that stand in the profile's sources."""

    topics: tuple[Topic, ...]  # earliest first
    readings: tuple[Reading, ...]  # of all their articles, by path


def gather(store: Store, window: Window, sources: Sequence[str | Path], *, pipeline: str) -> Material:
    """The stories with a new or revised article, their articles as the store read them.

    Articles that were revised or withdrawn, or stand outside the sources only, are left out. Nothing is
    parsed again, save what another version of Digest or of the language pipeline has read.
    """
    asked = {arrival.article_id for arrival in window.new} | window.revised.keys()
    stories = store.stories_of(asked)
    places = standing(store, (a for story, _ in stories for a in story.article_ids), sources)
    kept = store.readings(each[0] for each in places.values())
    readings = [_with_places(r, places) for r in renewed(store, kept, pipeline=pipeline)]
    return Material(
        _topics(store, stories, places), tuple(sorted(readings, key=lambda r: (r.article.path, r.article.id)))
    )


def _with_places(reading: Reading, places: Mapping[str, tuple[Arrival, ...]]) -> Reading:
    """The reading, its article flagged with the other places where it stands."""
    _, *others = places[reading.article.id]
    return replace(reading, article=also_in(reading.article, (place.path for place in others)))


def _topics(
    store: Store, stories: Sequence[tuple[Story, str]], places: Mapping[str, object]
) -> tuple[Topic, ...]:
    """The topics of some stories: these alone, their articles that stand, and why those are one."""
    members: dict[str, list[Story]] = {}
    for story, topic_id in stories:
        here = tuple(article for article in story.article_ids if article in places)
        if here:
            why = recounted(story.why, len(here))
            members.setdefault(topic_id, []).append(replace(story, article_ids=here, why=why))
    named = {topic.id: topic.name for topic in store.topics_of(members.keys())}
    topics = [_topic(topic_id, named[topic_id], mine) for topic_id, mine in sorted(members.items())]
    return tuple(sorted(topics, key=lambda topic: (topic.first or "", topic.id)))


def _topic(topic_id: str, name: str, stories: Sequence[Story]) -> Topic:
    ordered = tuple(sorted(stories, key=lambda story: (story.first or "", story.id)))
    days = sorted(day for story in ordered for day in (story.first, story.last) if day)
    return Topic(topic_id, name, ordered, days[0] if days else None, days[-1] if days else None)
