"""Events hasten a look; whatever kills them, they come again or are done without."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from digest.watch import Hints, hints


def until(condition: Callable[[], bool], *, seconds: float = 8.0) -> bool:
    end = time.monotonic() + seconds
    while not condition() and time.monotonic() < end:
        time.sleep(0.02)
    return condition()


def test_new_file_is_hinted_at_and_a_name_that_is_not_utf8_does_not_end_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """I04: the iterator of watchfiles 1.3 dies on such a name."""
    monkeypatch.setattr(hints, "AGAIN", 0.2)
    hinted, failures = threading.Event(), list[str]()
    listening = Hints([str(tmp_path)], hinted.set, failed=failures.append)
    listening.start()
    try:
        numbers = iter(range(1000))

        def seen(name: bytes) -> bool:
            hinted.clear()
            path = os.fsencode(tmp_path) + b"/%d%b" % (next(numbers), name)
            Path(os.fsdecode(path)).write_text("The dam held.")
            return hinted.wait(0.5)

        assert until(lambda: seen(b".txt"))
        try:
            seen(b"\xff.txt")
        except OSError:
            pytest.skip("this file system takes no such name")
        assert until(lambda: seen(b".txt"))
        assert len(failures) <= 1  # told once, if it died
    finally:
        began = time.monotonic()
        listening.stop()
        assert time.monotonic() - began < 2.0


def test_source_that_is_not_there_yet_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hints, "AGAIN", 0.1)
    hinted = threading.Event()
    listening = Hints([str(tmp_path / "later")], hinted.set, failed=lambda _: None)
    listening.start()
    (tmp_path / "later").mkdir()

    def seen() -> bool:
        (tmp_path / "later" / f"{time.monotonic_ns()}.txt").write_text("The dam held.")
        return hinted.wait(0.2)

    assert until(seen)
    listening.stop()
