"""The commonest kinds of error of a pipeline on the test parts."""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.training import Example
from thinc.api import NumpyOps, set_current_ops


def tree_errors(nlp: Language, docs: list[Doc]) -> Counter[str]:
    """Count words with a wrong label, or the right label and a wrong head, by label."""
    errors: Counter[str] = Counter()
    for example in _parsed(nlp, docs):
        heads, labels = example.get_aligned_parse(projectivize=False)
        for token, head, label in zip(example.predicted, heads, labels, strict=True):
            if label is None or head is None:
                continue
            if token.dep_ != label:
                errors[f"{label} taken for {token.dep_}"] += 1
            elif token.head.i != head and label != "punct":
                errors[f"{label} on a wrong head"] += 1
    return errors


def name_errors(nlp: Language, docs: list[Doc]) -> Counter[str]:
    """Count names missed, invented, of the wrong kind, or with wrong ends."""
    errors: Counter[str] = Counter()
    for example in _parsed(nlp, docs):
        gold = {(e.start_char, e.end_char): e.label_ for e in example.reference.ents}
        ours = {(e.start_char, e.end_char): e.label_ for e in example.predicted.ents}
        for (start, end), label in gold.items():
            found = ours.get((start, end))
            if found == label:
                continue
            overlap = any(a < end and start < b for a, b in ours)
            kind = f"taken for {found}" if found else "with wrong ends" if overlap else "missed"
            errors[f"{label} {kind}"] += 1
        for (start, end), label in ours.items():
            if not any(a < end and start < b for a, b in gold):
                errors[f"{label} where there is none"] += 1
    return errors


def _parsed(nlp: Language, docs: list[Doc]) -> list[Example]:
    predicted = nlp.pipe((doc.text for doc in docs), batch_size=128)
    return [Example(ours, gold) for ours, gold in zip(predicted, docs, strict=True)]


def main() -> None:
    """Print the twelve commonest errors of trees and of names."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pipeline", type=Path)
    parser.add_argument(
        "--trees", type=Path, nargs="*", default=[], help=".spacy files of training.treebanks"
    )
    parser.add_argument(
        "--names", type=Path, nargs="*", default=[], help=".spacy files of training.entity_mix"
    )
    arguments = parser.parse_args()
    set_current_ops(NumpyOps(use_blis=False))
    nlp = spacy.load(arguments.pipeline)
    for files, count in ((arguments.trees, tree_errors), (arguments.names, name_errors)):
        for file in files:
            docs = list(DocBin().from_disk(file).get_docs(nlp.vocab))
            errors = count(nlp, docs)
            print(f"{file.stem}: {sum(errors.values())} errors")
            for kind, number in errors.most_common(12):
                print(f"  {number:5} {kind}")


if __name__ == "__main__":
    main()
