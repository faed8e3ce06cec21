"""Which figures may stand in a table of key figures."""

from __future__ import annotations

import re
from decimal import Decimal

from digest.model import Figure
from digest.reconcile.figures.events import event_of

_NOT_KEY = frozenset({"age", "ordinal", "multiple"})
_DEFINITE = re.compile(
    r"\b(?:the|these|those|both|its|their|his|her|our|last|past|next|first|other|one of)[ ]$", re.IGNORECASE
)
_SENTENCED = re.compile(
    r"\b(?:jailed|sentenced|imprisoned|banned|suspended|sentence|term)\b(?:[ ]\w+){0,3}[ ](?:for|to|of)[ ]$"
)
_SMALL = Decimal(3)


def is_key(text: str, figure: Figure) -> bool:
    """Whether a figure says something by itself: no ages, no "two leaders", no spans of time."""
    if figure.type in _NOT_KEY:
        return False
    if figure.type == "duration":
        before = text[max(0, figure.start - 40) : figure.start]
        return figure.counted is not None or bool(_SENTENCED.search(before))
    if figure.type != "number":
        return True
    if figure.counted is None:
        return False
    if (
        any(character.isdigit() for character in figure.text)
        or figure.high is not None
        or figure.value is None
    ):
        return True
    definite = bool(_DEFINITE.search(text[max(0, figure.start - 8) : figure.start]))
    if abs(figure.value) < _SMALL:
        return not definite and event_of(text, figure) is not None
    return not definite
