"""What is to be made now: decided from slots, what the store knows and a given moment. Pure.

The key of an edition decides, never the clock: a key that was completed is not made again, whatever the
clock does. What is recorded of a moment that has not come yet was recorded by a clock that was wrong: it
holds no later edition back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from digest.config import Profile
from digest.records import Edition, EditionKey
from digest.slots import Slot, between, parse, upcoming

LATE = timedelta(minutes=15)  # an edition that is begun later than that after its time is late
REACH = timedelta(days=62)  # how far back missed times are looked for
PASSED = 100  # most missed times that are recorded at once
NEW = "new-"  # begins the slot of an edition made for new articles


@dataclass(frozen=True, slots=True)
class Past:
    """What the store knows of a profile."""

    editions: Sequence[Edition]  # the latest ones, whatever became of them
    first: datetime | None = None  # coming of the first article since the last edition; None: none came
    newest: datetime | None = None  # coming of the last one


@dataclass(frozen=True, slots=True)
class Due:
    """An edition that is due."""

    key: EditionKey
    at: datetime | None  # when; None: as soon as new articles had come
    late: bool


@dataclass(frozen=True, slots=True)
class Missed:
    """An edition that is not made any more."""

    key: EditionKey
    at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Decision:
    """What to do for a profile now."""

    make: Due | None
    passed: tuple[Missed, ...]
    again: datetime | None  # when there will be something to decide; None: when something comes


def decide(name: str, profile: Profile, past: Past, *, now: datetime) -> Decision:
    """What to make now, what is passed over, and when to decide again."""
    missed = _missed(name, profile, past, now)
    following = next_slot(profile, after=now)
    passed: list[Missed] = []
    make: Due | None = None
    if missed:
        *older, newest = missed
        make = _if_useful(name, profile, newest, past, now)
        if make is None:
            reason = "never made after its time" if profile.late == "never" else "missed for too long"
            passed = [
                Missed(_key(name, slot), slot.at, f"{reason}: the next one covers it") for slot in missed
            ]
        else:
            covered = f"missed: the edition {newest.date} {newest.name} covers it"
            passed = [Missed(_key(name, slot), slot.at, covered) for slot in older]
    if make is None and not missed:
        make = _first(name, profile, past, now)
    ready = _ready(profile, past, now)
    if make is None and ready is not None and ready <= now:
        make = Due(_new_key(name, profile, past, now), None, late=False)
    waits = [moment for moment in (following.at if following else None, ready) if moment and moment > now]
    return Decision(make, tuple(passed[-PASSED:]), min(waits, default=None))


def next_slot(profile: Profile, *, after: datetime) -> Slot | None:
    """The next time of the schedule; None where there is none."""
    found = upcoming([parse(text) for text in profile.schedule], profile.timezone, after=after, count=1)
    return found[0] if found else None


def _missed(name: str, profile: Profile, past: Past, now: datetime) -> list[Slot]:
    """The slots that came since the last one that was dealt with."""
    dealt = [edition for edition in past.editions if _is_dealt_with(edition, now)]
    dues = [moment(edition.due) for edition in dealt if edition.due]
    dues = [due for due in dues if due <= now]
    failed = [moment(e.due) for e in past.editions if e.state == "failed" and e.due]
    if not dues and not failed:
        return []
    after = max(dues) if dues else min(failed) - timedelta(seconds=1)
    rules = [parse(text) for text in profile.schedule]
    keys = {edition.key for edition in dealt}
    found = between(rules, profile.timezone, after=max(after, now - REACH), upto=now)
    return [slot for slot in found if _key(name, slot) not in keys]


def _is_dealt_with(edition: Edition, now: datetime) -> bool:
    if edition.state == "completed":
        return True
    return edition.state == "passed over" and moment(edition.made) <= now


def _if_useful(name: str, profile: Profile, slot: Slot, past: Past, now: datetime) -> Due | None:
    behind = now - slot.at
    if profile.late == "never":
        useful = behind <= LATE
    else:  # until next: the last slot that came is of use until another one comes
        useful = profile.late == "until next" or behind <= max(profile.late, LATE)
    return Due(_key(name, slot), slot.at, late=behind > LATE) if useful else None


def _first(name: str, profile: Profile, past: Past, now: datetime) -> Due | None:
    """The first edition of a profile: at once if its time was earlier today and something came."""
    if past.editions:
        return None
    rules = [parse(text) for text in profile.schedule]
    today = now.astimezone(profile.timezone).date().isoformat()
    found = between(rules, profile.timezone, after=now - timedelta(days=2), upto=now)
    slots = [slot for slot in found if slot.date == today]
    if not slots or (past.newest is None and now - slots[-1].at > LATE):
        return None
    due = _if_useful(name, profile, slots[-1], past, now)
    return Due(due.key, due.at, late=False) if due else None


def _ready(profile: Profile, past: Past, now: datetime) -> datetime | None:
    """When an edition for new articles is due; None: nothing came, or the profile makes none."""
    if profile.after is None or past.first is None or past.newest is None:
        return None
    if past.newest > now:  # the clock was set back: how long it was quiet cannot be told
        ready = now
    else:  # a folder that is never quiet does not hold it back for ever
        ready = min(past.newest + profile.quiet, past.first + max(profile.quiet, profile.gap))
    made = [moment(e.made) for e in past.editions if e.state == "completed" and e.key.slot.startswith(NEW)]
    return max([ready, *(before + profile.gap for before in made if before <= now)])


def _new_key(name: str, profile: Profile, past: Past, now: datetime) -> EditionKey:
    today = now.astimezone(profile.timezone).date().isoformat()
    numbers = [
        int(edition.key.slot.removeprefix(NEW))
        for edition in past.editions
        if edition.state == "completed" and edition.key.date == today and edition.key.slot.startswith(NEW)
    ]
    return EditionKey(name, today, f"{NEW}{max(numbers, default=0) + 1}")


def _key(name: str, slot: Slot) -> EditionKey:
    return EditionKey(name, slot.date, slot.name)


def moment(instant: str) -> datetime:
    """An instant of the records."""
    return datetime.fromisoformat(instant)
