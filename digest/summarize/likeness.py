"""What a sentence says as far as it can be compared, and whether another one speaks against it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from digest.matching import matching_form
from digest.model import Figure, Reading
from digest.summarize.difference import apart
from digest.summarize.material import Candidate

_NO = re.compile(
    r"\b(?:not?(?! (?:more|less|fewer|only|least)\b)|never|none|nobody|nothing|without"
    r"|den(?:y|ies|ied)|\w+n['’]t|cannot)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")
_COUNTED = frozenset(
    {"number", "percentage", "currency", "dimension", "duration", "age", "temperature"}
)  # types of figures that two reports of one fact must share


@dataclass(frozen=True, slots=True)
class Content:
    """What a sentence says, as far as it can be compared."""

    figures: tuple[Figure, ...]  # that stand in it
    days: frozenset[str]  # ISO 8601, of the dates that it gives to the day
    names: frozenset[str]  # as they stand in it; peoples and parties are none
    denies: bool  # whether it has a negation
    wording: tuple[str, ...]  # its words, lower-cased


def contents(reading: Reading, candidate: Candidate) -> Content:
    """The figures, dates and names in a sentence."""
    start, end = candidate.sentence.start, candidate.sentence.end
    text = matching_form(reading.article.text[start:end])
    figures = tuple(
        f for f in reading.figures if start <= f.start < end and f.type in _COUNTED and f.value is not None
    )
    return Content(
        figures=figures,
        days=frozenset(
            m.when[:10]
            for m in reading.moments
            if m.part == "text" and start <= m.start < end and m.precision in ("day", "minute")
        ),
        names=frozenset(
            e.text
            for e in reading.entities
            if e.part == "text" and start <= e.start < end and e.label != "NORP"
        ),
        denies=bool(_NO.search(text)),
        wording=tuple(_WORD.findall(text.casefold())),
    )


def contradicted(one: Content, other: Content) -> bool:
    """Whether ``one`` gives a number or a day that ``other`` has not, or only one of them denies."""
    return (
        any(not _confirmed(figure, other.figures) for figure in one.figures)
        or bool(one.days and other.days and not one.days & other.days)
        or one.denies != other.denies
    )


def _confirmed(figure: Figure, others: Sequence[Figure]) -> bool:
    """Whether one of the others is of the same kind and leaves room for the figure."""
    kind = (figure.type, figure.unit)
    return any((other.type, other.unit) == kind and not apart(figure, other) for other in others)
