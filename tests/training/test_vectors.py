"""The table of word vectors: common words have a row of their own, rare ones share."""

from __future__ import annotations

import json
from pathlib import Path

import numpy
import pytest

from training import vectors
from training.vectors import clustered, load_trained, small_vectors


@pytest.fixture
def glove(tmp_path: Path) -> Path:
    rng = numpy.random.default_rng(0)
    names = ["said", "minister", "lie", "brandt", "okafor"]
    table = {name: [*rng.normal(size=vectors.DIMENSIONS).tolist(), 1.0, i] for i, name in enumerate(names)}
    file = tmp_path / "glove.json"
    file.write_text(json.dumps({"words": names, "vectors": table}), encoding="utf-8")
    return file


def test_rare_words_share_rows(glove: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vectors, "OWN_ROWS", 2)
    monkeypatch.setattr(vectors, "SHARED_ROWS", 1)
    table = small_vectors(glove).vocab.vectors
    assert table.shape == (3, vectors.DIMENSIONS)
    assert table.n_keys == 5
    assert set((table.data * vectors.GRID % 1).flatten()) == {0.0}


def test_words_are_looked_up_in_lower_case_after_loading(
    glove: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vectors, "OWN_ROWS", 4)
    monkeypatch.setattr(vectors, "SHARED_ROWS", 1)
    small_vectors(glove).to_disk(tmp_path / "out")
    doc = load_trained(tmp_path / "out")("The MINISTER said Lie Oslo")
    assert [token.has_vector for token in doc] == [False, True, True, True, False]


def test_clusters_are_the_nearest_centres() -> None:
    points = numpy.array([[1, 0], [0.9, 0.1], [0, 1], [0.1, 0.9]], dtype="float32")
    _, nearest = clustered(points, 2)
    assert nearest[0] == nearest[1] != nearest[2] == nearest[3]
