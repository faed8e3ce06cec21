"""Names for topics, and features as a reader would say them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from digest.cluster.background import background
from digest.language.lists.countries import COUNTRY_OF

Features = Mapping[str, float]  # feature, as in Profile -> weight
_CUT_OFF = re.compile("[ds]n$")  # "didn" of "didn't"
# Whoever holds an office, its words stand beside a name and say nothing of the matter.
_HEADS = ("president", "vice", "prime", "minister", "secretary", "governor", "mayor", "senator", "leader")
_OTHERS = ("chief", "executive", "director", "chairman", "chairwoman", "spokesman", "official")
_OFFICES = frozenset(_HEADS + _OTHERS)
_EMPTY = frozenset(
    {"say", "tell", "add", "accord", "include", "year", "month", "week", "day", "make", "take", "come"}
)
_PREFIXES = frozenset(
    {"anti", "non", "pre", "post", "pro", "self", "semi", "multi", "mid", "inter"}
)  # "anti-war"
_SILENT = _OFFICES | _EMPTY | _PREFIXES
# Parties by other names than their own, as the news of several countries writes them.
_PARTIES = {
    "Republicans": ("GOP", "G.O.P.", "Republican", "Republican Party"),
    "Democrats": ("Dems", "Democrat", "Democratic", "Democratic Party"),
    "Conservatives": ("Tories", "Tory", "Conservative", "Conservative Party"),
    "Liberals": ("Liberal", "Liberal Party"),
}
_PARTY_OF = {form: party for party, forms in _PARTIES.items() for form in (party, *forms)}
PARTY_WORDS = frozenset(word for form in _PARTY_OF for word in form.lower().split())
KNOWN = 3  # documents of English at large with a word, so that it is the word meant where one like it is none


def names_of(weights: Features, count: int) -> tuple[str, ...]:
    """The heaviest names, as written; of a name and a part of it, or of two of one body, only the heavier."""
    chosen: list[str] = []
    for name in _heaviest(weights, "n"):
        if len(chosen) == count:
            break
        if any(letter.isalpha() for letter in name) and not any(_one_body(name, other) for other in chosen):
            chosen.append(name)
    return tuple(chosen)


def _one_body(name: str, other: str) -> bool:
    """Whether two names stand for one: part of it, its people, its other name or its initials."""
    words, others = name_words(name), name_words(other)
    if words <= others or words >= others or known_as(name) == known_as(other):
        return True
    return _initials(name) == other.replace(".", "") or _initials(other) == name.replace(".", "")


def known_as(name: str) -> str:
    """The name of the country or party that a name stands for, else the name itself."""
    return _PARTY_OF.get(name) or COUNTRY_OF.get(name) or name


def _initials(name: str) -> str:
    """The capitals that a name of several words begins its words with; empty for one word."""
    capitals = "".join(word[0] for word in name.split() if word[0].isupper())
    return capitals if len(capitals) > 1 else ""


def words_of(weights: Features, count: int) -> tuple[str, ...]:
    """The heaviest words that are not part of a name and say more than an office, each in one form."""
    named = {part for f in weights if f[:2] in ("n:", "c:") for part in name_words(f[2:])}
    chosen: list[str] = []
    for lemma in _heaviest(weights, "w"):
        if len(chosen) == count:
            break
        word = spelled(lemma)
        empty = word in _SILENT or not word.isalpha() or len(word) < 3 or _CUT_OFF.search(word)
        if (
            not empty
            and named.isdisjoint((lemma, word, f"{word}s"))
            and not any(_akin(word, o) for o in chosen)
        ):
            chosen.append(word)
    return tuple(chosen)


def _akin(word: str, other: str) -> bool:
    """Whether one word begins with the other: meet, meeting."""
    return word.startswith(other) or other.startswith(word)


@lru_cache(maxsize=10_000)
def spelled(lemma: str) -> str:
    """The word that a wrong lemma was made from: "species" of "specie"; others as they are."""
    counts, _ = background()
    if lemma in counts:
        return lemma
    forms = [f"{lemma}s", f"{lemma}e", *([f"{lemma[:-1]}ing"] if lemma.endswith("e") else [])]
    forms += [f"{lemma}d"] if lemma.endswith("ee") else []
    return next((form for form in forms if counts.get(form, 0) >= KNOWN), lemma)


@lru_cache(maxsize=20_000)
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
