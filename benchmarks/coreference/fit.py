"""Fit the weights of the choice of a pronoun's person on GUM; prints the table of weights.py.

Usage::

    python benchmarks/coreference/fit.py gum.conllu.gz splits.md

A softmax over the people at hand and "nobody", by plain gradient descent with an L2 penalty. Earlier
pronouns are linked as the corpus links them at first; then the choices that the weights so far lead to
are added, round by round (Ross and others 2011, "A reduction of imitation learning to no-regret online
learning"). No random numbers: the same input gives the same table.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy
from gum import GoldDocument, read_gum, split_of
from score import gold_at

from digest.annotate import Annotated, annotate
from digest.language import load
from digest.language.coreference.descriptions import link_descriptions
from digest.language.coreference.names import find_parties
from digest.language.coreference.parties import Gender, Party
from digest.language.coreference.pronouns import accept, candidates, place, pronouns_of
from digest.language.coreference.speakers import parties_by_head, speech_subjects
from digest.language.coreference.weights import LEAST, WEIGHTS
from digest.language.tokens import read_tokens

ROUNDS = 4
NAMES = [name for name in WEIGHTS if name != "nobody"]


def choices(
    document: GoldDocument, annotated: Annotated, w: numpy.ndarray | None = None
) -> list[tuple[numpy.ndarray, int]]:
    """For each pronoun: the features of each person at hand and which is right (-1: none of them).

    The pronouns before it are linked as the corpus does, or as the weights ``w`` would.
    """
    tokens = read_tokens(annotated.doc)
    parties = find_parties(annotated.doc, tokens)
    parties += link_descriptions(tokens, parties)
    people = [p for p in parties if p.kind == "person"]

    def chain_of(start: int, end: int) -> str | None:
        gold = gold_at(document, tokens.start[start], tokens.start[end - 1] + len(tokens.text[end - 1]))
        return None if gold is None else gold.chain

    chains = {id(p): chain_of(p.name.start, p.name.end) for p in people}
    heads = parties_by_head(people)
    speakers = {q: heads[i][0] for q, i in speech_subjects(tokens).items() if i in heads}
    before: dict[Gender, Party] = {}
    found = []
    for i in pronouns_of(tokens):
        pronoun = place(i, tokens, speakers, before)
        at_hand = candidates(pronoun, tokens, people)
        if not at_hand:
            continue
        gold = chain_of(i, i + 1)
        right = next((k for k, (p, _) in enumerate(at_hand) if gold and chains[id(p)] == gold), -1)
        x = numpy.array([[f[name] for name in NAMES] for _, f in at_hand])
        found.append((x, right))
        taken = right if w is None else _chosen(x, w)
        if taken >= 0:
            accept(pronoun, at_hand[taken][0], 1.0)
            before[pronoun.gender] = at_hand[taken][0]
    return found


def _chosen(x: numpy.ndarray, w: numpy.ndarray) -> int:
    """The row that has half the probability or more; -1: none has."""
    p = probabilities(x, w)[:-1]
    return int(p.argmax()) if p.max() >= LEAST else -1


def probabilities(x: numpy.ndarray, w: numpy.ndarray) -> numpy.ndarray:
    """The probability of each row, and last that of "nobody"."""
    z = numpy.append(x @ w[:-1], w[-1])
    p = numpy.exp(z - z.max())
    return p / p.sum()


def fit(
    data: list[tuple[numpy.ndarray, int]], *, steps: int = 600, rate: float = 0.5, penalty: float = 0.002
) -> numpy.ndarray:
    """The weights, that of "nobody" last."""
    width = max(len(x) for x, _ in data)
    x = numpy.zeros((len(data), width + 1, len(NAMES) + 1))
    mask = numpy.full((len(data), width + 1), -1e9)
    gold = numpy.zeros(len(data), dtype=int)
    for k, (rows, right) in enumerate(data):
        x[k, : len(rows), :-1] = rows
        mask[k, : len(rows)] = 0
        x[k, width, -1] = 1
        mask[k, width] = 0
        gold[k] = width if right < 0 else right
    w = numpy.zeros(len(NAMES) + 1)
    speed = numpy.zeros_like(w)
    for _ in range(steps):
        z = x @ w + mask
        p = numpy.exp(z - z.max(axis=1, keepdims=True))
        p /= p.sum(axis=1, keepdims=True)
        expected = (p[:, :, None] * x).sum(axis=1)
        gradient = (x[numpy.arange(len(data)), gold] - expected).mean(axis=0) - penalty * w
        speed = 0.9 * speed + gradient
        w += rate * speed
    return w


def report(data: list[tuple[numpy.ndarray, int]], w: numpy.ndarray) -> str:
    """How often the best choice is right, and how often when it has half the probability or more."""
    right = linked = good = 0
    for x, gold in data:
        p = probabilities(x, w)
        best = int(p.argmax())
        right += best == (gold if gold >= 0 else len(x))
        k = int(p[:-1].argmax())
        if p[k] >= 0.5:
            linked += 1
            good += k == gold
    return f"{len(data)} pronouns, {right / len(data):.3f} right; {linked} linked, {good / linked:.3f} right"


def main() -> None:
    """Read, fit, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("splits", type=Path)
    args = parser.parse_args()
    splits = split_of(args.splits)
    documents = list(read_gum(args.corpus))
    parsed = list(annotate((d.article for d in documents), load("embedded")))
    w = None
    seen: list[tuple[numpy.ndarray, int]] = []
    for _ in range(ROUNDS):
        data: dict[str, list[tuple[numpy.ndarray, int]]] = {"train": [], "dev": [], "test": []}
        for document, annotated in zip(documents, parsed, strict=True):
            data[splits[document.article.id]] += choices(document, annotated, w)
        if w is not None:
            for split, examples in data.items():
                print("#", split, report(examples, w))
        seen += data["train"] + data["dev"]
        w = fit(seen)
    assert w is not None
    print(f'    "nobody": {w[-1]:.2f},')
    for name, value in zip(NAMES, w, strict=False):
        print(f'    "{name}": {value:.2f},')


if __name__ == "__main__":
    main()
