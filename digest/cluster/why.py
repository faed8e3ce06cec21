"""The evidence for a story, in words, and what keeps it apart from the nearest other one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from digest.cluster.naming import Features, known_as, listed, name_words, names_of, words_of
from digest.cluster.time import bounds
from digest.dates import spoken_day
from digest.kept import Profile
from digest.model import Why

EVENT_DAYS = 2.0  # an article tells of an event so many days before or after its publication


def explain_story(members: Sequence[Profile], common: Features, *, articles: int) -> Why:
    """Why some articles are one story: ``common`` are the features that its latest ``members`` share."""
    names, words = names_of(common, 6), words_of(common, 8)
    return recounted(Why(names, words, event_days(members), ""), articles)


def recounted(why: Why, articles: int) -> Why:
    """The same evidence, told of so many articles: of those that an edition has, or with late ones."""
    if articles == 1:
        return replace(why, text="The only article on this event.")
    when = f" on events of {_days(why.dates)}" if why.dates else ""
    shared = [
        f"the names {listed(why.entities[:3])}" if why.entities else "",
        f"the words {listed(why.terms[:4])}" if why.terms else "",
    ]
    what = " and ".join(filter(None, shared))
    told = f"share {what}" if what else "that share no name and few words"
    return replace(why, text=f"{articles} articles{when} {told}.")


def joined(why: Why, articles: int, common: Features, days: Sequence[str]) -> Why:
    """The evidence for a closed story that others joined: what they share, and their ``days``."""
    names, words = names_of(common, 6), words_of(common, 8)
    told = replace(why, entities=names, terms=words, dates=tuple(sorted({*why.dates, *days})))
    if not names and not words:  # nobody but the user puts such stories together
        return replace(told, text=f"{articles} articles that a correction by the user put together.")
    return recounted(told, articles)


def event_days(members: Sequence[Profile]) -> tuple[str, ...]:
    """When the event was: the days that most articles tell of near their publication, or were published on.

    A date of publication that is only known to the month or year counts where no article has a better one.
    Articles without one say nothing: the day that they name most may be that of what led to the event.
    """
    votes = Counter(day for p in members if (day := _event_day(p)) is not None)
    exact = {day: count for day, count in votes.items() if len(day) == 10} or votes
    return _most_frequent(exact)


def _most_frequent(votes: Mapping[str, int]) -> tuple[str, ...]:
    most = max(votes.values(), default=0)
    return tuple(sorted(day for day, count in votes.items() if count * 2 >= most))


def _named_days(members: Sequence[Profile]) -> tuple[str, ...]:
    """The days that most articles speak of, whatever happened on them."""
    return _most_frequent(Counter(p.days[0] for p in members if p.days))


def _event_day(profile: Profile) -> str | None:
    if profile.published is None:
        return None
    low, high = bounds(profile.published)
    near = (day for day in profile.days if low - EVENT_DAYS <= bounds(day)[0] <= high + EVENT_DAYS)
    return next(near, profile.published)


@dataclass(frozen=True, slots=True)
class Side:
    """What is held against another story: when its event was, and what it tells of."""

    days: tuple[str, ...]
    weekdays: tuple[str, ...]
    features: Features
    named: tuple[str, ...] = ()  # days that its articles speak of


def side_of(members: Sequence[Profile], features: Features) -> Side:
    """One side of a comparison, from the articles of a story."""
    return Side(event_days(members), _weekdays(members), features, _named_days(members))


def kept_apart(here: Side, there: Side) -> str:
    """What speaks against two similar stories being one, as the reader of the first would put it."""
    days = ""
    if here.days and there.days and (here.days[-1] < there.days[0] or there.days[-1] < here.days[0]):
        days = f"that story is of {_days(there.days)}, this one of {_days(here.days)}"
        if _days_between(here.days, there.days) > EVENT_DAYS:
            return f"kept apart: {days}"
    elif not (here.days and there.days) and _apart(here.named, there.named):
        days = (
            f"that story's articles speak of {_days(there.named)}, those of this one of {_days(here.named)}"
        )
    elif _apart(here.weekdays, there.weekdays):
        those, these = listed(there.weekdays), listed(here.weekdays)
        days = f"that story's articles speak of a {those}, those of this one of a {these}"
    telling = [_only(there.features, here.features), _only(here.features, there.features)]
    words = f"that story tells of {telling[0]}, this one of {telling[1]}" if all(telling) else ""
    ways = ((here.features, there.features), (there.features, here.features))
    shared = names_of({f: some[f] for some, others in ways for f in _told_by(some, others)}, 2)
    if words and shared:
        words = f"both tell of {listed(shared)}, but {words.replace(' tells', '')}"
    return "kept apart: " + ("; ".join(part for part in (words, days) if part) or "they share too little")


def _apart(some: Sequence[str], others: Sequence[str]) -> bool:
    return bool(some and others) and set(some).isdisjoint(others)


def _days_between(some: Sequence[str], others: Sequence[str]) -> float:
    """Days from the last of the earlier ones to the first of the later."""
    earlier, later = sorted((tuple(some), tuple(others)))
    return bounds(later[0])[0] - bounds(earlier[-1])[1]


def _days(days: Sequence[str]) -> str:
    said = spoken_day(days[0])
    return f"{said} to {spoken_day(days[-1])}" if len(days) > 1 else said


def _weekdays(members: Sequence[Profile]) -> tuple[str, ...]:
    """The weekdays that most leads of a story name."""
    counts: dict[str, int] = {}
    for profile in members:
        for day in profile.weekdays:
            counts[day] = counts.get(day, 0) + 1
    return tuple(sorted(d.capitalize() for d, count in counts.items() if count * 2 > len(members)))


def _only(some: Features, others: Features) -> str:
    told = _told_by(some, others)
    own = {feature: weight for feature, weight in some.items() if feature not in told}
    names = names_of(own, 2)
    return listed([*names, *words_of(own, 4 - len(names))])


def _told_by(some: Features, others: Features) -> set[str]:
    """Which features others have too; names also as parts of longer ones, or by other names of their own."""
    names = [f[2:] for f in others if f.startswith("n:")]
    words, bodies = [name_words(name) for name in names], {known_as(name) for name in names}
    found = some.keys() & others.keys()
    for feature in some:
        if feature.startswith("n:") and feature not in found:
            mine = name_words(feature[2:])
            if known_as(feature[2:]) in bodies or any(mine <= theirs for theirs in words):
                found.add(feature)
    return found
