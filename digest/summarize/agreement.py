"""What several origins agree on, where they differ, and what only one of them reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from math import fsum, log

from digest.model import Figure, Origin, Reading, StatementGroup
from digest.summarize.material import Candidate, gather
from digest.summarize.weights import term_weights

ALIKE = 0.5  # share of the telling words of two sentences above which they report the same
FEWEST_SHARED = 3  # content words; fewer in common is chance


def agreement(
    readings: Sequence[Reading], origins: Sequence[Origin] = (), *, limit: int = 12
) -> tuple[StatementGroup, ...]:
    """Groups of sentences: what differs first, then what most origins agree on, then single reports.

    At most ``limit`` groups of each relation. Only sentences that can be printed by themselves count.
    """
    material = gather(readings, origins)
    fit = [c for c in material.candidates if c.unfit is None]
    groups = _grouped(fit, _rarity(material.candidates))
    weights = term_weights(material)
    figures = {reading.article.id: reading.figures for reading in readings}
    found = [_statement(sorted(group, key=lambda c: _order(c, weights)), figures) for group in groups]
    several = len(set(material.origin_of.values())) > 1
    return tuple(
        group
        for relation in ("differ", "agree", *(("single",) if several else ()))
        for group in sorted((g for g in found if g.relation == relation), key=lambda g: -g.origins)[:limit]
    )


def _order(candidate: Candidate, weights: Mapping[str, float]) -> tuple[float, str, int]:
    worth = fsum(weights[term] for term in candidate.terms) / (candidate.words + 10)
    return (-worth, candidate.article_id, candidate.position)


def _rarity(candidates: Sequence[Candidate]) -> dict[str, float]:
    """How telling a word is inside the story: 0 where every sentence has it."""
    having = Counter(term for candidate in candidates for term in candidate.terms)
    return {term: log((1 + len(candidates)) / count) for term, count in having.items()}


def _grouped(candidates: Sequence[Candidate], rarity: Mapping[str, float]) -> list[list[Candidate]]:
    """Groups in which every two sentences are alike and no article has two; the most alike first."""
    pairs = sorted(
        (
            (-_likeness(candidates[i].terms, candidates[j].terms, rarity), i, j)
            for i, j in combinations(range(len(candidates)), 2)
            if candidates[i].origin != candidates[j].origin
            and len(candidates[i].terms & candidates[j].terms) >= FEWEST_SHARED
        ),
    )
    likeness = {(i, j): -negative for negative, i, j in pairs}
    group_of = {i: [i] for i in range(len(candidates))}
    for negative, i, j in pairs:
        one, other = group_of[i], group_of[j]
        if -negative < ALIKE:
            break
        if one is other:
            continue
        joined = sorted(one + other)
        articles = [candidates[k].article_id for k in joined]
        if len(set(articles)) == len(articles) and all(
            likeness.get((a, b), 0.0) >= ALIKE or candidates[a].origin == candidates[b].origin
            for a, b in combinations(joined, 2)
        ):
            for k in joined:
                group_of[k] = joined
    distinct = {tuple(group): [candidates[k] for k in group] for group in group_of.values()}
    return list(distinct.values())


def _likeness(one: frozenset[str], other: frozenset[str], rarity: Mapping[str, float]) -> float:
    """Dice coefficient of two sets of words, each word counted as it is telling."""
    total = _weight(one, rarity) + _weight(other, rarity)
    return 2 * _weight(one & other, rarity) / total if total else 0.0


def _weight(terms: Iterable[str], rarity: Mapping[str, float]) -> float:
    return fsum(rarity[term] for term in terms)


def _statement(group: Sequence[Candidate], figures: Mapping[str, Sequence[Figure]]) -> StatementGroup:
    origins = len({candidate.origin for candidate in group})
    spans = tuple(candidate.span for candidate in group)
    if origins == 1:
        return StatementGroup(spans, "single", 1, "reported by one origin only")
    against = _difference(group, figures)
    if against:
        return StatementGroup(spans, "differ", origins, against)
    return StatementGroup(spans, "agree", origins, f"reported by {origins} origins")


def _difference(group: Sequence[Candidate], figures: Mapping[str, Sequence[Figure]]) -> str | None:
    """Two figures that count the same thing in the group and do not agree, in words."""
    inside = [
        figure
        for candidate in group
        for figure in figures[candidate.article_id]
        if candidate.sentence.start <= figure.start < candidate.sentence.end
    ]
    for one, other in combinations(inside, 2):
        same_thing = one.type == other.type and one.unit == other.unit and one.counted == other.counted
        known = one.counted is not None and one.value is not None and other.value is not None
        if same_thing and known and (one.value, one.high) != (other.value, other.high):
            return f"{one.text} against {other.text}"
    return None
