"""How sure a speaker is, by the kind of evidence: counts of right speakers on annotated news.

Counted with ``benchmarks/quotes/calibrate.py`` and the embedded pipeline 0.2.0 on 334 documents of PolNeAR
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
    "after, name first, parse agrees": (883, 889),
    "after, name first, parse agrees; same paragraph": (384, 387),
    "after, cue first, parse agrees": (274, 276),
    "clause, subject beside": (239, 240),
    "before, parse agrees": (158, 165),
    "after, cue first, parse agrees; same paragraph": (147, 150),
    "clause": (58, 63),
    "before, colon, parse agrees": (55, 55),
    "naming, subject beside": (40, 43),
    "clause, shared subject": (35, 38),
    "before, parse agrees, shared subject": (22, 28),
    "object, subject beside": (28, 28),
    "signature": (23, 23),
    "transcript": (22, 22),
    "resumed, subject beside": (21, 21),
    "clause, other cue, subject beside": (18, 19),
    "paragraph before, quoted": (14, 19),
    "according to": (15, 17),
    "preposed, subject beside": (17, 17),
    "paragraph before": (8, 16),
    "naming, shared subject": (11, 14),
    "sentence before": (12, 12),
    "clause, other cue, shared subject": (6, 10),
    "naming": (10, 10),
    "paragraph before, colon": (10, 10),
    "label": (9, 9),
    "object, shared subject": (8, 9),
    "preposition, subject beside": (9, 9),
    "urging, subject beside": (8, 9),
    "before, colon, parse agrees, shared subject": (6, 8),
    "before, parse differs": (6, 8),
    "before, parse only, shared subject": (8, 8),
    "infinitive, subject beside": (7, 8),
    "before, parse differs, shared subject": (2, 7),
    "before, colon, parse agrees, other verb": (2, 6),
    "before, neighbour only": (3, 6),
    "clause, other cue": (6, 6),
    "after, cue first, neighbour only": (5, 5),
    "before, parse only": (5, 5),
    "preposed": (5, 5),
    "preposition, shared subject": (4, 5),
    "after, name first, parse differs": (3, 4),
    "infinitive, shared subject": (4, 4),
    "noun, subject beside": (4, 4),
    "urging, shared subject": (4, 4),
    "after, name first, neighbour only": (3, 3),
    "clause, subject beside, neighbour only": (3, 3),
    "object": (3, 3),
    "paragraph before; same paragraph": (2, 3),
    "after, cue first, neighbour only; same paragraph": (2, 2),
    "after, name first, parse agrees, other verb": (2, 2),
    "before, colon, parse agrees, shared subject, other verb; same paragraph": (0, 2),
    "before, colon, parse only": (2, 2),
    "lost marks": (2, 2),
    "paragraph before, quoted; same paragraph": (0, 2),
    "preposition": (2, 2),
    "urging": (1, 2),
}
"""Quotations and fragments: (right, all)."""

REPORTED: Counts = {
    "clause, subject beside, by name": (385, 395),
    "clause, subject beside": (207, 218),
    "object, subject beside, by name": (137, 138),
    "clause, other cue, subject beside": (107, 116),
    "object, subject beside": (107, 115),
    "preposed, subject beside, by name": (104, 104),
    "according to": (79, 89),
    "clause, by name": (84, 88),
    "clause, other cue, subject beside, by name": (61, 62),
    "clause, shared subject, by name": (51, 55),
    "clause": (42, 50),
    "infinitive, subject beside, by name": (46, 46),
    "preposition, subject beside, by name": (46, 46),
    "object": (35, 43),
    "resumed, subject beside, by name": (43, 43),
    "object, shared subject, by name": (35, 40),
    "preposed, subject beside": (40, 40),
    "infinitive, subject beside": (36, 38),
    "object, by name": (28, 29),
    "clause, shared subject": (19, 28),
    "object, shared subject": (19, 27),
    "naming, subject beside": (21, 25),
    "preposition, subject beside": (24, 24),
    "preposition, shared subject, by name": (21, 22),
    "naming, subject beside, by name": (18, 19),
    "clause, other cue": (12, 18),
    "urging, subject beside": (14, 17),
    "infinitive, shared subject, by name": (12, 14),
    "urging, subject beside, by name": (14, 14),
    "clause, other cue, shared subject, by name": (12, 13),
    "preposed, by name": (13, 13),
    "clause, other cue, by name": (12, 12),
    "resumed, subject beside": (12, 12),
    "infinitive": (9, 11),
    "clause, other cue, shared subject": (9, 10),
    "naming": (8, 10),
    "noun": (9, 10),
    "according to, by name": (9, 9),
    "preposition, shared subject": (4, 9),
    "naming, shared subject, by name": (8, 8),
    "infinitive, by name": (7, 7),
    "infinitive, shared subject": (6, 7),
    "noun, by name": (7, 7),
    "noun, subject beside": (4, 5),
    "preposition": (4, 5),
    "naming, by name": (4, 4),
    "naming, shared subject": (3, 4),
    "preposed": (2, 4),
    "urging, by name": (4, 4),
    "urging, shared subject, by name": (3, 4),
    "noun, subject beside, by name": (3, 3),
    "preposition, by name": (3, 3),
    "urging": (2, 3),
    "clause, other cue, nearby only": (1, 2),
    "object, subject beside, shared subject": (1, 2),
    "preposition, subject beside, neighbour only, by name": (1, 2),
    "urging, shared subject": (2, 2),
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
