"""Average linkage with must-link and cannot-link, by chains of nearest neighbours.

The chain method (Benzecri 1982; Murtagh 1983) gives the same clusters as merging the nearest pair over
and over, in quadratic time: averages never bring a third cluster nearer than its two parts were.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def agglomerate(
    similarity: NDArray[np.floating], sizes: NDArray[np.floating], *, threshold: float
) -> list[int]:
    """Merge groups while two of them are at least ``threshold`` alike; gives each group's cluster.

    ``similarity[i, j]`` is the mean similarity between members of groups ``i`` and ``j`` (minus infinity:
    never together), ``sizes`` their numbers of members. A cluster is named by its lowest group.
    """
    near = similarity.astype(np.float64)
    np.fill_diagonal(near, -np.inf)
    members = sizes.astype(np.float64)
    label = list(range(len(near)))
    open_groups = np.ones(len(near), dtype=bool)
    chain: list[int] = []
    while True:
        if not chain:
            left = np.flatnonzero(open_groups)
            if len(left) < 2:
                break
            chain.append(int(left[0]))
        tip = chain[-1]
        best = int(np.argmax(near[tip]))
        if len(chain) > 1 and near[tip, chain[-2]] >= near[tip, best]:
            best = chain[-2]
        if near[tip, best] < threshold:
            open_groups[tip] = False  # nothing can come nearer to it: its cluster is complete
            near[tip, :] = near[:, tip] = -np.inf
            chain.pop()
        elif len(chain) > 1 and best == chain[-2]:
            chain = chain[:-2]
            keep, drop = min(tip, best), max(tip, best)
            row = (near[keep] * members[keep] + near[drop] * members[drop]) / (members[keep] + members[drop])
            near[keep, :] = near[:, keep] = row
            near[drop, :] = near[:, drop] = -np.inf
            near[keep, keep] = -np.inf
            members[keep] += members[drop]
            open_groups[drop] = False
            label[drop] = keep
        else:
            chain.append(best)
    for i in range(len(label)):
        label[i] = label[label[i]]
    return label
