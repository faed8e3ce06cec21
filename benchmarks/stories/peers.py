"""What is measured beside ours: the usual ways to cluster news, each with one setting for all corpora."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components
from scipy.spatial.distance import squareform
from sklearn.feature_extraction.text import TfidfVectorizer

from digest.model import Reading

AVERAGE = 0.17  # the best cosine thresholds over the four corpora together
CONNECTED = 0.27
EDGE = 0.25  # of the graph that Louvain runs on,
RESOLUTION = 8.0  # and its resolution


def vectors(readings: list[Reading]) -> csr_matrix:
    """TF-IDF of words, sublinear."""
    texts = [f"{r.article.title}\n{r.article.text}" for r in readings]
    return TfidfVectorizer(sublinear_tf=True, stop_words="english").fit_transform(texts)


def average_linkage(readings: list[Reading]) -> NDArray[np.int64]:
    """TF-IDF, average linkage at a fixed threshold."""
    found = vectors(readings)
    distance = np.clip(1 - (found @ found.T).toarray(), 0, None)
    np.fill_diagonal(distance, 0)
    tree = linkage(squareform(distance, checks=False), "average")
    return fcluster(tree, 1 - AVERAGE, "distance")


def connected(readings: list[Reading]) -> NDArray[np.int64]:
    """TF-IDF, connected components."""
    found = vectors(readings)
    return connected_components((found @ found.T) >= CONNECTED, directed=False)[1]


def louvain(readings: list[Reading]) -> NDArray[np.int64] | None:
    """Louvain on the TF-IDF neighbour graph; None where networkx is not installed."""
    try:
        import networkx
    except ImportError:
        return None
    found = vectors(readings)
    near = (found @ found.T).tocoo()
    graph = networkx.Graph()
    graph.add_nodes_from(range(len(readings)))
    graph.add_weighted_edges_from(
        (int(a), int(b), float(w))
        for a, b, w in zip(near.row, near.col, near.data, strict=True)
        if a < b and w >= EDGE
    )
    label = np.zeros(len(readings), dtype=np.int64)
    for number, members in enumerate(
        networkx.community.louvain_communities(graph, resolution=RESOLUTION, seed=0)
    ):
        label[list(members)] = number
    return label
