"""What is made now: missed runs, clocks that jump, new articles. Pure cases, no store, no clock."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.config import Profile
from digest.records import Edition, EditionKey
from digest.schedule.plan import Decision, Past, decide
from digest.slots import between, parse


def at(text: str) -> datetime:
    """A moment of March 2026: "13 06:30"."""
    return datetime.fromisoformat(f"2026-03-{text}:00+00:00")


def profile(**settings: object) -> Profile:
    return Profile.model_validate({"schedule": "daily at 06:30", "timezone": "UTC"} | settings)


def edition(key: str, *, made: str | None = None, state: str = "completed") -> Edition:
    day, slot = key.split()
    due = None if slot.startswith("new") else at(key).isoformat()
    return Edition(
        EditionKey("morning", f"2026-03-{day}", slot),
        state,  # type: ignore[arg-type]
        due=due,
        made=(at(made) if made else at(key)).isoformat(),
        upto=0,
    )


def decided(past: Past, now: str, **settings: object) -> Decision:
    return decide("morning", profile(**settings), past, now=at(now))


def made(decision: Decision) -> str | None:
    due = decision.make
    return f"{due.key.date[-2:]} {due.key.slot}{' late' if due.late else ''}" if due else None


def passed(decision: Decision) -> list[str]:
    return [f"{missed.key.date[-2:]} {missed.key.slot}" for missed in decision.passed]


def test_on_time_then_nothing_until_the_next() -> None:
    before = decided(Past([edition("12 06:30")]), "13 06:29")
    assert (made(before), before.again) == (None, at("13 06:30"))
    assert made(decided(Past([edition("12 06:30")]), "13 06:30")) == "13 06:30"
    after = decided(Past([edition("13 06:30"), edition("12 06:30")]), "13 06:31")
    assert (made(after), after.again) == (None, at("14 06:30"))


def test_missed_edition_is_made_at_once_and_marked_late() -> None:
    decision = decided(Past([edition("12 06:30")]), "13 14:00")
    assert (made(decision), passed(decision)) == ("13 06:30 late", [])


def test_after_three_days_one_edition_covers_all_and_the_older_are_passed_over() -> None:
    decision = decided(Past([edition("10 06:30")]), "13 14:00")
    assert (made(decision), passed(decision)) == ("13 06:30 late", ["11 06:30", "12 06:30"])
    assert decision.passed[0].reason == "missed: the edition 2026-03-13 06:30 covers it"


@pytest.mark.parametrize(
    ("late", "now", "expected"),
    [
        ("never", "13 06:40", "13 06:30"),  # the profile before it took ten minutes
        ("never", "13 07:00", None),
        ("3 h", "13 09:30", "13 06:30 late"),
        ("3 h", "13 09:31", None),
        ("until next", "14 06:29", "13 06:30 late"),
    ],
)
def test_how_long_a_missed_edition_is_of_use_is_a_setting(late: str, now: str, expected: str | None) -> None:
    decision = decided(Past([edition("12 06:30")]), now, late=late)
    assert made(decision) == expected
    assert passed(decision) == ([] if expected else ["13 06:30"])


def test_clock_set_back_makes_nothing_again() -> None:
    past = Past([edition("13 06:30"), edition("12 06:30"), edition("11 06:30")])
    for now in ("13 05:00", "12 06:30", "12 18:00", "11 06:29", "13 06:30"):
        assert made(decided(past, now)) is None
        assert not decided(past, now).passed


def test_clock_set_forward_and_back_loses_no_later_morning() -> None:
    ahead = decided(Past([edition("10 06:30")]), "17 09:00")  # the clock is wrong by a week
    assert made(ahead) == "17 06:30 late"
    wrong = [edition("17 06:30", made="17 09:00")]
    wrong += [
        edition(f"{day} 06:30", made="17 09:00", state="passed over") for day in (16, 15, 14, 13, 12, 11)
    ]
    past = Past([*wrong, edition("10 06:30")])
    assert made(decided(past, "10 09:05")) is None
    assert made(decided(past, "11 06:30")) == "11 06:30"


def test_failed_edition_is_due_until_the_next_and_then_passed_over() -> None:
    failed = edition("13 06:30", made="13 06:35", state="failed")
    assert made(decided(Past([failed, edition("12 06:30")]), "13 06:36")) == "13 06:30"
    assert made(decided(Past([failed]), "13 06:36")) == "13 06:30"  # the first of its profile
    decision = decided(Past([failed, edition("12 06:30")]), "14 06:30")
    assert (made(decision), passed(decision)) == ("14 06:30", ["13 06:30"])


def test_first_edition_is_made_at_once_where_its_time_was_earlier_today_and_something_came() -> None:
    came = Past([], first=at("13 10:00"), newest=at("13 10:00"))
    assert made(decided(came, "13 10:01")) == "13 06:30"
    assert made(decided(Past([]), "13 10:01")) is None
    assert made(decided(came, "13 05:00")) is None
    assert made(decided(Past([]), "13 06:30")) == "13 06:30"  # its time: it says that nothing came


def test_two_times_in_the_skipped_hour_are_one_edition() -> None:
    config = {"schedule": "daily at 02:00, 02:30, 03:00", "timezone": "Europe/Oslo"}
    decision = decided(Past([edition("28 03:00")]), "29 01:00", **config)
    assert (made(decision), passed(decision)) == ("29 03:00", ["29 02:00", "29 02:30"])


def test_added_schedule_makes_no_edition_for_times_before_the_last_one() -> None:
    assert made(decided(Past([edition("13 06:30")]), "13 10:00", schedule="daily at 05:00")) is None


NEWS = {"schedule": (), "after": "new articles", "quiet": "10 min", "gap": "2 h"}


@pytest.mark.parametrize(
    ("first", "newest", "editions", "now", "expected"),
    [
        ("13 08:00", "13 08:05", [], "13 08:14", None),
        ("13 08:00", "13 08:05", [], "13 08:15", "13 new-1"),
        ("13 08:00", "13 09:59", [], "13 10:00", "13 new-1"),  # never quiet: after the gap all the same
        ("13 08:00", "13 08:05", ["13 new-1 07:00"], "13 08:59", None),
        ("13 08:00", "13 08:05", ["13 new-1 07:00"], "13 09:00", "13 new-2"),
        ("13 08:00", "13 08:05", ["12 new-7 05:00"], "13 08:15", "13 new-1"),
        ("13 08:00", "13 08:05", ["13 new-1 23:00"], "13 08:15", "13 new-2"),  # the clock was set back
        ("13 23:00", "13 23:05", [], "13 08:15", "13 new-1"),
    ],
)
def test_new_articles_after_a_quiet_time_and_a_gap(
    first: str, newest: str, editions: list[str], now: str, expected: str | None
) -> None:
    before = [
        edition(" ".join(text.split()[:2]), made=f"{text.split()[0]} {text.split()[2]}") for text in editions
    ]
    past = Past(before, first=at(first), newest=at(newest))
    decision = decided(past, now, **NEWS)
    assert made(decision) == expected
    if expected is None:
        assert decision.again is not None
        assert made(decided(past, f"{decision.again:%d %H:%M}", **NEWS)) is not None


@given(
    moves=st.lists(
        st.one_of(
            st.timedeltas(timedelta(minutes=1), timedelta(days=4)),
            st.timedeltas(timedelta(days=-4), timedelta(minutes=-1)),
        ),
        min_size=5,
        max_size=40,
    ),
    zone=st.sampled_from(["UTC", "America/Santiago", "Australia/Lord_Howe"]),
)
def test_whatever_the_clock_does_a_key_is_made_once_and_the_last_one_due_is_made(
    moves: list[timedelta], zone: str
) -> None:
    settings = profile(schedule="daily at 00:00, 12:30", timezone=zone)
    now = at("28 12:00")
    records: dict[EditionKey, Edition] = {}
    for move in moves:
        now += move
        came = Past(sorted(records.values(), key=lambda e: e.made, reverse=True), first=now, newest=now)
        decision = decide("morning", settings, came, now=now)
        for missed in decision.passed:
            if missed.key not in records or records[missed.key].state != "completed":
                records[missed.key] = Edition(
                    missed.key, "passed over", missed.at.isoformat(), now.isoformat(), upto=0
                )
        if decision.make is not None:
            assert records.get(decision.make.key) is None or records[decision.make.key].state != "completed"
            due = decision.make.at.isoformat() if decision.make.at else None
            records[decision.make.key] = Edition(decision.make.key, "completed", due, now.isoformat(), upto=0)
        rules = [parse(text) for text in settings.schedule]
        slots = list(between(rules, settings.timezone, after=now - timedelta(days=2), upto=now))
        last = EditionKey("morning", slots[-1].date, slots[-1].name)
        begun = records and min(e.due or e.made for e in records.values()) <= slots[-1].at.isoformat()
        if begun:
            assert records[last].state == "completed"
