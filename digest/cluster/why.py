"""The evidence for a story, in words, and what keeps it apart from the nearest other one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from digest.cluster.naming import Features, listed, names_of, spoken_day, words_of
from digest.cluster.time import bounds
from digest.kept import Profile
from digest.model import Why

EVENT_DAYS = 2.0  # an article tells of an event so many days before or after its publication


def shared(rows: Sequence[Features]) -> dict[str, float]:
    """The features that at least half of the articles have (two or more), with their mean weight."""
    counts: dict[str, int] = {}
    totals: dict[str, float] = {}
    for row in rows:
        for feature, value in row.items():
            counts[feature] = counts.get(feature, 0) + 1
            totals[feature] = totals.get(feature, 0.0) + value
    need = max(min(2, len(rows)), len(rows) / 2)
    return {f: totals[f] / len(rows) for f in counts if counts[f] >= need}


def explain_story(members: Sequence[Profile], common: Features) -> Why:
    """Why these articles are one story; ``common`` are the features that they share."""
    names, words = names_of(common, 6), words_of(common, 8)
    dates = event_days(members)
    if len(members) == 1:
        return Why(names, words, dates, "The only article on this event.")
    text = f"{len(members)} articles share {listed([*names[:3], *words[:4]]) or 'their wording'}"
    if dates:
        text += f"; of {spoken_day(dates[0])}"
        text += f" to {spoken_day(dates[-1])}" if len(dates) > 1 else ""
    return Why(names, words, dates, text + ".")


def event_days(members: Sequence[Profile]) -> tuple[str, ...]:
    """When the event was: the days that most articles tell of near their publication, or were published on.

    A date of publication that is only known to the month or year counts where no article has a better one.
    """
    votes = Counter(day for p in members if (day := _event_day(p)) is not None)
    exact = {day: count for day, count in votes.items() if len(day) == 10} or votes
    most = max(exact.values(), default=0)
    return tuple(sorted(day for day, count in exact.items() if count * 2 >= most))


def _event_day(profile: Profile) -> str | None:
    if profile.published is None:
        return profile.days[0] if profile.days else None
    low, high = bounds(profile.published)
    near = (day for day in profile.days if low - EVENT_DAYS <= bounds(day)[0] <= high + EVENT_DAYS)
    return next(near, profile.published)


def kept_apart(here: tuple[Sequence[Profile], Features], there: tuple[Sequence[Profile], Features]) -> str:
    """What speaks against two similar stories being one, as the reader of the first would put it."""
    mine, theirs = event_days(here[0]), event_days(there[0])
    if mine and theirs and (mine[-1] < theirs[0] or theirs[-1] < mine[0]):
        return f"kept apart: that story is of {spoken_day(theirs[0])}, this one of {spoken_day(mine[0])}"
    ours, others = _weekdays(here[0]), _weekdays(there[0])
    if ours and others and not set(ours) & set(others):
        days = f"that event was on a {listed(others)}, this one on a {listed(ours)}"
    else:
        days = ""
    telling = [_only(there[1], here[1]), _only(here[1], there[1])]
    words = f"that story tells of {telling[0]}, this one of {telling[1]}" if all(telling) else ""
    return "kept apart: " + ("; ".join(part for part in (days, words) if part) or "they share too little")


def _weekdays(members: Sequence[Profile]) -> tuple[str, ...]:
    """The weekdays that most leads of a story name."""
    counts: dict[str, int] = {}
    for profile in members:
        for day in profile.weekdays:
            counts[day] = counts.get(day, 0) + 1
    return tuple(sorted(d.capitalize() for d, count in counts.items() if count * 2 > len(members)))


def _only(some: Features, others: Features) -> str:
    own = {feature: weight for feature, weight in some.items() if feature not in others}
    names = names_of(own, 2)
    return listed([*names, *words_of(own, 4 - len(names))])
