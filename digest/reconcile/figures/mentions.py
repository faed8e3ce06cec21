"""What is known of one figure when it is held against another."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from digest.model import Figure, Reading
from digest.reconcile.figures.events import event_of
from digest.reconcile.figures.keys import is_key
from digest.reconcile.figures.lexicon import MEASURES
from digest.reconcile.figures.nouns import NOTHING, Noun, names, noun_of, places, stem, stems
from digest.reconcile.figures.values import Interval, interval_of

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_PERIOD = re.compile(
    r"\b(?:(?:19|20)\d\d"
    r"|(?:first|second|third|fourth|last|this|next|previous)[ ](?:quarter|year|month|week|half)"
    rf"|{_MONTHS}|a[ ](?:year|month|week)[ ](?:ago|earlier|before)|yearly|annually|a[ ]day|a[ ]year)\b"
)
_INCREMENT = re.compile(r"^(?:another|an? (?:additional|extra|further))\b|\bmore$", re.IGNORECASE)
_WHOLE = re.compile(r"\d[ ]of[ ](?:the[ ]|its[ ])?$")
_AGENT = re.compile(r"\b(?:by|according to)\s(?:the\s)?((?:[A-Z][\w’'-]+\s?)+)")
_NUMBERS = frozenset(stem(word) for word in MEASURES)
_REACH = 80  # characters on either side of a figure whose words speak of it
_BREAK = re.compile(
    r"[;.!?](?=\s)|,\s(?:but|while|and|with|including)\s|\swhile\s|\sbut\s|\sand\s(?=[^,;.]{0,24}\d)"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A figure of one article, with what it is compared by."""

    article_id: str
    origin: str
    figure: Figure
    date: str | None  # ISO 8601: as of when, else the day of publication
    order: int  # sentence of the article, from 0
    kind: str  # "count", "percentage percentage", "currency USD", "dimension metre"
    interval: Interval
    noun: Noun  # what is counted
    subject: Noun  # whose figure it is
    event: str | None  # "dead", "hurt", …
    words: frozenset[str]  # stems of the words beside the figure
    sentence: frozenset[str]  # stems of its sentence
    sentence_names: frozenset[str]
    names: frozenset[str]  # names in its clause, without those who state it
    places: frozenset[str]  # those of them that say where
    periods: frozenset[str]  # years, quarters, months that its clause names
    increment: bool  # "another 300", "42,000 more"


def mentions_of(reading: Reading, *, origin: str) -> list[Mention]:
    """The figures of one article that can be rows of a table."""
    found: list[Mention] = []
    for figure in reading.figures:
        interval = interval_of(figure)
        if interval is not None and is_key(reading.article.text, figure):
            mention = _mention(reading, figure, interval, origin)
            found.append(_as_before(mention, found[-1]) if found else mention)
    return found


def _as_before(mention: Mention, before: Mention) -> Mention:
    """``put the number at 6,200``: the number counts what the figure just before it counted."""
    near = mention.order - before.order <= 2
    if (
        mention.noun.word not in _NUMBERS
        or mention.noun.complement
        or mention.kind != before.kind
        or not near
    ):
        return mention
    event = mention.event or before.event
    return replace(mention, noun=before.noun, event=event, words=mention.words | before.words)


def _mention(reading: Reading, figure: Figure, interval: Interval, origin: str) -> Mention:
    article = reading.article
    text = article.text
    begin, end = _clause(reading, figure)
    clause = _without(text, begin, end, figure)
    noun = noun_of(figure.counted, figure.where)
    sentence = _sentence(reading, figure)
    whole = bool(_WHOLE.search(text, max(0, figure.start - 8), figure.start))
    return Mention(
        article_id=article.id,
        origin=origin,
        figure=figure,
        date=figure.as_of or (article.published.when[:10] if article.published else None),
        order=next((i for i, s in enumerate(reading.sentences) if s.start <= figure.start < s.end), 0),
        kind=_kind(figure, interval) + (" in all" if whole else ""),
        interval=interval,
        noun=noun,
        subject=noun_of(figure.subject) if figure.subject else NOTHING,
        event=event_of(text, figure),
        words=stems(clause),
        sentence=stems(sentence),
        sentence_names=names(sentence[1:]),
        names=_names(reading, begin, clause),
        places=noun.places | places(clause),
        periods=frozenset(found.lower() for found in _PERIOD.findall(clause)),
        increment=bool(_INCREMENT.search(figure.text)),
    )


def _kind(figure: Figure, interval: Interval) -> str:
    if figure.type == "number" and figure.unit is None:
        return "count"
    return f"{figure.type} {interval.unit or ''}"


def _clause(reading: Reading, figure: Figure) -> tuple[int, int]:
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


def _sentence(reading: Reading, figure: Figure) -> str:
    sentence = next((s for s in reading.sentences if s.start <= figure.start < s.end), None)
    return reading.article.text[sentence.start : sentence.end] if sentence else reading.article.text


def _names(reading: Reading, begin: int, clause: str) -> frozenset[str]:
    """The names of a clause; a word that opens a sentence is a name only where an entity says so."""
    found = names(clause) - {name for agent in _AGENT.findall(clause) for name in names(agent)}
    if not any(sentence.start == begin for sentence in reading.sentences):
        return found
    opening = names(clause[: clause.find(" ")] if " " in clause else clause)
    known = {word for entity in reading.entities for word in names(entity.text)}
    return found - (opening - known)


def _without(text: str, begin: int, end: int, figure: Figure) -> str:
    """The clause without those who state it: they say nothing of what is counted."""
    first, last = figure.stated_by_start, figure.stated_by_end
    if first is None or last is None or last <= begin or first >= end:
        return text[begin:end]
    return f"{text[begin : max(begin, first)]} {text[min(end, last) : end]}"
