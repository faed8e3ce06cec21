"""``digest init``: a folder that is ready to run."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from digest.errors import UsageError


def init(
    folder: Annotated[
        Path | None, typer.Argument(metavar="DIR", help="Where to begin. Default: the working directory.")
    ] = None,
) -> None:
    """Write a commented digest.toml and make the folder seeds/ for the articles; overwrites nothing.

    Example: digest init
    """
    from digest.config import FILE_NAME
    from digest.config.starter import starter
    from digest.config.texts import machine_zone

    folder = folder or Path()
    target = folder / FILE_NAME
    try:
        (folder / "seeds").mkdir(parents=True, exist_ok=True)
        with target.open("x", encoding="utf-8") as file:
            file.write(starter(machine_zone().key))
    except FileExistsError:
        raise UsageError(f"{target} is there already, and is left as it is") from None
    except OSError as error:
        raise UsageError(f"{target} cannot be written ({error.strerror})") from error
    typer.echo(f"{target} and {folder / 'seeds'}/ are there. Now:")
    typer.echo(f"  put articles into {folder / 'seeds'}/")
    typer.echo("  digest config check   says what the settings do")
    typer.echo("  digest run            makes the briefings, until you stop it")
