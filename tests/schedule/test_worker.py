"""Work in a process of its own: what it gives, how it fails, and that it ends when it is told to."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from digest.config import Config
from digest.errors import RenderError
from digest.schedule.worker import Stopped, Worker, WorkFailed
from tests.schedule.works import Odd, ask, key

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    worker = Worker(Config(), limit=60, works=Odd)
    yield worker
    worker.stop(grace=0)


def is_there(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{pid}/stat")
    return not state.exists() or state.read_text().rsplit(")", 1)[1].split()[0] != "Z"


def until(condition: Callable[[], bool], *, seconds: float = 20.0) -> bool:
    end = time.monotonic() + seconds
    while not condition() and time.monotonic() < end:
        time.sleep(0.02)
    return condition()


def test_work_is_done_in_another_process_that_stays(worker: Worker) -> None:
    assert ask(worker, "06:30").key == key("06:30")
    first = worker.take_in((), (), at="")
    assert first == worker.take_in((), (), at="") != os.getpid()


def test_errors_of_ours_come_back_as_they_are(worker: Worker) -> None:
    with pytest.raises(RenderError, match=r"^no fonts$"):
        ask(worker, "refuse")


def test_bug_comes_back_with_its_place(worker: Worker) -> None:
    with pytest.raises(WorkFailed, match=r"ValueError: a bug \(works.py:\d+\)"):
        ask(worker, "break")


@pytest.mark.parametrize(
    ("how", "says"),
    [("exit", "exit code 3"), ("kill", "SIGKILL, perhaps out of memory"), ("crash", "SIGSEGV")],
)
def test_process_that_dies_fails_one_piece_of_work(worker: Worker, how: str, says: str) -> None:
    with pytest.raises(WorkFailed, match=says):
        ask(worker, how)
    assert ask(worker, "06:30").key == key("06:30")


def test_work_that_never_ends_is_stopped(tmp_path: Path) -> None:
    worker = Worker(Config(), limit=0.3, works=Odd)
    with pytest.raises(WorkFailed, match="took longer than"):
        ask(worker, f"sleep {tmp_path / 'pid'}")
    worker.stop(grace=0)


def test_process_that_is_not_needed_ends(tmp_path: Path) -> None:
    worker = Worker(Config(), limit=60, idle=0.0, works=Odd)
    pid = worker.take_in((), (), at="")
    worker.rest()
    assert not is_there(pid)  # type: ignore[arg-type]
    worker.stop(grace=0)


def test_stopping_abandons_work_that_does_not_end_in_time(tmp_path: Path) -> None:
    worker = Worker(Config(), limit=60, works=Odd)
    file, outcomes = tmp_path / "pid", list[str]()

    def work() -> None:
        try:
            ask(worker, f"sleep {file}")
        except Stopped:
            outcomes.append("stopped")

    thread = threading.Thread(target=work)
    thread.start()
    assert until(lambda: file.exists() and file.read_text() != "")
    began = time.monotonic()
    worker.stop(grace=0.2)
    thread.join()
    assert time.monotonic() - began < 3.0
    assert outcomes == ["stopped"]
    assert not is_there(int(file.read_text()))
    with pytest.raises(Stopped):
        ask(worker, "06:30")


def test_process_dies_with_its_parent(tmp_path: Path) -> None:
    """Nobody may go on writing to the store when the one who holds it was killed."""
    file = tmp_path / "pid"
    parent = subprocess.Popen([sys.executable, "-m", "tests.schedule.works", str(file)], cwd=ROOT)
    assert until(lambda: file.exists() and file.read_text() != "")
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    assert until(lambda: not is_there(int(file.read_text())), seconds=5.0)
