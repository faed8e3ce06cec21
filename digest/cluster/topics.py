"""Stories -> topics: lines of developments, kept across days."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from digest.cluster.linkage import agglomerate
from digest.cluster.state import KeptTopic
from digest.cluster.vectors import Floats

TOPIC_THRESHOLD = 0.16  # cosine of the mean vectors
KEY_FEATURES = 60  # features that a topic is remembered by


def join_topics(stories: Sequence[Mapping[str, float]], known: Sequence[KeptTopic]) -> list[int]:
    """For each new story, the index of its topic: below ``len(known)`` a known one, else a new one."""
    rows = [*(topic.key for topic in known), *stories]
    similarity = _cosines(rows)
    similarity[: len(known), : len(known)] = -np.inf  # known topics are not reshuffled
    label = agglomerate(similarity, np.ones(len(rows)), threshold=TOPIC_THRESHOLD)
    return label[len(known) :]


def key_of(stories: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """The most telling features of some stories, of unit length."""
    totals: dict[str, float] = {}
    for story in stories:
        for feature, value in story.items():
            totals[feature] = totals.get(feature, 0.0) + value
    chosen = sorted(totals, key=lambda f: (-totals[f], f))[:KEY_FEATURES]
    length = sum(totals[f] ** 2 for f in chosen) ** 0.5 or 1.0
    return {feature: totals[feature] / length for feature in sorted(chosen)}


def _cosines(rows: Sequence[Mapping[str, float]]) -> Floats:
    numbers: dict[str, int] = {}
    for row in rows:
        for feature in row:
            numbers.setdefault(feature, len(numbers))
    matrix = np.zeros((len(rows), len(numbers)), dtype=np.float32)
    for i, row in enumerate(rows):
        matrix[i, [numbers[f] for f in row]] = list(row.values())
    lengths = np.linalg.norm(matrix, axis=1, keepdims=True)
    matrix /= np.where(lengths == 0, 1, lengths)
    return matrix @ matrix.T
