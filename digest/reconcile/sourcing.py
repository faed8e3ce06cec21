"""Who speaks in a story, by kind of source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from digest.model import Reading


def count_voices(readings: Sequence[Reading]) -> Mapping[str, int]:
    """How many different speakers of each kind: ``{"named": 3, "institution": 1}``."""
    voices = {
        (quote.speaker.sourcing, quote.speaker.name)
        for reading in readings
        for quote in reading.quotes
        if quote.speaker is not None
    }
    return dict(sorted(Counter(sourcing for sourcing, _ in voices).items()))
