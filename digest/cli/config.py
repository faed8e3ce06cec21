"""``digest config check``: what the settings mean, and what in them may be a mistake."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import typer

from digest.cli.common import AsJson, ConfigPath, print_json, settings

if TYPE_CHECKING:
    from digest.config import Config

app = typer.Typer(help="Look at the settings.", no_args_is_help=True)


@app.callback()
def config() -> None:
    """Look at the settings."""


@app.command()
def check(config_path: ConfigPath = None, as_json: AsJson = False) -> None:
    """Check the settings and say in words what each profile will do.

    A setting that is wrong ends with exit code 2; what may be a mistake is a warning.

    Example: digest config check
    """
    from digest.config.explain import explain, warnings

    config = settings(config_path)
    told = [
        {
            "profile": name,
            "does": [*explain(name, config), *_mailed(name, config), *_next(name, config)],
            "warnings": [*warnings(name, config), *_missing(name, config)],
        }
        for name in config.profiles
    ]
    if as_json:
        print_json(told)
        return
    for item in told:
        typer.echo(f"{item['profile']}:")
        for line in item["does"]:
            typer.echo(f"  {line}")
        for line in item["warnings"]:
            typer.echo(f"  warning: {line}")
    if not told:
        typer.echo("warning: no profile is set: digest run has nothing to make (see digest init)")


def _mailed(name: str, config: Config) -> Iterator[str]:
    from digest.config.recipients import readers
    from digest.errors import ConfigError

    mail = config.profiles[name].mail
    if mail is not None and mail.recipients_file is not None:
        with suppress(ConfigError):  # a file that cannot be read is among the warnings
            count = len(readers(mail))
            yield f"that makes {count} reader{'' if count == 1 else 's'} in all"


def _next(name: str, config: Config) -> Iterator[str]:
    from digest.schedule.plan import next_slot

    profile = config.profiles[name]
    slot = next_slot(profile, after=datetime.now(UTC))
    if slot is not None:
        here = slot.at.astimezone(profile.timezone)
        yield f"the next one is due on {here:%a %d %b %Y, %H:%M} ({slot.at:%H:%M} UTC)"


def _missing(name: str, config: Config) -> Iterator[str]:
    from digest.config.recipients import readers
    from digest.deliver.folder import check_folder
    from digest.errors import ConfigError, DeliveryError

    profile = config.profiles[name]
    for source in profile.sources or (config.seeds,):
        if not source.exists():
            yield f"source {source}: there is no such file or folder"
    try:
        check_folder(config.folder_of(name))
    except DeliveryError as error:
        yield f"output {error}"
    if profile.mail is not None:
        try:
            readers(profile.mail)
        except ConfigError as error:
            yield str(error)
