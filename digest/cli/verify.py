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
    earlier: Annotated[
        list[Path] | None,
        typer.Option(
            "--earlier",
            metavar="BRIEFING.json",
            help="An edition before, against which to hold what is said of it; may be repeated.",
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
    data, *older = [_bytes(path) for path in (briefing, *(earlier or ()))]
    missing = [path for path in sources or () if not path.exists()]
    if missing:
        raise UsageError(f"{missing[0]}: no such file or folder")
    try:
        places = [str(path) for path in sources or ()]
        faults = stages.prove(data, places, pipeline=config.pipeline, earlier=older)
        beyond = stages.beyond_proof(data, earlier=older)
    except BriefingError as error:
        raise BriefingError(f"{briefing}: no briefing, or an altered one: {error}") from error
    if as_json:
        listed = [{"where": f.where, "what": f.what} for f in faults]
        print_json({"holds": not faults, "faults": listed, "beyond_proof": list(beyond)})
    else:
        for fault in faults:
            typer.echo(f"{fault.where}: {fault.what}")
        for what in beyond:
            typer.echo(f"no source can prove {what}")
        typer.echo(
            f"{briefing}: {len(faults)} things do not hold" if faults else f"{briefing}: all of it holds"
        )
    raise typer.Exit(Exit.FAILED if faults else Exit.DONE)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror})") from error
