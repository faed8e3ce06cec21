"""``digest run`` as a process: it makes a briefing of files that are dropped, ends when told, is alone."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.schedule import month
from tests.schedule.lightly import SETTINGS, desk

ROOT = Path(__file__).parents[2]
AFTER = SETTINGS + 'after = "new articles"\nquiet = "1 s"\ngap = "1 s"\n'


@contextmanager
def running(root: Path, *arguments: str, **environment: str) -> Iterator[subprocess.Popen[str]]:
    """``digest run`` with the stand-in for reading."""
    with (root / "log").open("a") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.schedule.lightly", "run", "--log-format", "json", *arguments],
            cwd=root,
            env=os.environ | {"PYTHONPATH": str(ROOT)} | environment,
            stderr=log,
            text=True,
        )
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def events(root: Path, name: str) -> list[dict[str, object]]:
    lines = (root / "log").read_text().splitlines() if (root / "log").exists() else []
    found = [json.loads(line) for line in lines if line.startswith("{")]
    return [event for event in found if event["event"] == name]


def until(condition: Callable[[], object], *, seconds: float = 120.0) -> bool:
    end = time.monotonic() + seconds
    while not condition() and time.monotonic() < end:
        time.sleep(0.05)
    return bool(condition())


def is_reading(root: Path) -> bool:
    """Whether the stand-in, which is slow here, has begun to read."""
    return (root / "reading").exists()


def drop(root: Path, *numbers: int) -> None:
    for number in numbers:
        month.write(root / "seeds", number, datetime(2026, 3, 13, tzinfo=UTC))


@pytest.mark.slow
def test_files_that_are_dropped_become_a_briefing_and_sigterm_ends_it(tmp_path: Path) -> None:
    desk(tmp_path, AFTER)
    with running(tmp_path) as process:
        assert until(lambda: events(tmp_path, "started"))
        drop(tmp_path, 0, 1, 2)
        assert until(lambda: events(tmp_path, "made"))
        second = subprocess.run(
            [sys.executable, "-m", "tests.schedule.lightly", "run", "--once"],
            cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(ROOT)}, capture_output=True, text=True,
        )  # fmt: skip
        assert second.returncode == 1
        assert f"held by digest run pid {process.pid}" in second.stderr
        began = time.monotonic()
        process.send_signal(signal.SIGTERM)
        assert process.wait(30) == 0
        assert time.monotonic() - began < 10.0
    assert [event["abandoned"] for event in events(tmp_path, "stopped")] == [False]
    [briefing] = (tmp_path / "output" / "morning").glob("*/briefing.json")
    assert len(json.loads(briefing.read_text())["references"]) == 3


@pytest.mark.slow
def test_signal_while_it_works_abandons_the_work_and_the_next_run_does_it(tmp_path: Path) -> None:
    desk(tmp_path)
    drop(tmp_path, 0, 1, 2)
    with running(tmp_path, DESK_PAUSE="60") as process:
        assert until(lambda: events(tmp_path, "started"))
        assert until(lambda: is_reading(tmp_path))
        began = time.monotonic()
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 0
        assert time.monotonic() - began < 10.0
    assert [event["abandoned"] for event in events(tmp_path, "stopped")] == [True]
    with running(tmp_path, "--once") as process:
        assert process.wait(120) == 0
    assert len(list((tmp_path / "output" / "morning").glob("*/briefing.json"))) <= 1
    assert events(tmp_path, "taken in")[-1]["files"] == 3


@pytest.mark.slow
def test_killed_process_leaves_no_other_at_work_and_the_lock_free(tmp_path: Path) -> None:
    desk(tmp_path)
    drop(tmp_path, 0, 1, 2)
    with running(tmp_path, DESK_PAUSE="60") as process:
        assert until(lambda: events(tmp_path, "started"))
        assert until(lambda: is_reading(tmp_path))
        process.kill()
        process.wait()
    with running(tmp_path, "--once") as process:
        assert process.wait(120) == 0
    assert events(tmp_path, "taken in")[-1]["files"] == 3
