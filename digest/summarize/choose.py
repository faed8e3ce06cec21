"""Choosing sentences: the set that covers most of what the origins report, in a budget of words.

Greedy choice for a monotone submodular coverage (Lin and Bilmes, 2011, "A class of submodular functions
for document summarization"): each sentence is worth the weight of the words that no chosen sentence has
yet, so a repeat in other words is worth nothing. Constants were set on the NeuS development stories
(benchmarks/summaries/README.md); the result moves by less than half a point of ROUGE around them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import fsum, pow

from digest.summarize.material import Candidate, Material
from digest.summarize.weights import centrality

SHARE = 0.45  # a summary is at most this share of what the origins wrote
FEWEST = 20  # words that a summary may always have
SLACK = 1.15  # a last sentence may exceed the budget by this factor
DONE = 0.9  # of the budget: what is left would only take a filler
LENGTH = 0.3  # exponent of the words of a sentence: 0 favours long sentences, 1 short ones
FAIR_LENGTH = 8  # words; shorter sentences are not favoured further
FIRST = 0.5  # how much more the first sentence of an article is worth; falls with its position
FIRST_FOR_LEAD = 2.0
REPEAT = 0.6  # share of the words of the shorter sentence: above it two sentences say the same


def choose(
    material: Material,
    weights: Mapping[str, float],
    *,
    words: int,
    without: Iterable[Candidate] = (),
) -> tuple[Candidate, ...]:
    """The sentences of a summary, most important first; the first one is the lead."""
    central = centrality(material)
    refused = list(without)
    budget = min(words, max(FEWEST, SHARE * _words_written(material)))
    chosen: list[Candidate] = []
    while True:
        spent = sum(c.words for c in chosen)
        open_ = [c for c in _allowed(material, chosen) if not _repeats(c, chosen) and c not in refused]
        if chosen:
            open_ = [c for c in open_ if spent + c.words <= budget * SLACK]
        covered = {term for c in chosen for term in c.terms}
        first = FIRST if chosen else FIRST_FOR_LEAD
        worths = [(_worth(c, weights, covered, first) * (1 + central[c.article_id]), c) for c in open_]
        worth, best = max(worths, key=lambda pair: pair[0], default=(0.0, None))
        if best is None or (chosen and worth <= 0):
            return tuple(chosen)
        chosen.append(best)
        if spent + best.words >= budget * DONE:
            return tuple(chosen)


def _worth(candidate: Candidate, weights: Mapping[str, float], covered: set[str], first: float) -> float:
    gain = fsum(weights[term] for term in candidate.terms - covered)  # exact: a set has no fixed order
    return gain / pow(max(candidate.words, FAIR_LENGTH), LENGTH) * (1 + first / (1 + candidate.position))


def _allowed(material: Material, chosen: Sequence[Candidate]) -> list[Candidate]:
    """The fit sentences, and those that lean on a chosen one; where nothing is fit, what is complete."""
    taken = {(c.article_id, c.position) for c in chosen}
    fit = [c for c in material.candidates if c.unfit is None]
    leaning = [
        c
        for c in material.candidates
        if c.follows and c.unfit == c.sentence.dangling and (c.article_id, c.position - 1) in taken
    ]
    fallback = [] if fit else [c for c in material.candidates if c.unfit == c.sentence.dangling]
    return [c for c in fit + leaning + fallback if (c.article_id, c.position) not in taken]


def _repeats(candidate: Candidate, chosen: Sequence[Candidate]) -> bool:
    return any(overlap(candidate.terms, other.terms) > REPEAT for other in chosen)


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the smaller set of words that the two have in common."""
    return len(one & other) / max(1, min(len(one), len(other)))


def _words_written(material: Material) -> int:
    """Words of the story, the longest article of each origin counted."""
    longest: dict[str, int] = {}
    totals: dict[str, int] = {}
    for candidate in material.candidates:
        totals[candidate.article_id] = totals.get(candidate.article_id, 0) + candidate.words
    for article_id, total in totals.items():
        origin = material.origin_of[article_id]
        longest[origin] = max(longest.get(origin, 0), total)
    return sum(longest.values())
