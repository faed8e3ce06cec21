"""From amounts to figures: how they are hedged, what they count, who states them."""

from __future__ import annotations

from digest.annotate import Annotated
from digest.extract.figures.amounts import Amount
from digest.extract.figures.counted import noun_after, with_complements
from digest.extract.figures.places import Places
from digest.extract.figures.qualifiers import change_of, qualifier_after, qualifier_before
from digest.model import Figure


def understand(annotated: Annotated, places: Places, amounts: list[Amount]) -> tuple[Figure, ...]:
    """The amounts with everything that the text says of them."""
    return tuple(_figure(annotated, places, amount) for amount in amounts)


def _figure(annotated: Annotated, places: Places, amount: Amount) -> Figure:
    source, text = annotated.article.text, places.doc.text
    start, end = amount.start, amount.end
    qualifier = None
    if amount.type != "ordinal":
        if before := qualifier_before(text, start):
            start, qualifier = before[0], source[before[0] : before[1]]
        elif after := qualifier_after(text, end):
            end, qualifier = after[1], source[after[0] : after[1]]
    counted = noun_after(places, amount)
    if counted:
        counted = with_complements(places, counted)
    return Figure(
        start=start,
        end=end,
        text=source[start:end],
        type=amount.type,
        value=amount.value,
        high=amount.high,
        unit=amount.unit,
        counted=source[counted.start : counted.end] if counted else None,
        counted_start=counted.start if counted else None,
        counted_end=counted.end if counted else None,
        qualifier=qualifier,
        change=change_of(text, start, amount.end),
    )
