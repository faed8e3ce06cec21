"""Choosing sentences: the set that covers most of what the origins report, in a budget of words.

Greedy choice for a monotone submodular coverage (Lin and Bilmes, 2011, "A class of submodular functions
for document summarization"): each sentence is worth the weight of the words that no chosen sentence has
yet, so a repeat in other words is worth nothing. Constants were set on the NeuS development stories
(benchmarks/summaries/README.md); the result moves by less than half a point of ROUGE around them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from math import pow

from digest.summarize.material import Candidate, Material
from digest.summarize.sameness import overtaken, says_the_same, weigh
from digest.summarize.weights import centrality

SHARE = 0.45  # a summary is at most this share of what the origins wrote
FEWEST = 20  # words that a summary may always have
SLACK = 1.15  # a last sentence may exceed the budget by this factor
DONE = 0.9  # of the budget: what is left would only take a filler
LENGTH = 0.3  # exponent of the words of a sentence: 0 favours long sentences, 1 short ones
FAIR_LENGTH = 8  # words; shorter sentences are not favoured further
FIRST = 0.5  # how much more the first sentence of an article is worth; falls with its position
FIRST_FOR_LEAD = 1.0
DEPTH = 10  # sentences: so deep in its article a sentence is worth half
UNINTRODUCED = 0.4  # what remains of the worth of a sentence with a surname that nobody was told of
HEADLINE = 2.0  # how much more a lead is worth that has all the words of the headline
OPENING = 3  # sentences of an article that report its news rather than the background


def choose(
    material: Material,
    weights: Mapping[str, float],
    *,
    words: int,
    headline: Set[str] = frozenset(),
    without: Iterable[Candidate] = (),
) -> tuple[Candidate, ...]:
    """The sentences of a summary, most important first; the first one is the lead.

    ``headline``: content words of the title that the lead should bear out.
    """
    central = centrality(material)
    refused = [*without, *stale(material)]
    budget = min(words, max(FEWEST, SHARE * _words_written(material)))
    chosen: list[Candidate] = []
    while True:
        spent = sum(c.words for c in chosen)
        open_ = [
            c
            for c in _allowed(material, chosen)
            if c not in refused
            and not any(says_the_same(c, other, weights, material.rare) for other in chosen)
        ]
        if chosen:
            open_ = [c for c in open_ if spent + c.words <= budget * SLACK]
        else:
            open_ = [c for c in open_ if not c.adds] or open_
        covered = {term for c in chosen for term in c.terms}
        values = [(_value(c, weights, central, covered, headline, leads=not chosen), c) for c in open_]
        most, best = max(values, key=lambda pair: pair[0], default=(0.0, None))
        if best is None or (chosen and most <= 0):
            return tuple(chosen)
        chosen.append(best)
        if spent + best.words >= budget * DONE:
            return tuple(chosen)


def worth(candidate: Candidate, weights: Mapping[str, float], *, covered: Set[str] = frozenset()) -> float:
    """What a sentence adds to those that cover some words already, by its length and its place."""
    gain = weigh(candidate.terms - covered, weights) * candidate.discount
    place = (1 + FIRST / (1 + candidate.position)) / (1 + candidate.position / DEPTH)
    return gain / pow(max(candidate.words, FAIR_LENGTH), LENGTH) * place


def _value(
    candidate: Candidate,
    weights: Mapping[str, float],
    central: Mapping[str, float],
    covered: Set[str],
    headline: Set[str],
    *,
    leads: bool,
) -> float:
    """The worth of a sentence in this summary; a lead opens its article and bears out the headline."""
    value = worth(candidate, weights, covered=covered) * (1 + central[candidate.article_id])
    if not candidate.bare <= covered | headline:
        value *= UNINTRODUCED
    if not leads:
        return value
    bearing = len(candidate.terms & headline) / len(headline) if headline else 0.0
    return value * (1 + FIRST_FOR_LEAD / (1 + candidate.position)) * (1 + HEADLINE * bearing)


def _allowed(material: Material, chosen: Sequence[Candidate]) -> list[Candidate]:
    """The fit sentences, and those that lean on a chosen one; where nothing is fit, what is complete."""
    taken = {(c.article_id, c.position) for c in chosen}
    fit = [c for c in material.candidates if c.unfit is None]
    leaning = [c for c in material.candidates if c.leans and (c.article_id, c.position - 1) in taken]
    fallback = [] if fit else [c for c in material.candidates if c.leans]
    return [c for c in fit + leaning + fallback if (c.article_id, c.position) not in taken]


def stale(material: Material) -> list[Candidate]:
    """Announcements of what another article reports as done, and all that their articles announce with it."""
    openings = [c for c in material.candidates if c.unfit is None and c.position < OPENING]
    late = {c.span for c in material.candidates if any(overtaken(c, report) for report in openings)}
    behind = {c.article_id for c in openings if c.position == 0 and c.span in late}
    return [c for c in material.candidates if c.span in late or (c.announces and c.article_id in behind)]


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
