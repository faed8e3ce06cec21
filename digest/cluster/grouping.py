"""Articles -> groups that are one event each: linkage, division of look-alikes, stragglers brought home."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from digest.cluster.contrast import divide
from digest.cluster.linkage import agglomerate
from digest.cluster.neighbours import Pairs, dense
from digest.cluster.space import Floats, Space
from digest.cluster.time import ONE_EVENT_DAYS, Dates, agreement, gaps
from digest.kept import Profile

THRESHOLD = 0.2  # mean affinity at which two groups are one event
SCALE = 0.3  # brings affinities back to the size of similarities
BLOCK = 800  # articles that are linked at once at most
STICK = 1.4  # so much more like one event are two articles that were in one story yesterday
STRAGGLERS = 2  # articles of a group that may be brought home to a story
HOME = 5  # articles that a story needs to take in stragglers
HOME_SIMILARITY = 0.13  # mean similarity that a straggler needs to its home,
HOME_MARGIN = 1.25  # and how much more than to any other story


@dataclass(frozen=True, slots=True)
class Field:
    """Everything that is measured about the articles of one run, in one order."""

    profiles: Sequence[Profile]
    space: Space
    crowd: Floats
    dates: Dates


def affinity(field: Field, rows: Sequence[int]) -> Floats:
    """How much every two of some articles look like one event.

    Their similarity, against how crowded the neighbourhood of each is (in the manner of the local
    scaling of Zelnik-Manor and Perona 2004), and the less the further their dates are apart.
    """
    crowd = field.crowd[np.asarray(rows)]
    return SCALE * timed(field, rows) / np.sqrt(np.outer(crowd, crowd))


def timed(field: Field, rows: Sequence[int]) -> Floats:
    """Similarity of every two of some articles, the less the further their dates are apart."""
    at = np.asarray(rows)
    return dense(field.space, rows) * agreement(field.dates, at[:, None], at[None, :])


def blocks(field: Field, pairs: Pairs, owner: Sequence[int]) -> list[list[int]]:
    """Sets of articles that can be linked on their own, each with at least one pair to look at.

    Two groups are only merged where some pair of their articles has an affinity of ``THRESHOLD``, so
    the connected components over such pairs are exact; one of more than ``BLOCK`` articles is taken
    apart by a higher threshold.
    """
    strength = SCALE * pairs.similarity * agreement(field.dates, pairs.first, pairs.second)
    strength /= np.sqrt(field.crowd[pairs.first] * field.crowd[pairs.second])
    found: list[list[int]] = []
    limit = THRESHOLD
    edges = [
        (int(k), int(a), int(b))
        for k, a, b in zip(range(len(strength)), pairs.first, pairs.second, strict=True)
    ]
    edges = [edge for edge in edges if strength[edge[0]] >= limit]
    while edges:
        large: set[int] = set()
        for members in _components(((a, b) for _, a, b in edges), owner):
            if len(members) <= BLOCK or limit >= 1:
                found.append(members)
            else:
                large.update(members)
        limit *= 1.25
        edges = [edge for edge in edges if edge[1] in large and strength[edge[0]] >= limit]
    return found


def _components(edges: Iterable[tuple[int, int]], owner: Sequence[int]) -> list[list[int]]:
    """Connected components; the articles of one owner are connected to begin with."""
    parent: dict[int, int] = {}

    def root(group: int) -> int:
        parent.setdefault(group, group)
        while parent[group] != group:
            parent[group] = parent[parent[group]]
            group = parent[group]
        return group

    for a, b in edges:
        x, y = sorted((root(owner[a]), root(owner[b])))
        parent[y] = x
    members: dict[int, list[int]] = {}
    for article, group in enumerate(owner):
        if group in parent:
            members.setdefault(root(group), []).append(article)
    return [members[group] for group in sorted(members)]


def link(
    field: Field,
    rows: Sequence[int],
    owner: Sequence[int],
    apart: Sequence[tuple[int, int]],
    *,
    before: Sequence[int],
) -> list[list[int]]:
    """Average linkage over one block; the articles of one owner are a group to begin with.

    Those that were one group ``before`` are drawn to each other the more.
    """
    names = sorted({owner[row] for row in rows})
    number = {name: k for k, name in enumerate(names)}
    share = np.zeros((len(names), len(rows)), dtype=np.float32)
    for k, row in enumerate(rows):
        share[number[owner[row]], k] = 1
    sizes = share.sum(axis=1)
    homes = np.array([before[row] for row in rows])
    near = affinity(field, rows) * np.where(homes[:, None] == homes, STICK, 1.0)
    means = (share @ near @ share.T) / np.outer(sizes, sizes)
    means[(share @ _months_apart(field, rows) @ share.T) > 0] = -np.inf
    for a, b in apart:
        if owner[a] in number and owner[b] in number:
            x, y = number[owner[a]], number[owner[b]]
            means[x, y] = means[y, x] = -np.inf
    label = agglomerate(means, sizes, threshold=THRESHOLD)
    groups: dict[int, list[int]] = {}
    for row in rows:
        groups.setdefault(label[number[owner[row]]], []).append(row)
    return list(groups.values())


def _months_apart(field: Field, rows: Sequence[int]) -> Floats:
    """1 for every two articles whose dates say that they cannot report one event, else 0."""
    at = np.asarray(rows)
    return (gaps(field.dates, at[:, None], at[None, :]) > ONE_EVENT_DAYS).astype(np.float32)


def split(field: Field, rows: Sequence[int], together: Sequence[int]) -> list[list[int]]:
    """Divide a group into its events, as often as it falls apart.

    ``together`` gives for each article the unit that a correction binds it to; units are not divided.
    """
    side = divide(field.space, rows, field.dates.weekdays)
    if side is None:
        return [list(rows)]
    halves = [[r for r, s in zip(rows, side, strict=True) if s == which] for which in (True, False)]
    if {together[r] for r in halves[0]} & {together[r] for r in halves[1]}:
        return [list(rows)]
    return [part for half in halves for part in split(field, half, together)]


def bring_home(
    field: Field, groups: Sequence[Sequence[int]], pairs: Pairs, apart: Sequence[tuple[int, int]]
) -> list[list[int]]:
    """Join groups of one or two articles to the one well-reported story that they clearly resemble."""
    place = np.zeros(len(field.profiles), dtype=np.int64)
    for g, group in enumerate(groups):
        place[list(group)] = g
    sizes = np.array([len(group) for group in groups])
    lookups = np.bincount(place[np.unique(pairs.first)], minlength=len(groups))
    asks = sizes[place[pairs.first]] <= STRAGGLERS
    heard = asks & (sizes[place[pairs.second]] > STRAGGLERS)
    first, second = pairs.first[heard], pairs.second[heard]
    strength = pairs.similarity[heard] * agreement(field.dates, first, second)
    keys, where = np.unique(place[first] * len(groups) + place[second], return_inverse=True)
    sums = np.bincount(where, weights=strength, minlength=len(keys))
    near: dict[int, list[tuple[float, int]]] = {}
    for key, total in zip(keys.tolist(), sums.tolist(), strict=True):
        g, other = divmod(key, len(groups))
        near.setdefault(g, []).append((total / float(lookups[g] * sizes[other]), other))
    barred = {frozenset((int(place[a]), int(place[b]))) for a, b in apart}
    joined = {g: list(group) for g, group in enumerate(groups)}
    for g, candidates in sorted(near.items()):
        home = _home(sorted(candidates, reverse=True), sizes.tolist())
        if home is not None and frozenset((g, home)) not in barred:
            joined[home] += joined.pop(g)
    return [sorted(group) for group in joined.values()]


def _home(near: Sequence[tuple[float, int]], sizes: Sequence[int]) -> int | None:
    """The story that is clearly the nearest of all, if it is well reported; ``near`` is nearest first."""
    best, story = near[0]
    second = near[1][0] if len(near) > 1 else 0.0
    clear = best >= HOME_SIMILARITY and best >= HOME_MARGIN * second
    return story if clear and sizes[story] >= HOME else None
