"""What the other pairs of a story say of a pair of figures, once each has been weighed by itself.

A figure has one partner in another article: where another fits better, this one fits less. And what two
figures of one value are held against, each is held against.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from digest.reconcile.figures.weights import AGAIN_OF_UNLIKE_VALUES

Place = tuple[int, int]  # two mentions by their numbers, the lower first


@dataclass(frozen=True, slots=True)
class Weighed:
    """A pair of figures, weighed by itself."""

    alike: bool  # of one value
    odds: float  # log-odds that they are of one quantity


def look_again(first: Mapping[Place, Weighed], articles: Sequence[str]) -> dict[Place, float]:
    """The log-odds of each pair in the light of the others.

    ``articles``: of each mention, the id of its article.
    Figures of one value, and two of one article, keep what they weigh by themselves.
    """
    again = {place: weighed.odds for place, weighed in first.items()}
    for place, found in in_their_light(first, articles).items():
        again[place] = sum(weight * found[name] for name, weight in AGAIN_OF_UNLIKE_VALUES.items())
    return again


def in_their_light(first: Mapping[Place, Weighed], articles: Sequence[str]) -> dict[Place, dict[str, float]]:
    """For each pair of unlike values of two articles its own log-odds and what the other pairs add."""
    partners: dict[int, list[tuple[int, Weighed]]] = {}
    for (i, j), weighed in first.items():
        if weighed.odds > _LEAST:
            partners.setdefault(i, []).append((j, weighed))
            partners.setdefault(j, []).append((i, weighed))
    return {
        (i, j): {
            "bias": 1.0,
            "by itself": weighed.odds,
            "as its like": _as_its_like(i, j, weighed.odds, partners, first, articles),
            "rival": max(_rival(i, j, partners, articles), _rival(j, i, partners, articles)),
        }
        for (i, j), weighed in first.items()
        if not weighed.alike and articles[i] != articles[j]
    }


def _as_its_like(
    i: int,
    j: int,
    odds: float,
    partners: Mapping[int, list[tuple[int, Weighed]]],
    first: Mapping[Place, Weighed],
    articles: Sequence[str],
) -> float:
    """By how much more one of them goes with what has the value of the other: 0 to 3."""
    best = odds
    for one, other in ((i, j), (j, i)):
        for k, like in partners.get(one, ()):
            if like.alike and like.odds >= _LIKE and articles[k] != articles[other]:
                against = first.get((min(k, other), max(k, other)))
                if against is not None and not against.alike:
                    best = max(best, against.odds)
    return min(3.0, best - odds)


def _rival(
    i: int, j: int, partners: Mapping[int, list[tuple[int, Weighed]]], articles: Sequence[str]
) -> float:
    """How well the first goes with another figure of the article of the second, of unlike value: 0 to 3."""
    others = (
        weighed.odds
        for k, weighed in partners.get(i, ())
        if k != j and articles[k] == articles[j] and not weighed.alike
    )
    return min(3.0, max(others, default=_LEAST) - _LEAST)


_LEAST = -1.0  # log-odds below which a pair says nothing of others
_LIKE = 0.7  # log-odds from which two figures of one value are taken for one
