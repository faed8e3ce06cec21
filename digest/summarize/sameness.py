"""Whether two sentences say the same, or one announces what the other reports as done."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Set
from math import fsum, sqrt

from digest.summarize.material import Candidate

REPEAT = 0.4  # share of the words of the shorter sentence: above it two sentences say the same
NEARLY = 0.3  # the same, where they also share
CORE = 0.65  # of what makes the shorter sentence worth printing
LEADS = 0.23  # the same for the first sentences of two articles, which mostly report one event
LEADS_CORE = 0.6  # where they share so much of what makes the shorter one worth printing
REPEAT_WITHIN = 0.6  # as REPEAT, for two sentences of one article, which seldom repeats itself
ANNOUNCED = 0.33  # share above which an announcement and a report are of one event
FEWEST_SHARED = 3  # words; fewer in common is chance
RETOLD = 0.2  # likeness of the words that tell sentences of the story apart, where one sentence also
RETELLS = 0.23  # bears out so much of the other
ONE_NUMBER = 0.25  # as REPEAT and ANNOUNCED, where they share a number that is hardly chance

_TELLING = re.compile(r"\d+[.,]\d+.*|\d{5,}")  # "600,000", "3.6"


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the smaller set of words that the two have in common."""
    return len(one & other) / max(1, min(len(one), len(other)))


def weigh(terms: Iterable[str], weights: Mapping[str, float]) -> float:
    """The weight of a set of words; exact, since a set has no fixed order to add it up in."""
    return fsum(weights[term] for term in terms)


def borne_out(
    one: Candidate, other: Candidate, rare: Mapping[str, float], *, but: Set[str] = frozenset()
) -> float:
    """The share of what ``one`` tells, ``but`` for some words, that ``other`` has too, from 0 to 1."""
    shared = (one.terms & other.terms) - but
    if not shared:
        return 0.0
    whole = weigh(one.terms - but, rare)
    return weigh(shared, rare) / whole if whole else 0.0


def alike(one: Candidate, other: Candidate, rare: Mapping[str, float]) -> float:
    """The cosine of the telling words of two sentences; 0 where what they share could be chance."""
    shared = one.terms & other.terms
    if len(shared) < FEWEST_SHARED:
        return 0.0
    whole = sqrt(weigh(one.terms, rare) * weigh(other.terms, rare))
    return weigh(shared, rare) / whole if whole else 0.0


def says_the_same(
    one: Candidate, other: Candidate, weights: Mapping[str, float], rare: Mapping[str, float]
) -> bool:
    """Whether printing both would repeat, in the same or in other words.

    ``weights``: how much each word makes a sentence worth printing; ``rare``: how much it tells them apart.
    """
    if len(one.terms & other.terms) < FEWEST_SHARED:
        return False
    shared = overlap(one.terms, other.terms)
    if one.article_id == other.article_id:
        return shared > REPEAT_WITHIN
    if shared > ONE_NUMBER and _one_number(one, other):
        return True
    if (
        alike(one, other, rare) > RETOLD
        and max(borne_out(one, other, rare), borne_out(other, one, rare)) > RETELLS
    ):
        return True
    least = min(weigh(one.terms, weights), weigh(other.terms, weights))
    core = weigh(one.terms & other.terms, weights) / least if least else 0.0
    if one.position == other.position == 0 and shared > LEADS and core > LEADS_CORE:
        return True
    return shared > REPEAT or (shared > NEARLY and core > CORE)


def overtaken(announcement: Candidate, report: Candidate) -> bool:
    """Whether ``announcement`` looks forward to what ``report``, not known to be older, says has happened."""
    if not announcement.announces or report.announces or announcement.article_id == report.article_id:
        return False
    if announcement.published and report.published and announcement.published > report.published:
        return False
    shared = len(announcement.terms & report.terms)
    least = ONE_NUMBER if _one_number(announcement, report) else ANNOUNCED
    return shared >= FEWEST_SHARED and overlap(announcement.terms, report.terms) > least


def _one_number(one: Candidate, other: Candidate) -> bool:
    return any(_TELLING.fullmatch(term) for term in one.terms & other.terms)
