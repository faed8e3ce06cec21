from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.cluster.linkage import agglomerate


def merged_one_by_one(similarity: np.ndarray, threshold: float) -> set[frozenset[int]]:
    """Average linkage as its definition says: merge the nearest pair until none is near enough."""
    groups = [frozenset({i}) for i in range(len(similarity))]
    while len(groups) > 1:
        value, a, b = max(
            (float(np.mean([[similarity[i, j] for j in b] for i in a])), a, b)
            for k, a in enumerate(groups)
            for b in groups[k + 1 :]
        )
        if value < threshold:
            break
        groups = [g for g in groups if g not in (a, b)] + [a | b]
    return set(groups)


def clusters(label: list[int]) -> set[frozenset[int]]:
    return {frozenset(i for i, name in enumerate(label) if name == one) for one in label}


@given(seed=st.integers(0, 10_000), count=st.integers(1, 12), threshold=st.floats(0.2, 0.8))
@settings(max_examples=60, deadline=None)
def test_the_chain_gives_the_same_as_merging_one_by_one(seed: int, count: int, threshold: float) -> None:
    half = np.random.default_rng(seed).random((count, count))
    similarity = (half + half.T) / 2
    label = agglomerate(similarity, np.ones(count), threshold=threshold)
    assert clusters(label) == merged_one_by_one(similarity, threshold)


def test_what_must_not_meet_never_meets() -> None:
    similarity = np.array([[1, 0.9, 0.9], [0.9, 1, -np.inf], [0.9, -np.inf, 1]])
    label = agglomerate(similarity, np.ones(3), threshold=0.1)
    assert label[1] != label[2]


def test_larger_groups_weigh_more() -> None:
    similarity = np.array([[1.0, 0.9, 0.0], [0.9, 1.0, 0.5], [0.0, 0.5, 1.0]])
    assert agglomerate(similarity, np.array([1.0, 9.0, 1.0]), threshold=0.4) == [0, 0, 0]
    assert agglomerate(similarity, np.array([1.0, 1.0, 1.0]), threshold=0.4) == [0, 0, 2]


def test_a_cluster_is_named_by_its_lowest_group() -> None:
    similarity = np.array([[1.0, 0.0, 0.0], [0.0, 1.0, 0.8], [0.0, 0.8, 1.0]])
    assert agglomerate(similarity, np.ones(3), threshold=0.5) == [0, 1, 1]
