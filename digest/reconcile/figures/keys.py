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
_HYPHENATED = re.compile(
    r"\d-[a-z]+$|-(?:year|month|week|day|hour|minute|page|point|mile|member)$", re.IGNORECASE
)
_WHEN = re.compile(r"\b(?:last|past|next|coming|previous|first|beyond|within|in)[ ]$", re.IGNORECASE)
_HYPOTHETICAL = ("can ", "could ", "would ", "may ", "might ")
_OUTVOTED = re.compile(r"\bvote[sd]?\b[^.;]{0,24}?\b\d{1,3}[ ]to[ ]$")  # by a vote of 228 to 191
_SMALL = Decimal(3)


def is_key(text: str, figure: Figure) -> bool:
    """Whether a figure says something by itself: no ages, no "two leaders", no spans of time."""
    if figure.type in _NOT_KEY:
        return False
    if text[figure.end : figure.end + 1] == "-" or _HYPHENATED.search(figure.text):
        return False  # a 10-round limit, a two-year inquiry: it describes
    if figure.type == "duration":
        before = text[max(0, figure.start - 40) : figure.start]
        told = _SENTENCED.search(before)
        return bool(told) or (figure.counted is not None and not _WHEN.search(before))
    if figure.type != "number":
        return True
    if figure.counted is None or _OUTVOTED.search(text, max(0, figure.start - 40), figure.start):
        return False
    if (
        any(character.isdigit() for character in figure.text)
        or figure.high is not None
        or figure.value is None
    ):
        return True
    definite = bool(_DEFINITE.search(text[max(0, figure.start - 8) : figure.start]))
    if abs(figure.value) < _SMALL:
        hypothetical = (figure.event or "").startswith(_HYPOTHETICAL)
        return not definite and not hypothetical and event_of(text, figure) is not None
    return not definite
