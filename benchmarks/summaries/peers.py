"""Summarisers to compare with: each takes the sentences of a story and a budget of words, gives sentences.

They choose among all sentences, as their authors do; none knows which sentences can stand alone.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log, sqrt

REPEAT = 0.6  # Jaccard: what a peer takes for a repeat
SLACK = 1.15


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence of a story."""

    article: int
    position: int
    text: str
    terms: tuple[str, ...]

    @property
    def words(self) -> int:
        """Its length."""
        return len(self.text.split())


Rarity = Mapping[str, float]
Peer = Callable[[Sequence[Unit], int, Rarity], list[Unit]]


def rarity(stories: Sequence[Sequence[Unit]]) -> dict[str, float]:
    """Inverse document frequency over the articles of all stories."""
    articles = {(s, unit.article): set[str]() for s, story in enumerate(stories) for unit in story}
    for s, story in enumerate(stories):
        for unit in story:
            articles[s, unit.article] |= set(unit.terms)
    having = Counter(term for terms in articles.values() for term in terms)
    return {term: log((1 + len(articles)) / (1 + count)) for term, count in having.items()}


def at_random(story: Sequence[Unit], words: int, _: Rarity) -> list[Unit]:
    """Sentences drawn by lot."""
    shuffled = list(story)
    random.Random(len(story)).shuffle(shuffled)
    return _fill(shuffled, words)


def first_sentences(story: Sequence[Unit], words: int, _: Rarity) -> list[Unit]:
    """The first sentence of each article, then the second."""
    return _fill(sorted(story, key=lambda u: (u.position, u.article)), words)


def lexrank(story: Sequence[Unit], words: int, weights: Rarity) -> list[Unit]:
    """LexRank (Erkan and Radev, 2004): random walk over sentences alike by more than 0.1."""
    vectors = [_vector(unit.terms, weights) for unit in story]
    size = range(len(story))
    links = [[j for j in size if i == j or _cosine(vectors[i], vectors[j]) > 0.1] for i in size]
    rank = [1 / len(story)] * len(story)
    for _ in range(40):
        flow = [0.0] * len(story)
        for i, out in enumerate(links):
            for j in out:
                flow[j] += rank[i] / len(out)
        rank = [0.15 / len(story) + 0.85 * value for value in flow]
    return _fill([story[i] for i in sorted(size, key=lambda i: -rank[i])], words)


def centroid(story: Sequence[Unit], words: int, weights: Rarity) -> list[Unit]:
    """TF-IDF centroid (Radev et al., 2004) with a bonus for position; repeats removed."""
    centre = _vector([term for unit in story for term in unit.terms], weights)

    def worth(unit: Unit) -> float:
        return _cosine(_vector(unit.terms, weights), centre) + 0.2 / (1 + unit.position)

    return _fill(sorted(story, key=lambda u: -worth(u)), words)


def consensus(story: Sequence[Unit], words: int, _: Rarity) -> list[Unit]:
    """Minimum Bayes risk: the set with the highest expected ROUGE against the other articles."""
    tokens = {unit: unit.text.lower().split() for unit in story}
    wanted: dict[int, tuple[Counter[str], Counter[tuple[str, str]]]] = {}
    for article in {unit.article for unit in story}:
        said = [word for unit in story if unit.article == article for word in tokens[unit]]
        wanted[article] = (Counter(said), Counter(pairwise(said)))

    def value(chosen: Sequence[Unit]) -> float:
        total = 0.0
        size = sum(len(tokens[unit]) for unit in chosen)
        for article, (ones, twos) in wanted.items():
            others = [tokens[u] for u in chosen if u.article != article or len(wanted) == 1]
            hit = Counter(word for said in others for word in said) & ones
            pairs = Counter(p for said in others for p in pairwise(said)) & twos
            total += 2 * hit.total() / (size + ones.total()) + 2 * pairs.total() / (size + twos.total())
        return total

    return _search(story, words, value, width=4)


def coverage_search(story: Sequence[Unit], words: int, _: Rarity) -> list[Unit]:
    """The set that covers most of the words shared by articles, found by a beam search over sets."""
    using: dict[str, set[int]] = {}
    for unit in story:
        for term in unit.terms:
            using.setdefault(term, set()).add(unit.article)

    def value(chosen: Sequence[Unit]) -> float:
        return float(sum(len(using[term]) - 1 for term in {t for unit in chosen for t in unit.terms}))

    return _search(story, words, value, width=8)


PEERS: Mapping[str, Peer] = {
    "random": at_random,
    "first sentences": first_sentences,
    "LexRank": lexrank,
    "TF-IDF centroid, position, no repeats": centroid,
    "consensus (minimum Bayes risk), beam 4": consensus,
    "coverage of shared words, beam 8": coverage_search,
}


def _fill(ranked: Sequence[Unit], words: int) -> list[Unit]:
    chosen: list[Unit] = []
    spent = 0
    for unit in ranked:
        if chosen and spent + unit.words > words * SLACK:
            continue
        if any(_jaccard(unit, other) > REPEAT for other in chosen):
            continue
        chosen.append(unit)
        spent += unit.words
        if spent >= words * 0.9:
            break
    return chosen


def _search(
    story: Sequence[Unit], words: int, value: Callable[[Sequence[Unit]], float], *, width: int
) -> list[Unit]:
    beam: list[tuple[float, tuple[int, ...]]] = [(0.0, ())]
    best = beam[0]
    while beam:
        grown = {}
        for _, chosen in beam:
            spent = sum(story[i].words for i in chosen)
            for i in range(len(story)):
                if i in chosen or (chosen and spent + story[i].words > words * SLACK):
                    continue
                if any(_jaccard(story[i], story[j]) > REPEAT for j in chosen):
                    continue
                key = tuple(sorted((*chosen, i)))
                if key not in grown:
                    grown[key] = value([story[j] for j in key])
        beam = sorted(((v, key) for key, v in grown.items()), key=lambda pair: (-pair[0], pair[1]))[:width]
        if beam and beam[0][0] > best[0]:
            best = beam[0]
    return [story[i] for i in best[1]]


def _vector(terms: Sequence[str], weights: Rarity) -> dict[str, float]:
    return {term: (1 + log(count)) * weights[term] for term, count in Counter(terms).items()}


def _cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    dot = sum(value * other.get(term, 0.0) for term, value in one.items())
    norm = sqrt(sum(v * v for v in one.values())) * sqrt(sum(v * v for v in other.values()))
    return dot / norm if norm else 0.0


def _jaccard(one: Unit, other: Unit) -> float:
    a, b = set(one.terms), set(other.terms)
    return len(a & b) / max(1, len(a | b))
