"""The words between the marked stretches of a paragraph."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from digest.extract.quotes.marks import Stretch
from digest.extract.quotes.tokens import Tokens

DASHES = frozenset({"—", "–", "―", "--", "-", "~"})
STOPS = frozenset({".", "!", "?", ".,", ";"})


@dataclass(frozen=True, slots=True)
class Gap:
    """The tokens between two marked stretches of a paragraph: ``first`` up to ``stop`` (excluded)."""

    first: int
    stop: int


def gaps_around(
    tokens: Tokens, stretches: Sequence[Stretch], number: int, start: int, end: int
) -> tuple[Gap, Gap]:
    """The gaps before and after a stretch, inside its paragraph (characters ``start`` to ``end``)."""
    stretch = stretches[number]
    before_from, after_to = start, end
    if number and stretches[number - 1].paragraph == stretch.paragraph:
        before_from = stretches[number - 1].end
    if number + 1 < len(stretches) and stretches[number + 1].paragraph == stretch.paragraph:
        after_to = stretches[number + 1].start
    return (
        Gap(bisect_left(tokens.start, before_from), bisect_left(tokens.start, stretch.start)),
        Gap(bisect_left(tokens.start, stretch.end), bisect_left(tokens.start, after_to)),
    )


def last_sentence(tokens: Tokens, gap: Gap) -> Gap:
    """The part of a gap after its last full stop."""
    first = gap.first
    for index in range(gap.first, gap.stop):
        if tokens.word[index] in STOPS or tokens.word[index].isspace():
            first = index + 1
    return Gap(first, gap.stop)


def first_sentence(tokens: Tokens, gap: Gap) -> Gap:
    """The part of a gap before its first full stop."""
    for index in range(gap.first, gap.stop):
        if tokens.word[index] in STOPS and index > gap.first:
            return Gap(gap.first, index)
    return gap
