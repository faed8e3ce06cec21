"""Noun phrases that describe a person or an institution: "the press secretary", "a senior official"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from digest.language.lists.countries import COUNTRY_OF
from digest.language.tokens import Tokens

_TAKING_UP = frozenset({"the", "this", "that"})
_NOT_HEADS = frozenset({"compound", "attr", "amod", "nmod", "npadvmod"})


@dataclass(frozen=True, slots=True)
class Description:
    """A noun phrase that describes one person or institution."""

    start: int  # tokens
    end: int
    head: int
    noun: str  # the head noun, lower-case
    words: frozenset[str]  # its other content words, lower-case
    country: str | None  # "Russia" for "Russian"
    definite: bool  # takes up what was said: "the", "this", "Russia's"
    restricted: bool  # something after it says which: "who briefed reporters"


def find_descriptions(tokens: Tokens, nouns: frozenset[str], names: set[int]) -> Iterator[Description]:
    """The noun phrases headed by one of ``nouns``; those beside a name (tokens ``names``) are left out."""
    for i, word in enumerate(tokens.lower):
        if word in nouns and tokens.tag[i] in ("NN", "NNP") and i not in names and i + 1 not in names:
            description = _description(i, tokens, names)
            if description is not None:
                yield description


def _description(i: int, tokens: Tokens, names: set[int]) -> Description | None:
    children = tokens.children[i]
    article = next((tokens.lower[c] for c in children if c < i and tokens.dep[c] == "det"), None)
    if tokens.dep[i] in _NOT_HEADS or (tokens.dep[i] == "appos" and article != "the"):
        return None
    if i + 1 < len(tokens) and tokens.lower[i + 1] in ("general", "-"):
        return None  # "attorney general": another office
    if any(tokens.dep[c] == "appos" and c in names for c in children):
        return None  # it stands beside the name
    possessors = [c for c in children if tokens.dep[c] == "poss"]
    if any(tokens.tag[c] == "PRP$" for c in possessors):
        return None
    left = [c for c in children if c < i and tokens.dep[c] not in ("punct", "cc", "conj", "prep")]
    right = [c for c in children if c > i and tokens.dep[c] == "prep" and tokens.lower[c] in ("of", "for")]
    first = min([i, *(_left_edge(c, tokens) for c in left)])
    last = max([i, *(_right_edge(c, tokens) for c in right)])
    words = [
        tokens.text[k] for k in range(first, last + 1) if k != i and tokens.tag[k] not in ("DT", "IN", "POS")
    ]
    if article is None and not possessors and not words:
        return None
    return Description(
        start=first,
        end=last + 1,
        head=i,
        noun=tokens.lower[i],
        words=frozenset(w.lower() for w in words if w[0].isalpha()),
        country=next((COUNTRY_OF[w] for w in words if w in COUNTRY_OF), None),
        definite=article in _TAKING_UP or bool(possessors),
        restricted=any(c > i and tokens.dep[c] in ("relcl", "acl") for c in children),
    )


def _left_edge(i: int, tokens: Tokens) -> int:
    return min([i, *(_left_edge(c, tokens) for c in tokens.children[i] if c < i)])


def _right_edge(i: int, tokens: Tokens) -> int:
    return max(
        [i, *(_right_edge(c, tokens) for c in tokens.children[i] if c > i and tokens.dep[c] != "relcl")]
    )
