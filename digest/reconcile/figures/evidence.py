"""What speaks for two figures being of one quantity, and what against, each as a number from -1 to 4.

The names are those of the weights in ``weights``, and of the parts of a reason.
"""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal
from math import log

from digest.reconcile.figures.beside import Beside
from digest.reconcile.figures.mentions import Mention, days_apart
from digest.reconcile.figures.speakers import two_speakers
from digest.reconcile.figures.stems import stem
from digest.reconcile.figures.things import of_thing
from digest.reconcile.figures.values import compatible, digits, equal

Evidence = dict[str, float]
_DAY = len("2021-12-30")


def evidence(one: Mention, other: Mention, *, common: Collection[str], beside: Beside) -> Evidence:
    """The evidence for one quantity; ``common``: stems that most articles share, which say little."""
    found = {
        "bias": 1.0,
        **_of_value(one, other),
        **of_thing(one, other),
        **_of_event(one, other),
        **_of_names(one, other),
        **_of_time(one, other),
        **_of_sense(one, other),
        **_of_words(one, other, common),
        "figures beside": float(min(2, beside.alike)),
        "value elsewhere": float(beside.elsewhere),
        "nearest to each other": float(beside.nearest),
        "alone of its thing": float(beside.alone),
        "nearest and alone": float(beside.nearest and beside.alone),
        "lone of its kind": float(beside.lone),
        "lone and nearest": float(beside.lone and beside.nearest),
    }
    one_thing = bool(found["same thing and event"]) or (beside.nearest and (beside.alone or beside.lone))
    for name in ("far apart", "far apart over time"):
        found[f"{name} of one thing"] = found[name] * one_thing
        found[name] *= not one_thing
    against = found["two who state it"] * beside.nearest
    found["two who state the nearest"] = against
    grown = _grown(one, other)
    found["toll that grew"] = found["same event"] * (grown > 0)
    found["other toll that fell"] = found["same event"] * (grown < 0)
    found["grew and alone"] = float(grown > 0) * beside.alone
    found["other thing of a round value"] = found["other thing"] * (not found["three digits"])
    found["other near words of a round value"] = found["other near words"] * (not found["three digits"])
    found["other near words of one value"] = found["other near words"] * (not found["words shared"])
    found["other told of one value"] = found["other told"] * (not found["same event"])
    deed = bool(found["other told"] or found["other event"])
    found["other deed of another"] = float(
        deed and bool(found["other subject"] or found["other subject names"])
    )
    found["other deed in contrast"] = float(deed) * found["contrast"]
    found["nearest event"] = found["same event"] * beside.nearest
    found["nearest of one time"] = found["same time"] * beside.nearest
    found["nearest of one name"] = found["same names"] * beside.nearest
    gone = _gone(one, other)
    found["moved there"] = float(gone > 0)
    found["moved there of one thing"] = float(gone > 0) * one_thing
    found["opposed move"] = float(gone < 0)
    found["moved there from the nearest"] = float(gone > 0) * beside.nearest
    found["other whole"] = float(one.part != other.part)
    disputed = not equal(one.interval, other.interval) and (one.disputed or other.disputed)
    found["disputed"] = float(disputed)
    found["disputed of one thing"] = float(disputed and one_thing)
    found["set against each other"] = float(beside.opposed)
    found["value elsewhere"] *= not beside.opposed
    agreed = not any(found[name] for name in _CONTRADICTS)
    found["telling value of one thing"] = float(agreed and bool(found["same thing"] and found["two digits"]))
    found["telling value beside it"] = float(
        agreed and bool(found["thing mentioned"] and found["three digits"])
    )
    found["alone of its event"] = float(agreed and beside.alone and bool(found["same thing and event"]))
    found["nearest and agreed"] = float(agreed and beside.nearest)
    clear = not any(found[name] for name in _SPEAKS_AGAINST)
    held = bool(found["same thing"] or found["thing mentioned"])
    found["other thing of a small value"] = found["other thing"] * found["small"]
    found["other thing in contrast"] = found["other thing"] * found["contrast"]
    found["nothing against"] = float(clear)
    found["held and nothing against"] = float(clear and held)
    alike = found["share of words"] >= _MOST and not found["contrast"]
    found["all alike"] = float(clear and held and alike)
    found["one event of one thing"] = float(clear and found["same thing and event"])
    return found


def _grown(one: Mention, other: Mention) -> int:
    """1 where the later of two figures is the higher, as tolls are; -1 where the lower; 0 of one day."""
    if one.date is None or other.date is None or one.date == other.date:
        return 0
    first, second = sorted((one, other), key=lambda mention: mention.date or "")
    return 1 if second.interval.stated[0] > first.interval.stated[0] else -1


def _gone(one: Mention, other: Mention) -> int:
    """1 where one value was reached from the side of the other, as its article says; -1 from beyond."""
    if equal(one.interval, other.interval):
        return 0
    first, second = sorted((one, other), key=lambda mention: mention.date or "")
    ahead = 1 if second.interval.stated[0] > first.interval.stated[0] else -1
    if second.reached:
        return 1 if second.reached == ahead else -1
    if first.reached and first.date == second.date:
        return 1 if first.reached == -ahead else -1
    return 0


_SPEAKS_AGAINST = (
    "other thing", "other event", "one event", "other modifiers", "other belonging", "other names",
    "other places", "other time", "since", "opposed senses", "other sense", "other change", "increment",
    "value elsewhere", "opposed move", "other reckoning", "other period", "other rate", "other year",
    "other kind of people", "other measure",
)  # fmt: skip
_CONTRADICTS = (
    "other event", "other told", "other names", "other places", "other time", "other time than now",
    "opposed senses", "opposed move", "other change", "other period", "other rate", "value elsewhere",
    "other year", "other kind of people", "other measure",
)  # fmt: skip
_MOST = 0.6


def _of_value(one: Mention, other: Mention) -> Evidence:
    values = one.interval.stated[0], other.interval.stated[0]
    telling = min(digits(values[0]), digits(values[1]))
    small = one.kind == "count" and max(values) <= 12
    vaguer = not equal(one.interval, other.interval) and compatible(one.interval, other.interval)
    ratio = _ratio(*values)
    hedges = one.figure.qualifier, other.figure.qualifier
    alike = equal(one.interval, other.interval)
    return {
        "same hedge": float(alike and bool(hedges[0] and hedges[1]) and _side(one) == _side(other)),
        "two digits": float(telling >= 2),
        "three digits": float(telling >= 3),
        "four digits": float(telling >= 4),
        "small": float(small),
        "count": float(one.kind == "count"),
        "percentage": float(one.kind.startswith("percentage")),
        "compatible": float(vaguer),
        "other rate": float(one.rate != other.rate),
        "far apart": min(3.0, ratio) * (one.date == other.date),
        "far apart over time": min(3.0, ratio) * (one.date != other.date),
    }


def _side(mention: Mention) -> tuple[bool, bool]:
    """Whether a value is given with room below and above it."""
    value, high = mention.interval.stated[0], mention.interval.high
    return mention.interval.low < value, high is None or high > value


def _ratio(one: Decimal, other: Decimal) -> float:
    if one == other:
        return 0.0
    if one <= 0 or other <= 0:
        return 3.0
    return abs(log(float(one)) - log(float(other)))


def _of_event(one: Mention, other: Mention) -> Evidence:
    """What the sentences say of those counted, in their words."""
    shared = one.told & other.told
    return {
        "same told": float(bool(shared)),
        "other told": float(bool(one.told and other.told) and not shared),
        "near words": min(3.0, float(len(one.near & other.near))),
        "same near words": float(len(one.near & other.near) >= 2),
        "other near words": float(bool(one.near and other.near) and not one.near & other.near),
    }


def _of_names(one: Mention, other: Mention) -> Evidence:
    shared = one.names & other.names
    owners = one.owners, other.owners
    places = one.noun.places | one.places, other.noun.places | other.places
    apart = bool(one.names and other.names) and not shared
    unheard = not (one.names & other.known or other.names & one.known)
    chosen = bool(one.names & other.known and other.names & one.known)
    return {
        "same names": float(bool(shared)),
        "other names": float(apart and unheard),
        "other names, one known": float(apart and not unheard and not chosen),
        "other names, both known": float(apart and chosen),
        "other subject names": float(bool(owners[0] and owners[1]) and not owners[0] & owners[1]),
        "names on one side": float(bool(one.names) != bool(other.names)),
        "other places": float(bool(places[0] and places[1]) and not places[0] & places[1]),
    }


def _of_time(one: Mention, other: Mention) -> Evidence:
    named = bool(one.times and other.times)
    meet = any(a.startswith(b) or b.startswith(a) for a in one.times for b in other.times)
    days = all(len(time) == _DAY for time in one.times | other.times)
    years = _years(one), _years(other)
    return {
        "other year": float(bool(years[0] and years[1]) and not years[0] & years[1]),
        "same time": float(meet),
        "other time": float(named and not meet and not days),
        "other day": float(named and not meet and days),
        "other time than now": float((one.was is None) != (other.was is None)),
        "since": float(one.since != other.since),
        "dates apart": float(one.date != other.date),
        "other season": float(days_apart(one, other) >= _SEASON),
    }


def _years(mention: Mention) -> frozenset[str]:
    """The years that a figure is dated to: as its part of the sentence says, else that of the article."""
    named = frozenset(time[:4] for time in mention.times if time[:4].isdigit())
    return named or frozenset((mention.date or "")[:4].split())


_SEASON = 60  # days after which a figure of a period is that of another
_UNREAL = frozenset({"forecast", "asked", "limit", "offered"})


def _of_sense(one: Mention, other: Mention) -> Evidence:
    first, second = one.figure.change, other.figure.change
    stated = two_speakers(one.figure.stated_by, other.figure.stated_by)
    unlike = not equal(one.interval, other.interval)
    return {
        "same sense but a fact": float(one.sense == other.sense and one.sense is not None) * (not unlike),
        "other sense": float(one.sense != other.sense),
        "other sense than a fact": float(
            one.sense != other.sense
            and bool({one.sense, other.sense} & _UNREAL)
            and None in (one.sense, other.sense)
        ),
        "opposed senses": float(bool(one.sense and other.sense) and one.sense != other.sense),
        "same change": float(first == second and first is not None),
        "other change": float(bool(first and second) and first != second),
        "increment": float(one.increment != other.increment),
        "other reckoning": float(one.new != other.new) * unlike,
        "other period": float(one.new and other.new and one.date != other.date) * unlike,
        "two who state it": float(stated),
    }


def _of_words(one: Mention, other: Mention, common: Collection[str]) -> Evidence:
    mine, theirs = one.words, other.words
    shared = mine & theirs
    weight = len(shared.difference(common)) + 0.5 * len(shared.intersection(common))
    either = len(mine) + len(theirs)
    rest = mine - _of_noun(one), theirs - _of_noun(other)
    beyond = (one.sentence & other.sentence) - shared
    return {
        "words shared": min(4.0, weight),
        "share of words": 2.0 * len(shared) / either if either else 0.0,
        "other words": float(bool(rest[0] and rest[1]) and not rest[0] & rest[1]),
        "sentence": min(4.0, float(len(beyond))),
        "contrast": float(bool(mine - theirs and theirs - mine) and 2.0 * len(shared) >= _MOST * either),
    }


def _of_noun(mention: Mention) -> frozenset[str]:
    noun = mention.noun
    named = {stem(name) for name in mention.names | mention.places}
    return noun.modifiers | noun.complement | named | {noun.head, noun.word}
