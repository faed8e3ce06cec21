"""What a run costs with an archive of known articles: python -m benchmarks.daily.cost WORK [--known 50000].

Fills WORK with a store and a folder of known articles once, then times the same run (a look at the folder,
taking in 20 new articles, the edition in four formats) with none known and with all of them, each in a
process of its own. The time is that of the processor (this process and those that it starts), so that
neighbours on the same machine do not count; everything that is read lies in the system's cache.
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
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

from pydantic import TypeAdapter

from benchmarks.daily import invent
from digest import serialise
from digest.config import Config
from digest.editions import make_edition, take_in
from digest.editions.intake import made_with, place
from digest.ingest import read_file
from digest.kept import KeptStory, KeptTopic
from digest.language import load
from digest.model import Article, Published, Reading, Why
from digest.pipeline import brief, read_closely
from digest.records import Edition, EditionKey, FileRead, FileState, Found
from digest.store import Store, open_store
from digest.watch import Watch

LAST = date(2031, 4, 14)
NEW = 20
BATCH = 500
REACH = 21  # days before today that clustering looks at


def settings(work: Path, store: Path) -> Config:
    """One profile over the folder of sources."""
    profile = {"sources": [str(work / "sources")], "timezone": "UTC", "output": str(work / "out")}
    return Config.model_validate(
        {"store": str(store), "pipeline": "embedded", "profiles": {"morning": profile}}
    )


def fill(work: Path, known: int, days: int, *, templates: int = 160) -> None:
    """A store and a folder that know so many articles, and an edition that has them all behind it.

    Those within reach of today's clustering are told of events of their own and clustered as any are. What
    lies before is never loaded, so there the same readings stand under other ids, in closed stories of three.
    """
    config = settings(work, work / "digest.db")
    parsed = _parse_templates(work, templates)
    with open_store(work / "digest.db") as store:
        near = min(known, known * REACH // days)
        _keep(store, work, [(r, True) for r in _told(parsed, near, days=REACH)], first=0)
        began = time.perf_counter()
        place(store, pipeline=config.pipeline)
        print(f"stories of {near} articles: {time.perf_counter() - began:.0f} s", file=sys.stderr)
        old = _repeated(parsed, known - near, days=days)
        _keep(store, work, [(r, False) for r in old], first=near)
        _close(store, old)
        made = "2031-04-13T06:30:00+00:00"
        key = EditionKey("morning", "2031-04-13", "06:30")
        edition = Edition(key, "completed", made, made, store.last_number(), written=True)
        store.complete(edition, briefing=_empty_briefing(), files={})


def _told(parsed: Sequence[Reading], articles: int, *, days: int) -> Iterator[Reading]:
    adapter = TypeAdapter(Reading)
    for story in invent.stories(articles, days=days, last=LAST - timedelta(days=1)):
        for telling in range(story.tellings):
            number = (story.number * 8 + telling) % len(parsed)
            yield invent.again(parsed[number], invent.templates()[number][0], story, telling, adapter)


def _repeated(parsed: Sequence[Reading], articles: int, *, days: int) -> list[Reading]:
    made = []
    for number in range(articles):
        reading = parsed[number % len(parsed)]
        day = (LAST - timedelta(days=REACH + 1 + number * (days - REACH) // articles)).isoformat()
        article = replace(
            reading.article, id=f"old{number:013}", published=Published(day, "day", day, "stated")
        )
        made.append(replace(reading, article=article))
    return made


def _keep(store: Store, work: Path, readings: Iterable[tuple[Reading, bool]], *, first: int) -> None:
    """Keep readings and their files; the places of those that are not to be clustered are given later."""
    number = first
    rest = iter(readings)
    while some := list(islice(rest, BATCH)):
        files = []
        for reading, _ in some:
            path = work / "sources" / f"{number % 100:02}" / f"{number:06}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(reading.article.text)
            status = path.stat()
            state = FileState(str(path), status.st_size, status.st_mtime_ns, "0" * 64)
            article = replace(reading.article, path=str(path))
            files.append(FileRead(state, (Found(article, article.id),)))
            number += 1
        store.keep([(reading, reading.article.id) for reading, _ in some], made_with=made_with("embedded"))
        store.record(files, at="2031-04-13T05:00:00+00:00")


def _close(store: Store, readings: Sequence[Reading]) -> None:
    """Put articles into closed stories of three, each of a topic of its own."""
    if not readings:
        return
    before = store.load_state(articles=(), days=())
    key = {f"w:{word}": 0.15 for word in invent.vocabulary(0).values()}
    why = Why(
        tuple(invent.vocabulary(1).values())[:6], tuple(invent.vocabulary(2).values())[:8], (), "Invented."
    )
    closed, topics = [], []
    for at in range(0, len(readings), 3):
        ids = tuple(reading.article.id for reading in readings[at : at + 3])
        day = readings[at].article.published.when if readings[at].article.published else None
        closed.append(KeptStory(ids[0], ids[0], ids, day, day, why, key))
        topics.append(KeptTopic(ids[0], "Invented", key, day))
    state = replace(before, closed=(*before.closed, *closed), topics=(*before.topics, *topics))
    store.save_state(state, before=before, placed=[reading.article.id for reading in readings])


def _parse_templates(work: Path, number: int) -> list[Reading]:
    folder = work / "templates"
    folder.mkdir(parents=True)
    articles = []
    for at, (event, telling) in enumerate(invent.templates()[:number]):
        path = folder / f"{at:04}.md"
        path.write_text(invent.file(event, telling, LAST))
        _, items = read_file(str(path))
        articles += [item for item in items if isinstance(item, Article)]
    return list(read_closely(articles, pipeline="embedded"))


def _empty_briefing() -> bytes:
    return serialise.dump(
        brief([], [], not_read=[], date="2031-04-13", config=Config.model_validate({"pipeline": "embedded"}))
    )


def run(work: Path, store_path: Path, *, warm: bool) -> dict[str, float]:
    """One run over the folder; gives the seconds of each part."""
    seconds: dict[str, float] = {}
    if warm:
        load("embedded")
    began = _processor() if warm else 0.0
    config = settings(work, store_path)
    at = "2031-04-14T05:00:00+00:00"
    with open_store(store_path) as store:
        watch = Watch([work / "sources"], settle=0)
        known = store.files([work / "sources"])
        watch.look(known, at=0)
        look = watch.look(known, at=0)
        seconds["look twice"] = _processor() - began
        taken = take_in(store, look.files, look.gone, config=config, at=at)
        seconds["take in"] = _processor() - began - seconds["look twice"]
        key = EditionKey("morning", "2031-04-14", "06:30")
        edition = make_edition(store, key, due=at, now=at, late=False, config=config)
    seconds["whole"] = _processor() - began
    seconds["edition"] = seconds["whole"] - seconds["take in"] - seconds["look twice"]
    assert len(edition.new) == len(taken.arrivals) == NEW, (len(edition.new), len(taken.arrivals))
    return seconds


def _processor() -> float:
    """Seconds of the processor that this process and its children have used."""
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


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
    middle = {
        name: [statistics.median(r[part] for r in rows) for part in parts] for name, rows in measured.items()
    }
    print(f"{'seconds (median)':<20}" + "".join(f"{name:>16}" for name in middle))
    for at, part in enumerate(parts):
        print(f"{part:<20}" + "".join(f"{values[at]:>16.2f}" for values in middle.values()))


if __name__ == "__main__":
    main()
