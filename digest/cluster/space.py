"""Profiles -> weighted vectors: how telling each feature is, among these articles and in English at large."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from digest.cluster.background import background, holders
from digest.kept import Profile

Floats = NDArray[np.floating]
Ints = NDArray[np.int64]

LEAD_SHARE = 0.3  # of the similarity of two articles; the rest is that of their words as a whole
HALF_OWN = 50  # articles at which their own statistics weigh as much as those of English at large


@dataclass(frozen=True, slots=True)
class Space:
    """The vectors of some profiles, in compressed sparse rows; row ``i`` belongs to profile ``i``.

    A row has three blocks, as in Profile. ``values`` are scaled so that the first two (lead and whole)
    make one vector whose dot product is the similarity of two articles. ``weights`` are the plain
    products of count and rarity, for all three blocks.
    """

    starts: Ints  # row i: columns[starts[i]:starts[i + 1]]
    compared: Ints  # row i is compared by columns[starts[i]:compared[i]]
    lead: Ints  # the words of the whole begin at lead[i]
    columns: Ints
    values: Floats
    weights: Floats
    width: int  # number of columns

    def compared_part(self, i: int) -> tuple[Ints, Floats]:
        """Columns and values by which row ``i`` is compared."""
        part = slice(self.starts[i], self.compared[i])
        return self.columns[part], self.values[part]

    def telling_part(self, i: int) -> tuple[Ints, Floats]:
        """Columns and weights of the words, names and numbers of row ``i``, without the lead."""
        part = slice(self.lead[i], self.starts[i + 1])
        return self.columns[part], self.weights[part]


def make_space(profiles: Sequence[Profile]) -> Space:
    """Weigh the features of the profiles."""
    lengths = np.array([len(p.features) for p in profiles], dtype=np.int64)
    starts = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
    lead = starts[:-1] + np.array([p.blocks[0] for p in profiles], dtype=np.int64)
    compared = starts[:-1] + np.array([p.blocks[1] for p in profiles], dtype=np.int64)
    codes = np.frombuffer(b"".join(p.codes for p in profiles), dtype="<u4")
    counts = np.frombuffer(b"".join(p.counts for p in profiles), dtype="<f4")
    distinct, columns, here = np.unique(codes, return_inverse=True, return_counts=True)
    rarity = _rarity(distinct, here, len(profiles))
    weights = ((1 + np.log(np.maximum(counts, 1))) * rarity[columns]).astype(np.float32)
    values = weights.copy()
    for begin, end, share in ((starts[:-1], lead, LEAD_SHARE), (lead, compared, 1 - LEAD_SHARE)):
        _scale(values, begin, end, share)
    return Space(starts, compared, lead, columns.astype(np.int64), values, weights, len(distinct))


def _rarity(codes: NDArray[np.uint32], here: Ints, documents: int) -> Floats:
    """Inverse document frequency, here and in English at large, mixed by how many articles there are."""
    _, wide_documents = background()
    own = documents / (documents + HALF_OWN)
    near = np.log((documents + 1) / (here + 0.5))
    wide = np.log((wide_documents + 1) / (holders(codes) + 0.5))
    mixed: Floats = np.maximum(own * near + (1 - own) * wide, 0).astype(np.float32)
    return mixed


def _scale(values: Floats, begin: Ints, end: Ints, share: float) -> None:
    """Scale each block to a squared length of ``share``."""
    for first, last in zip(begin, end, strict=True):
        block = values[first:last]
        length = math.sqrt(float(block @ block))
        if length:
            block *= math.sqrt(share) / length
