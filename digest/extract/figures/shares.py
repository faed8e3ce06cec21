"""Shares that a text names without a number: "a small percent", "a large percentage of voters".

Analysts want to know that a source claims a share and gives none. Such a figure has no value, so it stands in
no row of a table.
"""

from __future__ import annotations

import re

from digest.extract.figures.amounts import Amount

_SIZE = (
    r"small|smaller|large|larger|tiny|big|huge|vast|high|higher|low|lower|significant|substantial|sizeable"
    r"|sizable|considerable|growing|shrinking|certain|good|fair|minute|negligible|overwhelming|greater|lesser"
)
_SHARE = re.compile(
    rf"\b(?P<size>(?:an?|the)[ ](?:(?:very|relatively|fairly|only|much)[ ])?(?:{_SIZE}))[ ]"
    r"(?P<sized>percent|per[ ]cent|percentage|%)(?![ -]points?\b)(?![\w%])"
    r"|\b(?:an?|some|the)[ ](?P<sign>%)(?=[ ]of\b)"
    r"|\b(?:an?|some)[ ](?P<named>percentage)(?=[ ]of\b)",
    re.IGNORECASE,
)
_SIZE_BEFORE = re.compile(
    rf"\b(?:an?|the)[ ](?:(?:very|relatively|fairly|only|much)[ ])?(?:{_SIZE})[ ]$", re.IGNORECASE
)


def unquantified_shares(text: str) -> list[Amount]:
    """The shares of a text that have no number, in order; their value is None."""
    found = []
    for match in _SHARE.finditer(text):
        start, end = match.span(match.lastgroup or 0)
        found.append(Amount(start, end, "percentage", None, "percentage", core_end=end))
    return found


def size_before(text: str, start: int) -> tuple[int, int] | None:
    """Characters of the words that say how large a share without a number is."""
    match = _SIZE_BEFORE.search(text, max(0, start - 40), start)
    return (match.start(), match.end() - 1) if match else None
