"""Where a reported clause begins behind its verb."""

from __future__ import annotations

from digest.extract.quotes.edges import strip_start
from digest.extract.quotes.tokens import Tokens
from digest.language.lists import words
from digest.language.lists.calendar import CALENDAR, WEEKDAYS

_PERIODS = words("week weekend month year morning afternoon evening night spring summer fall autumn winter")
_ADDRESSED = words("told tell tells telling asked asks informed warned reminded assured")
_ABSORBED = words("dobj nsubj nsubjpass dep attr dative csubj advcl")


def clause_start(tokens: Tokens, verb: int, clause: int) -> int:
    """The first token of a complement clause after its verb."""
    first = max(tokens.left[clause], verb + 1)
    that = next(
        (i for i in range(verb + 1, first) if tokens.lower[i] == "that" and tokens.stretch[i] < 0), None
    )
    if that is not None and first - that < 12 and tokens.tag[that] in ("IN", "WDT"):
        return that
    if tokens.lower[verb] not in _ADDRESSED:
        at = first - 1
        while at > verb and tokens.word[at] in ("and", "or", "’s"):
            at -= 1
        top = _child_above(tokens, verb, at)
        absorbs = top is not None and tokens.dep[top] in _ABSORBED
        if top is not None and absorbs and top > verb and tokens.right[top] < first:
            first = max(tokens.left[top], verb + 1)
    first = strip_start(tokens, first, tokens.right[clause])
    if tokens.tag[first] in ("MD", "VBD", "VBZ", "VBP"):
        first = _bare_subject(tokens, verb, first)
    if tokens.tag[first] in ("MD", "VBD", "VBZ", "VBP") and tokens.lower[verb] not in _ADDRESSED:
        first = verb + 1  # the subject has an apposition that the parse lost
    return after_time(tokens, first, max(clause, tokens.right[clause]))


def _bare_subject(tokens: Tokens, verb: int, first: int) -> int:
    """The subject that the parse gave to the reporting verb: "told Roe [the city] would pay"."""
    at = first - 1
    while at > verb + 1 and tokens.tag[at] in ("NN", "NNS", "NNP", "NNPS", "JJ"):
        at -= 1
    return at if at > verb + 1 and tokens.tag[at] in ("DT", "PRP$", "PRP") else first


def after_time(tokens: Tokens, first: int, stop: int) -> int:
    """``first`` moved over when it was said: "said Tuesday the talks …", "said this week the talks …"."""
    while first < stop - 1:
        if tokens.word[first] in CALENDAR or tokens.lower[first] in ("earlier", "later"):
            first += 1
        elif tokens.word[first - 1] in WEEKDAYS and tokens.lower[first] in _PERIODS:
            first += 1  # "announced Friday [afternoon] that …"
        elif tokens.lower[first] in ("only", "simply", "again") and tokens.lower[first + 1] == "that":
            first += 1
        elif tokens.lower[first] in ("this", "last", "that") and tokens.lower[first + 1] in _PERIODS:
            first += 2
        else:
            break
    return first


def _child_above(tokens: Tokens, verb: int, index: int) -> int | None:
    """The child of ``verb`` whose subtree holds a token."""
    for _ in range(30):
        if tokens.head[index] == verb:
            return index
        if tokens.head[index] == index:
            return None
        index = tokens.head[index]
    return None
