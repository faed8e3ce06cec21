"""``digest verify``: prove a briefing against its sources."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from digest.cli.common import AsJson, ConfigPath, Exit, PipelineName, print_json, settings
from digest.errors import BriefingError, UsageError


def verify(
    briefing: Annotated[Path, typer.Argument(metavar="BRIEFING.json", help="The briefing to prove.")],
    sources: Annotated[
        list[Path] | None,
        typer.Option(
            "--sources",
            metavar="PATH",
            help="Where the sources are; may be repeated. Default: as the briefing says.",
        ),
    ] = None,
    config_path: ConfigPath = None,
    pipeline: PipelineName = None,
    as_json: AsJson = False,
) -> None:
    """Read the sources again and prove every statement, quote, speaker, figure and date of a briefing.

    Example: digest verify output/2026-03-13/briefing.json --sources seeds/
    """
    from digest import pipeline as stages

    config = settings(config_path, pipeline=pipeline)
    try:
        data = briefing.read_bytes()
    except OSError as error:
        raise UsageError(f"{briefing}: cannot be read ({error.strerror})") from error
    missing = [path for path in sources or () if not path.exists()]
    if missing:
        raise UsageError(f"{missing[0]}: no such file or folder")
    try:
        faults = stages.prove(data, [str(path) for path in sources or ()], pipeline=config.pipeline)
    except BriefingError as error:
        raise BriefingError(f"{briefing}: no briefing, or an altered one: {error}") from error
    if as_json:
        print_json({"holds": not faults, "faults": [{"where": f.where, "what": f.what} for f in faults]})
    else:
        for fault in faults:
            typer.echo(f"{fault.where}: {fault.what}")
        typer.echo(
            f"{briefing}: {len(faults)} things do not hold" if faults else f"{briefing}: all of it holds"
        )
    raise typer.Exit(Exit.FAILED if faults else Exit.DONE)
