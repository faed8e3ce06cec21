"""``digest prune``: forget what nobody needs any more."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from typing import Annotated

import typer

from digest.cli.common import AsJson, ConfigPath, StorePath, configured_store, print_json


def prune(
    older_than: Annotated[
        int, typer.Option("--older-than", metavar="DAYS", min=1, help="Days since the edition was made.")
    ],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be removed.")] = False,
    config_path: ConfigPath = None,
    store: StorePath = None,
    as_json: AsJson = False,
) -> None:
    """Remove from the store the rendered files and delivered messages of old editions.

    Editions themselves stay, as frozen JSON, and so do articles, stories and what was found: later editions
    compare with them. The output folder is not touched. It works while `digest run` runs, and may be broken
    off at any moment.

    Example: digest prune --older-than 90 --dry-run
    """
    from digest.store import Pruned

    before = (datetime.now(UTC) - timedelta(days=older_than)).isoformat(timespec="seconds")
    with configured_store(config_path, store, needed_by="prune removes from") as kept:
        if dry_run:
            done = kept.prunable(before)
        else:
            done = Pruned()
            while (step := kept.prune(before)).editions:
                done += step
    if as_json:
        print_json({"dry_run": dry_run, "before": before} | asdict(done))
        return
    said = "would be removed" if dry_run else "removed"
    typer.echo(
        f"{said}: {done.files} files ({done.bytes / 1e6:.1f} MB) and {done.messages} messages "
        f"of {done.editions} editions made before {before[:10]}"
    )
