"""Whether two figures mean the same quantity, and how their values stand to each other.

Where it is not certain that they mean the same thing they stay apart.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Literal

from digest.reconcile.figures.mentions import Mention
from digest.reconcile.figures.values import compatible, digits, equal

Relation = Literal["agree", "sharper", "differ", "development"]

# What must speak for one quantity, measured on the story groups of the tests: precision first.
NEEDED_TO_SHARPEN = 2.0
NEEDED_TO_DIFFER = 3.0
NEEDED_OF_TWO_NAMES = 3
SAME_NEWS = 7  # days apart at which a vaguer figure is still of the same news
MOVES = 60  # days over which a figure moves

_TOTALS = {"toll"}
_UNSURE = {"planned", "denied", "doubted"}


@dataclass(frozen=True, slots=True)
class Link:
    """Two mentions of one quantity."""

    relation: Relation
    strength: float  # what speaks for it


def relate(one: Mention, other: Mention, *, common: Collection[str]) -> Link | None:
    """How two figures stand to each other; None where they are not surely of one quantity.

    ``common``: stems that most articles share, which therefore say little.
    """
    if one.kind != other.kind or _moves(one) != _moves(other) or _conflict(one, other):
        return None
    strength = _strength(one, other, common)
    if equal(one.interval, other.interval):
        strength += min(1.2, 0.3 * len((one.sentence & other.sentence) - (one.words & other.words)))
        return Link("agree", strength) if strength >= _needed_to_agree(one, other) else None
    if one.increment or other.increment or not _same_thing(one, other):
        return None
    if one.article_id == other.article_id and not _two_sources(one, other):
        return None
    apart = _days_apart(one, other)
    if compatible(one.interval, other.interval):
        sure = strength >= NEEDED_TO_SHARPEN and apart <= SAME_NEWS
        return Link("sharper", strength) if sure else None
    strength += 0.5 if one.names & other.names else 0.0
    strength += 0.7 if one.sentence_names & other.sentence_names - one.names else 0.0
    if strength < NEEDED_TO_DIFFER or apart > MOVES:
        return None
    return Link("development" if apart else "differ", strength)


def _conflict(one: Mention, other: Mention) -> bool:
    """Whether something says that two figures are of different things."""
    if one.increment != other.increment:
        return True
    if one.kind == "count" and not _counts_alike(one, other) and not _odd_number(one, other):
        return True
    if one.event != other.event and one.event and other.event:
        return True
    if one.figure.change != other.figure.change and one.figure.change and other.figure.change:
        return True
    small = digits(one.interval.stated[0]) <= 2
    if small and one.places and other.places and not (one.places & other.names or other.places & one.names):
        return True
    places = one.noun.places, other.noun.places
    if all(places) and not (places[0] & other.names or places[1] & one.names):
        return True
    return bool(one.periods and other.periods and not one.periods & other.periods)


def _moves(mention: Mention) -> bool:
    """Whether a figure goes from a value to another ("lowered from 4% to 3.75%") and is no range."""
    figure = mention.figure
    if figure.value is None or figure.high is None:
        return False
    return figure.high < figure.value or figure.change is not None


def _two_sources(one: Mention, other: Mention) -> bool:
    """Whether one article sets what two sources say against each other."""
    first, second = one.figure.stated_by, other.figure.stated_by
    return first is not None and second is not None and first != second and one.order != other.order


def _counts_alike(one: Mention, other: Mention) -> bool:
    """Whether two counts may be of the same kind of thing."""
    if one.noun.head != other.noun.head:
        return False
    if one.noun.head or (one.event and other.event):
        return True
    if one.noun.word in _ANYONE:
        return len((one.words & other.words) - _ANYONE) >= 2
    return one.noun.word == other.noun.word


_ANYONE = {"", "peopl", "person", "other"}


def _odd_number(one: Mention, other: Mention) -> bool:
    """Whether one telling number stands among the same words under two names: 46 trucks, 46 lorries."""
    value = one.interval.stated[0]
    telling = equal(one.interval, other.interval) and digits(value) >= 2 and value > 12
    if not telling or one.event != other.event or not (one.noun.head and other.noun.head):
        return False
    return len(one.words & other.words) >= NEEDED_OF_TWO_NAMES


def _same_thing(one: Mention, other: Mention) -> bool:
    """Whether figures of unlike value are surely of one thing."""
    if one.event != other.event or one.periods != other.periods:
        return False
    if one.figure.status != other.figure.status and {one.figure.status, other.figure.status} & _UNSURE:
        return False
    mine, theirs = _names(one), _names(other)
    if mine and theirs and not mine & theirs:
        return False
    if one.places and other.places and not one.places & other.places:
        return False
    of_one, of_other = _belonging(one), _belonging(other)
    if of_one and of_other and not of_one & of_other:
        return False
    if one.noun.complement and other.noun.complement and not one.noun.complement & other.noun.complement:
        return False
    if one.kind == "count":
        return one.noun.modifiers == other.noun.modifiers or not (one.noun.modifiers and other.noun.modifiers)
    heads = {one.noun.head, one.subject.head} & {other.noun.head, other.subject.head}
    if not heads - {""}:
        return False
    if one.noun.head != other.noun.head:
        return True
    # "core inflation" is not inflation, but "a wheat harvest" is "the harvest of wheat"
    unlike = one.noun.modifiers ^ other.noun.modifiers
    return not unlike - one.noun.complement - other.noun.complement


def _belonging(mention: Mention) -> frozenset[str]:
    """What the subject of a figure belongs to: the clinic in Orr, hospitals in the capital."""
    return mention.subject.complement | mention.subject.places


def _names(mention: Mention) -> frozenset[str]:
    return mention.names | mention.noun.places | mention.subject.places


def _strength(one: Mention, other: Mention, common: Collection[str]) -> float:
    """How much speaks for one quantity: what is counted, the event, the words beside it, whose it is."""
    shared = one.words & other.words
    if one.noun.head == other.noun.head:
        shared -= {one.noun.head}
    strength = 1.0 * len(shared.difference(common)) + 0.5 * len(shared.intersection(common))
    weight = 2.0 if one.kind == "count" else 1.0
    strength += weight if one.event and one.event == other.event else 0.0
    strength += 1.0 if one.noun.head and one.noun.head == other.noun.head else 0.0
    strength += 0.7 if one.subject.head and one.subject.head == other.subject.head else 0.0
    strength += 0.7 if one.noun.places & other.noun.places else 0.0
    strength += 1.0 if one.noun.complement & other.noun.complement else 0.0
    strength += 0.5 if one.event and {one.noun.word, other.noun.word} & _TOTALS else 0.0
    return strength


def _needed_to_agree(one: Mention, other: Mention) -> float:
    """An odd number is nearly proof by itself; a small or round one needs words that agree."""
    value = one.interval.stated[0]
    named = 0.5 if one.noun.head and one.noun.head == other.noun.head else 0.0
    if digits(value) >= 3:
        return 1.0
    unlike = one.kind.startswith("percentage") and _unlike_subjects(one, other)
    unlike = unlike or (one.event != other.event and one.kind == "count" and abs(value) <= 12)
    named -= 1.5 if unlike else 0.0
    if digits(value) == 2 and (abs(value) > 12 or value != value.to_integral_value()):
        return 1.5 - named
    return 2.2 - named


def _unlike_subjects(one: Mention, other: Mention) -> bool:
    """Whether figures of one noun belong to two: 40 percent of the votes, for a party or counted so far."""
    first, second = one.subject.head, other.subject.head
    return one.noun.head == other.noun.head and first != second


def _days_apart(one: Mention, other: Mention) -> int:
    """Days between the dates of two figures; 0 where one has none."""
    if one.date is None or other.date is None or len(one.date) < 10 or len(other.date) < 10:
        return 0
    return abs((date.fromisoformat(one.date[:10]) - date.fromisoformat(other.date[:10])).days)
