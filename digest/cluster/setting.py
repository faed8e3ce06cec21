"""Articles of one place, person or company: what all of them share is the setting, not the event.

Four short reports of one town resemble each other by its name and by what is always said with it ("the
regional court of"), however unlike their events. So a group is looked at once more, together
with what is nearest to it: a word counts the less the more of the others have it too, and what two articles
share beyond that says whether they tell of one event. The constants were chosen on the
sets of tests/fixtures/cluster/small_runs.jsonl and the development corpora (benchmarks/stories/README.md).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import takewhile

import numpy as np

from digest.cluster.grouping import Field
from digest.cluster.linkage import agglomerate
from digest.cluster.neighbours import Pairs
from digest.cluster.space import LEAD_SHARE, Floats, Ints, Space, matrix_of
from digest.cluster.time import agreement
from digest.kept import Profile

MOST = 40  # articles of a group that is looked at
WIDER = 2  # articles near the group that are read with it at most,
NEAR = 0.08  # and the mean similarity that they need
BEYOND = 0.26  # mean similarity beyond the setting, as a multiple of 1 / articles read, of one event
PRIOR = 2  # so many more articles are taken not to have a word that others share,
POWER = 3  # and so steeply it loses its weight with the share of those that do
ONE_WORD = 0.045  # of a similarity that one word may make, times the articles read less one
NUMBER = 0.3  # of what is needed, that two articles share a number speaks for one event so much,
DIGITS = 2  # if it has so many characters or more
NUMBERS = 2  # more than so many say no more


def apart_by_event(
    field: Field, rows: Sequence[int], together: Sequence[int], pairs: Pairs
) -> list[list[int]]:
    """Take a group of articles apart where they share no more than their setting.

    ``together`` gives for each article of the run the unit that it is bound to; units are not divided.
    """
    if not 2 <= len(rows) <= MOST:
        return [list(rows)]
    read = [*rows, *_nearest(rows, pairs)]
    at = np.asarray(rows)
    least = BEYOND / len(read)
    beyond = _beyond(field.space, read, len(rows))
    beyond += least * NUMBER * shared_numbers([field.profiles[row] for row in read], len(rows))
    beyond *= np.minimum(agreement(field.dates, at[:, None], at[None, :]), 1)  # the weekday is setting, too
    names, unit = np.unique([together[row] for row in rows], return_inverse=True)
    share = np.zeros((len(names), len(rows)))
    share[unit, np.arange(len(rows))] = 1
    sizes = share.sum(axis=1)
    means = (share @ beyond @ share.T) / np.outer(sizes, sizes)
    label = agglomerate(means, sizes, threshold=least)
    parts: dict[int, list[int]] = {}
    for row, u in zip(rows, unit.tolist(), strict=True):
        parts.setdefault(label[u], []).append(row)
    return list(parts.values())


def _nearest(rows: Sequence[int], pairs: Pairs) -> list[int]:
    """The articles outside a group that are most like it."""
    total: dict[int, float] = {}
    for row in rows:
        part = slice(*np.searchsorted(pairs.first, [row, row + 1]))
        for other, near in zip(pairs.second[part].tolist(), pairs.similarity[part].tolist(), strict=True):
            total[other] = total.get(other, 0.0) + near
    others = [(-near, other) for other, near in total.items() if near >= NEAR * len(rows)]
    return [other for _, other in sorted(others) if other not in rows][:WIDER]


def _beyond(space: Space, read: Sequence[int], count: int) -> Floats:
    """The similarity of the first ``count`` articles of some, each word weighed by how few of all have it."""
    one_word = ONE_WORD * (len(read) - 1)
    lead, whole = zip(*(space.compared_blocks(row) for row in read), strict=True)
    similarity: Floats = _shared(space, lead, count, LEAD_SHARE * one_word)
    similarity += _shared(space, whole, count, (1 - LEAD_SHARE) * one_word)
    return similarity


def _shared(space: Space, parts: Sequence[tuple[Ints, Floats]], count: int, most: float) -> Floats:
    matrix, holders = matrix_of([_without_weekdays(space, part) for part in parts])
    shared = (matrix[:count] > 0).sum(axis=0) > 1
    kept = _kept(holders[shared], len(parts))
    words = matrix[:count, shared]
    similarity: Floats = np.stack([np.minimum(words * row, most) @ kept for row in words])
    return similarity


def _kept(holders: Ints, articles: int) -> Floats:
    """The share of its weight that a feature keeps which so many of the articles read have."""
    kept: Floats = (1 - (holders - 2) / (articles - 2 + PRIOR)) ** POWER
    return kept


def shared_numbers(profiles: Sequence[Profile], count: int) -> Floats:
    """How many numbers the first ``count`` articles of some share, those that many have counted less."""
    found = [_numbers(profile) for profile in profiles]
    held = Counter(number for own in found for number in own)
    numbers = sorted(number for number, holders in held.items() if holders > 1)
    if not numbers:
        return np.zeros((count, count))
    has = np.array([[number in own for number in numbers] for own in found], dtype=np.float64)
    kept = _kept(has.sum(axis=0), len(profiles))
    shared: Floats = np.minimum((has[:count] * kept) @ has[:count].T, NUMBERS)
    return shared


def _numbers(profile: Profile) -> set[str]:
    """The numbers of an article; they are the first of its names and numbers."""
    telling = profile.features[profile.blocks[1] :]
    return {f for f in takewhile(lambda f: f.startswith("#:"), telling) if len(f) >= DIGITS + 2}


def _without_weekdays(space: Space, part: tuple[Ints, Floats]) -> tuple[Ints, Floats]:
    other = ~space.weekday[part[0]]
    return part[0][other], part[1][other]
