"""The summary of one story."""

from __future__ import annotations

from collections.abc import Sequence, Set

from digest.model import Origin, Reading, Span, StorySummary
from digest.summarize.choose import choose
from digest.summarize.headline import best_headline, headline_terms
from digest.summarize.material import Candidate, Material, gather
from digest.summarize.order import reading_order
from digest.summarize.sameness import says_the_same
from digest.summarize.weights import term_weights


def summarize(
    story_id: str,
    readings: Sequence[Reading],
    origins: Sequence[Origin] = (),
    *,
    words: int = 80,
    avoid: Sequence[Span] = (),
    fresh: Set[str] = frozenset(),
) -> StorySummary:
    """The headline and the sentences of a story, verbatim, at most about ``words`` words.

    ``avoid``: headlines and sentences that an earlier edition printed; they and their like are not printed
    again while there is something else to say. ``fresh``: ids of the articles that came since, which alone
    are spoken of then; empty: all. ``readings`` must not be empty; their order does not matter.
    """
    material = gather(readings, origins)
    chosen = _choose(material, words=words, avoid=avoid, fresh=fresh)
    headline = best_headline(material, term_weights(material), chosen, avoid=avoid, fresh=fresh)
    sentences = tuple(candidate.span for candidate in reading_order(material, chosen))
    return StorySummary(story_id=story_id, headline=headline, sentences=sentences)


def lead(
    readings: Sequence[Reading],
    origins: Sequence[Origin] = (),
    *,
    avoid: Sequence[Span] = (),
    fresh: Set[str] = frozenset(),
) -> Span:
    """The one sentence that says what happened; the headline where no sentence can be printed."""
    material = gather(readings, origins)
    chosen = _choose(material, words=1, avoid=avoid, fresh=fresh)
    return chosen[0].span if chosen else best_headline(material, term_weights(material), ())


def _choose(
    material: Material, *, words: int, avoid: Sequence[Span], fresh: Set[str]
) -> tuple[Candidate, ...]:
    """What is new, said by what came; else whatever came says; else as if nothing had been printed."""
    printed = [c for c in material.candidates if any(_meet(c.span, span) for span in avoid)]
    weights = term_weights(material, printed=printed)
    repeats = [
        c
        for c in material.candidates
        if any(says_the_same(c, other, weights, material.rare) for other in printed)
    ]
    headline = headline_terms(material, weights)
    known = [c for c in material.candidates if fresh and c.article_id not in fresh]
    for without in ([*repeats, *known], known, ()):
        if chosen := choose(material, weights, words=words, headline=headline, without=without):
            return chosen
    return ()


def _meet(one: Span, other: Span) -> bool:
    """Whether two spans have a character in common; a sentence may have been printed with its dateline."""
    same = (one.article_id, one.part) == (other.article_id, other.part)
    return same and one.start < other.end and other.start < one.end
