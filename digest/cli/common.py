"""What the commands share: exit codes, the arguments that several take, the configuration."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from digest.errors import UsageError

if TYPE_CHECKING:
    from digest.config import Config
    from digest.model import NotRead
    from digest.store import Store


class Exit(IntEnum):
    """What the exit code says."""

    DONE = 0
    FAILED = 1
    WRONG_USE = 2
    SOME_NOT_READ = 3


Paths = Annotated[
    list[str] | None,
    typer.Argument(metavar="PATH", help="Files or folders; - reads standard input. Default: seeds/"),
]
ConfigPath = Annotated[
    Path | None,
    typer.Option("--config", metavar="FILE", help="Settings. Default: digest.toml, if it is there."),
]
PipelineName = Annotated[
    str | None,
    typer.Option(
        "--pipeline", metavar="NAME", help="Language pipeline: auto, embedded, or an installed one."
    ),
]
StorePath = Annotated[
    str | None,
    typer.Option(
        "--store", metavar="STORE", help="File that keeps stories and corrections, or a PostgreSQL address."
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, for a script.")]


def settings(path: Path | None, **arguments: object) -> Config:
    """The configuration from file, environment and those arguments that were given."""
    from digest.config import load_config

    given = {name: value for name, value in arguments.items() if value is not None}
    return load_config(path, environment=os.environ).model_copy(update=given)


@contextmanager
def configured_store(path: Path | None, store: str | None, *, needed_by: str) -> Iterator[Store]:
    """The store that the settings or ``--store`` name, open. Raises UsageError where none is named."""
    from digest.store import open_store

    config = settings(path, store=store)
    if config.store is None:
        raise UsageError(f"{needed_by} a store: name its file with --store, or set store in digest.toml")
    with open_store(config.store) as kept:
        yield kept


def sources(paths: Sequence[str] | None, config: Config) -> list[str]:
    """The paths to read. Raises UsageError for one that does not exist."""
    chosen = list(paths or [str(config.seeds)])
    for path in chosen:
        if path != "-" and not os.path.lexists(path):
            raise UsageError(f"{path}: no such file or folder")
    return chosen


def print_json(value: object) -> None:
    """One JSON value on a line of standard output, in UTF-8 whatever the terminal speaks."""
    sys.stdout.buffer.write(json.dumps(value, ensure_ascii=False).encode() + b"\n")


def tell_not_read(not_read: Sequence[NotRead]) -> None:
    """Name on standard error each source that could not be read, and why."""
    for item in not_read:
        print(f"digest: not read: {item.path}: {item.reason}", file=sys.stderr)


def code(*, failed: bool = False, not_read: bool = False) -> Exit:
    """The exit code of a run that ended."""
    if failed:
        return Exit.FAILED
    return Exit.SOME_NOT_READ if not_read else Exit.DONE


def rows(table: Mapping[str, object]) -> str:
    """Names and values in two columns."""
    width = max(map(len, table), default=0)
    return "\n".join(f"  {name:<{width}}  {value}" for name, value in table.items())
