"""Something said, before its speaker is named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from digest.extract.quotes.cues import Act
from digest.extract.quotes.phrases import Mention

SAME = "; same paragraph"
"""Ends the evidence of a stretch that takes its speaker from another of its paragraph."""


@dataclass(frozen=True, slots=True)
class Said:
    """A content and the evidence for its speaker. Offsets are characters, outer marks left out."""

    start: int
    end: int
    kind: Literal["direct", "mixed", "indirect"]
    cue: tuple[int, int] | None  # tokens, last included
    mention: Mention | None
    evidence: str  # the construction, as the confidence table names it
    how: str
    act: Act = "said"
    marked: bool = True
    relay: Mention | None = None  # who passes the words on, where a report holds a report
