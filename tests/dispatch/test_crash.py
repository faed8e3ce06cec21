"""The process ended between any two steps: nothing is lost, and at most the message in flight comes twice."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from digest.config import Config
from digest.deliver import smtp
from digest.dispatch import flush
from digest.store import Store, open_store
from tests.deliver.server import Running, serve
from tests.dispatch.desk import ENVIRONMENT, NOW, later, readers, settings, stocked

READERS = 2
STEPS_OF_THE_LINE = ("mail", "rcpt", "docmd", "send", "getreply", "rset")


class Killed(BaseException):
    """The process is gone."""


class Fuse:
    """Ends everything just before one step, counted over the store and the line."""

    def __init__(self, at: int) -> None:
        self.at = at
        self.steps = 0

    def wrap(self, step: Callable[..., object]) -> Callable[..., object]:
        def counted(*given: object, **named: object) -> object:
            self.steps += 1
            if self.steps == self.at:
                raise Killed
            return step(*given, **named)

        return counted


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with serve(tmp_path_factory.mktemp("server")) as server:
        yield server


def run_until_killed(path: Path, config: Config, fuse: Fuse, monkeypatch: pytest.MonkeyPatch) -> bool:
    """One run with a fuse; True: it was cut off."""
    with monkeypatch.context() as patched, open_store(path) as store:
        for name in ("take", "settle", "post", "incident_open"):
            patched.setattr(store, name, fuse.wrap(getattr(store, name)), raising=True)
        patched.setattr(smtp, "close_line", lambda line: line.close())  # the dead say no goodbye
        for name in STEPS_OF_THE_LINE:
            patched.setattr(smtp.smtplib.SMTP, name, fuse.wrap(getattr(smtp.smtplib.SMTP, name)))
        try:
            flush(store, config=config, now=later(minutes=1), environment=ENVIRONMENT)
        except Killed:
            return True
    return False


def prepared(path: Path, config: Config) -> None:
    with stocked(path, config):
        pass


@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
def test_killed_between_any_two_steps(
    running: Running, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = settings(running.smtp, readers(READERS))
    prepared(tmp_path / "store", config)
    at, cut = 1, True
    while cut:
        running.behaviour.__init__()  # type: ignore[misc]
        path = tmp_path / f"store-{at}"
        shutil.copy(tmp_path / "store", path)
        cut = run_until_killed(path, config, Fuse(at), monkeypatch)
        with open_store(path) as store:
            flush(store, config=config, now=later(minutes=2), environment=ENVIRONMENT)
            assert {m.state for m in store.messages()} == {"sent"}
        hold_once_each(running, allowed=1)
        at += 1
    assert at > 25


def hold_once_each(running: Running, *, allowed: int) -> None:
    """Every reader has it; no more copies than ``allowed`` came twice, each with the same bytes."""
    got = Counter(running.behaviour.readers())
    assert len(got) == READERS
    assert got.total() - len(got) <= allowed
    by_reader: dict[str, set[bytes]] = {}
    for to, data in running.behaviour.received:
        by_reader.setdefault(to, set()).add(data)
    assert all(len(copies) == 1 for copies in by_reader.values())


CHILD = """
import sys
from digest.config import load_config
from digest.dispatch import flush
from digest.store import open_store
import os, pathlib
config = load_config(pathlib.Path("digest.toml"), environment={})
print("ready", flush=True)
with open_store("store") as store:
    flush(store, config=config, now=sys.argv[1], environment=os.environ)
"""


@pytest.mark.slow
def test_killed_at_random_moments(running: Running, tmp_path: Path) -> None:
    running.behaviour.__init__()  # type: ignore[misc]
    running.behaviour.reader = lambda to: time.sleep(0.02)
    config = settings(running.smtp, readers(60))
    prepared(tmp_path / "store", config)
    entries = "".join(f'[[recipients]]\naddress = "reader{n}@list{n}.example"\n' for n in range(60))
    (tmp_path / "readers.toml").write_text(entries)
    (tmp_path / "digest.toml").write_text(
        f"""
        [smtp]
        host = "localhost"
        port = {running.smtp.port}
        user = "desk"
        ca_file = "{running.smtp.ca_file}"
        [profiles.morning.mail]
        sender = "Desk <desk@example.org>"
        recipients_file = "readers.toml"
        """
    )
    chance = random.Random(8)
    environment = os.environ | ENVIRONMENT | {"PYTHONPATH": str(Path(__file__).parents[2])}
    kills = 0
    for attempt in range(40):
        child = subprocess.Popen(
            [sys.executable, "-c", CHILD, later(minutes=attempt)],
            cwd=tmp_path,
            env=environment,
            stdout=subprocess.PIPE,
        )
        assert child.stdout is not None
        child.stdout.readline()
        patience = chance.uniform(0.05, 1.0) if attempt < 8 else 60
        try:
            child.wait(patience)
        except subprocess.TimeoutExpired:
            child.send_signal(signal.SIGKILL)
            child.wait()
            kills += 1
        child.stdout.close()
        if all_sent(tmp_path / "store"):
            break
    assert kills > 3
    got = Counter(running.behaviour.readers())
    assert len(got) == 60
    assert got.total() - 60 <= kills
    assert len({(m["To"], m["Message-ID"]) for m in running.behaviour.messages()}) == 60


def all_sent(path: Path) -> bool:
    with open_store(path) as store:
        return {m.state for m in store.messages()} == {"sent"}


def test_unsettled_message_is_taken_again(running: Running, tmp_path: Path) -> None:
    config = settings(running.smtp, readers(1))
    with stocked(tmp_path / "store", config) as store:
        taken: Store = store
        first = taken.take(NOW)
        again = taken.take(NOW)
    assert first is not None
    assert again is not None
    assert (first.message_id, first.state) == (again.message_id, "sending")
    assert (first.attempts, again.attempts) == (1, 2)
