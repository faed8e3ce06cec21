"""Each local day has exactly one edition for each time of its schedule, whatever is done to the clock."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.slots import Slot, between, instant, parse

ZONES = (  # those after the third change, or changed within the six years, at midnight
    "Europe/Oslo",
    "America/New_York",
    "Australia/Lord_Howe",
    "America/Santiago",
    "Asia/Beirut",
    "Africa/Cairo",
    "America/Havana",
    "America/Asuncion",
    "Atlantic/Azores",
)
TIMES = (
    *(f"{hour:02}:{minute:02}" for hour in range(3) for minute in (0, 15, 30)),
    "03:00",
    "06:30",
    "23:30",
)
FIRST, LAST = date(2022, 1, 1), date(2027, 12, 31)
DAYS = [(FIRST + timedelta(days=n)).isoformat() for n in range((LAST - FIRST).days + 1)]
BEGIN, END = datetime(2021, 12, 29, tzinfo=UTC), datetime(2028, 1, 3, tzinfo=UTC)


def of_six_years(text: str, zone: str) -> list[Slot]:
    found = between([parse(text)], ZoneInfo(zone), after=BEGIN, upto=END)
    return [slot for slot in found if DAYS[0] <= slot.date <= DAYS[-1]]


@pytest.mark.parametrize("zone", ZONES)
def test_each_local_day_has_one_slot_for_each_of_twelve_times_over_six_years(zone: str) -> None:
    for text in TIMES:
        slots = of_six_years(f"daily at {text}", zone)
        assert [slot.date for slot in slots] == DAYS
        assert {slot.name for slot in slots} == {text}
        for slot in slots:
            _check_moment(slot, ZoneInfo(zone))


def _check_moment(slot: Slot, zone: ZoneInfo) -> None:
    """The moment is the first at which the clock shows the time or has passed it."""
    due = datetime.combine(date.fromisoformat(slot.date), time.fromisoformat(slot.name))
    assert slot.at.astimezone(zone).replace(tzinfo=None) >= due
    before = (slot.at - timedelta(seconds=1)).astimezone(zone).replace(tzinfo=None)
    assert before < due
    assert before.date() >= due.date() - timedelta(days=1)


def test_twelve_times_together_are_in_order_and_none_is_lost_or_doubled() -> None:
    for zone in ZONES:
        slots = of_six_years(f"daily at {', '.join(TIMES)}", zone)
        assert [slot.at for slot in slots] == sorted(slot.at for slot in slots)
        assert set(Counter((slot.date, slot.name) for slot in slots).values()) == {1}
        assert len(slots) == len(DAYS) * len(TIMES)


@pytest.mark.parametrize(
    ("zone", "wall", "expected"),
    [
        ("Europe/Oslo", "2026-03-29 02:30", "2026-03-29 01:00"),  # skipped: 02:00 is followed by 03:00
        ("Europe/Oslo", "2026-10-25 02:30", "2026-10-25 00:30"),  # twice: the first, in summer time
        ("America/Santiago", "2026-09-06 00:00", "2026-09-06 04:00"),  # midnight itself is skipped
        ("America/Santiago", "2026-04-04 23:30", "2026-04-05 02:30"),  # shown again after midnight
        ("Asia/Beirut", "2026-03-29 00:00", "2026-03-28 22:00"),
        ("Australia/Lord_Howe", "2026-10-04 02:15", "2026-10-03 15:30"),  # half an hour
        ("America/Nuuk", "2026-03-28 23:30", "2026-03-29 01:00"),  # the hour before midnight
    ],
)
def test_skipped_time_is_after_the_gap_and_a_repeated_one_is_the_first(
    zone: str, wall: str, expected: str
) -> None:
    assert f"{instant(datetime.fromisoformat(wall), ZoneInfo(zone)):%Y-%m-%d %H:%M}" == expected


def test_day_that_a_zone_never_had_has_no_slot() -> None:
    slots = between(
        [parse("daily at 06:30")],
        ZoneInfo("Pacific/Apia"),
        after=datetime(2011, 12, 28, tzinfo=UTC),
        upto=datetime(2011, 12, 31, 12, tzinfo=UTC),
    )
    assert [slot.date for slot in slots] == ["2011-12-28", "2011-12-29", "2011-12-31"]


@given(
    zone=st.sampled_from(ZONES),
    start=st.datetimes(datetime(2022, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC)),
    cuts=st.lists(st.timedeltas(timedelta(minutes=1), timedelta(days=3)), min_size=1, max_size=6),
)
def test_windows_that_follow_each_other_hold_what_one_long_window_holds(
    zone: str, start: datetime, cuts: list[timedelta]
) -> None:
    rules = [parse("*/20 * * * *")]
    whole = list(between(rules, ZoneInfo(zone), after=start, upto=start + sum(cuts, timedelta())))
    parts: list[Slot] = []
    for cut in cuts:
        parts += between(rules, ZoneInfo(zone), after=start, upto=start + cut)
        start += cut
    assert parts == whole
