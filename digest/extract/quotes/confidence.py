"""How sure a speaker is, by the kind of evidence: counts of right speakers on annotated news.

Counted with ``benchmarks/quotes/calibrate.py`` and the embedded pipeline 0.3.0 on 334 documents of PolNeAR
(news of seven outlets, 2016): its development part and 250 documents of its training part. A speaker counts
as right where the mention at the quote is the annotated source. Nothing is trained on them, but the rules
were written with their errors in sight: what the counts are worth on documents that they are not made of is
measured by cross-validation (``benchmarks/quotes/README.md``).

Kinds that are one construction by another path are counted as one (``ALIKE``); kinds met once are left out.
The share of right names is that of the mention times that of the link to the fullest name.
"""

from __future__ import annotations

from collections.abc import Mapping

from digest.extract.quotes.said import SAME

RARE = 0.8  # kinds of evidence that were met less than twice
WEIGHT = 2  # cases of that kind added to each count: small counts stay below the level of print
CARRIED = 0.98  # a stretch with the speaker of another of its paragraph, where its own count is small

Counts = Mapping[str, tuple[int, int]]  # kind of evidence: (right, all)

QUOTED: Counts = {
    "after, name first, parse agrees": (879, 885),
    "after, name first, parse agrees; same paragraph": (381, 383),
    "after, cue first, parse agrees": (281, 283),
    "clause, subject beside": (242, 245),
    "before, parse agrees": (163, 169),
    "after, cue first, parse agrees; same paragraph": (149, 152),
    "clause": (55, 62),
    "before, colon, parse agrees": (54, 54),
    "naming, subject beside": (43, 43),
    "clause, shared subject": (38, 42),
    "before, parse agrees, shared subject": (23, 30),
    "object, subject beside": (23, 24),
    "signature": (23, 23),
    "transcript": (22, 22),
    "resumed, subject beside": (21, 21),
    "clause, other cue, subject beside": (20, 20),
    "paragraph before": (8, 19),
    "according to": (17, 18),
    "paragraph before, quoted": (13, 17),
    "preposed, subject beside": (17, 17),
    "naming, shared subject": (12, 14),
    "object, shared subject": (11, 12),
    "before, parse only, shared subject": (11, 11),
    "sentence before": (11, 11),
    "paragraph before, colon": (10, 10),
    "after, name first, parse differs": (8, 9),
    "label": (9, 9),
    "naming": (8, 9),
    "preposition, subject beside": (9, 9),
    "urging, subject beside": (7, 9),
    "before, parse differs, shared subject": (3, 8),
    "before, colon, parse agrees, other verb": (2, 7),
    "before, colon, parse agrees, shared subject": (6, 7),
    "before, parse differs": (6, 7),
    "clause, other cue": (7, 7),
    "clause, other cue, shared subject": (6, 6),
    "infinitive, subject beside": (5, 6),
    "noun, subject beside": (5, 5),
    "preposed": (5, 5),
    "after, name first, parse differs; same paragraph": (3, 4),
    "before, parse only": (4, 4),
    "infinitive, shared subject": (4, 4),
    "paragraph before; same paragraph": (2, 4),
    "preposition, shared subject": (3, 4),
    "before, colon, parse agrees, other verb; same paragraph": (2, 3),
    "object": (3, 3),
    "urging, shared subject": (2, 3),
    "after, name first, parse agrees, other verb": (2, 2),
    "after, name first, parse agrees, shared subject": (2, 2),
    "before, colon, parse differs": (2, 2),
    "before, colon, parse only": (2, 2),
    "before, colon, parse only, other verb": (0, 2),
    "before, neighbour only": (1, 2),
    "object, subject beside, neighbour only": (2, 2),
    "preposition": (2, 2),
    "urging": (1, 2),
}
"""Quotations and fragments: (right, all)."""

REPORTED: Counts = {
    "clause, subject beside, by name": (385, 394),
    "clause, subject beside": (217, 227),
    "object, subject beside, by name": (130, 132),
    "clause, other cue, subject beside": (113, 119),
    "object, subject beside": (98, 109),
    "preposed, subject beside, by name": (97, 97),
    "according to": (83, 91),
    "clause, by name": (88, 91),
    "clause, other cue, subject beside, by name": (70, 71),
    "clause, shared subject, by name": (52, 55),
    "clause": (38, 48),
    "infinitive, subject beside, by name": (47, 47),
    "preposition, subject beside, by name": (44, 45),
    "preposed, subject beside": (43, 43),
    "object": (32, 39),
    "resumed, subject beside, by name": (39, 39),
    "infinitive, subject beside": (37, 38),
    "clause, shared subject": (25, 35),
    "object, shared subject, by name": (32, 34),
    "object, by name": (27, 29),
    "object, shared subject": (16, 28),
    "naming, subject beside": (20, 22),
    "preposition, shared subject, by name": (21, 22),
    "preposition, subject beside": (20, 22),
    "naming, subject beside, by name": (20, 20),
    "clause, other cue": (11, 15),
    "preposed, by name": (14, 15),
    "urging, subject beside": (13, 15),
    "urging, subject beside, by name": (15, 15),
    "clause, other cue, shared subject": (8, 14),
    "infinitive, shared subject, by name": (11, 14),
    "resumed, subject beside": (13, 13),
    "clause, other cue, shared subject, by name": (10, 11),
    "infinitive": (10, 11),
    "infinitive, shared subject": (7, 11),
    "clause, other cue, by name": (10, 10),
    "according to, by name": (9, 9),
    "infinitive, by name": (9, 9),
    "naming": (6, 9),
    "naming, shared subject, by name": (8, 9),
    "noun": (7, 8),
    "preposition, shared subject": (5, 8),
    "noun, subject beside": (5, 7),
    "naming, shared subject": (4, 6),
    "noun, by name": (6, 6),
    "preposition": (6, 6),
    "urging, shared subject, by name": (4, 5),
    "noun, subject beside, by name": (4, 4),
    "preposition, by name": (4, 4),
    "urging, by name": (3, 4),
    "naming, by name": (3, 3),
    "preposed": (2, 3),
    "clause, nearby only": (1, 2),
    "clause, other cue, nearby only": (1, 2),
    "clause, other cue, subject beside, neighbour only": (2, 2),
    "clause, other cue, subject beside, shared subject": (0, 2),
    "clause, subject beside, neighbour only": (1, 2),
    "clause, subject beside, neighbour only, by name": (2, 2),
    "infinitive, subject beside, neighbour only, by name": (2, 2),
    "preposition, subject beside, neighbour only, by name": (2, 2),
    "urging": (2, 2),
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


def confidence_of(
    evidence: str, *, quoted: bool = True, tables: tuple[Counts, Counts] = (QUOTED, REPORTED)
) -> float:
    """The share of speakers that are right where they rest on a kind of evidence, by the counts of
    ``tables``: quotations and fragments, indirect speech.
    """
    right, total = _counts(evidence, tables, quoted=quoted)
    if total:
        return (right + WEIGHT * RARE) / (total + WEIGHT)
    if evidence.endswith(SAME):
        return CARRIED * confidence_of(evidence.removesuffix(SAME), quoted=quoted, tables=tables)
    return RARE


def _counts(evidence: str, tables: tuple[Counts, Counts], *, quoted: bool) -> tuple[int, int]:
    """Right speakers and all, of a kind of evidence with those it is alike to; 0 of 0 where never met."""
    for kinds in ALIKE:
        if evidence in kinds:
            counts = [table[kind] for table in tables for kind in kinds if kind in table]
            return sum(right for right, _ in counts), sum(total for _, total in counts)
    return tables[0 if quoted else 1].get(evidence, (0, 0))
