"""Mentions of names as token ranges, and finding phrases of a list among tokens."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

PLACES = frozenset({"GPE", "LOC", "FAC"})
NAMES = PLACES | {"PERSON", "ORG", "NORP"}

PhraseIndex = dict[str, list[tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class NameMention:
    """A named entity while it is being worked on."""

    start: int  # tokens
    end: int
    label: str


def index_phrases(phrases: Iterable[str]) -> PhraseIndex:
    """Phrases by their first word, longest first; a dash inside a word is a token of its own."""
    index: PhraseIndex = defaultdict(list)
    for phrase in phrases:
        words = tuple(phrase.replace("-", " - ").split())
        index[words[0]].append(words)
    return {first: sorted(group, key=lambda p: (-len(p), p)) for first, group in index.items()}


def find_phrases(words: list[str], index: PhraseIndex, label: str) -> list[NameMention]:
    """Where phrases of an index stand, the longest at each place."""
    found = []
    for i, word in enumerate(words):
        for phrase in index.get(word, ()):
            if len(phrase) == 1 or tuple(words[i : i + len(phrase)]) == phrase:
                found.append(NameMention(i, i + len(phrase), label))
                break
    return found


def add_mentions(
    mentions: list[NameMention], more: Iterable[NameMention], *, over: frozenset[str] = frozenset()
) -> list[NameMention]:
    """Mentions with more; a new one replaces those that lie within it and have a label of ``over``."""
    at = {i: m for m in mentions for i in range(m.start, m.end)}
    for new in more:
        old = {at[i] for i in range(new.start, new.end) if i in at}
        if all(m.label in over and new.start <= m.start and m.end <= new.end for m in old):
            at.update((i, new) for i in range(new.start, new.end))
    return sorted(set(at.values()), key=lambda m: m.start)
