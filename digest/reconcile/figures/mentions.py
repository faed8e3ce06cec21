"""What is known of one figure when it is held against another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from digest.model import Figure, Reading
from digest.reconcile.figures.clauses import (
    clause_of,
    names_of,
    owners_of,
    sentence_of,
    times_of,
    with_the_last,
    without_speaker,
)
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

_INCREMENT = re.compile(r"^(?:another|an? (?:additional|extra|further))\b|\bmore$", re.IGNORECASE)
_THAN = re.compile(r"[ ](?:more|fewer|less)[ ]than\b")  # 4,100 more than they were built for
_WHOLE = re.compile(r"\d[ ]of[ ](?:the[ ]|its[ ])?$")
_NUMBERS = frozenset(meaning(stem(word)) for word in MEASURES)
_SINCE = re.compile(r"\b(?:since|so far|to date|in (?:total|all))\b", re.IGNORECASE)
_SUM = re.compile(r"\d[.]\d|\b(?:million|billion|trillion)\b|\d(?:m|bn|tn)\b", re.IGNORECASE)
_GROUPED = re.compile(r"\d[,.]\d{3}\b|\d[.]\d")
_COUNT_OF = re.compile(r"\b(?:figure|number|count|estimate)[ ]of[ ](?:\w+[ ])?$", re.IGNORECASE)
_NOUN_NEXT = re.compile(
    r"[ ](?!in\b|to\b|for\b|from\b|and\b|or\b|a\b|per\b|at\b|on\b|as\b|by\b|was\b|is\b|had\b|which\b"
    r"|this\b|last\b|next\b|with\b|instead\b|more\b|less\b|rather\b|after\b|before\b)[a-z]"
)
_NEAR = 40  # characters on either side whose words belong to it most surely


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
    begin, end = clause_of(reading, figure)
    clause = without_speaker(text, begin, end, figure)
    noun = noun_of(_whole_of(text, figure), figure.where)
    if _has_a_number(figure):
        noun = NOTHING
    elif _belongs_to_a_name(figure) or (noun == NOTHING and figure.counted):
        noun = noun_of(figure.subject)  # of a sum in coins of no known country: what it is a sum of
    sentence = sentence_of(reading, figure)
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
        names=names_of(reading, begin, clause),
        places=noun.places | places(clause),
        known=known,
        owners=owners_of(reading, figure),
        increment=bool(_INCREMENT.search(figure.text) or _THAN.match(text, figure.end)),
        sense=sense_of(clause, figure.status),
        times=times_of(reading, figure),
        since=bool(_SINCE.search(clause)),
        told=stems(figure.event or ""),
        near=stems(text[max(begin, figure.start - _NEAR) : min(end, figure.end + _NEAR)]),
        reached=reached(text, figure),
        new=is_new(text, figure),
        part=is_part(text, figure),
        disputed=disputes(with_the_last(reading, figure)),
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


def _states_it(figure: Figure) -> bool:
    """Whether the subject is who states the figure, and so says nothing of it."""
    first, last = figure.stated_by_start, figure.stated_by_end
    if figure.subject_start is None or figure.subject_end is None or first is None or last is None:
        return figure.subject is None
    return figure.subject_start < last and first < figure.subject_end


def _kind(figure: Figure, interval: Interval) -> str:
    if figure.type == "number" and figure.unit is None:
        return "count"
    return f"{figure.type} {(interval.unit or '').partition(' per ')[0]}"
