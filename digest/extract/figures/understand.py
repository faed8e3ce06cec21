"""From amounts to figures: how they are hedged, what they count, who states them."""

from __future__ import annotations

import re

from digest.annotate import Annotated
from digest.extract.figures.actors import acted, changed_before, voted
from digest.extract.figures.amounts import Amount
from digest.extract.figures.as_of import as_of
from digest.extract.figures.counted import noun_after, place_after, with_complements
from digest.extract.figures.events import event_of
from digest.extract.figures.groups import Words
from digest.extract.figures.measured import (
    bounded_before,
    in_parentheses,
    made_up_of,
    measured_after,
    measured_before,
    named_before,
    subject_before,
)
from digest.extract.figures.places import Places
from digest.extract.figures.qualifiers import change_of, qualifier_after, qualifier_before
from digest.extract.figures.shares import size_before
from digest.extract.figures.stated_by import stated_by
from digest.extract.figures.status import status_of
from digest.model import Figure

_WHILE = re.compile(
    r"\b(?:(?:past|last|next|coming|previous|first|final|recent|another)[ ]"
    r"|(?:for|in|over|during|within|after|every|by|of)[ ](?:the[ ])?)$",
    re.IGNORECASE,
)
_LASTING = re.compile(
    r"\b(?:last(?:s|ed|ing)?|took|takes?|taking|ran|lived|stayed)[ ](?:for[ ]|about[ ]|only[ ])*$",
    re.IGNORECASE,
)
_WHEN = re.compile(r"[ ](?:ago|later|earlier|before|after|prior|on\b|from[ ]now)", re.IGNORECASE)
_WHO = re.compile(r"[ ]whom?\b")  # the millions who voted: nothing named before counts them
_IN_RETURN = re.compile(r"\bin (?:return|exchange) for $")
_SIGNED = re.compile(r"[-+−]")
_MARKS = frozenset('"“”‘’')
_PARALLEL = re.compile(
    r"\b(?:and|including|while|from|to|or|with|against|compared|up|down)\b|[,;(/-]", re.IGNORECASE
)


def understand(annotated: Annotated, places: Places, amounts: list[Amount]) -> tuple[Figure, ...]:
    """The amounts with everything that the text says of them."""
    figures: list[Figure] = []
    for amount in amounts:
        figures.append(_figure(annotated, places, amount, figures[-1] if figures else None))
    return tuple(figures)


def _figure(annotated: Annotated, places: Places, amount: Amount, previous: Figure | None) -> Figure:
    source, text = annotated.article.text, places.doc.text
    start, end, qualifier = _hedged(source, text, amount)
    subject = subject_before(places, amount, start) or measured_before(places, amount, start)
    said = stated_by(annotated, places, amount.start, amount.core_end)
    counted = _counted(places, amount, start, subject, previous)
    if counted and said and counted.start < said.end and said.start < counted.end:
        counted = None  # who says it is not what is counted
    if counted and places.doc.text[counted.start] in _MARKS:
        counted = None  # what stands beyond a quotation mark
    place = place_after(places, max(end, counted.end if counted and counted.start >= amount.end else end))
    status = status_of(places, start, end, attributed=said is not None)
    event = event_of(places, amount, counted, planned=status == "planned")
    reach = max(end, counted.end if counted else end)
    dated = None
    if status != "planned" and amount.type != "duration":
        dated = as_of(places, start, reach, published=annotated.article.published)
    return Figure(
        start=start,
        end=end,
        text=source[start:end],
        type=amount.type,
        value=amount.value,
        high=amount.high,
        unit=amount.unit,
        counted=_print(source, counted),
        counted_start=counted.start if counted else None,
        counted_end=counted.end if counted else None,
        qualifier=qualifier,
        as_of=dated,
        change=change_of(text, start, amount.end),
        stated_by=_print(source, said),
        stated_by_start=said.start if said else None,
        stated_by_end=said.end if said else None,
        status=status,
        subject=_print(source, subject),
        subject_start=subject.start if subject else None,
        subject_end=subject.end if subject else None,
        where=_print(source, place),
        where_start=place.start if place else None,
        where_end=place.end if place else None,
        event=_print(source, event),
        event_start=event.start if event else None,
        event_end=event.end if event else None,
    )


def _print(source: str, words: Words | None) -> str | None:
    return source[words.start : words.end] if words else None


def _hedged(source: str, text: str, amount: Amount) -> tuple[int, int, str | None]:
    """Where the figure begins and ends with its qualifier, and the qualifier."""
    if amount.type == "ordinal":
        return amount.start, amount.end, None
    sized = size_before(text, amount.start) if amount.value is None and amount.type == "percentage" else None
    if before := sized or qualifier_before(text, amount.start):
        return before[0], amount.end, source[before[0] : before[1]]
    if after := qualifier_after(text, amount.end):
        return amount.start, after[1], source[after[0] : after[1]]
    return amount.start, amount.end, None


def _counted(
    places: Places, amount: Amount, start: int, subject: Words | None, previous: Figure | None
) -> Words | None:
    """What the figure counts or measures."""
    if in_parentheses(places, start) and not amount.plain:
        follows = previous is not None and start - previous.end <= 3
        return _same_as(previous) if previous and follows else named_before(places, start)
    if _SIGNED.search(places.doc.text, max(0, start - 1), start + 1):
        return named_before(places, start)
    if after := noun_after(places, amount):
        return with_complements(places, after)
    if amount.type == "currency" and (made_up := made_up_of(places, amount)):
        return made_up
    if _IN_RETURN.search(places.doc.text, max(0, start - 16), start):
        return None
    if bounded := bounded_before(places, amount, start):
        return bounded
    if amount.plain and (voted(places, start) or _WHO.match(places.doc.text, amount.end)):
        return None
    if previous and _reached(places, previous, amount, start):
        return _same_as(previous)
    if amount.type in {"ordinal", "age"}:
        return subject if amount.type == "age" else None
    if changed := changed_before(places, amount):
        return changed
    if before := measured_before(places, amount, start):
        return before
    if after := measured_after(places, amount):
        return with_complements(places, after)
    counts_on = (
        previous and amount.plain and previous.type == "number" and _parallel(places, previous, amount)
    )
    if previous and counts_on and (noun := _noun_of(places, previous)):
        return noun
    if amount.type == "duration" and not _lasts(places, amount, start):
        return None
    if subject is None and not amount.plain:
        return named_before(places, start)
    if subject is not None and acted(places, amount):
        return None
    return subject


def _reached(places: Places, previous: Figure, amount: Amount, start: int) -> bool:
    """Whether a percentage is what a change led to: ``a quarter of a percentage point to 3.75%``."""
    between = places.doc.text[previous.end : start]
    return previous.type == amount.type == "percentage" and between == " to "


def _parallel(places: Places, previous: Figure, amount: Amount) -> bool:
    """Whether a number without a noun goes on counting what the number before it counted."""
    if places.sentence_of(previous.start) != places.sentence_of(amount.start):
        return False
    return bool(_PARALLEL.search(places.doc.text, previous.end, amount.start + 1))


def _lasts(places: Places, amount: Amount, start: int) -> bool:
    """Whether a duration measures its subject ("lasted for 50 minutes"), and does not say when."""
    text = places.doc.text
    if _LASTING.search(text, max(0, start - 30), start):
        return True
    before = text[max(0, amount.start - 30) : amount.start]  # with its "over", which is no hedge here
    return not (_WHILE.search(before) or _WHEN.match(places.doc.text, amount.end))


def _noun_of(places: Places, previous: Figure) -> Words | None:
    """The noun that the figure before counts, without what belongs to that figure alone."""
    if previous.counted_start is None or previous.counted_start < previous.start:
        return None
    amount = Amount(previous.start, previous.end, previous.type, previous.value, previous.unit)
    return noun_after(places, amount)


def _same_as(previous: Figure) -> Words | None:
    if previous.counted_start is None or previous.counted_end is None:
        return None
    return Words(previous.counted_start, previous.counted_end)
