"""Words cut to what they share with their other forms."""

from __future__ import annotations

import re

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ENDINGS = ("ings", "ing", "ies", "ied", "edly", "ed", "es", "s", "e", "y")
# Of nouns made of verbs, and of verbs made of nouns: "deportations", "vaccinated", "arrival", "payment".
_DERIVED_WORDS = "ations ation ating ated ates ate ions ion ments ment als al"
_DERIVED = tuple(_DERIVED_WORDS.split())


def stem(word: str) -> str:
    """A word without its commonest endings: enough to tell "borders" and "border" alike."""
    word = word.removesuffix("’s").removesuffix("'s")
    for ending in _DERIVED:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word.removesuffix(ending)
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word.removesuffix(ending)
    return word
