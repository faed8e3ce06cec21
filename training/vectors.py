"""Brown clusters as a small table of static vectors: 999 rows that 250,000 word forms share.

The clusters are the ``en_lexeme_cluster`` table of spacy-lookups-data (MIT). A cluster is a bit string;
words that share a longer prefix are used more alike. Each prefix of 4, 6, 8 and 10 bits and the whole
string gets a random vector, and a row is their concatenation, so alike clusters have alike rows.
"""

from __future__ import annotations

import argparse
import gzip
import json
from pathlib import Path

import numpy
import spacy
import spacy_lookups_data
from spacy.language import Language
from spacy.strings import hash_string
from spacy.vectors import Vectors

PREFIXES = ((4, 12), (6, 16), (8, 16), (10, 16), (64, 36))  # (bits of the cluster, dimensions)


def brown_vectors() -> Language:
    """Build a blank English pipeline whose vocabulary holds the table."""
    file = Path(spacy_lookups_data.__file__).parent / "data" / "en_lexeme_cluster.json.gz"
    clusters: dict[str, int] = json.loads(gzip.decompress(file.read_bytes()))
    distinct = sorted({cluster for cluster in clusters.values() if cluster})
    rng = numpy.random.default_rng(0)
    columns = []
    for bits, dimensions in PREFIXES:
        prefixes = [cluster & ((1 << bits) - 1) for cluster in distinct]
        vector = {prefix: rng.normal(size=dimensions) for prefix in sorted(set(prefixes))}
        columns.append(numpy.stack([vector[prefix] for prefix in prefixes]))
    table = numpy.concatenate(columns, axis=1)
    table /= numpy.linalg.norm(table, axis=1, keepdims=True)
    nlp = spacy.blank("en")
    # Half precision packs better and loses nothing that training could use.
    data = table.astype("float16").astype("float32")
    vectors = Vectors(strings=nlp.vocab.strings, data=data, name="en_brown_1000")
    row = {cluster: i for i, cluster in enumerate(distinct)}
    for word, cluster in clusters.items():
        if cluster:
            vectors.add(hash_string(word), row=row[cluster])
    nlp.vocab.vectors = vectors
    return nlp


def main() -> None:
    """Write the pipeline of vectors into a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    brown_vectors().to_disk(parser.parse_args().out)


if __name__ == "__main__":
    main()
