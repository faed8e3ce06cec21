"""``digest status``: how the daily run stands, for people and monitors."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import typer

from digest.cli.common import AsJson, ConfigPath, Exit, StorePath, print_json, settings

if TYPE_CHECKING:
    from digest.config import Config
    from digest.schedule.standing import ProfileStanding, Standing


def status(config_path: ConfigPath = None, store: StorePath = None, as_json: AsJson = False) -> None:
    """Say what was made last, what is due next, what waits and what went wrong.

    Exit code 0: all is well, also where the last edition was made late; 1: an edition is overdue, or
    something failed and was not mended; 2: there is no profile.

    Example: digest status
    """
    from digest.config import NO_PROFILE
    from digest.errors import UsageError
    from digest.schedule.standing import standing
    from digest.schedule.worker import store_of
    from digest.store import holder, open_store

    config = settings(config_path, store=store)
    if not config.profiles:  # a monitor in the wrong folder must not be told that all is well
        raise UsageError(NO_PROFILE)
    path = store_of(config)
    with open_store(path) as kept:
        found = standing(config, kept, holder=holder(path), now=datetime.now(UTC))
    if as_json:
        print_json({"well": found.well, **asdict(found)})
    else:
        for line in _lines(found, config):
            typer.echo(line)
    raise typer.Exit(Exit.DONE if found.well else Exit.FAILED)


def _lines(found: Standing, config: Config) -> list[str]:
    lines = [line for profile in found.profiles for line in _profile(profile, config)]
    lines.append(f"sources: {found.new_files} new or changed files, {found.unread} that could not be read")
    lines += [f"  BAD  {problem}" for problem in found.problems]
    lines.append("outbox: " + ", ".join(f"{count} {state}" for state, count in found.outbox.items()))
    lines += [f"BAD  {one.name}, since {one.since}: {one.reason}" for one in found.incidents]
    lines += [f"note  {one.name}, since {one.since}: {one.reason}" for one in found.late]
    lines.append(f"at work: {found.holder}" if found.holder else "at work: no process")
    lines.append("all is well" if found.well else "not all is well")
    return lines


def _profile(profile: ProfileStanding, config: Config) -> list[str]:
    lines = [f"{profile.name}:"]
    if profile.last is None:
        lines.append("  last  none yet")
    else:
        key, made = profile.last.key, profile.last.made
        late = ", late" if profile.last.late else ""
        lines.append(
            f"  last  {key.date} {key.slot}, made {made}{late}: {len(profile.last.new)} new articles"
        )
    if profile.next is not None:
        here = datetime.fromisoformat(profile.next).astimezone(config.profiles[profile.name].timezone)
        lines.append(f"  next  {here:%Y-%m-%d %H:%M %Z} ({profile.next})")
    else:
        lines.append("  next  when new articles come")
    lines.append(f"  {profile.waiting} articles came since")
    if profile.overdue is not None:
        lines.append(f"  BAD  overdue since {profile.overdue}")
    if profile.failed is not None:
        lines.append(f"  BAD  the last attempt failed: {profile.failed}")
    return lines
