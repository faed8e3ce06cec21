"""Names beside trees: the corpora of names as the recogniser will meet them, tagged and parsed.

The recogniser takes the tag and the dependency label of each token as features. So that they are of the
quality that it will find at run time, they are predicted by the trained parser, on text varied as in
``augment_names``, each variant anew.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable, Iterator
from pathlib import Path

import spacy
from spacy.attrs import DEP, TAG
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.training import Example
from thinc.api import NumpyOps, set_current_ops

from training.augment_names import augmenter
from training.vectors import load_trained

BATCH = 2000  # documents held at once


@spacy.registry.readers("digest.annotated.v1")
def reader(path: Path, blind: float) -> Callable[[Language], Iterator[Example]]:
    """Examples whose prediction keeps the tags and labels of the file; only the names are to be learned.

    Of some, the share ``blind``, it keeps none, so that the recogniser does its work without a parser too.
    """
    rng = random.Random(0)

    def read(nlp: Language) -> Iterator[Example]:
        for doc in DocBin().from_disk(path).get_docs(nlp.vocab):
            bare = Doc(nlp.vocab, words=[t.text for t in doc], spaces=[bool(t.whitespace_) for t in doc])
            # No heads, hence no sentences, which no name may cross: one that the parser cut is learned too.
            if rng.random() >= blind:
                bare.from_array([TAG, DEP], doc.to_array([TAG, DEP]))
            yield Example(bare, doc)

    return read


def annotated(nlp: Language, examples: list[Example]) -> Iterator[Doc]:
    """The text of each example as ``nlp`` reads it, with the example's names on it."""
    for example, doc in zip(examples, nlp.pipe(eg.predicted for eg in examples), strict=True):
        names = Example(doc, example.reference).get_aligned_ner()
        known = spacy.training.biluo_tags_to_spans(doc, [tag or "O" for tag in names])
        missing = [doc[i : i + 1] for i, tag in enumerate(names) if tag is None]
        doc.set_ents(known, missing=missing, default="outside")
        yield doc


def main() -> None:
    """Vary, tag and parse documents with names; write them as one DocBin."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", type=Path, help="a .spacy file of training.entity_mix")
    parser.add_argument("trees", type=Path, help="trained parser")
    parser.add_argument("pools", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--times", type=int, default=0, help="variants of each document; 0: as it is")
    parser.add_argument("--swap", type=float, default=0.5)
    arguments = parser.parse_args()
    set_current_ops(NumpyOps(use_blis=False))
    nlp = load_trained(arguments.trees)
    nlp.select_pipes(enable=["tok2vec", "tagger", "parser"])
    vary = augmenter(
        str(arguments.pools), arguments.swap, quotes=0.3, lower=0.03, title_case=0.05, upper=0.02
    )
    docs = list(DocBin().from_disk(arguments.names).get_docs(nlp.vocab))
    kept = DocBin()
    for _ in range(max(1, arguments.times)):
        for at in range(0, len(docs), BATCH):
            plain = [Example(nlp.make_doc(doc.text), doc) for doc in docs[at : at + BATCH]]
            varied = [eg for p in plain for eg in vary(nlp, p)] if arguments.times else plain
            for doc in annotated(nlp, varied):
                kept.add(doc)
    kept.to_disk(arguments.out)
    print(f"{len(kept)} docs")


if __name__ == "__main__":
    main()
