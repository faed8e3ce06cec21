"""Which figures an article sets against each other: ``3,200, almost twice the official figure of 1,700``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from digest.model import Figure
from digest.reconcile.figures.speakers import two_speakers

_OPPOSING_WORDS = """instead_of rather_than contradict\\w* disput\\w+ stick(?:s|ing)?_to insist\\w*
    maintain(?:s|ed|ing)? doubt\\w* den(?:y|ies|ied) corrected first_given initially exaggerat\\w+
    (?:over|under)stat\\w+ true_(?:figure|number|toll) (?:twice|double|half)_(?:the|that|as)
    official(?:ly)?_(?:figure|count|number|toll|estimate|tally) had_(?:spoken_of|said|claimed|reported)
    had_put_(?:it|the_\\w+)_at (?:its|their|his|her)_own_(?:count|figure|estimate|tally)
    far_(?:more|fewer|above|below|higher|lower)"""
_OPPOSING = re.compile(rf"\b(?:{'|'.join(_OPPOSING_WORDS.split())})\b".replace("_", " "), re.IGNORECASE)
_OF_ANOTHER_TIME = re.compile(
    r"\b(?:last|previous|year|month|week|ago|earlier|before|in[ ](?:19|20)\d\d)\b", re.IGNORECASE
)
_SO_FAR = 200  # characters between the two


def set_against(text: str, figures: Sequence[Figure]) -> dict[int, frozenset[int]]:
    """For each figure, by where it starts, those of one type and unit that its article sets against it."""
    found: dict[int, set[int]] = {}
    for one, other in pairwise(figures):
        alike = (one.type, one.unit) == (other.type, other.unit)
        if alike and one.value != other.value and _against(text, one, other):
            found.setdefault(one.start, set()).add(other.start)
            found.setdefault(other.start, set()).add(one.start)
    return {start: frozenset(others) for start, others in found.items()}


def _against(text: str, first: Figure, second: Figure) -> bool:
    """Whether the words between two figures of one article set the one against the other."""
    between = text[first.end : second.start]
    after = min(len(text), second.end + 24)
    if len(between) > _SO_FAR or _OF_ANOTHER_TIME.search(text, first.end, after):
        return False
    return bool(_OPPOSING.search(between)) or _two_say(first, second)


def _two_say(first: Figure, second: Figure) -> bool:
    """Whether two speakers each give a number, and of one noun where both name one."""
    if not two_speakers(first.stated_by, second.stated_by):
        return False
    return not (first.counted and second.counted) or first.counted == second.counted


_DISPUTING_WORDS = """disput\\w+ reject\\w* contradict\\w* doubt\\w* den(?:y|ies|ied) disagree\\w*
    (?:stick|stuck|stand|stood|stands|sticks|sticking)_(?:to|by) insist\\w* repeat(?:s|ed) maintain(?:s|ed)
    exaggerat\\w+ (?:over|under)stat\\w+ (?:over|under)estimat\\w+ play(?:s|ed|ing)_down accus\\w+
    (?:its|their|his|her)_own_(?:count|figures?|estimates?|tally|reckoning|account|data|calculations?)
    by_the_(?:reckoning|count|estimate) (?:true|real|official)_(?:figures?|number|toll|cost|size|extent|count)
    far_(?:more|fewer|above|below|higher|lower|less) no_(?:more|fewer|less)_than underreport\\w+
    more_(?:cautious|pessimistic|optimistic) claim(?:s|ed) challeng\\w+ questioned"""
_DISPUTING = re.compile(rf"\b(?:{'|'.join(_DISPUTING_WORDS.split())})\b".replace("_", " "), re.IGNORECASE)


def disputes(sentence: str) -> bool:
    """Whether a sentence says that others have it otherwise."""
    return bool(_DISPUTING.search(sentence))
