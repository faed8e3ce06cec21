"""What a run costs with an archive of known articles: python -m benchmarks.daily.cost WORK [--known 50000].

Fills WORK with a store and a folder of known articles once, then times the same run (a look at the folder,
taking in 20 new articles, the edition in four formats) with none known and with all of them, each in a
process of its own.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import time
from datetime import date, timedelta
from pathlib import Path

from pydantic import TypeAdapter

from benchmarks.daily import invent
from digest.config import Config
from digest.editions import make_edition, take_in
from digest.editions.intake import made_with, place
from digest.ingest import read_file
from digest.language import load
from digest.model import Article, Reading
from digest.pipeline import read_closely
from digest.records import Edition, EditionKey, FileRead, FileState, Found
from digest.store import open_store
from digest.watch import Watch

LAST = date(2031, 4, 14)
NEW = 20
BATCH = 500


def settings(work: Path, store: Path) -> Config:
    """One profile over the folder of sources."""
    profile = {"sources": [str(work / "sources")], "timezone": "UTC", "output": str(work / "out")}
    return Config.model_validate(
        {"store": str(store), "pipeline": "embedded", "profiles": {"morning": profile}}
    )


def fill(work: Path, known: int, days: int) -> None:
    """A store and a folder that know so many articles, and an edition that has them all behind it."""
    sources = work / "sources"
    sources.mkdir(parents=True)
    config = settings(work, work / "digest.db")
    version = made_with("embedded")
    adapter = TypeAdapter(Reading)
    parsed = _parse_templates(work)
    with open_store(work / "digest.db") as store:
        files: list[FileRead] = []
        kept: list[tuple[Reading, str]] = []
        count = 0
        for story in invent.stories(known, days=days, last=LAST - timedelta(days=1)):
            for telling in range(story.tellings):
                number = (story.number * 8 + telling) % len(parsed)
                template = invent.templates()[number][0]
                reading = invent.again(parsed[number], template, story, telling, adapter)
                path = sources / f"{count % 100:02}" / f"{count:06}.md"
                path.parent.mkdir(exist_ok=True)
                path.write_text(reading.article.text)
                status = path.stat()
                article = reading.article
                shown = invent_path(article, path)
                state = FileState(str(path), status.st_size, status.st_mtime_ns, article.source_sha256)
                files.append(FileRead(state, (Found(shown, article.id),)))
                kept.append((reading, article.id))
                count += 1
                if len(files) == BATCH or count == known:
                    store.keep(kept, made_with=version)
                    store.record(files, at="2031-04-13T05:00:00+00:00")
                    files, kept = [], []
        began = time.perf_counter()
        place(store, pipeline=config.pipeline)
        print(f"stories of {known} articles: {time.perf_counter() - began:.0f} s", file=sys.stderr)
        key = EditionKey("morning", "2031-04-13", "06:30")
        made = "2031-04-13T06:30:00+00:00"
        briefing = _empty_briefing()
        edition = Edition(key, "completed", made, made, store.last_number(), written=True)
        store.complete(edition, briefing=briefing, files={})


def invent_path(article: Article, path: Path) -> Article:
    """The article in its place."""
    from dataclasses import replace

    return replace(article, path=str(path))


def _parse_templates(work: Path) -> list[Reading]:
    folder = work / "templates"
    folder.mkdir()
    articles = []
    for number, (event, telling) in enumerate(invent.templates()):
        path = folder / f"{number:04}.md"
        path.write_text(invent.file(event, telling, LAST))
        _, items = read_file(str(path))
        articles += [item for item in items if isinstance(item, Article)]
    return list(read_closely(articles, pipeline="embedded"))


def _empty_briefing() -> bytes:
    from digest import serialise
    from digest.pipeline import brief

    return serialise.dump(
        brief([], [], not_read=[], date="2031-04-13", config=Config.model_validate({"pipeline": "embedded"}))
    )


def run(work: Path, store_path: Path, *, warm: bool) -> dict[str, float]:
    """One run over the folder; gives the seconds of each part."""
    seconds: dict[str, float] = {}
    began = time.perf_counter()
    if warm:
        load("embedded")
        began = time.perf_counter()
    config = settings(work, store_path)
    at = "2031-04-14T05:00:00+00:00"
    with open_store(store_path) as store:
        watch = Watch([work / "sources"], settle=0)
        known = store.files([work / "sources"])
        watch.look(known, at=0)
        look = watch.look(known, at=0)
        seconds["look twice"] = time.perf_counter() - began
        taken = take_in(store, look.files, look.gone, config=config, at=at)
        seconds["take in"] = time.perf_counter() - began - seconds["look twice"]
        key = EditionKey("morning", "2031-04-14", "06:30")
        edition = make_edition(store, key, due=at, now=at, late=False, config=config)
    seconds["whole"] = time.perf_counter() - began
    seconds["edition"] = seconds["whole"] - seconds["take in"] - seconds["look twice"]
    assert len(edition.new) == len(taken.arrivals) == NEW, (len(edition.new), len(taken.arrivals))
    return seconds


def add_new(folder: Path) -> None:
    """Twenty articles of today, on eight events."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(NEW):
        event, telling = 2_000_000 + number % 8, number // 8
        (folder / f"new-{number:02}.md").write_text(invent.file(event, telling, LAST))


def main() -> None:
    """Fill once, then time both runs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("work", type=Path)
    parser.add_argument("--known", type=int, default=50_000)
    parser.add_argument("--days", type=int, default=125)
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--warm", action="store_true", help="the language pipeline is loaded already")
    parser.add_argument("--run", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.run:
        print(json.dumps(run(options.run, options.run / "run.db", warm=options.warm)))
        return
    full, empty = options.work / f"known-{options.known}-{options.days}", options.work / "none"
    if not (full / "digest.db").exists():
        fill(full, options.known, options.days)
    measured: dict[str, list[dict[str, float]]] = {"none known": [], f"{options.known:,} known": []}
    for _ in range(options.times):
        for (name, rows), folder in zip(measured.items(), (empty, full), strict=True):
            add_new(folder / "sources" / "today")
            for end in ("", "-wal", "-shm"):
                (folder / f"run.db{end}").unlink(missing_ok=True)
            if (folder / "digest.db").exists():
                shutil.copy(folder / "digest.db", folder / "run.db")
            shutil.rmtree(folder / "out", ignore_errors=True)
            command = [sys.executable, "-m", "benchmarks.daily.cost", "x", "--run", str(folder)]
            command += ["--warm"] if options.warm else []
            done = subprocess.run(command, check=True, capture_output=True, env=os.environ)
            rows.append(json.loads(done.stdout))
            print(f"{name}: {rows[-1]}", file=sys.stderr)
    parts = list(next(iter(measured.values()))[0])
    middle = {name: [statistics.median(r[part] for r in rows) for part in parts] for name, rows in measured.items()}
    print(f"{'seconds (median)':<20}" + "".join(f"{name:>16}" for name in middle))
    for at, part in enumerate(parts):
        print(f"{part:<20}" + "".join(f"{values[at]:>16.2f}" for values in middle.values()))


if __name__ == "__main__":
    main()
