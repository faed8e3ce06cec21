"""``digest schedule``: when the next editions are due."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

import typer

from digest.cli.common import AsJson, ConfigPath, print_json, settings


def schedule(
    count: Annotated[int, typer.Option("--count", min=1, max=1000, help="How many of each profile.")] = 10,
    config_path: ConfigPath = None,
    as_json: AsJson = False,
) -> None:
    """Print the next runs of each profile, in its own time zone and in UTC.

    Example: digest schedule
    """
    from digest.config import NO_PROFILE
    from digest.errors import UsageError
    from digest.slots import parse, upcoming

    config = settings(config_path)
    if not config.profiles:
        raise UsageError(NO_PROFILE)
    now = datetime.now(UTC)
    for name, profile in config.profiles.items():
        rules = [parse(text) for text in profile.schedule]
        slots = upcoming(rules, profile.timezone, after=now, count=count)
        if as_json:
            for slot in slots:
                local = slot.at.astimezone(profile.timezone).isoformat()
                key = {"profile": name, "date": slot.date, "slot": slot.name}
                print_json(key | {"local": local, "utc": slot.at.isoformat()})
            continue
        typer.echo(f"{name} ({profile.timezone})")
        for slot in slots:
            here = slot.at.astimezone(profile.timezone)
            line = f"  {here:%a %Y-%m-%d %H:%M %Z}   {slot.at:%Y-%m-%d %H:%M} UTC"
            moved = (slot.date, slot.name) != (f"{here:%Y-%m-%d}", f"{here:%H:%M}")
            typer.echo(line + (f"   for {slot.date} {slot.name}, which the clock skips" if moved else ""))
        if profile.after is not None:
            typer.echo("  and after new articles")
        elif not slots:
            typer.echo("  never")
