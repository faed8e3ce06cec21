"""What is known of one figure when it is held against another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from digest.model import Figure, Reading
from digest.reconcile.figures.contrasts import disputes, set_against
from digest.reconcile.figures.course import is_new, is_part, reached
from digest.reconcile.figures.events import event_of
from digest.reconcile.figures.keys import is_key
from digest.reconcile.figures.lexicon import MEASURES
from digest.reconcile.figures.modes import sense_of
from digest.reconcile.figures.moves import earlier_of, moved
from digest.reconcile.figures.nouns import NOTHING, Noun, names, noun_of, places, stems
from digest.reconcile.figures.stems import stem
from digest.reconcile.figures.synonyms import meaning
from digest.reconcile.figures.values import Interval, interval_of

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_PERIOD = re.compile(
    r"\b(?:(?:19|20)\d\d"
    r"|(?:first|second|third|fourth|last|this|next|previous)[ ](?:quarter|year|month|week|half)"
    rf"|{_MONTHS}|a[ ](?:year|month|week)[ ](?:ago|earlier|before)|yearly|annually|a[ ]day|a[ ]year)\b"
)
_INCREMENT = re.compile(r"^(?:another|an? (?:additional|extra|further))\b|\bmore$", re.IGNORECASE)
_THAN = re.compile(r"[ ](?:more|fewer|less)[ ]than\b")  # 4,100 more than they were built for
_WHOLE = re.compile(r"\d[ ]of[ ](?:the[ ]|its[ ])?$")
_AGENT = re.compile(r"\b(?:by|according to)\s(?:the\s)?((?:[A-Z][\w’'-]+\s?)+)")
_NUMBERS = frozenset(meaning(stem(word)) for word in MEASURES)
_OWNING = ("’s", "'s")
_PLAIN_TYPES = frozenset({"number", "percentage", "currency", "dimension", "temperature"})
_SINCE = re.compile(r"\b(?:since|so far|to date|in (?:total|all))\b", re.IGNORECASE)
_COMPARED = re.compile(r"\b(?:from|than|since|until|against|before)[ ](?:in[ ])?$", re.IGNORECASE)
_YEAR_AHEAD = re.compile(r"\b(?:by|in)[ ]((?:19|20|21)\d\d)\b")
_QUARTER = re.compile(r"\b(first|second|third|fourth)[ -](?:quarter|half)\b", re.IGNORECASE)
_QUARTERS = {"January": "first", "April": "second", "July": "third", "October": "fourth"}
_MONTHS_OF_IT = re.compile(
    r"\b(?:(January)\b.{1,10}\bMarch|(April)\b.{1,10}\bJune|(July)\b.{1,10}\bSeptember"
    r"|(October)\b.{1,10}\bDecember)\b"
)
_SUM = re.compile(r"\d[.]\d|\b(?:million|billion|trillion)\b|\d(?:m|bn|tn)\b", re.IGNORECASE)
_GROUPED = re.compile(r"\d[,.]\d{3}\b|\d[.]\d")
_COUNT_OF = re.compile(r"\b(?:figure|number|count|estimate)[ ]of[ ](?:\w+[ ])?$", re.IGNORECASE)
_NOUN_NEXT = re.compile(
    r"[ ](?!in\b|to\b|for\b|from\b|and\b|or\b|a\b|per\b|at\b|on\b|as\b|by\b|was\b|is\b|had\b|which\b"
    r"|this\b|last\b|next\b|with\b|instead\b|more\b|less\b|rather\b|after\b|before\b)[a-z]"
)
_NEAR = 40  # characters on either side whose words belong to it most surely
_REACH = 80  # characters on either side of a figure whose words speak of it
_BREAK = re.compile(
    r"[;.!?](?=\s)|,\s(?=[a-z]{3,}ing\s)|,\s(?:but|while|and|with|including)\s|\swhile\s|\sbut\s|\sand\s(?=[^,;.]{0,24}\d)"
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
    rate: str | None  # what it is given for: "barrel", of 83 dollars a barrel
    interval: Interval
    noun: Noun  # what is counted
    subject: Noun  # whose figure it is
    event: str | None  # "dead", "hurt", …
    words: frozenset[str]  # stems of the words beside the figure
    sentence: frozenset[str]  # stems of its sentence
    names: frozenset[str]  # names in its clause, without those who state it
    places: frozenset[str]  # those of them that say where
    known: frozenset[str]  # names anywhere in its article
    owners: frozenset[str]  # names of whose figure it is
    periods: frozenset[str]  # years, quarters, months that its clause names
    increment: bool  # "another 300", "42,000 more"
    sense: str | None  # None: as a fact; "planned", "asked", "offered", "limit", "forecast"
    times: frozenset[str]  # ISO 8601 of the months, years and days that its part of the sentence names
    since: bool  # counted since a day that is long past
    told: frozenset[str]  # stems of what those counted did or suffered
    near: frozenset[str]  # stems of the words right beside the figure
    reached: int  # 1 after a rise ("has climbed to"), -1 after a fall, 0 where nothing is said to have moved
    new: bool  # what came in some time, and not all there is: "74 new cases last week"
    part: bool  # of what was counted before it: "of which 40"
    disputed: bool  # its sentence says that others have it otherwise
    was: int | None = None  # of what "19, up from 12" gives as 12: where the 19 begins
    before: Decimal | None = None  # of "from 12 to 19": 12
    against: frozenset[int] = frozenset()  # where the figures start that its article sets against it


def days_apart(one: Mention, other: Mention) -> int:
    """Days between the dates of two figures; 0 where one has none."""
    if one.date is None or other.date is None or len(one.date) < 10 or len(other.date) < 10:
        return 0
    return abs((date.fromisoformat(one.date[:10]) - date.fromisoformat(other.date[:10])).days)


def mentions_of(reading: Reading, *, origin: str) -> list[Mention]:
    """The figures of one article that can be rows of a table."""
    found: list[Mention] = []
    known = names(reading.article.text) | names(reading.article.title)
    for figure in reading.figures:
        gone = moved(reading.article.text, figure)
        interval = interval_of(figure, moved=gone)
        if interval is not None and is_key(reading.article.text, figure):
            mention = _mention(reading, figure, interval, origin, known)
            if gone:
                mention = replace(mention, before=figure.value)
            before = found[-1] if found else None
            found.append(
                _in_its_unit(reading.article.text, _as_before(mention, before), before) if before else mention
            )
    opposed = set_against(reading.article.text, [mention.figure for mention in found])
    found = [replace(m, against=opposed.get(m.figure.start, frozenset())) for m in found]
    return _with_earlier(reading.article.text, found)


def _with_earlier(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, each that an article gives as past with the figure that it led to."""
    kept: list[Mention] = []
    for mention in mentions:
        now = earlier_of(text, mention.figure, [other.figure for other in kept])
        current = next((other for other in kept if other.figure is now), None)
        if current is None or current.was is not None or current.interval == mention.interval:
            kept.append(mention)
        else:
            noun = mention.noun if mention.noun.word else current.noun
            event = mention.event or current.event
            kept.append(replace(mention, was=current.figure.start, noun=noun, event=event))
    return kept


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


def _in_its_unit(text: str, mention: Mention, before: Mention) -> Mention:
    """``5.3 billion``, after a sum with its currency: the unit is left out, not meant otherwise."""
    figure = mention.figure
    counts = figure.counted_start is not None and figure.counted_start > figure.start
    apart = mention.order - before.order
    if mention.kind != "count" or counts or mention.event or _NOUN_NEXT.match(text, figure.end):
        return mention
    coined = before.kind.startswith("currency") and apart <= 1 and _SUM.search(figure.text)
    measured = before.kind.startswith("dimension") and apart == 0 and _GROUPED.search(figure.text)
    if not (coined or measured) or _COUNT_OF.search(text, max(0, figure.start - 24), figure.start):
        return mention
    unit, printed = before.interval.unit, before.interval.stated_in
    interval = replace(mention.interval, unit=(unit or "").partition(" per ")[0], stated_in=printed)
    return replace(mention, kind=before.kind, interval=interval)


def _mention(
    reading: Reading, figure: Figure, interval: Interval, origin: str, known: frozenset[str]
) -> Mention:
    article = reading.article
    text = article.text
    begin, end = _clause(reading, figure)
    clause = _without(text, begin, end, figure)
    noun = noun_of(_whole_of(text, figure), figure.where)
    if _has_a_number(figure):
        noun = NOTHING
    elif _belongs_to_a_name(figure) or (noun == NOTHING and figure.counted):
        noun = noun_of(figure.subject)  # of a sum in coins of no known country: what it is a sum of
    sentence = _sentence(reading, figure)
    whole = bool(_WHOLE.search(text, max(0, figure.start - 8), figure.start))
    return Mention(
        article_id=article.id,
        origin=origin,
        figure=figure,
        date=figure.as_of or (article.published.when[:10] if article.published else None),
        order=next((i for i, s in enumerate(reading.sentences) if s.start <= figure.start < s.end), 0),
        kind=_kind(figure, interval) + (" in all" if whole else ""),
        rate=(figure.unit or "").partition(" per ")[2] or None,
        interval=interval,
        noun=noun,
        subject=NOTHING if _states_it(figure) else noun_of(figure.subject),
        event=event_of(text, figure),
        words=stems(clause),
        sentence=stems(sentence),
        names=_names(reading, begin, clause),
        places=noun.places | places(clause),
        known=known,
        owners=_owners(reading, figure),
        periods=frozenset(found.lower() for found in _PERIOD.findall(clause)),
        increment=bool(_INCREMENT.search(figure.text) or _THAN.match(text, figure.end)),
        sense=sense_of(clause, figure.status),
        times=_times(reading, figure),
        since=bool(_SINCE.search(clause)),
        told=stems(figure.event or ""),
        near=stems(text[max(begin, figure.start - _NEAR) : min(end, figure.end + _NEAR)]),
        reached=reached(text, figure),
        new=is_new(text, figure),
        part=is_part(text, figure),
        disputed=disputes(_with_the_last(reading, figure)),
    )


def _whole_of(text: str, figure: Figure) -> str | None:
    """What is counted, with what follows a mere "number" that was cut short: ``the number of dead``."""
    if figure.counted is None or figure.counted_end is None or figure.counted.lower() not in MEASURES:
        return figure.counted
    rest = _OF_WHAT.match(text, figure.counted_end)
    return figure.counted + rest[0] if rest else figure.counted


_OF_WHAT = re.compile(r"[ ]of[ ](?:the[ ]|those[ ]|all[ ])?[a-z]+")
_CAPITALS = re.compile(r"(?:[A-Z][\w’'-]*[ ]?)+")


def _belongs_to_a_name(figure: Figure) -> bool:
    """Whether a name was taken for what is counted: ``the toll of the Hotel Meridian rose to 26``."""
    before = figure.counted_start is not None and figure.counted_start < figure.start
    named = before and bool(_CAPITALS.fullmatch(figure.counted or ""))
    return named and figure.subject is not None and not _CAPITALS.fullmatch(figure.subject)


def _has_a_number(figure: Figure) -> bool:
    """Whether what seems to be counted is another figure: ``62,000 spectators``."""
    return figure.counted is not None and figure.counted[0].isdigit()


def _owners(reading: Reading, figure: Figure) -> frozenset[str]:
    """The names of whose figure it is; what opens a sentence is one only where an entity says so."""
    found = names(figure.subject or "")
    if not found or not any(sentence.start == figure.subject_start for sentence in reading.sentences):
        return found
    known = {word for entity in reading.entities for word in names(entity.text)}
    return found - (names((figure.subject or "").split(" ", 1)[0]) - known)


def _states_it(figure: Figure) -> bool:
    """Whether the subject is who states the figure, and so says nothing of it."""
    first, last = figure.stated_by_start, figure.stated_by_end
    if figure.subject_start is None or figure.subject_end is None or first is None or last is None:
        return figure.subject is None
    return figure.subject_start < last and first < figure.subject_end


def _times(reading: Reading, figure: Figure) -> frozenset[str]:
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
    before = frozenset(moment.when[:10] for moment in found if begin <= moment.start < figure.start)
    if not after:
        after = frozenset(_YEAR_AHEAD.findall(text, figure.end, end))
    quarters = frozenset(match[1].lower() for match in _QUARTER.finditer(text, begin, end))
    months = (name for match in _MONTHS_OF_IT.finditer(text, low, high) for name in match.groups() if name)
    return (after or before) | quarters | {_QUARTERS[name] for name in months}


def _kind(figure: Figure, interval: Interval) -> str:
    if figure.type == "number" and figure.unit is None:
        return "count"
    return f"{figure.type} {(interval.unit or '').partition(' per ')[0]}"


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


def _with_the_last(reading: Reading, figure: Figure) -> str:
    """The sentence of a figure and the one before it."""
    order = next((i for i, s in enumerate(reading.sentences) if s.start <= figure.start < s.end), None)
    if order is None:
        return reading.article.text
    first, last = reading.sentences[max(0, order - 1)], reading.sentences[order]
    return reading.article.text[first.start : last.end]


def _names(reading: Reading, begin: int, clause: str) -> frozenset[str]:
    """The names of a clause; a word that opens a sentence is a name only where an entity says so."""
    found = names(clause) - {name for agent in _AGENT.findall(clause) for name in names(agent)}
    if not any(sentence.start == begin for sentence in reading.sentences):
        return found
    first = clause[: clause.find(" ")] if " " in clause else clause
    opening = frozenset() if first.endswith(_OWNING) else names(first)
    known = {word for entity in reading.entities for word in names(entity.text)}
    return found - (opening - known)


def _without(text: str, begin: int, end: int, figure: Figure) -> str:
    """The clause without those who state it: they say nothing of what is counted."""
    first, last = figure.stated_by_start, figure.stated_by_end
    if first is None or last is None or last <= begin or first >= end:
        return text[begin:end]
    return f"{text[begin : max(begin, first)]} {text[min(end, last) : end]}"
