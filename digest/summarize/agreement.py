"""What several origins agree on, where they differ, and what only one of them reports."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations, zip_longest
from math import log, sqrt

from digest.model import Figure, Origin, Reading, StatementGroup
from digest.summarize.choose import OPENING, worth
from digest.summarize.material import Candidate, gather
from digest.summarize.sameness import FEWEST_SHARED, says_the_same, weigh
from digest.summarize.weights import term_weights

# Of pairs of sentences of the BASIL development articles read by eye, about nine in ten above ALIKE told
# of the same fact, and two in three of those between 0.30 and it.
ALIKE = 0.36  # cosine of the telling words: above it two sentences report the same
ALIKE_OPENING = 0.24  # for two opening sentences that share what the story is about
APART = 0.24  # below it nobody else reports it
COMMON = 0.2  # share of the sentences of a story: a word of so many does not make two of them a pair
FEW = 10  # sentences: a word of so few is never common
TELLING = 10  # sentences: what one origin alone reports is told where it stands so early in the article

Likeness = Mapping[int, Mapping[int, float]]  # index of a sentence -> sentences of other origins like it


def agreement(
    readings: Sequence[Reading], origins: Sequence[Origin] = (), *, limit: int = 6
) -> tuple[StatementGroup, ...]:
    """Groups of sentences: where origins differ, then what they agree on, then what one alone reports.

    At most ``limit`` groups of each relation, the weightiest first; a sentence is in one group at most.
    Nothing for a story of one origin.
    """
    material = gather(readings, origins)
    if len(set(material.origin_of.values())) < 2:
        return ()
    weights = term_weights(material)
    fit = [c for c in material.candidates if c.unfit is None]
    fit.sort(key=lambda c: (-worth(c, weights), c.article_id, c.position))
    likeness = _likeness(fit, weights)
    figures = {reading.article.id: reading.figures for reading in readings}
    groups = _groups(fit, likeness)
    shared = [_statement([fit[i] for i in group], figures) for group in groups]
    grouped = {i for group in groups for i in group}
    alone = [
        c
        for i, c in enumerate(fit)
        if i not in grouped and c.position < TELLING and max(likeness[i].values(), default=0.0) < APART
    ]
    return (
        *[group for group in shared if group.relation == "differ"][:limit],
        *sorted((g for g in shared if g.relation == "agree"), key=lambda g: -g.origins)[:limit],
        *[StatementGroup((c.span,), "single", 1, "reported by one origin") for c in _in_turn(alone)[:limit]],
    )


def _likeness(candidates: Sequence[Candidate], weights: Mapping[str, float]) -> Likeness:
    """How alike two sentences of different origins are, from 0 to 1: ALIKE and above, the same fact."""
    having: dict[str, list[int]] = defaultdict(list)
    for i, candidate in enumerate(candidates):
        for term in candidate.terms:
            having[term].append(i)
    rarity = {term: log((1 + len(candidates)) / len(found)) for term, found in having.items()}
    most = max(FEW, COMMON * len(candidates))
    length = [sqrt(weigh(candidate.terms, rarity)) for candidate in candidates]
    found: dict[int, dict[int, float]] = defaultdict(dict)
    for i, one in enumerate(candidates):
        telling = [having[term] for term in one.terms if len(having[term]) <= most]
        openings = range(i + 1, len(candidates)) if one.position < OPENING else ()
        near = {j for indices in telling for j in indices if j > i}
        near.update(j for j in openings if candidates[j].position < OPENING)
        for j in near:
            other = candidates[j]
            shared = one.terms & other.terms
            if other.origin == one.origin or len(shared) < FEWEST_SHARED:
                continue
            cosine = weigh(shared, rarity) / (length[i] * length[j])
            opening = one.position < OPENING and other.position < OPENING
            if opening and cosine >= ALIKE_OPENING and says_the_same(one, other, weights):
                cosine = max(cosine, ALIKE)
            found[i][j] = found[j][i] = cosine
    return {i: found.get(i, {}) for i in range(len(candidates))}


def _groups(candidates: Sequence[Candidate], likeness: Likeness) -> list[list[int]]:
    """Each sentence in turn, weightiest first, with the sentence of each other article most like it."""
    groups: list[list[int]] = []
    used: set[int] = set()
    for i in range(len(candidates)):
        if i in used:
            continue
        best: dict[str, int] = {}
        for j, value in sorted(likeness[i].items(), key=lambda pair: (-pair[1], pair[0])):
            if value >= ALIKE and j not in used:
                best.setdefault(candidates[j].article_id, j)
        if best:
            group = [i, *sorted(best.values())]
            used.update(group)
            groups.append(group)
    return groups


def _in_turn(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, one of each origin in turn."""
    by_origin: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        by_origin[candidate.origin].append(candidate)
    rounds = zip_longest(*by_origin.values())
    return [candidate for each in rounds for candidate in each if candidate is not None]


def _statement(group: Sequence[Candidate], figures: Mapping[str, Sequence[Figure]]) -> StatementGroup:
    origins = len({candidate.origin for candidate in group})
    spans = tuple(candidate.span for candidate in group)
    against = _difference(group, figures)
    if against:
        return StatementGroup(spans, "differ", origins, against)
    return StatementGroup(spans, "agree", origins, f"reported by {origins} origins")


def _difference(group: Sequence[Candidate], figures: Mapping[str, Sequence[Figure]]) -> str | None:
    """Two figures of two origins that count the same thing and do not agree, in words."""
    inside = [
        (candidate.origin, figure)
        for candidate in group
        for figure in figures[candidate.article_id]
        if candidate.sentence.start <= figure.start < candidate.sentence.end
    ]
    for (origin, one), (another, other) in combinations(inside, 2):
        if (
            origin != another
            and _same_quantity(one, other)
            and (one.value, one.high) != (other.value, other.high)
        ):
            return f"{one.text} against {other.text}"
    return None


def _same_quantity(one: Figure, other: Figure) -> bool:
    known = one.value is not None and other.value is not None and one.counted is not None
    return known and (one.type, one.unit, one.counted) == (other.type, other.unit, other.counted)
