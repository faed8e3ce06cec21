"""``digest run``: watch the sources and make each briefing at its time."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from digest.cli.common import ConfigPath, Exit, PipelineName, StorePath, code, settings


def run(
    once: Annotated[
        bool, typer.Option("--once", help="Do what is due now, then end: for cron and CI.")
    ] = False,
    log_format: Annotated[
        Literal["text", "json"], typer.Option("--log-format", help="One line an event, on standard error.")
    ] = "text",
    config_path: ConfigPath = None,
    pipeline: PipelineName = None,
    store: StorePath = None,
) -> None:
    """Watch the sources and make the briefing of each profile at its time, until it is stopped.

    It stays in the foreground and ends within ten seconds of SIGTERM or Ctrl-C. With --once, exit code 0
    means that all went well, 1 that something failed, that mail was refused or that the mail account does
    not work, 3 that some sources could not be read.

    Example: digest run --once
    """
    from digest.schedule import daily
    from digest.schedule.log import start_log

    config = settings(config_path, pipeline=pipeline, store=store)
    start_log(log_format)
    if not once:
        daily.run(config, command="digest run")
        return
    done = daily.run_once(config, command="digest run --once")
    exit_code = code(failed=bool(done.failed), not_read=bool(done.unread))
    if exit_code is not Exit.DONE:
        raise typer.Exit(exit_code)
