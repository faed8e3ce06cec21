"""Where the words stand that speak of a figure: its part of the sentence, the names and the times in it."""

from __future__ import annotations

import re

from digest.model import Figure, Reading
from digest.reconcile.figures.nouns import names

_AGENT = re.compile(r"\b(?:by|according to)\s(?:the\s)?((?:[A-Z][\w’'-]+\s?)+)")
_OWNING = ("’s", "'s")
_PLAIN_TYPES = frozenset({"number", "percentage", "currency", "dimension", "temperature"})
_COMPARED = re.compile(r"\b(?:from|than|since|until|against|before)[ ](?:in[ ])?$", re.IGNORECASE)
_YEAR_AHEAD = re.compile(r"\b(?:by|in)[ ]((?:19|20|21)\d\d)\b")
_QUARTER = re.compile(r"\b(first|second|third|fourth)[ -](?:quarter|half)\b", re.IGNORECASE)
_QUARTERS = {"January": "first", "April": "second", "July": "third", "October": "fourth"}
_MONTHS_OF_IT = re.compile(
    r"\b(?:(January)\b.{1,10}\bMarch|(April)\b.{1,10}\bJune|(July)\b.{1,10}\bSeptember"
    r"|(October)\b.{1,10}\bDecember)\b"
)
_REACH = 80  # characters on either side of a figure whose words speak of it
_BREAK = re.compile(
    r"[;.!?](?=\s)|,\s(?=[a-z]{3,}ing\s)|,\s(?:but|while|and|with|including)\s|\swhile\s|\sbut\s|\sand\s(?=[^,;.]{0,24}\d)"
)


_ASIDE = re.compile(r",[ ](?:which|who|whose|where)\b[^,]*$")  # the virus, which emerged in 2019, killed 40


def clause_of(reading: Reading, figure: Figure) -> tuple[int, int]:
    """Characters of the clause around a figure: within its sentence, up to the next break on either side."""
    text = reading.article.text
    sentence = next((s for s in reading.sentences if s.start <= figure.start < s.end), None)
    low, high = (sentence.start, sentence.end) if sentence else (0, len(text))
    begin, end = max(low, figure.start - _REACH), min(high, figure.end + _REACH)
    while begin > low and text[begin - 1].isalnum():
        begin -= 1
    while end < high and text[end].isalnum():
        end += 1
    for found in _BREAK.finditer(text, begin, figure.start):
        begin = found.end()
    after = _BREAK.search(text, max(figure.end, min(figure.counted_end or 0, end)), end)
    return begin, after.start() if after else end


def sentence_of(reading: Reading, figure: Figure) -> str:
    """The sentence of a figure."""
    sentence = next((s for s in reading.sentences if s.start <= figure.start < s.end), None)
    return reading.article.text[sentence.start : sentence.end] if sentence else reading.article.text


def with_the_last(reading: Reading, figure: Figure) -> str:
    """The sentence of a figure and the one before it."""
    order = next((i for i, s in enumerate(reading.sentences) if s.start <= figure.start < s.end), None)
    if order is None:
        return reading.article.text
    first, last = reading.sentences[max(0, order - 1)], reading.sentences[order]
    return reading.article.text[first.start : last.end]


def names_of(reading: Reading, begin: int, clause: str) -> frozenset[str]:
    """The names of a clause; a word that opens a sentence is a name only where an entity says so."""
    found = names(clause) - {name for agent in _AGENT.findall(clause) for name in names(agent)}
    if not any(sentence.start == begin for sentence in reading.sentences):
        return found
    first = clause[: clause.find(" ")] if " " in clause else clause
    opening = frozenset() if first.endswith(_OWNING) else names(first)
    known = {word for entity in reading.entities for word in names(entity.text)}
    return found - (opening - known)


def without_speaker(text: str, begin: int, end: int, figure: Figure) -> str:
    """The clause without those who state it: they say nothing of what is counted."""
    first, last = figure.stated_by_start, figure.stated_by_end
    if first is None or last is None or last <= begin or first >= end:
        return text[begin:end]
    return f"{text[begin : max(begin, first)]} {text[min(end, last) : end]}"


def owners_of(reading: Reading, figure: Figure) -> frozenset[str]:
    """The names of whose figure it is; what opens a sentence is one only where an entity says so."""
    found = names(figure.subject or "")
    if not found or not any(sentence.start == figure.subject_start for sentence in reading.sentences):
        return found
    known = {word for entity in reading.entities for word in names(entity.text)}
    return found - (names((figure.subject or "").split(" ", 1)[0]) - known)


def times_of(reading: Reading, figure: Figure) -> frozenset[str]:
    """The dates that stand with a figure: those after it up to the next figure, else those before it."""
    text = reading.article.text
    sentence = next((s for s in reading.sentences if s.start <= figure.start < s.end), None)
    low, high = (sentence.start, sentence.end) if sentence else (0, len(text))
    others = [other for other in reading.figures if other.type in _PLAIN_TYPES]
    begin = max([low, *(other.end for other in others if other.end <= figure.start)])
    end = min([high, *(other.start for other in others if other.start >= figure.end)])
    found = [
        moment
        for moment in reading.moments
        if moment.part == "text" and not _COMPARED.search(text, max(0, moment.start - 12), moment.start)
    ]
    after = frozenset(moment.when[:10] for moment in found if figure.end <= moment.start < end)
    before = frozenset(
        moment.when[:10]
        for moment in found
        if begin <= moment.start < figure.start and not _ASIDE.search(text, begin, moment.start)
    )
    if not after:
        after = frozenset(_YEAR_AHEAD.findall(text, figure.end, end))
    quarters = frozenset(match[1].lower() for match in _QUARTER.finditer(text, begin, end))
    months = (name for match in _MONTHS_OF_IT.finditer(text, low, high) for name in match.groups() if name)
    return (after or before) | quarters | {_QUARTERS[name] for name in months}
