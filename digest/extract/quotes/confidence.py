"""How sure a speaker is, by the kind of evidence: counts of right speakers on documents kept apart.

Counted with ``benchmarks/quotes/calibrate.py`` and the embedded pipeline 0.2.0 on documents 81 to 250 of
the training part of PolNeAR (news of seven outlets, 2016): a speaker counts as right where the mention
at the quote is the annotated source. Nothing is trained on them, but they are not untouched: the rules
were scored on them many times, their wrong speakers were listed once, and two or three rules followed
from that list. The counts are therefore somewhat kinder than those of news never seen.

Kinds that are one construction by another path are counted as one (``ALIKE``).
The share of right names is that of the mention times that of the link to the fullest name.
"""

from __future__ import annotations

from collections.abc import Mapping

from digest.extract.quotes.said import SAME

RARE = 0.8  # kinds of evidence that were met less than twice
WEIGHT = 2  # cases of that kind added to each count: small counts stay below the level of print
CARRIED = 0.98  # a stretch with the speaker of another of its paragraph, where its own count is small

QUOTED: Mapping[str, tuple[int, int]] = {
    "after, name first, parse agrees": (451, 453),
    "after, name first, parse agrees; same paragraph": (191, 193),
    "after, cue first, parse agrees": (173, 175),
    "after, cue first, parse agrees; same paragraph": (89, 90),
    "clause, subject beside": (84, 85),
    "before, parse agrees": (70, 72),
    "before, colon, parse agrees": (29, 29),
    "clause": (26, 29),
    "naming, subject beside": (21, 23),
    "clause, shared subject": (16, 18),
    "before, parse agrees, shared subject": (11, 13),
    "object, subject beside": (13, 13),
    "sentence before": (11, 13),
    "after, cue first, neighbour only": (11, 12),
    "preposed, subject beside": (10, 10),
    "paragraph before": (7, 9),
    "according to": (7, 8),
    "clause, other cue, shared subject": (6, 8),
    "naming, shared subject": (7, 8),
    "before, colon, parse agrees, shared subject": (6, 7),
    "clause, other cue, subject beside": (7, 7),
    "infinitive, subject beside": (6, 7),
    "before, parse differs": (2, 6),
    "resumed, subject beside": (6, 6),
    "after, cue first, neighbour only; same paragraph": (4, 5),
    "after, name first, parse differs": (5, 5),
    "before, parse only": (3, 5),
    "naming": (5, 5),
    "paragraph before, quoted": (4, 5),
    "transcript": (5, 5),
    "before, parse differs, shared subject": (1, 4),
    "object, shared subject": (4, 4),
    "preposition, shared subject": (4, 4),
    "after, name first, parse agrees, other verb": (3, 3),
    "before, neighbour only": (1, 3),
    "clause, nearby only": (1, 3),
    "paragraph before; same paragraph": (2, 3),
    "preposed": (3, 3),
    "preposition, subject beside": (3, 3),
    "before, colon, parse agrees, shared subject, other verb; same paragraph": (0, 2),
    "before, colon, parse only, shared subject": (1, 2),
    "before, parse only, shared subject": (2, 2),
    "clause, other cue": (2, 2),
    "object": (2, 2),
    "urging, shared subject": (2, 2),
    "urging, subject beside": (2, 2),
    "after, name first, parse agrees, other verb; same paragraph": (1, 1),
    "after, name first, parse agrees, shared subject": (1, 1),
    "after, name first, parse differs; same paragraph": (1, 1),
    "label": (1, 1),
}
"""Quotations and fragments: (right, all)."""

REPORTED: Mapping[str, tuple[int, int]] = {
    "clause": (472, 503),
    "object": (151, 169),
    "preposed": (83, 83),
    "infinitive": (61, 66),
    "according to": (48, 57),
    "resumed": (33, 33),
    "naming": (29, 31),
    "noun": (18, 18),
    "urging": (16, 18),
    "preposition about": (11, 12),
    "preposition for": (9, 10),
    "preposition to": (8, 9),
    "preposition against": (4, 4),
    "preposition of": (3, 3),
    "preposition in": (2, 2),
    "preposition on": (2, 2),
}
"""Indirect speech: (right, all)."""

ALIKE: tuple[tuple[str, ...], ...] = (
    # "…, Roe said": the clause follows its content, with marks or without
    ("preposed", "preposed, subject beside"),
    # the same clause, its content going on after it
    ("resumed", "resumed, subject beside"),
    # "ROE: …": a name and a colon, no verb
    ("transcript", "label"),
    # "…," Roe said, the name between the marks and the verb: the forms other than the usual one
    (
        "after, name first, parse differs",
        "after, name first, parse differs; same paragraph",
        "after, name first, parse agrees, other verb",
        "after, name first, parse agrees, other verb; same paragraph",
        "after, name first, parse agrees, shared subject",
    ),
)
"""Kinds of one construction, most of them small: counted together, over both tables.

Chosen by construction, and kept only where at most one speaker of the group is wrong on the documents
counted, on documents 1 to 80 and on the development part, each.
"""


def confidence_of(evidence: str, *, quoted: bool = True) -> float:
    """The share of speakers that are right where they rest on a kind of evidence."""
    right, total = _counts(evidence, quoted=quoted)
    if total:
        return (right + WEIGHT * RARE) / (total + WEIGHT)
    if evidence.endswith(SAME):
        return CARRIED * confidence_of(evidence.removesuffix(SAME), quoted=quoted)
    return RARE


def _counts(evidence: str, *, quoted: bool) -> tuple[int, int]:
    """Right speakers and all, of a kind of evidence with those it is alike to; 0 of 0 where never met."""
    for kinds in ALIKE:
        if evidence in kinds:
            counts = [table[kind] for table in (QUOTED, REPORTED) for kind in kinds if kind in table]
            return sum(right for right, _ in counts), sum(total for _, total in counts)
    return (QUOTED if quoted else REPORTED).get(evidence, (0, 0))
