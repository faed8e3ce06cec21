"""Digest with a stand-in for the language pipeline, in processes of its own: as a program, and as one round.

The stand-in holds in the worker's process too, which imports this module anew as its main module; to
import it in a process of the tests changes nothing there.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from digest import pipeline
from digest.config import Config, load_config
from digest.editions import intake
from digest.model import Article, Reading
from digest.schedule.service import Service, every_source
from digest.schedule.worker import Here, store_of
from digest.store import hold, open_store
from digest.watch import Watch
from tests.schedule import month
from tests.schedule.fakes import Clock, Operator

SETTINGS = """
seeds = "{root}/seeds"
output = "{root}/output"
store = "{root}/digest.db"
settle = "1 s"
poll = "2 s"

[profiles.morning]
schedule = "daily at 06:30"
timezone = "UTC"
formats = ["json"]
"""


def read(articles: Iterable[Article], *, pipeline: str) -> Iterator[Reading]:
    """Read lightly, as slowly as DESK_PAUSE says in seconds; a file "reading" says that it has begun."""
    pause = float(os.environ.get("DESK_PAUSE", "0"))
    for reading in month.read_lightly(articles, pipeline=pipeline):
        if pause:
            Path("reading").touch()
            time.sleep(pause)
        yield reading


def stand_in() -> None:
    """Put the stand-in in the pipeline's place, in this process and for good: never in that of the tests."""
    intake.read_closely = read
    for module in (intake, pipeline):
        module.load = lambda name: name  # type: ignore[attr-defined]
        module.describe = lambda name: "a stand-in"  # type: ignore[attr-defined]


def desk(root: Path, settings: str = SETTINGS) -> Config:
    """A folder with settings and sources."""
    (root / "seeds").mkdir(exist_ok=True)
    (root / "digest.toml").write_text(settings.format(root=root))
    return load_config(root / "digest.toml", environment={})


def one_round(root: str, now: str, largest_file: int | None = None) -> None:
    """Hold the store, do what is due at a moment, and end with 1 where something failed."""
    stand_in()
    if largest_file is not None:
        import resource
        import signal

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest_file, largest_file))
    config = load_config(Path(root) / "digest.toml", environment={})
    with hold(store_of(config), command="a test", at=now), open_store(store_of(config)) as store:
        service = Service(
            config,
            store=store,
            work=Here(config),
            alarm=Operator(),
            clock=Clock(now),
            watch=Watch(every_source(config), settle=1.0),
        )
        done = service.round(patient=True)
    sys.stderr.write("".join(f"{reason}\n" for reason in done.failed))
    sys.exit(1 if done.failed else 0)


def instant(day: int, time_of_day: str = "06:30") -> str:
    """A moment of the desk's days."""
    return (
        datetime.fromisoformat(f"2026-03-01T{time_of_day}:00+00:00")
        .replace(tzinfo=UTC)
        .replace(month=1 + day // 28, day=1 + day % 28)
        .isoformat()
    )


if __name__ in ("__main__", "__mp_main__"):
    stand_in()

if __name__ == "__main__":
    from digest.cli import main

    main()
