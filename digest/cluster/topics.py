"""Stories -> topics: lines of developments, kept across days and months."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

import numpy as np

from digest.cluster.linkage import agglomerate
from digest.cluster.naming import topic_name
from digest.kept import KeptStory, KeptTopic, Links, State
from digest.model import Story, Topic

TOPIC_THRESHOLD = 0.24  # cosine of two keys at which the stories are one line of developments
KEY_FEATURES = 40  # features that a story or topic is remembered by
RECENT_TOPICS = 4_000  # topics that new stories are held against: those with the latest stories


def place_in_topics(
    stories: Sequence[KeptStory], known: Sequence[KeptTopic], links: Links
) -> tuple[list[KeptStory], list[KeptTopic]]:
    """Give every story without a topic one; gives all stories and all topics."""
    fresh = sorted((s for s in stories if not s.topic), key=lambda s: (s.first or "", s.id))
    recent = sorted(known, key=lambda t: (t.last or "", t.id))[-RECENT_TOPICS:]
    labels = _join([s.key for s in fresh], recent)
    chosen = {
        story.id: recent[label].id if label < len(recent) else fresh[label - len(recent)].id
        for story, label in zip(fresh, labels, strict=True)
    }
    placed = [replace(s, topic=chosen[s.id]) if s.id in chosen else s for s in stories]
    return placed, _updated(placed, known, set(chosen.values()), links)


def _join(stories: Sequence[Mapping[str, float]], known: Sequence[KeptTopic]) -> list[int]:
    """For each new story the index of its topic: below ``len(known)`` a known one, else a new one."""
    rows = [*(topic.key for topic in known), *stories]
    near = _related(rows, len(known))
    members = sorted(near)
    at = {row: k for k, row in enumerate(members)}
    similarity = np.zeros((len(members), len(members)))  # what has no measured likeness has none,
    old = sum(row < len(known) for row in members)
    similarity[:old, :old] = -np.inf  # and known topics are never merged
    for a in members:
        for b, value in near[a].items():
            similarity[at[a], at[b]] = value
    label = agglomerate(similarity, np.ones(len(members)), threshold=TOPIC_THRESHOLD)
    found = {row: members[label[at[row]]] for row in members}
    return [found.get(len(known) + k, len(known) + k) for k in range(len(stories))]


def _related(rows: Sequence[Mapping[str, float]], known: int) -> dict[int, dict[int, float]]:
    """The similar rows of each new row that has any, and of those."""
    asked = {feature: k for k, feature in enumerate(dict.fromkeys(f for key in rows[known:] for f in key))}
    entries = [
        (asked[f], row, value) for row, key in enumerate(rows) for f, value in key.items() if f in asked
    ]
    near: dict[int, dict[int, float]] = {}
    if not entries:
        return near
    features, holders, values = (np.array(part) for part in zip(*sorted(entries), strict=True))
    begins = np.searchsorted(features, np.arange(len(asked) + 1))
    for row in range(known, len(rows)):
        scores = np.zeros(row)
        for feature, value in rows[row].items():
            at = slice(begins[asked[feature]], begins[asked[feature] + 1])
            before = holders[at] < row
            scores[holders[at][before]] += value * values[at][before]
        for other in np.flatnonzero(scores >= TOPIC_THRESHOLD).tolist():
            near.setdefault(row, {})[other] = float(scores[other])
            near.setdefault(other, {})[row] = float(scores[other])
    return near


def _updated(
    stories: Sequence[KeptStory], known: Sequence[KeptTopic], grown: Collection[str], links: Links
) -> list[KeptTopic]:
    """The topics with the keys, names and days of those that grew made anew."""
    old = {topic.id: topic for topic in known}
    members: dict[str, list[KeptStory]] = {}
    for story in stories:
        members.setdefault(story.topic, []).append(story)
    for topic_id in sorted(grown):
        keys = [s.key for s in members[topic_id]]
        if topic_id in old:
            keys.append(old[topic_id].key)
        key = mean_key(keys)
        days = [day for s in members[topic_id] if (day := s.last)]
        last = max([*days, (old[topic_id].last or "") if topic_id in old else ""]) or None
        name = old[topic_id].name if topic_id in old else topic_name(key)
        old[topic_id] = KeptTopic(topic_id, name, key, last)
    for topic_id, name in links.names.items():
        if topic_id in old:
            old[topic_id] = replace(old[topic_id], name=name)
    return list(old.values())


def mean_key(keys: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """The heaviest features of some keys together, of unit length."""
    totals: dict[str, float] = {}
    for key in keys:
        for feature, value in key.items():
            totals[feature] = totals.get(feature, 0.0) + value
    chosen = sorted(totals, key=lambda f: (-totals[f], f))[:KEY_FEATURES]
    length = sum(totals[f] ** 2 for f in chosen) ** 0.5 or 1.0
    return {feature: round(totals[feature] / length, 4) for feature in chosen}


def assemble(state: State, *, only: Collection[str] | None = None) -> tuple[Topic, ...]:
    """The topics of a state, earliest first; with ``only``, those with one of these articles."""
    by_topic: dict[str, list[KeptStory]] = {}
    for story in (*state.closed, *state.stories):
        by_topic.setdefault(story.topic, []).append(story)
    topics = []
    for topic in state.topics:
        members = sorted(by_topic.get(topic.id, []), key=lambda s: (s.first or "", s.id))
        if not members:
            continue
        if only is not None and not any(a in only for s in members for a in s.article_ids):
            continue
        days = sorted(day for s in members for day in (s.first, s.last) if day)
        stories = tuple(Story(s.id, s.article_ids, s.first, s.last, s.why) for s in members)
        first, last = (days[0], days[-1]) if days else (None, None)
        topics.append(Topic(topic.id, topic.name, stories, first, last))
    return tuple(sorted(topics, key=lambda t: (t.first or "", t.id)))
