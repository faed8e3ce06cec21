"""What a schedule says, and what is said of one that is wrong."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from digest.slots import oddities, parse, upcoming

MONDAY = datetime(2026, 3, 9, tzinfo=UTC)


def days(text: str, count: int = 5) -> list[str]:
    slots = upcoming([parse(text)], ZoneInfo("UTC"), after=MONDAY, count=count)
    return [f"{slot.at:%a %d %b %H:%M}" for slot in slots]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("daily at 06:30", ["Mon 09 Mar 06:30", "Tue 10 Mar 06:30"]),
        ("Daily at 17:00, 6:30", ["Mon 09 Mar 06:30", "Mon 09 Mar 17:00"]),
        ("daily at 06:30 and 17:00", ["Mon 09 Mar 06:30", "Mon 09 Mar 17:00"]),
        ("weekly on Monday at 08:00", ["Mon 09 Mar 08:00", "Mon 16 Mar 08:00"]),
        ("weekly on Tue and Friday at 08:00", ["Tue 10 Mar 08:00", "Fri 13 Mar 08:00"]),
        ("30 6 * * 0", ["Sun 15 Mar 06:30", "Sun 22 Mar 06:30"]),  # 0 is Sunday, as 7 is
        ("30 6 * * 7", ["Sun 15 Mar 06:30", "Sun 22 Mar 06:30"]),
        ("30 6 * * SUN", ["Sun 15 Mar 06:30", "Sun 22 Mar 06:30"]),
        ("0 6 13 * 2", ["Tue 10 Mar 06:00", "Fri 13 Mar 06:00"]),  # either of the two, as Unix has it
        ("0 0 31 * *", ["Tue 31 Mar 00:00", "Sun 31 May 00:00"]),
        ("*/30 5 * 4 *", ["Wed 01 Apr 05:00", "Wed 01 Apr 05:30"]),
        ("0 0 29 2 *", ["Tue 29 Feb 00:00"]),  # 2028
    ],
)
def test_days_and_times(text: str, expected: list[str]) -> None:
    assert days(text, len(expected)) == expected


def test_weekdays_leave_out_saturday_and_sunday() -> None:
    assert [day[:3] for day in days("weekdays at 07:00", 6)] == ["Mon", "Tue", "Wed", "Thu", "Fri", "Mon"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("every morning", "written like"),
        ("daily at 25:00", "25:00 is no time of day"),
        ("weekly on Moonday at 08:00", '"moonday" is no day of the week'),
        ("61 * * * *", "bad minute"),
        ("0 6 31 2 *", "bad day-of-month"),  # there is no such day
        ("0 0 6 * * 1", "written like"),  # six fields: seconds are no part of Unix cron
        ("* * *", "written like"),
        ("", "written like"),
    ],
)
def test_wrong_text_is_refused_with_an_example(text: str, says: str) -> None:
    with pytest.raises(ValueError, match=r'"(30 6 \* \* 1-5|weekly on Monday at 08:00)"') as caught:
        parse(text)
    assert says in str(caught.value)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("0 6 31 * *", ["no day 31"]),
        ("0 6 13 * 5", ["both meant"]),
        ("*/10 * * * *", ["144 editions on a day"]),
        ("30 6 * * 1-5", []),
        ("daily at 06:30", []),
    ],
)
def test_oddities_of_cron_lines_are_told(text: str, says: list[str]) -> None:
    found = oddities(parse(text))
    assert len(found) == len(says)
    assert all(part in told for part, told in zip(says, found, strict=True))
