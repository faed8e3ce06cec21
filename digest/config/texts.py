"""Texts of the settings that mean something: how long, when, where, under which name."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

import tzlocal
from pydantic import AfterValidator, BeforeValidator

from digest.slots import parse

_UNITS = {
    **dict.fromkeys(("s", "sec", "second", "seconds"), timedelta(seconds=1)),
    **dict.fromkeys(("min", "minute", "minutes"), timedelta(minutes=1)),
    **dict.fromkeys(("h", "hour", "hours"), timedelta(hours=1)),
    **dict.fromkeys(("d", "day", "days"), timedelta(days=1)),
}
_DURATION = re.compile(r"(\d{1,6})\s*([a-z]+)")
_NAME = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?")


def write_duration(value: timedelta) -> str:
    """A length of time as ``read_duration`` reads it, in the largest unit that it is a whole number of."""
    for unit, name in ((timedelta(days=1), "days"), (timedelta(hours=1), "h"), (timedelta(minutes=1), "min")):
        if value and not value % unit:
            return f"{value // unit} {name}"
    return f"{value // timedelta(seconds=1)} s"


def read_duration(value: object) -> timedelta:
    """A length of time. Raises ValueError for what is none."""
    if isinstance(value, timedelta):
        return value
    found = _DURATION.fullmatch(value.strip().lower()) if isinstance(value, str) else None
    if found is None or found[2] not in _UNITS:
        raise ValueError('a length of time is a number and a unit, as in "10 min", "2 h", "3 days"')
    return int(found[1]) * _UNITS[found[2]]


def _checked_schedule(text: str) -> str:
    parse(text)
    return text


def _checked_name(name: str) -> str:
    if not _NAME.fullmatch(name):
        raise ValueError(
            "the name of a profile is made of a to z, 0 to 9 and hyphens between them, 40 at most, "
            "since folders are named after it, as in [profiles.morning]"
        )
    return name


def machine_zone() -> ZoneInfo:
    """The time zone of this machine; UTC where it has none that has a name."""
    try:
        zone = tzlocal.get_localzone()
        return ZoneInfo(str(zone))
    except (KeyError, ValueError, OSError):  # ZoneInfoNotFoundError is a KeyError
        return ZoneInfo("UTC")


def _read_late(value: object) -> object:
    if value in ("until next", "never"):
        return value
    try:
        return read_duration(value)
    except ValueError:
        raise ValueError('expected "until next", "never", or a length of time such as "3 h"') from None


Duration = Annotated[timedelta, BeforeValidator(read_duration)]
Schedule = Annotated[str, AfterValidator(_checked_schedule)]
ProfileName = Annotated[str, AfterValidator(_checked_name)]
Late = Annotated[timedelta | Literal["until next", "never"], BeforeValidator(_read_late)]
