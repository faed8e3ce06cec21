"""Which articles are alike: sparse similarity through an inverted index, and how crowded each one is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from digest.cluster.space import Floats, Ints, Space, matrix_of

FLOOR = 0.06  # similarities below this are not kept
CROWD = 30  # nearest articles that say how crowded an article is,
CROWD_SHARE = 0.06  # or this share of all where they are few,
CROWD_LEAST = 10  # but so many at least
CROWD_CAP = 0.2  # a member of the same story crowds no more than a look-alike
CROWD_BASE = 0.15  # added to every crowd, so that a lonely article is not matched with anything


@dataclass(frozen=True, slots=True)
class Pairs:
    """Similar pairs: ``first[k]`` is a row that was looked up, ``second[k]`` any other row."""

    first: Ints
    second: Ints
    similarity: Floats


def find_pairs(space: Space, rows: Sequence[int]) -> Pairs:
    """The similarity of each of ``rows`` to every other row, where it is at least ``FLOOR``."""
    count = len(space.starts) - 1
    entries = space.order[space.order < space.compared[space.owners[space.order]]]
    owners, values = space.owners[entries], space.values[entries]
    bounds = np.searchsorted(space.columns[entries], np.arange(space.width + 1))
    firsts, seconds, found = [], [], []
    for row in rows:
        mine, weights = space.compared_part(row)
        begin, lengths = bounds[mine], bounds[mine + 1] - bounds[mine]
        at = np.repeat(begin - np.concatenate([[0], np.cumsum(lengths)[:-1]]), lengths)
        at += np.arange(len(at))
        scores = np.bincount(owners[at], weights=values[at] * np.repeat(weights, lengths), minlength=count)
        scores[row] = 0
        near = np.flatnonzero(scores >= FLOOR)
        firsts.append(np.full(len(near), row, dtype=np.int64))
        seconds.append(near)
        found.append(scores[near].astype(np.float32))
    if not firsts:
        empty = np.zeros(0, dtype=np.int64)
        return Pairs(empty, empty, np.zeros(0, dtype=np.float32))
    return Pairs(np.concatenate(firsts), np.concatenate(seconds), np.concatenate(found))


def dense(space: Space, rows: Sequence[int]) -> Floats:
    """The similarity of every two of some rows."""
    matrix, _ = matrix_of([space.compared_part(row) for row in rows])
    return matrix @ matrix.T


def crowding(nearest: Floats) -> Floats:
    """How crowded each article is, from the similarities of its nearest ones."""
    count = max(CROWD_LEAST, min(CROWD, round(CROWD_SHARE * len(nearest))))
    crowd: Floats = CROWD_BASE + np.minimum(nearest[:, :count], CROWD_CAP).sum(axis=1) / count
    return crowd


def nearest_of(pairs: Pairs, known: Floats, fresh: NDArray[np.bool_]) -> Floats:
    """For each row the similarities of its nearest ``CROWD`` rows, highest first, 0 where there are fewer.

    A fresh row's are those found now; those of the others are what was ``known`` of them and what the
    fresh rows add.
    """
    old = ~fresh[pairs.second]
    rows = np.concatenate([pairs.first, pairs.second[old]])
    found = np.concatenate([pairs.similarity, pairs.similarity[old]])
    order = np.lexsort((-found, rows))
    rows, found = rows[order], found[order]
    rank = np.arange(len(rows)) - np.searchsorted(rows, rows)
    top = rank < CROWD
    added = np.zeros_like(known)
    added[rows[top], rank[top]] = found[top]
    both = np.concatenate([np.where(fresh[:, None], 0, known), added], axis=1)
    nearest: Floats = -np.sort(-both, axis=1)[:, :CROWD]
    return nearest
