"""How sure a speaker is: evidence -> share right, as measured on held-out text."""

from __future__ import annotations

from collections.abc import Mapping

CONFIDENCE: Mapping[str, float] = {}

DEFAULT = 0.8


def confidence_of(evidence: str) -> float:
    """The calibrated confidence of a kind of evidence."""
    return CONFIDENCE.get(evidence, DEFAULT)
