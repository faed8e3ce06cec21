"""Measure pipelines on the test parts, the same way for each, and print one table."""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterable
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc, DocBin
from spacy.training import Example
from thinc.api import NumpyOps, set_current_ops

TREES = ("ewt_test", "gum_test", "gum_news_test", "pud_test")
NAMES = (
    "test_uner_ewt",
    "test_gum",
    "test_gum_news",
    "dev",
    "test_uner_pud",
    "test_politics",
    "test_newswire",
)
# Verbs that report speech: whose subject they have is what the product needs most.
SPEECH = frozenset(
    """
    say tell add claim announce ask reply argue note warn insist explain report declare state comment write
    continue conclude suggest admit believe think stress confirm observe recall agree joke respond remark urge
    acknowledge assert maintain reveal complain predict concede caution reiterate
    """.split()
)
LABELS = ("PERSON", "ORG", "LOC")


def measure_trees(nlp: Language, docs: list[Doc]) -> dict[str, float]:
    """Scores in per cent: tags, attachment, sentences, and F of subjects of verbs of speech."""
    examples = _parsed(nlp, docs)
    scores = Scorer(nlp).score(examples)
    row = {
        "TAG": scores["tag_acc"],
        "UPOS": scores["pos_acc"],
        "UAS": scores["dep_uas"],
        "LAS": scores["dep_las"],
        "sent F": scores["sents_f"],
        "speech nsubj F": _speech_subjects(examples),
    }
    return {name: 100 * value for name, value in row.items()}


def _parsed(nlp: Language, docs: list[Doc]) -> list[Example]:
    predicted = nlp.pipe((doc.text for doc in docs), batch_size=128)
    return [Example(ours, gold) for ours, gold in zip(predicted, docs, strict=True)]


def _speech_subjects(examples: Iterable[Example]) -> float:
    """F of (verb, subject) pairs; verbs are found by their lemma in the reference tree."""
    right = found = wanted = 0
    for example in examples:
        gold: set[tuple[int, int]] = set()
        verbs: set[int] = set()
        for token in example.reference:
            if token.pos_ == "VERB" and token.lemma_.lower() in SPEECH:
                verbs.add(token.idx)
        for token in example.reference:
            if token.dep_ in ("nsubj", "nsubjpass") and token.head.idx in verbs:
                gold.add((token.head.idx, token.idx))
        ours = {
            (token.head.idx, token.idx)
            for token in example.predicted
            if token.dep_ in ("nsubj", "nsubjpass") and token.head.idx in verbs
        }
        right += len(gold & ours)
        found += len(ours)
        wanted += len(gold)
    return 2 * right / (found + wanted) if found + wanted else 0.0


def measure_names(nlp: Language, docs: list[Doc]) -> dict[str, float]:
    """F in per cent, over all labels and of each; NORP and the like are not in the references."""
    examples = _parsed(nlp, docs)
    for example in examples:
        example.predicted.ents = [
            _place(entity) for entity in example.predicted.ents if entity.label_ in (*LABELS, "GPE", "FAC")
        ]
    scores = nlp.get_pipe("ner").score(examples)
    per_label = scores["ents_per_type"]
    row = {"F": scores["ents_f"], "P": scores["ents_p"], "R": scores["ents_r"]}
    row |= {label: per_label.get(label, {"f": 0.0})["f"] for label in LABELS}
    return {name: 100 * (value or 0.0) for name, value in row.items()}


def _place(entity: spacy.tokens.Span) -> spacy.tokens.Span:
    label = "LOC" if entity.label_ in ("GPE", "FAC") else entity.label_
    return spacy.tokens.Span(entity.doc, entity.start, entity.end, label=label)


def speed(nlp: Language, docs: list[Doc]) -> float:
    """Words (white-space separated) a CPU second of the whole pipeline, on one core."""
    texts = [doc.text for doc in docs]
    list(nlp.pipe(texts[:20]))
    start = time.process_time()
    for _ in nlp.pipe(texts):
        pass
    return sum(len(text.split()) for text in texts) / (time.process_time() - start)


def main() -> None:
    """Print a Markdown table for every test part that the folders hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pipelines", nargs="+", type=Path)
    parser.add_argument("--trees", type=Path, help="folder written by training.treebanks")
    parser.add_argument("--names", type=Path, help="folder written by training.entity_mix")
    arguments = parser.parse_args()
    set_current_ops(NumpyOps(use_blis=False))
    for folder, parts, measure in (
        (arguments.trees, TREES, measure_trees),
        (arguments.names, NAMES, measure_names),
    ):
        for part in parts:
            file = folder / f"{part}.spacy" if folder else None
            if not file or not file.exists():
                continue
            for path in arguments.pipelines:
                nlp = spacy.load(path, exclude=["ner"] if measure is measure_trees else [])
                if measure is measure_names and "ner" not in nlp.pipe_names:
                    continue
                row = measure(nlp, list(DocBin().from_disk(file).get_docs(nlp.vocab)))
                cells = " | ".join(f"{name} {value:.1f}" for name, value in row.items())
                print(f"| {part} | {path.name} | {cells} |", flush=True)


if __name__ == "__main__":
    main()
