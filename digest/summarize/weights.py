"""What a story is about: its content words, weighed by how many independent origins use them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from digest.summarize.material import Candidate, Material

TITLE = 2.0  # a word of a headline counts as this many further origins
ECHO = 0.5  # weight that a word keeps when the last edition printed it


def term_weights(material: Material, *, printed: Iterable[Candidate] = ()) -> dict[str, float]:
    """The weight of every content word of a story.

    A word weighs as many origins as use it beyond the first, so that what one origin alone reports
    weighs nothing, and copies of one report do not count twice. Words of headlines weigh more, words
    that ``printed`` sentences (of the last edition) hold weigh less.
    """
    in_text = Counter(term for terms in _by_origin(material, titles=False) for term in terms)
    in_title = Counter(term for terms in _by_origin(material, titles=True) for term in terms)
    echoed = {term for candidate in printed for term in candidate.terms}
    return {
        term: (max(in_text[term] - 1, 0) + TITLE * in_title[term]) * (ECHO if term in echoed else 1.0)
        for term in {**in_text, **in_title}
    }


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


def _by_origin(material: Material, *, titles: bool) -> list[set[str]]:
    groups: dict[str, set[str]] = {}
    for reading in material.readings:
        terms = groups.setdefault(material.origin_of[reading.article.id], set())
        if not titles:
            terms.update(term for sentence in reading.sentences for term in sentence.terms)
        elif reading.title:
            terms.update(reading.title.terms)
    return list(groups.values())


def _dice(one: set[str], other: set[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0
