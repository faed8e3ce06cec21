"""Quotes of a story: one group for each utterance."""

from __future__ import annotations

from collections.abc import Sequence

from digest.model import Origin, QuoteGroup, Reading


def group_quotes(readings: Sequence[Reading], origins: Sequence[Origin] = ()) -> tuple[QuoteGroup, ...]:
    """A group for each quote, in the order of the text."""
    return tuple(
        QuoteGroup(((reading.article.id, quote),), 0) for reading in readings for quote in reading.quotes
    )
