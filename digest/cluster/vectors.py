"""Profiles -> unit vectors: how telling each feature is, and sparse similarity between all of them."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from digest.cluster.background import background
from digest.cluster.state import Profile

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

BACKGROUND_SHARE = 0.3  # of the weight of a feature; the rest comes from the articles themselves
ENOUGH = 200  # articles at which their own statistics carry their full share


@dataclass(frozen=True, slots=True)
class Vectors:
    """Rows of unit length in compressed sparse form; row ``i`` belongs to profile ``i``."""

    starts: Ints  # row i: features[starts[i]:starts[i + 1]]
    features: Ints
    values: Floats
    names: tuple[str, ...]  # name of each feature

    def row(self, i: int) -> tuple[Ints, Floats]:
        """Features and values of one row."""
        part = slice(self.starts[i], self.starts[i + 1])
        return self.features[part], self.values[part]


def rarity(profiles: Sequence[Profile]) -> Callable[[str], float]:
    """How telling a feature is: its inverse document frequency here and in English at large."""
    here = Counter(feature for profile in profiles for feature in profile.weights)
    counts, documents = background()
    own = (1 - BACKGROUND_SHARE) * min(1.0, len(profiles) / ENOUGH)

    def weigh(feature: str) -> float:
        local = math.log((len(profiles) + 1) / (here[feature] + 0.5))
        wide = math.log((documents + 1) / (counts.get(feature[2:], 1) + 0.5))
        return own * local + (1 - own) * wide

    return weigh


def vectorise(profiles: Sequence[Profile], weigh: Callable[[str], float]) -> Vectors:
    """Unit vectors of the profiles."""
    numbers: dict[str, int] = {}
    starts = [0]
    features: list[int] = []
    values: list[float] = []
    telling: dict[str, float] = {}
    for profile in profiles:
        row = []
        for feature, count in profile.weights.items():
            if feature not in telling:
                telling[feature] = weigh(feature)
                numbers[feature] = len(numbers)
            row.append((1 + math.log(count)) * telling[feature])
            features.append(numbers[feature])
        length = math.sqrt(sum(value * value for value in row)) or 1.0
        values.extend(value / length for value in row)
        starts.append(len(features))
    return Vectors(
        starts=np.array(starts, dtype=np.int64),
        features=np.array(features, dtype=np.int64),
        values=np.array(values, dtype=np.float32),
        names=tuple(numbers),
    )


def similarities(vectors: Vectors) -> Floats:
    """Cosine of every two rows, dense: for up to a few thousand rows."""
    rows = len(vectors.starts) - 1
    matrix = np.zeros((rows, len(vectors.names)), dtype=np.float32)
    for i in range(rows):
        features, values = vectors.row(i)
        matrix[i, features] = values
    return matrix @ matrix.T
