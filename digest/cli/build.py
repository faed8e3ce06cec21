"""``digest build``: make a briefing."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

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
from digest.errors import HeldError, RenderError, UsageError

if TYPE_CHECKING:
    from digest.cli.progress import ShownProgress
    from digest.config import Config
    from digest.model import Briefing

DEFAULT = ("html", "pdf", "json", "md")


def build(
    paths: Paths = None,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="DIR", help="Folder to write to. Default: output/DATE/")
    ] = None,
    date: Annotated[
        str | None, typer.Option("--date", metavar="YYYY-MM-DD", help="Date of the edition. Default: today.")
    ] = None,
    formats: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="LIST",
            help="Any of html, pdf, json, md, csv, with commas. Default: html,pdf,json,md, or the profile's.",
        ),
    ] = None,
    profile: Annotated[
        str | None,
        typer.Option(
            "--profile",
            metavar="NAME",
            help="Say what is new since this profile's last edition. Needs a store.",
        ),
    ] = None,
    since: Annotated[
        Literal["last"] | None,
        typer.Option("--since", help="The same for the one profile that there is, without naming it."),
    ] = None,
    config_path: ConfigPath = None,
    pipeline: PipelineName = None,
    store: StorePath = None,
    as_json: AsJson = False,
) -> None:
    """Make a briefing from articles.

    With --profile, its sources, title and settings hold, and the briefing says what is new since its last
    edition. The next edition still covers all of it: a briefing made so is none of the profile's editions.

    Example: digest build seeds/ --date 2026-03-13 --format html,pdf
    """
    from digest import pipeline as stages
    from digest.cli.progress import ShownProgress
    from digest.deliver.folder import check_folder, write_edition
    from digest.editions import folder_of
    from digest.records import EditionKey
    from digest.render import RENDERERS, render

    config = settings(config_path, pipeline=pipeline, store=store)
    if since and profile is None:
        profile = _only_profile(config)
    wanted = _formats(formats, config.profiles[profile].formats if profile in config.profiles else DEFAULT)
    unknown = [name for name in wanted if name not in RENDERERS]
    if unknown or not wanted:
        raise UsageError(f"--format: {', '.join(unknown) or 'nothing'} is not one of {', '.join(RENDERERS)}")
    day = _day(date)
    progress = ShownProgress(quiet=as_json)
    folder = out or (
        config.output / day if profile is None else folder_of(config, EditionKey(profile, day, "now"))
    )
    check_folder(folder)  # now, and not after minutes of reading
    if profile is None:
        briefing = stages.build(sources(paths, config), date=day, config=config, progress=progress)
    else:
        briefing = _since_last(paths, profile, day, config, progress)
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


def _since_last(
    paths: list[str] | None, profile: str, day: str, config: Config, progress: ShownProgress
) -> Briefing:
    """What the profile's next edition would say now; new files are taken in, unless another process does."""
    from digest.editions import preview, profile_of, sources_of, take_in
    from digest.store import hold, open_store
    from digest.watch import Watch

    if paths:
        raise UsageError("name a profile or paths, not both: a profile has its sources in digest.toml")
    if config.store is None:
        raise UsageError("--profile needs a store: name its file with --store, or set store in digest.toml")
    where = sources_of(config, profile_of(config, profile))
    now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    with open_store(config.store) as store:
        try:
            with hold(config.store, command="digest build", at=now):
                watch = Watch(where, settle=0)
                tell_not_read(watch.look(store.files(where), at=0).problems)
                look = watch.look(store.files(where), at=0)  # what stands there now is taken as it is
                take_in(store, look.files, look.gone, config=config, at=now, progress=progress)
        except HeldError as error:
            typer.echo(f"digest: what was taken in by now is used: {error}", err=True)
        return preview(store, profile, date=day, now=now, config=config, progress=progress)


def _only_profile(config: Config) -> str:
    """The one profile that is configured. Raises UsageError where there is none, or a choice."""
    if len(config.profiles) != 1:
        known = ", ".join(sorted(config.profiles)) or "digest.toml has none"
        raise UsageError(f"--since last: say which profile with --profile ({known})")
    return next(iter(config.profiles))


def _formats(given: str | None, default: Sequence[str]) -> list[str]:
    if given is None:
        return list(default)
    return [name.strip().lower() for name in given.split(",") if name.strip()]


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
