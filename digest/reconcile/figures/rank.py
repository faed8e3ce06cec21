"""Which rows come first in a table of key figures: corroborated, central, new."""

from __future__ import annotations

from collections.abc import Sequence

from digest.model import FigureRow, Reading
from digest.reconcile.figures.mentions import Mention

_TYPES = {
    "number": 1.0,
    "currency": 1.0,
    "percentage": 0.8,
    "dimension": 0.5,
    "temperature": 0.5,
    "duration": 0.1,
}


def rank(
    rows: Sequence[tuple[FigureRow, list[Mention]]], readings: Sequence[Reading]
) -> tuple[FigureRow, ...]:
    """The rows, best first; rows of equal worth in the order of the articles."""
    newest = max((mention.date or "" for _, mentions in rows for mention in mentions), default="")
    title_words = [reading.article.title.lower() for reading in readings]
    scored = [
        (-_worth(row, mentions, newest, title_words), place, row)
        for place, (row, mentions) in enumerate(rows)
    ]
    return tuple(row for _, _, row in sorted(scored, key=lambda item: item[:2]))


def _worth(row: FigureRow, mentions: Sequence[Mention], newest: str, titles: Sequence[str]) -> float:
    best = mentions[0].figure
    worth = 2.0 * (row.origins - 1)
    worth += _TYPES.get(best.type, 0.3)
    worth += 1.0 / (1 + min(mention.order for mention in mentions))
    worth += 0.5 if any(mention.event for mention in mentions) else 0.0
    worth += 0.5 if any((mention.date or "") == newest for mention in mentions) else 0.0
    worth += (
        0.7 if any(mention.figure.text.lower() in title for mention in mentions for title in titles) else 0.0
    )
    worth += 0.4 if row.relation in {"differ", "development"} else 0.0
    worth -= 1.0 if all(mention.interval.vague == 4 for mention in mentions) else 0.0
    worth -= (
        0.5 if all(mention.interval.stated[0] < 3 for mention in mentions if mention.kind == "count") else 0.0
    )
    return worth
