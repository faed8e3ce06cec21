"""Names for topics, and features as a reader would say them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

Features = Mapping[str, float]  # feature, as in Profile -> weight
_CUT_OFF = re.compile("[ds]n$")  # "didn" of "didn't"
# Whoever holds an office, its words stand beside a name and say nothing of the matter.
_HEADS = ("president", "vice", "prime", "minister", "secretary", "governor", "mayor", "senator", "leader")
_OTHERS = ("chief", "executive", "director", "chairman", "chairwoman", "spokesman", "official")
_OFFICES = frozenset(_HEADS + _OTHERS)


def names_of(weights: Features, count: int) -> tuple[str, ...]:
    """The heaviest names, as written; of a name and a part of it only the heavier."""
    chosen: list[str] = []
    names = _heaviest(weights, "n")
    for name in names:
        words = name_words(name)
        if any(letter.isalpha() for letter in name) and not any(
            words <= name_words(other) or words >= name_words(other) for other in chosen
        ):
            chosen.append(name)
    return tuple(chosen[:count])


def words_of(weights: Features, count: int) -> tuple[str, ...]:
    """The heaviest words that are not part of a name and say more than an office, each in one form."""
    named = {part for f in weights if f[:2] in ("n:", "c:") for part in name_words(f[2:])}
    chosen: list[str] = []
    for word in _heaviest(weights, "w"):
        empty = word in _OFFICES or not word.isalpha() or len(word) < 3 or _CUT_OFF.search(word)
        if not empty and named.isdisjoint((word, f"{word}s")) and not any(_akin(word, o) for o in chosen):
            chosen.append(word)
    return tuple(chosen[:count])


def _akin(word: str, other: str) -> bool:
    """Whether one word begins with the other: meet, meeting."""
    return word.startswith(other) or other.startswith(word)


def name_words(name: str) -> frozenset[str]:
    """The words of a name in lower case, also those that a hyphen joins."""
    return frozenset({*name.lower().split(), *name.lower().replace("-", " ").split()})


def _heaviest(weights: Features, kind: str) -> list[str]:
    chosen = sorted((f for f in weights if f.startswith(f"{kind}:")), key=lambda f: (-weights[f], f))
    return [feature[2:] for feature in chosen]


def topic_name(key: Features) -> str:
    """A name made from the most telling names and words of a topic: "Orsk and Ada Lund: dam, inquiry"."""
    names, words = names_of(key, 2), words_of(key, 2)
    return ": ".join(part for part in (listed(names), ", ".join(words)) if part) or "Untitled"


def listed(words: Sequence[str]) -> str:
    """Words as an enumeration: "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return ", ".join(words[:-1]) + " and " + words[-1]
