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

    return tuple(sorted(chosen, key=key))
