"""Work that fails in every way that work can fail; done in the process of a ``Worker``."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from digest.config import Config
from digest.errors import RenderError
from digest.records import Edition, EditionKey, FileState
from digest.schedule.worker import Worker


class Odd:
    """The slot of the edition says what happens."""

    def __init__(self, config: Config) -> None:
        self.config = config

    def take_in(self, files: Sequence[FileState], gone: Sequence[str], *, at: str) -> Any:
        return os.getpid()

    def make(self, key: EditionKey, *, due: str | None, now: str, late: bool) -> Edition:
        what, _, argument = key.slot.partition(" ")
        if what == "sleep":
            Path(argument).write_text(str(os.getpid()))
            time.sleep(60)
        elif what == "refuse":
            raise RenderError("no fonts")
        elif what == "break":
            raise ValueError("a bug")
        elif what == "exit":
            os._exit(3)
        elif what == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        elif what == "crash":
            ctypes.string_at(0)
        return Edition(key, "completed", due, now, upto=0)


def key(slot: str) -> EditionKey:
    return EditionKey("morning", "2026-03-13", slot)


def ask(worker: Worker, slot: str) -> Edition:
    return worker.make(key(slot), due=None, now="2026-03-13T06:30:00+00:00", late=False)


if __name__ == "__main__":  # a parent that is killed while its child works
    ask(Worker(Config(), limit=60, works=Odd), f"sleep {sys.argv[1]}")
