"""What each story is remembered by, why it is one story, and which other one is nearest."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate

import numpy as np

from digest.cluster.features import in_capitals
from digest.cluster.grouping import Field
from digest.cluster.naming import Features
from digest.cluster.neighbours import Pairs
from digest.cluster.time import agreement
from digest.cluster.topics import mean_key
from digest.cluster.why import Side, explain_story, kept_apart, side_of
from digest.kept import KeptStory, Profile

NEAR = 0.04  # mean similarity at which another story is worth a word
MEMBERS = 40  # articles of a story that are read for its evidence at most, the latest
FEATURES = 150  # of those that the articles of a story share

Places = Mapping[str, Sequence[int]]


def common_features(
    stories: Sequence[KeptStory], field: Field, places: Places, touched: Collection[str]
) -> dict[str, Features]:
    """For each story that changed, the features that its articles share."""
    return {s.id: _common(field, places[s.id]) for s in stories if s.id in touched}


def keyed(stories: Sequence[KeptStory], commons: Mapping[str, Features]) -> list[KeptStory]:
    """The stories with the keys of those that changed made anew."""
    return [replace(s, key=mean_key([commons[s.id]])) if s.id in commons else s for s in stories]


def explained(
    stories: Sequence[KeptStory],
    closed: Sequence[KeptStory],
    field: Field,
    pairs: Pairs,
    places: Places,
    commons: Mapping[str, Features],
) -> list[KeptStory]:
    """The stories with the evidence of those that changed made anew.

    The nearest other story is the one with the most similar articles within reach, or else the one of
    the same topic, however old, that is remembered by the most similar features.
    """
    nearest = _nearest(stories, field, pairs, places)
    by_id = {s.id: s for s in (*closed, *stories)}
    siblings: dict[str, list[KeptStory]] = {}
    for story in by_id.values():
        siblings.setdefault(story.topic, []).append(story)
    done = []
    for story in stories:
        if story.id in commons:
            members = _members(field, places[story.id])
            why = explain_story(members, commons[story.id], articles=len(story.article_ids))
            other = by_id.get(nearest.get(story.id, "")) or _most_alike(story, siblings[story.topic])
            if other is not None:
                text = kept_apart(side_of(members, story.key), _side(other, field, places))
                why = replace(why, kept_apart=text, kept_apart_from=other.id)
            story = replace(story, why=why)
        done.append(story)
    return done


def _most_alike(story: KeptStory, others: Sequence[KeptStory]) -> KeptStory | None:
    rated = [
        (sum(value * other.key.get(feature, 0.0) for feature, value in story.key.items()), other.id, other)
        for other in others
        if other.id != story.id
    ]
    return max(rated, key=lambda entry: entry[:2])[2] if rated else None


def _side(story: KeptStory, field: Field, places: Places) -> Side:
    if story.id in places:
        return side_of(_members(field, places[story.id]), story.key)
    return Side(story.why.dates, (), story.key)


def _members(field: Field, rows: Sequence[int]) -> list[Profile]:
    return [field.profiles[row] for row in rows[-MEMBERS:]]


def _common(field: Field, rows: Sequence[int]) -> dict[str, float]:
    """The heaviest features that half of the articles have (two at least), with their mean weights."""
    latest = list(rows[-MEMBERS:])
    parts = [field.space.telling_part(row) for row in latest]
    units = [weights / (float(np.linalg.norm(weights)) or 1.0) for _, weights in parts]
    columns, first, where, holders = np.unique(
        np.concatenate([part[0] for part in parts]),
        return_index=True,
        return_inverse=True,
        return_counts=True,
    )
    means = np.bincount(where, weights=np.concatenate(units), minlength=len(columns)) / len(latest)
    means[holders < max(min(2, len(latest)), len(latest) / 2)] = 0
    ends = list(accumulate(len(part[0]) for part in parts))

    def written(place: int) -> str:
        """The feature at a place among those of all members, as its article has it."""
        member = bisect_right(ends, place)
        profile = field.profiles[latest[member]]
        return profile.features[profile.blocks[0] + place - (ends[member - 1] if member else 0)]

    common = {}
    for k in np.argsort(-means, kind="stable")[:FEATURES].tolist():
        if means[k] > 0:
            feature = written(int(first[k]))
            if in_capitals(feature):
                forms = [written(place) for place in np.flatnonzero(where == k).tolist()]
                feature = next((form for form in forms if not in_capitals(form)), feature)
            common[feature] = float(means[k])
    return common


def _nearest(stories: Sequence[KeptStory], field: Field, pairs: Pairs, places: Places) -> dict[str, str]:
    """For each story with a looked-up article, the other story that is nearest to it."""
    place = np.full(len(field.profiles), -1, dtype=np.int64)
    sizes = np.zeros(len(stories))
    for g, story in enumerate(stories):
        place[list(places[story.id])] = g
        sizes[g] = len(places[story.id])
    a, b = place[pairs.first], place[pairs.second]
    strength = pairs.similarity * (1 + agreement(field.dates, pairs.first, pairs.second)) / 2
    other = (a != b) & (a >= 0) & (b >= 0)
    keys, where = np.unique(a[other] * len(stories) + b[other], return_inverse=True)
    sums = np.bincount(where, weights=strength[other], minlength=len(keys))
    best: dict[int, tuple[float, int]] = {}
    for key, total in zip(keys.tolist(), sums.tolist(), strict=True):
        g, o = divmod(key, len(stories))
        mean = total / float(sizes[g] * sizes[o])
        if mean >= NEAR and (g not in best or mean > best[g][0]):
            best[g] = (mean, o)
    return {stories[g].id: stories[o].id for g, (_, o) in best.items()}
