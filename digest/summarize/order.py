"""An order that reads: the lead, the rest of its article, then the other articles, earliest first."""

from __future__ import annotations

from collections.abc import Sequence

from digest.summarize.material import Candidate, Material


def reading_order(material: Material, chosen: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The chosen sentences, of which the first is the lead, in the order to print."""
    if not chosen:
        return ()
    lead = chosen[0]
    place = {reading.article.id: n for n, reading in enumerate(material.readings)}

    def key(candidate: Candidate) -> tuple[bool, bool, int, int]:
        same = candidate.article_id == lead.article_id
        return (candidate is not lead, not same, place[candidate.article_id], candidate.position)

    return _introduced(sorted(chosen, key=key))


def _introduced(ordered: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The same, but who is named by surname alone comes after the sentence that names him in full."""
    left, placed = list(ordered), list[Candidate]()
    while left:
        following = next((c for c in left if not (placed and _waits(c, placed, left))), left[0])
        left.remove(following)
        placed.append(following)
    return tuple(placed)


def _waits(candidate: Candidate, placed: Sequence[Candidate], left: Sequence[Candidate]) -> bool:
    """Whether a sentence yet to come introduces somebody whom it names and nobody has named so far."""
    if candidate.unfit is not None:  # it leans on the sentence before it
        return False
    known = {term for c in placed for term in c.terms}
    told = {term for c in left if c is not candidate for term in c.terms - c.bare}
    return not (candidate.bare & told) <= known
