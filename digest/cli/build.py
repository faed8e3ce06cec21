"""``digest build``: make a briefing."""

from __future__ import annotations

import datetime
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from digest.cli.common import (
    AsJson,
    ConfigPath,
    Paths,
    PipelineName,
    StorePath,
    code,
    print_json,
    rows,
    settings,
    sources,
    tell_not_read,
)
from digest.errors import RenderError, UsageError

if TYPE_CHECKING:
    from digest.model import Briefing


def build(
    paths: Paths = None,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="DIR", help="Folder to write to. Default: output/DATE/")
    ] = None,
    date: Annotated[
        str | None, typer.Option("--date", metavar="YYYY-MM-DD", help="Date of the edition. Default: today.")
    ] = None,
    formats: Annotated[
        str, typer.Option("--format", metavar="LIST", help="Any of html, pdf, json, md, csv, with commas.")
    ] = "html,pdf,json,md",
    config_path: ConfigPath = None,
    pipeline: PipelineName = None,
    store: StorePath = None,
    as_json: AsJson = False,
) -> None:
    """Make a briefing from articles.

    Example: digest build seeds/ --date 2026-03-13 --format html,pdf
    """
    from digest import pipeline as stages
    from digest.cli.progress import ShownProgress
    from digest.deliver.folder import write_edition
    from digest.render import RENDERERS, render

    wanted = [name.strip().lower() for name in formats.split(",") if name.strip()]
    unknown = [name for name in wanted if name not in RENDERERS]
    if unknown or not wanted:
        raise UsageError(f"--format: {', '.join(unknown) or 'nothing'} is not one of {', '.join(RENDERERS)}")
    day = _day(date)
    config = settings(config_path, pipeline=pipeline, store=store)
    chosen = sources(paths, config)
    folder = out or config.output / day
    progress = ShownProgress(quiet=as_json)
    briefing = stages.build(chosen, date=day, config=config, progress=progress)
    files: list[str] = []
    failed: list[str] = []
    for name in wanted:
        with progress.stage(f"write {name}"):
            try:
                edition = render(briefing, name, templates=config.templates)
                files.append(str(write_edition(folder, f"briefing.{name}", edition)))
            except RenderError as error:  # the other formats are still delivered
                failed.append(f"{name}: {error}")
    tell_not_read(briefing.not_read)
    counts = _counts(briefing)
    if as_json:
        print_json(
            {"date": day, "counts": counts, "files": files, "failed": failed, "seconds": progress.seconds}
        )
    else:
        seconds = {name: f"{value:.1f} s" for name, value in progress.seconds.items()}
        typer.echo("\n" + rows(counts) + "\n\n" + rows(seconds) + "\n")
        for path in files:
            typer.echo(f"  {path}")
        for line in failed:
            typer.echo(f"digest: not made: {line}", err=True)
    raise typer.Exit(code(failed=bool(failed), not_read=bool(briefing.not_read)))


def _day(date: str | None) -> str:
    """The date of the edition, checked."""
    if date is None:
        return datetime.date.today().isoformat()
    try:
        return datetime.datetime.strptime(date, "%Y-%m-%d").date().isoformat()
    except ValueError:
        raise UsageError(f"--date: {date!r} is not a date as YYYY-MM-DD") from None


def _counts(briefing: Briefing) -> dict[str, int | str]:
    """What the run read, found and printed."""
    stories = [story for topic in briefing.topics for story in topic.stories]
    reasons: Counter[str] = Counter()
    for item in briefing.set_aside:
        reasons[item.reason] += item.lines
    why = ", ".join(f"{reason} {lines}" for reason, lines in reasons.most_common())
    return {
        "articles read": len(briefing.references),
        "not read": len(briefing.not_read),
        "lines set aside": f"{reasons.total()} ({why})" if why else 0,
        "topics": len(briefing.topics),
        "stories": len(stories),
        "quotes printed": sum(len(story.quotes) for story in stories),
        "figures printed": sum(len(story.figures) for story in stories),
    }
