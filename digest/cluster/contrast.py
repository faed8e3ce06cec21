"""Two look-alike events in one group: found by what remains when all that they share is discounted.

Words that every article of a group has say nothing within the group. Weighed by their rarity *inside*
the group, the articles of one event still resemble each other across any division of it, while two
events with the same kind of story (two calls, two fires, two cast announcements) fall apart. Whether
the best division is one of two events is then judged in digest/cluster/sides.py.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from digest.cluster.neighbours import dense
from digest.cluster.sides import Sides, two_events
from digest.cluster.space import Floats, Ints, Space, matrix_of, unit_vectors

SMALLEST = 5  # articles that a group needs to be divided, copies of each other counted once
COPY = 0.8  # similarity from which two articles count once
LARGEST = 400  # articles of a group that is looked at
ROUNDS = 10


def divide(space: Space, rows: Sequence[int], weekdays: Ints) -> Sides | None:
    """The two events in a group of articles, as one side and the other; None where it is one event.

    ``weekdays`` are those that the leads of all articles name, one bit each.
    """
    if not SMALLEST <= len(rows) <= LARGEST:
        return None
    original = _originals(space, rows)
    kept = np.flatnonzero(original == np.arange(len(rows)))
    if len(kept) < SMALLEST:
        return None
    members = [rows[k] for k in kept.tolist()]
    vectors = _local_vectors(space, members)
    similarity = vectors @ vectors.T
    side = _settle(similarity, _first_guess(vectors))
    if side.all() or not side.any():
        return None
    if not two_events(space, members, side, similarity, weekdays[members]):
        return None
    whole: Sides = side[np.searchsorted(kept, original)]
    return whole


def _originals(space: Space, rows: Sequence[int]) -> Ints:
    """For each article the place of the first one that it is a copy of, at whatever remove, or its own."""
    near = dense(space, rows) >= COPY
    np.fill_diagonal(near, True)
    first: Ints = np.argmax(near, axis=1)
    for place in range(len(first)):
        first[place] = first[first[place]]
    return first


def _local_vectors(space: Space, rows: Sequence[int]) -> Floats:
    """Unit vectors over what two or more of the articles have, weighed by rarity inside the group."""
    matrix, holders = matrix_of([space.telling_part(row) for row in rows])
    shared = holders > 1
    matrix = matrix[:, shared] * np.log((len(rows) + 1) / (holders[shared] + 0.5)).astype(np.float32)
    return unit_vectors(matrix)


def _first_guess(vectors: Floats) -> Sides:
    """The signs of the first principal component."""
    centred = (vectors - vectors.mean(axis=0)).astype(np.float64)
    _, axes = np.linalg.eigh(centred @ centred.T)
    guess: Sides = axes[:, -1] > 0
    return guess


def _settle(similarity: Floats, side: Sides) -> Sides:
    """Move each article to the side whose other members it resembles more, until none moves."""
    for _ in range(ROUNDS):
        if side.all() or not side.any():
            break
        moved = _mean_to(similarity, side) > _mean_to(similarity, ~side)
        if (moved == side).all():
            break
        side = moved
    return side


def _mean_to(similarity: Floats, members: Sides) -> Floats:
    """Mean similarity of each article to the members other than itself."""
    total = similarity[:, members].sum(axis=1) - np.where(members, np.diag(similarity), 0)
    mean: Floats = total / np.maximum(members.sum() - members, 1)
    return mean
