"""More text for the recogniser of names: EWT's training part, labelled by a first recogniser.

No corpus marks the names there, but the treebank marks every proper noun. A span that the first recogniser
finds is believed where it begins and ends with a run of proper nouns. Every other proper noun is left open,
and all that is no proper noun is no name.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from spacy.tokens import Doc, DocBin, Span
from thinc.api import NumpyOps, set_current_ops

from digest.language.lists.calendar import CALENDAR
from digest.language.lists.countries import DEMONYMS
from digest.language.lists.people import TITLES
from training.vectors import load_trained

NO_NAMES = CALENDAR | TITLES | DEMONYMS  # proper nouns to the treebank
INNER = frozenset("of the and for & - ’ ' . de la van von al bin".split())


def silver(doc: Doc, found: list[tuple[int, int, str]]) -> Doc:
    """Set on ``doc`` the found (start, end, label) that its tags bear out; leave other proper nouns open."""
    proper = [token.pos_ == "PROPN" for token in doc]
    believed = [
        Span(doc, start, end, label=label) for start, end, label in found if _is_run(doc, proper, start, end)
    ]
    inside = {token.i for span in believed for token in span}
    unsure = {i for start, end, _ in found for i in range(start, end)}
    unsure |= {i for i, is_proper in enumerate(proper) if is_proper and doc[i].text not in NO_NAMES}
    missing = [doc[i : i + 1] for i in sorted(unsure - inside)]
    doc.set_ents(believed, missing=missing, default="outside")
    return doc


def _is_run(doc: Doc, proper: list[bool], start: int, end: int) -> bool:
    """Whether a span is proper nouns throughout, small words aside, with none just before or after it."""
    if not (proper[start] and proper[end - 1]):
        return False
    if any(not proper[i] and doc[i].lower_ not in INNER for i in range(start, end)):
        return False
    before = start > 0 and proper[start - 1]
    after = end < len(doc) and proper[end]
    return not before and not after


def main() -> None:
    """Read trees and the first recogniser; write trees with names."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("trees", type=Path, help="a .spacy file of training.treebanks")
    parser.add_argument(
        "parser", type=Path, help="trained parser, whose tags and labels the recogniser reads"
    )
    parser.add_argument("recogniser", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("names", type=Path, nargs="+", help=".spacy files of training.entity_mix to add to")
    arguments = parser.parse_args()
    set_current_ops(NumpyOps(use_blis=False))
    nlp = load_trained(arguments.parser)
    nlp.remove_pipe("senter")
    nlp.add_pipe("ner", source=load_trained(arguments.recogniser))
    docs = list(DocBin().from_disk(arguments.trees).get_docs(nlp.vocab))
    bare = [Doc(nlp.vocab, words=[t.text for t in d], spaces=[bool(t.whitespace_) for t in d]) for d in docs]
    labelled = [
        silver(doc, [(entity.start, entity.end, entity.label_) for entity in seen.ents])
        for doc, seen in zip(docs, nlp.pipe(bare), strict=True)
    ]
    gold = [doc for file in arguments.names for doc in DocBin().from_disk(file).get_docs(nlp.vocab)]
    DocBin(docs=gold + labelled).to_disk(arguments.out)
    print(f"{len(labelled)} docs, {sum(len(doc.ents) for doc in labelled)} names added to {len(gold)} docs")


if __name__ == "__main__":
    main()
