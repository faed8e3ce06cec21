"""How sure a speaker is, by the kind of evidence: counts of right speakers on held-out text.

Counted with ``benchmarks/quotes/calibrate.py`` on documents 81 to 250 of the training part of PolNeAR
(news of seven outlets, 2016), which no rule was written on: a speaker counts as right where the
mention at the quote is the annotated source. Only counts came from there; nothing is trained on it.
The share of right names is that of the mention times that of the link to the fullest name.
"""

from __future__ import annotations

from collections.abc import Mapping

from digest.extract.quotes.said import SAME

RARE = 0.8  # kinds of evidence that were met less than twice
WEIGHT = 2  # cases of that kind added to each count: small counts stay below the level of print
CARRIED = 0.98  # a stretch with the speaker of another of its paragraph, where its own count is small

QUOTED: Mapping[str, tuple[int, int]] = {
    "after, name first, parse agrees": (440, 442),
    "after, name first, parse agrees; same paragraph": (185, 187),
    "after, cue first, parse agrees": (165, 167),
    "after, cue first, parse agrees; same paragraph": (89, 90),
    "clause, subject beside": (81, 82),
    "before, parse agrees": (72, 74),
    "before, colon, parse agrees": (28, 28),
    "clause": (21, 24),
    "naming, subject beside": (20, 21),
    "after, cue first, neighbour only": (19, 20),
    "clause, shared subject": (18, 18),
    "sentence before": (12, 15),
    "before, parse agrees, shared subject": (11, 13),
    "object, subject beside": (12, 12),
    "preposed, subject beside": (11, 11),
    "after, name first, parse differs": (10, 10),
    "paragraph before": (6, 10),
    "according to": (7, 9),
    "clause, other cue, subject beside": (8, 8),
    "naming, shared subject": (7, 8),
    "before, colon, parse agrees, shared subject": (6, 7),
    "infinitive, subject beside": (6, 7),
    "resumed, subject beside": (7, 7),
    "before, parse differs, shared subject": (3, 6),
    "naming": (5, 6),
    "paragraph before, quoted": (4, 6),
    "after, cue first, neighbour only; same paragraph": (5, 5),
    "before, parse differs": (2, 5),
    "transcript": (5, 5),
    "clause, nearby only": (3, 4),
    "paragraph before; same paragraph": (2, 4),
    "after, name first, parse agrees, other verb": (3, 3),
    "after, name first, parse differs; same paragraph": (3, 3),
    "before, colon, parse agrees, other verb": (1, 3),
    "before, colon, parse agrees, other verb; same paragraph": (2, 3),
    "before, parse only": (2, 3),
    "before, parse only, shared subject": (2, 3),
    "clause, other cue, shared subject": (3, 3),
    "object, shared subject": (3, 3),
    "preposed": (3, 3),
    "preposition, shared subject": (3, 3),
    "after, name first, parse differs, shared subject": (2, 2),
    "clause, other cue": (2, 2),
    "object": (2, 2),
    "paragraph before, quoted; same paragraph": (0, 2),
    "preposition, subject beside": (2, 2),
}
"""Quotations and fragments: (right, all)."""

REPORTED: Mapping[str, tuple[int, int]] = {
    "clause": (462, 490),
    "object": (136, 160),
    "preposed": (85, 86),
    "infinitive": (61, 69),
    "according to": (51, 59),
    "resumed": (33, 33),
    "naming": (28, 29),
    "noun": (15, 16),
    "urging": (14, 14),
    "preposition to": (8, 10),
    "preposition about": (7, 9),
    "preposition for": (6, 9),
    "preposition against": (5, 5),
    "preposition of": (4, 4),
    "preposition in": (2, 2),
    "preposition on": (2, 2),
}
"""Indirect speech: (right, all)."""


def confidence_of(evidence: str, *, quoted: bool = True) -> float:
    """The share of speakers that are right where they rest on a kind of evidence."""
    counts = (QUOTED if quoted else REPORTED).get(evidence)
    if counts is not None:
        right, total = counts
        return (right + WEIGHT * RARE) / (total + WEIGHT)
    if evidence.endswith(SAME):
        return CARRIED * confidence_of(evidence.removesuffix(SAME), quoted=quoted)
    return RARE
