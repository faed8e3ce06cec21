"""What a figure with a unit measures, and whose figure a count is.

For "revenue rose 3% to $118m" that is the revenue; for "a fine of $3 billion" the fine.
"""

from __future__ import annotations

import re

from digest.extract.figures.amounts import Amount
from digest.extract.figures.groups import (
    DETERMINERS,
    INNER,
    NOUNS,
    Words,
    adjacent_subject,
    clause_verb,
    group_ending,
    group_of,
    infinitive_subject,
    last_group,
    nearest_subject,
    participle_subject,
    subject_of,
)
from digest.extract.figures.places import Places
from digest.extract.figures.vocabulary import words_of

_LINKING = words_of(
    "of worth costing totaling totalling valued priced exceeding reaching averaging at to by from for"
)
_VALUING = words_of("put puts estimated estimates estimate valued values value assessed priced")
_ELIDING = words_of("and while but , gave give gives awarded offered granted handed fined")
_SPENT = re.compile(
    r"\b(?:spen[dt]|spends|spending|invest(?:s|ed)?|splash(?:es|ed)?|pour(?:s|ed|ing)?)\b", re.IGNORECASE
)
_NAMES = frozenset({"NNP", "NNPS"})
_MAKING = words_of(
    """build buy purchase repair mend restore improve fund finance upgrade expand construct develop replace
    acquire renovate modernise modernize make produce protect secure provide install"""
)
_SPREAD = re.compile(r"[ ](?:over|during|within|in)[ ](?:the[ ]next[ ])?[\w-]+[ ]years[ ](?=(?:on|for)\b)")
_LOOSE = words_of("at to by from for")
_TIMES = words_of("year years month months week weeks day days quarter total all time cash")
_BOUND = re.compile(
    r"(?:above|below|close[ ]to|in[ ]excess[ ]of|up[ ]to|exceeding|approaching)[ ]", re.IGNORECASE
)
_OPENED = re.compile(r"[(\[][ ]?(?:(?:up|down)[ ])?$")


def measured_before(places: Places, amount: Amount, start: int) -> Words | None:
    """The noun that leads to an amount: ``a fine of``, ``a grant worth``, ``a temperature of``."""
    doc = places.doc
    at = places.token_from(start) - 1
    floor = places.sentence_of(amount.start)[0]
    if at < floor or doc[at].lower_ not in _LINKING:
        return None
    if doc[at].lower_ == "at" and (valued := _valued(places, at, floor)):
        return valued
    bought = doc[at].lower_ == "for" and amount.type == "currency" and doc[at - 1].tag_ in {"NNP", "NNPS"}
    if doc[at].lower_ in _LOOSE and not bought and doc[at - 1].tag_ not in {"VBN", "VBG", "NN", "NNS"}:
        return None
    at -= 1
    while (
        at > floor
        and doc[at].tag_ in {"VBN", "VBG", "RB", "TO", "IN"}
        and doc[at].lower_ not in {"in", "from"}
    ):
        at -= 1
    return group_ending(places, at, floor=floor)


def bounded_before(places: Places, amount: Amount, start: int) -> Words | None:
    """The noun that a bound follows: the income, in ``an income above $250,000``."""
    if not _BOUND.match(places.doc.text, start):
        return None
    at = places.token_from(start) - 1
    floor = places.sentence_of(amount.start)[0]
    if at < floor or places.doc[at].tag_ not in {"NN", "NNS"}:
        return None
    return group_ending(places, at, floor=floor)


def _valued(places: Places, at: int, floor: int) -> Words | None:
    """The damage, in ``put the damage from the storm at``."""
    doc = places.doc
    verb = at - 1
    while verb > floor and verb > at - 10 and doc[verb].lower_ not in _VALUING:
        verb -= 1
    if doc[verb].lower_ not in _VALUING:
        return None
    begin = verb + 1
    while begin < at and doc[begin].tag_ in DETERMINERS:
        begin += 1
    if begin >= at or doc[at - 1].tag_ not in NOUNS:
        return None
    return Words(doc[begin].idx, doc[at - 1].idx + len(doc[at - 1]))


def made_up_of(places: Places, amount: Amount) -> Words | None:
    """What a sum is made up of: ``up to $100,000 in damages``."""
    doc = places.doc
    at = places.token_from(amount.end)
    if at + 1 >= len(doc) or doc[at].lower_ != "in":
        return None
    last = at + 1
    while last < len(doc) and doc[last].tag_ in INNER - {"CD", "$"}:
        last += 1
    group = group_ending(places, last - 1, floor=at + 1) if last > at + 1 else None
    if group is None or doc[last - 1].tag_ not in {"NN", "NNS"} or doc[last - 1].lower_ in _TIMES:
        return None
    if doc[at + 1].tag_ in _NAMES or doc[at + 1].lower_ in {"last", "next", "recent", "early", "late"}:
        return None
    return group


def measured_after(places: Places, amount: Amount) -> Words | None:
    """What money goes for: ``$12,000 for a new roof``, ``$500m in damages``."""
    doc = places.doc
    at = places.token_from(amount.end)
    if amount.type == "currency" and (spread := _SPREAD.match(doc.text, amount.end)):
        at = places.token_from(spread.end())
    if amount.type != "currency" or at >= len(doc) or doc[at].lower_ not in {"for", "in", "on", "to"}:
        return None
    if doc[at].lower_ in {"on", "to"} and not _SPENT.search(
        doc.text, max(0, amount.start - 40), amount.start
    ):
        return None
    named = doc[at].lower_ == "for"
    if doc[at].lower_ == "to":  # spend $3 billion to mend the roads
        at += 1
        if at >= len(doc) or doc[at].lower_ not in _MAKING:  # of a sum to defeat a law, the law is nothing
            return None
    at += 1
    while at < len(doc) and doc[at].tag_ in DETERMINERS:
        at += 1
    last = at
    while last < len(doc) and doc[last].tag_ in INNER and doc[last].lower_ not in {"last", "this", "next"}:
        last += 1
    while last > at and doc[last - 1].tag_ not in NOUNS:  # rail programmes such as trams
        last -= 1
    group = group_ending(places, last - 1, floor=at) if last > at else None
    placed = doc[at].tag_ in {"NNP", "NNPS"} or doc[last - 1].tag_ == "NNP"
    if group is None or (placed and not named) or doc[last - 1].lower_ in _TIMES:
        return None
    return group


def subject_before(places: Places, amount: Amount, start: int) -> Words | None:
    """The subject of the clause that an amount stands in, or what it is a number of."""
    doc = places.doc
    first, _ = places.sentence_of(amount.start)
    begin = places.token_from(amount.start)
    if whole := _whole_before(places, start, first):
        return whole
    if named := _elided(places, start, first):
        return named
    if moving := participle_subject(places, first, begin):
        return moving
    if raised := infinitive_subject(places, first, begin):
        return raised
    if near := adjacent_subject(places, first, begin):
        return near
    for token in reversed(places.tokens_over(amount.start, amount.core_end)):
        verb = clause_verb(token)
        if verb is None:
            continue
        subject = subject_of(verb, before=begin)
        if (
            subject is not None
            and subject.tag_ in NOUNS
            and first <= subject.i
            and doc[subject.i].lower_ != "%"
        ):
            words = group_of(places, subject)
            return (
                words if words.end <= amount.start else Words(words.start, min(words.end, amount.start - 1))
            )
        break
    return nearest_subject(places, first, begin)


def _elided(places: Places, start: int, first: int) -> Words | None:
    """The second party, in ``one party had 38 percent and the other 29 percent``: its verb is left out."""
    doc = places.doc
    at = places.token_from(start) - 1
    group = group_ending(places, at, floor=first)
    if group is None:
        return None
    before = places.token_from(group.start) - 1
    while before > first and doc[before].tag_ in DETERMINERS:
        before -= 1
    return group if before > first and doc[before].lower_ in _ELIDING else None


def _whole_before(places: Places, start: int, first: int) -> Words | None:
    """``a survey of 6,000 employers``, ``Total cost: $72``: the noun that the number belongs to."""
    doc = places.doc
    at = places.token_from(start) - 1
    if at <= first or doc[at].lower_ not in {"of", ":"}:
        return None
    return group_ending(places, at - 1, floor=first)


def in_parentheses(places: Places, start: int) -> bool:
    """Whether an amount opens a parenthesis: it may say the amount before it in another unit."""
    return bool(_OPENED.search(places.doc.text, max(0, start - 7), start))


def named_before(places: Places, start: int) -> Words | None:
    """The noun right before an amount in a list or a table: ``Dow +0.2%``, ``pixel pitch (352 μm)``."""
    first = places.sentence_of(start)[0]
    return last_group(places, first, places.token_from(start))
