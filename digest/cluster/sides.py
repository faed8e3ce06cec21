"""Whether the two sides of a group are two events that look alike, or two ways to tell of one.

Four things are weighed, by a logistic regression over the divisions that come up in samples of the
development parts of ECB+, BASIL, AllSides and NeuS (about 900 divisions). With the first alone it puts
77 % of the divisions of an ECB+ topic that it has not seen on the right side, with all four 85 %
(weighed by the root of the pairs that a division parts). benchmarks/stories/fit.py fits it again.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import lgamma, log

import numpy as np
from numpy.typing import NDArray

from digest.cluster.space import Floats, Ints, Space, matrix_of, unit_vectors

Sides = NDArray[np.bool_]

BASE = 7.1  # log-odds of two events where all that follows is nought
ACROSS = -2.6  # by the logarithm of the similarity across, as a multiple of what is usual:
USUAL, FEW = 0.05, 4.0  # USUAL + FEW / articles², since a small group resembles itself more
DAYS = 1.1  # by how much better the weekdays of the leads fit two events than one, in log-odds
NAMES = -5.6  # by the share of the likeness of names and numbers that holds across,
LEADS = -3.65  # and of the words of the leads
OTHER_DAYS = 1.25  # up to so many times the usual, two sides whose leads name other days only are two events
DAYS_AGAINST, DAYS_FOR = -1.5, 1.0  # no more is made of the weekdays than this
MOST_SHARED = 1.1  # and no more of a share
LEAST_LIKE = 0.03  # sides that resemble themselves less are taken to resemble themselves so much
SPREAD = 0.3  # of the days that the reports of one event name: 0 one day only, large any day
NONE = 0.005  # added to a similarity before its logarithm is taken


def two_events(space: Space, rows: Sequence[int], side: Sides, similarity: Floats, weekdays: Ints) -> bool:
    """Whether the articles in ``rows`` tell of one event on one ``side`` and of another on the other.

    ``similarity`` is that of every two of them with all that they share discounted; ``weekdays`` are
    those that their leads name, one bit each.
    """
    across = float(similarity[np.ix_(side, ~side)].mean())
    usual = USUAL + FEW / len(rows) ** 2
    if across < OTHER_DAYS * usual and _no_day_in_common(weekdays[side], weekdays[~side]):
        return True
    signs = read_signs(space, rows, side, similarity, weekdays)
    odds = BASE + sum(w * sign for w, sign in zip((ACROSS, DAYS, NAMES, LEADS), signs, strict=True))
    return odds > 0


def read_signs(
    space: Space, rows: Sequence[int], side: Sides, similarity: Floats, weekdays: Ints
) -> tuple[float, float, float, float]:
    """What is weighed of the sides that ``two_events`` judges: likeness across, days, names and leads."""
    names = unit_vectors(matrix_of([space.names_part(row) for row in rows])[0])
    leads = unit_vectors(matrix_of([space.lead_part(row) for row in rows])[0])
    across = float(similarity[np.ix_(side, ~side)].mean())
    return (
        log((across + NONE) / (USUAL + FEW / len(rows) ** 2)),
        min(DAYS_FOR, max(DAYS_AGAINST, _other_days(weekdays, side))),
        min(MOST_SHARED, _shared(names @ names.T, side)),
        min(MOST_SHARED, _shared(leads @ leads.T, side)),
    )


def _shared(similarity: Floats, side: Sides) -> float:
    """The mean similarity across the sides as a share of that within them."""
    same = side[:, None] == side[None, :]
    np.fill_diagonal(same, False)
    within = float(similarity[same].mean()) if same.any() else 0.0
    return float(similarity[np.ix_(side, ~side)].mean()) / max(within, LEAST_LIKE)


def _no_day_in_common(one: Ints, other: Ints) -> bool:
    """Whether two or more leads on each side name weekdays, and none that a lead on the other side names."""
    enough = (one > 0).sum() >= 2 and (other > 0).sum() >= 2
    return bool(enough and np.bitwise_or.reduce(one) & np.bitwise_or.reduce(other) == 0)


def _other_days(weekdays: Ints, side: Sides) -> float:
    """How much better two lots of weekdays explain the leads than one does, as a log-odds.

    The days that the reports of one event name are drawn from a Dirichlet-multinomial distribution.
    """
    one, other = _counted(weekdays[side]), _counted(weekdays[~side])
    return _evidence(one) + _evidence(other) - _evidence(one + other)


def _counted(weekdays: Ints) -> Floats:
    """How many leads name each day; a lead that names several counts for each in part."""
    named = (weekdays[:, None] >> np.arange(7)) & 1
    counts: Floats = (named / np.maximum(named.sum(axis=1, keepdims=True), 1)).sum(axis=0)
    return counts


def _evidence(counts: Floats) -> float:
    whole = SPREAD * len(counts)
    total = sum(lgamma(SPREAD + n) - lgamma(SPREAD) for n in counts.tolist())
    return lgamma(whole) - lgamma(whole + float(counts.sum())) + total
