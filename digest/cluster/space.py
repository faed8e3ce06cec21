"""Profiles -> weighted vectors: how telling each feature is, among these articles and in English at large."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from digest.cluster.background import background, code, holders
from digest.cluster.features import WEEK
from digest.kept import Profile

Floats = NDArray[np.floating]
Ints = NDArray[np.int64]

LEAD_SHARE = 0.3  # of the similarity of two articles; the rest is that of their words as a whole
HALF_OWN = 50  # articles at which their own statistics weigh as much as those of English at large
WEEKDAYS = np.array([code(f"{block}:{day}") for block in "lw" for day in WEEK], dtype=np.uint32)


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
    owners: Ints  # the row of each entry
    order: Ints  # the entries sorted by column, and by row within one
    weekday: NDArray[np.bool_]  # whether each column is a day of the week

    @property
    def width(self) -> int:
        """The number of columns."""
        return len(self.weekday)

    def compared_part(self, i: int) -> tuple[Ints, Floats]:
        """Columns and values by which row ``i`` is compared."""
        part = slice(self.starts[i], self.compared[i])
        return self.columns[part], self.values[part]

    def compared_blocks(self, i: int) -> tuple[tuple[Ints, Floats], tuple[Ints, Floats]]:
        """The same, the lead and the words of the whole each for itself."""
        lead, whole = slice(self.starts[i], self.lead[i]), slice(self.lead[i], self.compared[i])
        return (self.columns[lead], self.values[lead]), (self.columns[whole], self.values[whole])

    def lead_part(self, i: int) -> tuple[Ints, Floats]:
        """Columns and weights of the words of the lead of row ``i``."""
        part = slice(self.starts[i], self.lead[i])
        return self.columns[part], self.weights[part]

    def names_part(self, i: int) -> tuple[Ints, Floats]:
        """Columns and weights of the names and numbers of row ``i``."""
        part = slice(self.compared[i], self.starts[i + 1])
        return self.columns[part], self.weights[part]

    def telling_part(self, i: int) -> tuple[Ints, Floats]:
        """Columns and weights of the words, names and numbers of row ``i``, without the lead."""
        part = slice(self.lead[i], self.starts[i + 1])
        return self.columns[part], self.weights[part]


def matrix_of(parts: Sequence[tuple[Ints, Floats]]) -> tuple[Floats, Ints]:
    """One row for each part of a space, over the columns that any of them has, and how many have each."""
    _, columns, holders = np.unique(
        np.concatenate([part[0] for part in parts]), return_inverse=True, return_counts=True
    )
    matrix = np.zeros((len(parts), len(holders)), dtype=np.float32)
    at = 0
    for number, (mine, weights) in enumerate(parts):
        matrix[number, columns[at : at + len(mine)]] = weights
        at += len(mine)
    return matrix, holders


def unit_vectors(matrix: Floats) -> Floats:
    """The rows of a matrix, each of length 1."""
    lengths = np.linalg.norm(matrix, axis=1, keepdims=True)
    unit: Floats = matrix / np.where(lengths == 0, 1, lengths)
    return unit


def make_space(profiles: Sequence[Profile]) -> Space:
    """Weigh the features of the profiles."""
    lengths = np.array([len(p.features) for p in profiles], dtype=np.int64)
    starts = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
    lead = starts[:-1] + np.array([p.blocks[0] for p in profiles], dtype=np.int64)
    compared = starts[:-1] + np.array([p.blocks[1] for p in profiles], dtype=np.int64)
    codes = np.frombuffer(b"".join(p.codes for p in profiles), dtype="<u4")
    counts = np.frombuffer(b"".join(p.counts for p in profiles), dtype="<f4")
    order = _sorted(codes)
    distinct, columns, here = _columns(codes, order)
    rarity = _rarity(distinct, here, len(profiles))
    weights = ((1 + np.log(np.maximum(counts, 1))) * rarity[columns]).astype(np.float32)
    owners = np.repeat(np.arange(len(profiles)), lengths)
    entries = np.arange(len(codes))
    scale = np.where(
        entries < lead[owners],
        _lengths(weights, starts[:-1], lead, LEAD_SHARE)[owners],
        _lengths(weights, lead, compared, 1 - LEAD_SHARE)[owners],
    )
    values = (weights * scale).astype(np.float32)
    return Space(starts, compared, lead, columns, values, weights, owners, order, np.isin(distinct, WEEKDAYS))


def _sorted(codes: NDArray[np.uint32]) -> Ints:
    """The entries in the order of their codes, and of their places within one code.

    Code and place are sorted as one number, several times as fast as a stable sort of the codes.
    """
    keys = codes.astype(np.uint64) << np.uint64(32) | np.arange(len(codes), dtype=np.uint64)
    keys.sort()
    order: Ints = (keys & np.uint64(2**32 - 1)).astype(np.int64)
    return order


def _columns(codes: NDArray[np.uint32], order: Ints) -> tuple[NDArray[np.uint32], Ints, Ints]:
    """The distinct codes, ascending, the number of each entry's among them, and how many entries each has."""
    ordered = codes[order]
    opens = np.ones(len(ordered), dtype=bool)
    opens[1:] = ordered[1:] != ordered[:-1]
    columns = np.empty(len(codes), dtype=np.int64)
    columns[order] = np.cumsum(opens) - 1
    places = np.flatnonzero(opens)
    return ordered[places], columns, np.diff(np.append(places, len(codes)))


def _lengths(weights: Floats, begin: Ints, end: Ints, share: float) -> Floats:
    """For each row the factor that brings its block to a squared length of ``share``."""
    squares = np.concatenate([[0.0], np.cumsum(weights.astype(np.float64) ** 2)])
    block = squares[end] - squares[begin]
    factor: Floats = np.sqrt(np.divide(share, block, out=np.zeros_like(block), where=block > 0))
    return factor


def _rarity(codes: NDArray[np.uint32], here: Ints, documents: int) -> Floats:
    """Inverse document frequency, here and in English at large, mixed by how many articles there are."""
    _, wide_documents = background()
    own = documents / (documents + HALF_OWN)
    near = np.log((documents + 1) / (here + 0.5))
    wide = np.log((wide_documents + 1) / (holders(codes) + 0.5))
    mixed: Floats = np.maximum(own * near + (1 - own) * wide, 0).astype(np.float32)
    return mixed
