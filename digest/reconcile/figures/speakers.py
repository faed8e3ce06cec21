"""Who states a figure, in whatever words: "the health ministry", "Ministry of Health"."""

from __future__ import annotations

from digest.reconcile.figures.nouns import stems

_LOOSE_WORDS = "spokesman spokeswoman spokesperson local senior official officials head chief the"
_LOOSE = stems(_LOOSE_WORDS)


def two_speakers(one: str | None, other: str | None) -> bool:
    """Whether two figures are stated by two speakers, as far as both name one."""
    if not (one and other) or one.casefold() == other.casefold():
        return False
    first, second = stems(one), stems(other)
    first, second = first - _LOOSE or first, second - _LOOSE or second
    return not first & second
