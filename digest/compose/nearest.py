"""What is nearest in a source to words that it says no more."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from digest.model import Reading, Span

NEAR = 0.5  # share of the printed words that the nearest sentence has in the same order
NEAR_TITLE = 0.25
_STOP = re.compile(r"(?<=[.!?])\s+|(?<=[.!?][\"”’'])\s+|\n+")
_WORD = re.compile(r"\w+(?:[.,’'-]\w+)*")


def nearest(words: str, reading: Reading, *, title: bool) -> Span | None:
    """The sentence or title of a source that is most like some words, if any is much like them.

    ``title``: the words were a title, so that the title as it is now need not be so much like them.
    """
    article = reading.article
    wanted = _words(words)
    spans = [Span(article.id, s.start, s.end) for s in reading.sentences]
    if article.title:
        spans.insert(0, Span(article.id, 0, len(article.title), "title"))
        if title and _likeness(wanted, _words(article.title))[0] >= NEAR_TITLE:
            return spans[0]
    scored = [(_likeness(wanted, _words(article.at(span))), -place) for place, span in enumerate(spans)]
    best = max(scored, default=((0.0, 0.0), 0))
    return spans[-best[1]] if best[0][0] >= NEAR else None


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _likeness(wanted: list[str], words: list[str]) -> tuple[float, float]:
    """The share of the wanted words that stand in the same order, then how much of the other is theirs."""
    if not wanted or not words:
        return 0.0, 0.0
    blocks = SequenceMatcher(None, wanted, words, autojunk=False).get_matching_blocks()
    shared = sum(block.size for block in blocks)
    return shared / len(wanted), shared / len(words)


def sentence_at(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence of a passage around a stretch of it, by its full stops alone; it holds the stretch."""
    begin = max((found.end() for found in _STOP.finditer(text, 0, start)), default=0)
    stop = _STOP.search(text, end)
    return begin, stop.start() if stop else len(text)


def maximal(stretches: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches that no other one holds, in order, each once."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(set(stretches), key=lambda pair: (pair[0], -pair[1])):
        if not kept or end > kept[-1][1]:
            kept.append((start, end))
    return kept
