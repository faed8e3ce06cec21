"""S01, S02, S04: rounds that are killed at any moment, meet a full disk, or are not alone."""

from __future__ import annotations

import contextlib
import json
import multiprocessing
import os
import random
import signal
import time
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from multiprocessing.context import ForkServerContext
from pathlib import Path

import pytest

from digest.records import Edition
from digest.store import open_store
from tests.schedule import month
from tests.schedule.lightly import desk, instant, one_round

KILLS = int(os.environ.get("DESK_KILLS", "12"))  # 60 in ``make soak``
LIMITS = (1, 3, 6, 12, 18, 24, 32, 40)  # pages of 4 kB that a file may have: the journal of the store is full


@pytest.fixture(scope="module")
def forks() -> Iterator[ForkServerContext]:
    """Processes that begin with everything imported."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.schedule.lightly", "digest.render", "digest.cluster"])
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(Path(__file__).parents[2]))  # for the server, which imports them
        yield context


def run(forks: ForkServerContext, *arguments: object, kill_after: float | None = None) -> tuple[int, float]:
    """The exit code of a round, and the seconds that it took."""
    process = forks.Process(target=one_round, args=arguments)
    process.start()
    began = time.monotonic()
    if kill_after is not None:
        time.sleep(kill_after)
        with contextlib.suppress(ProcessLookupError):  # it was quicker
            os.kill(process.pid or 0, signal.SIGKILL)
    process.join(120)
    code = process.exitcode
    process.close()
    return (99 if code is None else code), time.monotonic() - began


def write(root: Path, numbers: range, day: int) -> None:
    for number in numbers:
        month.write(root / "seeds", number, datetime(2026, 1, 1 + day % 28, tzinfo=UTC))


def completed(root: Path) -> tuple[Edition, ...]:
    with open_store(str(root / "digest.db")) as store:
        return store.editions("morning", 1000, state="completed")


def check(root: Path, days: int, articles: int) -> None:
    """One edition for each day, each article new in one of them, the files of each in its folder."""
    editions = completed(root)
    assert len(editions) == len({edition.key for edition in editions}) == days
    new = Counter(article for edition in editions for article in edition.new)
    assert (len(new), set(new.values())) == (articles, {1})
    for edition in editions:
        folder = root / "output" / "morning" / f"{edition.key.date}-0630"
        assert json.loads((folder / "briefing.json").read_text())["date"] == edition.key.date


@pytest.mark.slow
def test_killed_at_any_moment_the_next_round_completes_and_nothing_is_lost(
    tmp_path: Path, forks: ForkServerContext
) -> None:
    """S01, T07: SIGKILLs spread over the whole of a round."""
    desk(tmp_path)
    chance = random.Random(11)
    killed, lasts = 0, 1.0
    for day in range(KILLS):
        write(tmp_path, range(day * 3, day * 3 + 3), day)
        code, _ = run(forks, str(tmp_path), instant(day), kill_after=chance.uniform(0.0, lasts))
        killed += code == -signal.SIGKILL
        code, seconds = run(forks, str(tmp_path), instant(day, "06:31"))
        assert code == 0
        lasts = 0.5 * lasts + 0.5 * seconds
        assert len(completed(tmp_path)) == day + 1
    assert killed > KILLS / 2
    check(tmp_path, KILLS, KILLS * 3)


@pytest.mark.slow
def test_full_disk_fails_loudly_and_the_next_round_recovers(tmp_path: Path, forks: ForkServerContext) -> None:
    """S02: the journal of the store cannot grow, from its first page on to where all fits."""
    desk(tmp_path)
    write(tmp_path, range(3), 0)
    assert run(forks, str(tmp_path), instant(0))[0] == 0
    failures = 0
    for day, pages in enumerate(LIMITS, 1):
        write(tmp_path, range(day * 3, day * 3 + 3), day)
        code, _ = run(forks, str(tmp_path), instant(day), pages * 4096)
        failures += code != 0
        before = len(completed(tmp_path))  # the store can be read
        assert before in (day, day + 1)
        assert run(forks, str(tmp_path), instant(day, "06:50"))[0] == 0
    assert failures >= 3
    check(tmp_path, 9, 27)


def test_two_at_once_make_one_edition_and_the_second_is_told(
    tmp_path: Path, forks: ForkServerContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    """S04."""
    desk(tmp_path)
    write(tmp_path, range(6), 0)
    both = [forks.Process(target=one_round, args=(str(tmp_path), instant(0))) for _ in range(2)]
    for process in both:
        process.start()
    for process in both:
        process.join(60)
    assert 0 in [process.exitcode for process in both]
    check(tmp_path, 1, 6)


def test_clock_that_jumps_makes_no_edition_twice_and_loses_none(
    tmp_path: Path, forks: ForkServerContext
) -> None:
    """T07, through the store: forward by a week, back, and on."""
    desk(tmp_path)
    write(tmp_path, range(2), 0)
    moments = [(0, 2), (7, 4), (1, 6), (0, 6), (2, 8), (2, 8), (1, 8), (3, 10)]
    for day, articles in moments:
        write(tmp_path, range(articles), day)
        assert run(forks, str(tmp_path), instant(day, "06:31"))[0] == 0
    dates = sorted(edition.key.date for edition in completed(tmp_path))
    assert [date[-2:] for date in dates] == ["01", "02", "03", "04", "08"]
    check(tmp_path, 5, 10)


def test_output_that_cannot_be_written_is_written_by_a_later_round(
    tmp_path: Path, forks: ForkServerContext
) -> None:
    desk(tmp_path)
    write(tmp_path, range(2), 0)
    (tmp_path / "output").write_text("a file stands where the folder should")
    assert run(forks, str(tmp_path), instant(0))[0] == 1
    (tmp_path / "output").unlink()
    assert run(forks, str(tmp_path), instant(0, "06:40"))[0] == 0
    check(tmp_path, 1, 2)
