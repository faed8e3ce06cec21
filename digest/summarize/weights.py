"""What a story is about: its content words, weighed by how many independent origins use them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from math import fsum, log

from digest.summarize.material import Candidate, Material

TITLE = 2.0  # a word of a headline counts as this many further origins that open with it
EARLY = 5  # sentences: a word that comes up only after so many counts half of one that opens the article
ECHO = 0.5  # weight that a word keeps when the last edition printed it


def term_weights(material: Material, *, printed: Iterable[Candidate] = ()) -> dict[str, float]:
    """The weight of every content word of a story.

    Each origin that uses a word adds to its weight, more the earlier it does (news puts first what
    matters most), but the one that does so earliest adds nothing: what one origin alone reports weighs
    nothing, and copies of one report do not count twice. A story of one origin is weighed by the words
    that it comes back to. Words of headlines weigh more, words that ``printed`` sentences (of the last
    edition) hold weigh less.
    """
    salience = _salience(material)
    titled = _titles(material)
    alone = len(set(material.origin_of.values())) == 1
    repeats = Counter(term for c in material.candidates for term in c.terms) if alone else Counter[str]()
    echoed = {term for candidate in printed for term in candidate.terms}
    weights = {}
    for term in {**salience, **titled}:
        by_origin = salience.get(term, {}).values()
        shared = fsum(by_origin) - max(by_origin, default=0.0)
        returned = log(repeats[term]) * max(by_origin, default=0.0) if repeats[term] else 0.0
        weight = shared + returned + TITLE * titled[term]
        weights[term] = weight * (ECHO if term in echoed else 1.0)
    return weights


def centrality(material: Material) -> dict[str, float]:
    """For every article, how much it shares with the other articles, from 0 to 1 (the most central)."""
    terms = {
        reading.article.id: {term for sentence in reading.sentences for term in sentence.terms}
        | set(reading.title.terms if reading.title else ())
        for reading in material.readings
    }
    shared = {one: sum(_dice(terms[one], terms[other]) for other in terms if other != one) for one in terms}
    most = max(shared.values(), default=0.0)
    return {article_id: value / most if most else 1.0 for article_id, value in shared.items()}


def _salience(material: Material) -> dict[str, dict[str, float]]:
    """For every word and every origin that uses it: 1 at the opening, falling with the first position."""
    salience: dict[str, dict[str, float]] = {}
    for candidate in material.candidates:
        value = 1 / (1 + candidate.position / EARLY)
        for term in candidate.sentence.terms:
            by_origin = salience.setdefault(term, {})
            by_origin[candidate.origin] = max(value, by_origin.get(candidate.origin, 0.0))
    return salience


def _titles(material: Material) -> Counter[str]:
    """For every word, the number of origins that have it in a headline."""
    pairs = {
        (term, material.origin_of[reading.article.id]): None
        for reading in material.readings
        for term in (reading.title.terms if reading.title else ())
    }
    return Counter(term for term, _ in pairs)


def _dice(one: set[str], other: set[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0
