"""What each story is remembered by, why it is one story, and which other one is nearest."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

import numpy as np

from digest.cluster.grouping import Field
from digest.cluster.neighbours import Pairs
from digest.cluster.space import Space
from digest.cluster.time import agreement
from digest.cluster.topics import mean_key
from digest.cluster.why import explain_story, kept_apart, shared
from digest.kept import KeptStory, Profile

NEAR = 0.04  # mean similarity at which another story is worth a word
MEMBERS = 40  # articles of a story that are read for its evidence at most, the latest

Places = Mapping[str, Sequence[int]]


def keyed(
    stories: Sequence[KeptStory], space: Space, places: Places, touched: Collection[str]
) -> list[KeptStory]:
    """The stories with the keys of those that changed made anew."""
    return [
        replace(s, key=mean_key([_common(space, places[s.id])])) if s.id in touched else s for s in stories
    ]


def explained(
    stories: Sequence[KeptStory], field: Field, pairs: Pairs, places: Places, touched: Collection[str]
) -> list[KeptStory]:
    """The stories with the evidence of those that changed made anew."""
    nearest = _nearest(stories, field, pairs, places)
    by_id = {s.id: s for s in stories}
    done = []
    for story in stories:
        if story.id in touched:
            why = explain_story(_members(field, places[story.id]), _common(field.space, places[story.id]))
            other = nearest.get(story.id)
            if other is not None:
                text = kept_apart(_side(story, field, places), _side(by_id[other], field, places))
                why = replace(why, kept_apart=text, kept_apart_from=other)
            story = replace(story, why=why)
        done.append(story)
    return done


def _side(story: KeptStory, field: Field, places: Places) -> tuple[list[Profile], Mapping[str, float]]:
    return _members(field, places[story.id]), story.key


def _members(field: Field, rows: Sequence[int]) -> list[Profile]:
    return [field.profiles[row] for row in rows[-MEMBERS:]]


def _common(space: Space, rows: Sequence[int]) -> dict[str, float]:
    """The features that the articles share, with their mean weights."""
    vectors = []
    for row in rows[-MEMBERS:]:
        columns, weights = space.telling_part(row)
        length = float(np.linalg.norm(weights)) or 1.0
        vectors.append(
            {space.names[c]: w / length for c, w in zip(columns.tolist(), weights.tolist(), strict=True)}
        )
    return shared(vectors)


def _nearest(stories: Sequence[KeptStory], field: Field, pairs: Pairs, places: Places) -> dict[str, str]:
    """For each story with a looked-up article, the other story that is nearest to it."""
    place = np.zeros(len(field.profiles), dtype=np.int64)
    sizes = np.zeros(len(stories))
    for g, story in enumerate(stories):
        place[list(places[story.id])] = g
        sizes[g] = len(places[story.id])
    a, b = place[pairs.first], place[pairs.second]
    strength = pairs.similarity * np.sqrt(agreement(field.dates, pairs.first, pairs.second))
    other = a != b
    keys, where = np.unique(a[other] * len(stories) + b[other], return_inverse=True)
    sums = np.bincount(where, weights=strength[other], minlength=len(keys))
    best: dict[int, tuple[float, int]] = {}
    for key, total in zip(keys.tolist(), sums.tolist(), strict=True):
        g, o = divmod(key, len(stories))
        mean = total / float(sizes[g] * sizes[o])
        if mean >= NEAR and (g not in best or mean > best[g][0]):
            best[g] = (mean, o)
    return {stories[g].id: stories[o].id for g, (_, o) in best.items()}
