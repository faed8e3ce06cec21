"""Killed at any moment, out of room, not allowed to write: the store is as it was before or after."""

from __future__ import annotations

import os
import random
import resource
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from digest.errors import StoreError
from digest.records import Edition, EditionKey, FileRead, FileState, Found, Message
from digest.store import Store, open_store
from tests.cluster.build import reading

AT = "2031-04-14T06:00:00+00:00"
KILLS = 60


def work(store: Store, number: int) -> None:
    """An article arrives, and an edition says so: two transactions."""
    known = reading(f"id{number}", f"Water rose by {number} metres behind the Orsk dam.")
    found = Found(known.article, known.article.id)
    store.keep([(known, known.article.id)], made_with="x")
    store.record([FileRead(FileState(f"in/{number}.txt", 1, 2, "3"), (found,))], at=AT)
    key = EditionKey("morning", f"{number:06}", "06:30")
    edition = Edition(key, "completed", AT, AT, store.last_number(), new=(known.article.id,))
    message = Message(0, key, "mail", "reader@example.org", f"<{number}@example.org>", AT)
    store.complete(edition, briefing=b"{}" * 2_000, files={"briefing.md": b"x" * 20_000}, messages=[message])


def check(store: Store, *, ended: int = 1) -> int:
    """Nothing is there by half, though so many runs ended early; gives how many editions there are."""
    editions = store.editions("morning", 10_000)
    new = [article for edition in editions for article in edition.new]
    assert len(new) == len(set(new)) == len(editions)
    assert {m.key for m in store.messages()} == {edition.key for edition in editions}
    for edition in editions[:3]:
        assert store.edition_files(edition.key) == {"briefing.md": b"x" * 20_000}
        assert store.briefing(edition.key) == b"{}" * 2_000
    arrived = {arrival.article_id for arrival in store.arrivals()}
    assert set(new) <= arrived
    assert len(arrived) - len(new) <= ended  # what came after the last edition of each run
    assert len(store.files()) == len(arrived)
    return len(editions)


def work_on(store: Store) -> None:
    """Far more than a small disk takes."""
    for number in range(1, 200):
        work(store, number)


def said(error: StoreError, path: Path) -> None:
    """The message names the store."""
    assert str(path) in str(error)


def in_child(act: Callable[[], None]) -> int:
    """Run something in a process of its own; gives its id."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            act()
            status = 0
        finally:
            os._exit(status)
    return child


def test_killed_at_any_moment_nothing_is_there_by_half(tmp_path: Path) -> None:
    path = tmp_path / "digest.db"
    with open_store(path) as store:
        work(store, 0)
        began = time.perf_counter()
        work(store, 1)
        takes = time.perf_counter() - began
    chance = random.Random(7)
    listen, speak = os.pipe()

    def act() -> None:
        with open_store(path) as store:
            number = len(store.arrivals()) + 1
            os.write(speak, b".")
            while True:
                work(store, number)
                number += 1

    done = 2
    for ended in range(1, KILLS + 1):
        child = in_child(act)
        os.read(listen, 1)
        time.sleep(chance.uniform(0, 3) * takes)
        os.kill(child, signal.SIGKILL)
        assert os.waitpid(child, 0)[1] == signal.SIGKILL
        with open_store(path) as store:
            now = check(store, ended=ended)
        assert now >= done
        takes *= 1.2 if now == done else 0.9  # whatever else the machine does, some come far and some do not
        done = now
    assert done > 5, "too few runs came far enough to say anything"


def test_out_of_room_fails_loudly_and_the_next_run_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "digest.db"
    with open_store(path) as store:
        work(store, 0)

    def act() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
        with open_store(path) as store:
            for number in range(1, 200):
                try:
                    work(store, number)
                except StoreError as error:
                    return said(error, path)
        raise AssertionError("the limit was never met")

    assert os.waitpid(in_child(act), 0)[1] == 0
    with open_store(path) as store:
        done = check(store)
        assert done > 1
        work(store, 10_000)
        assert store.last_edition("morning") is not None


@pytest.fixture
def small_disk(tmp_path: Path) -> Path:
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=3m", "none", folder], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("a small disk cannot be mounted here")
    return folder


def test_a_full_disk_fails_loudly_and_room_is_enough_to_go_on(small_disk: Path) -> None:
    path = small_disk / "digest.db"
    ballast = small_disk / "ballast"
    try:
        with open_store(path) as store:
            work(store, 0)
            ballast.write_bytes(b"x" * 1_500_000)
            with pytest.raises(StoreError, match=r"full|I/O"):
                work_on(store)
        ballast.unlink()
        with open_store(path) as store:
            before = check(store)
            work(store, 10_000)
            assert check(store) == before + 1
    finally:
        subprocess.run(["umount", small_disk], check=True)


def test_a_store_that_may_not_be_written_is_said(tmp_path: Path) -> None:
    path = tmp_path / "digest.db"
    with open_store(path) as store:
        work(store, 0)

    def act() -> None:
        if os.geteuid() == 0:  # root may write whatever the rights say
            os.setuid(65534)
        try:
            with open_store(path) as store:
                work(store, 1)
        except StoreError as error:
            return said(error, path)
        raise AssertionError("it was written")

    for folder in (tmp_path, *tmp_path.parents[:2]):
        folder.chmod(0o555)
    for file in tmp_path.iterdir():
        file.chmod(0o444)
    child = in_child(act)
    assert os.waitpid(child, 0)[1] == 0
    for folder in (tmp_path, *tmp_path.parents[:2]):
        folder.chmod(0o755)
    with open_store(path) as store:
        assert check(store) == 1
