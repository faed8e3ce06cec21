"""Words cut to what they share with their other forms."""

from __future__ import annotations

import re

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ENDINGS = ("ings", "ing", "ies", "ied", "edly", "ed", "es", "s", "e", "y")


def stem(word: str) -> str:
    """A word without its commonest endings: enough to tell "borders" and "border" alike."""
    word = word.removesuffix("’s").removesuffix("'s")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word.removesuffix(ending)
    return word
