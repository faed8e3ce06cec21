"""Whether two figures mean the same quantity, and how their values stand to each other.

Where it is not certain that they mean the same thing they stay apart.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from digest.reconcile.figures.beside import Beside
from digest.reconcile.figures.evidence import evidence
from digest.reconcile.figures.lexicon import TOLLS
from digest.reconcile.figures.mentions import Mention, days_apart
from digest.reconcile.figures.second_look import Weighed
from digest.reconcile.figures.speakers import two_speakers
from digest.reconcile.figures.values import compatible, equal
from digest.reconcile.figures.weights import OF_ONE_VALUE, OF_UNLIKE_VALUES

Relation = Literal["agree", "sharper", "differ", "development"]

# Log-odds above which two figures are said to be of one quantity: precision first.
NEEDED_TO_AGREE = 1.6
NEEDED_TO_BE_SHARPER = 1.1
NEEDED_TO_DIFFER = 0.8
_SAID_SO = 9.0  # an article says itself that one became the other
SAME_NEWS = 7  # days apart at which a vaguer figure is still of the same news


@dataclass(frozen=True, slots=True)
class Link:
    """Two mentions of one quantity."""

    relation: Relation
    strength: float  # log-odds that they are


def weigh(one: Mention, other: Mention, *, common: Collection[str], beside: Beside) -> Weighed | None:
    """Whether two figures are of one quantity, each pair by itself; None where they cannot be.

    ``common``: stems that most articles share, which therefore say little.
    """
    if not comparable(one, other):
        return None
    alike = equal(one.interval, other.interval)
    if not alike:
        if one.article_id == other.article_id and not _two_sources(one, other):
            return None
        if one.was is not None or other.was is not None:
            return None  # a value of the past is no other view of the present
    weights = OF_ONE_VALUE if alike or _was(one, other) or _was(other, one) else OF_UNLIKE_VALUES
    found = evidence(one, other, common=common, beside=beside)
    return Weighed(weights is OF_ONE_VALUE, sum(weight * found[name] for name, weight in weights.items()))


def relate(one: Mention, other: Mention, odds: float | None) -> Link | None:
    """How two figures stand to each other; None where they are not surely of one quantity.

    ``odds``: log-odds that they are; None where they cannot be.
    """
    if not comparable(one, other):
        return None
    if one.article_id == other.article_id and _led_to(one, other):
        return Link("development", _SAID_SO)
    if _word_for_word(one, other):
        return Link("agree", _SAID_SO)
    if odds is None:
        return None
    if equal(one.interval, other.interval):
        return Link("agree", odds) if odds >= NEEDED_TO_AGREE else None
    if _was(one, other) or _was(other, one):
        return Link("development", odds) if odds >= NEEDED_TO_AGREE else None
    if compatible(one.interval, other.interval):
        near = days_apart(one, other) <= SAME_NEWS
        return Link("sharper", odds) if near and odds >= NEEDED_TO_BE_SHARPER else None
    if odds < NEEDED_TO_DIFFER:
        return None
    return Link("development" if in_turn(one, other) else "differ", odds)


def in_turn(one: Mention, other: Mention) -> bool:
    """Whether one of two figures is surely the earlier: by their dates, or as an article says.

    A month and a day in it are in no order.
    """
    if _led_to(one, other) or _was(one, other) or _was(other, one):
        return True
    if one.date is None or other.date is None or _contradicts(one, other):
        return False
    return not (one.date.startswith(other.date) or other.date.startswith(one.date))


def _word_for_word(one: Mention, other: Mention) -> bool:
    """Whether two articles give one value in the same words, as copies of a report do."""
    alike = one.words == other.words and one.noun == other.noun and one.event == other.event
    return alike and len(one.words) > 1 and one.sense == other.sense and equal(one.interval, other.interval)


def _contradicts(one: Mention, other: Mention) -> bool:
    """Whether the later of two numbers within days disputes the earlier, and is not of a toll that rises."""
    first, second = sorted((one, other), key=lambda mention: mention.date or "")
    if days_apart(one, other) > SAME_NEWS:
        return False
    if second.interval.stated[0] > first.interval.stated[0] and second.event in TOLLS:
        return False
    speakers = first.figure.stated_by, second.figure.stated_by
    if second.disputed and (not all(speakers) or two_speakers(*speakers)):
        return True
    dated = first.figure.as_of or second.figure.as_of
    return two_speakers(*speakers) and not dated


def _was(one: Mention, other: Mention) -> bool:
    """Whether the first figure went, as its article says, from the value of the other."""
    return one.before is not None and set(other.interval.stated) == {one.before}


def _led_to(one: Mention, other: Mention) -> bool:
    """Whether their article says that one of two figures became the other."""
    if one.article_id != other.article_id:
        return False
    return one.was == other.figure.start or other.was == one.figure.start


def comparable(one: Mention, other: Mention) -> bool:
    """Whether two figures are of one kind and neither is a step added to the other."""
    step = one.kind == "count" and one.increment != other.increment
    unsure = _may_have_moved(one) == _may_have_moved(other)
    rated = one.rate == other.rate or _rate_unsaid(one, other)
    return one.kind == other.kind and rated and unsure and not step


def _rate_unsaid(one: Mention, other: Mention) -> bool:
    """Whether only one of two prices says what it is for: 83.20 dollars a barrel, 83.20 dollars."""
    return one.kind.startswith("currency") and None in (one.rate, other.rate)


def _may_have_moved(mention: Mention) -> bool:
    """Whether two values may be a range or a move: "rose 3% to 5%"."""
    return mention.before is None and mention.figure.high is not None and mention.figure.change is not None


def _two_sources(one: Mention, other: Mention) -> bool:
    """Whether one article sets what two sources say against each other."""
    return two_speakers(one.figure.stated_by, other.figure.stated_by) and one.order != other.order
