"""The heavy work in a process of its own, which can be stopped at any moment: the store makes that safe.

A parser that crashes, takes all memory or never ends fails one run and is told; the scheduler goes on. The
process is started when there is work and ends after a while without any, so that nothing grows for years.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from digest.config import Config
from digest.errors import DigestError
from digest.records import Edition, EditionKey, FileState

if TYPE_CHECKING:
    from digest.editions import TakenIn

STORE = "digest.db"  # beside digest.toml, where none is set
TICK = 0.2  # seconds between looks at whether to stop


def store_of(config: Config) -> str:
    """Where editions are kept."""
    return str(config.store or STORE)


class WorkFailed(DigestError):
    """The work could not be done: the process died, took too long, or met an error that is not ours."""


class Stopped(DigestError):
    """The work was abandoned because the program is to end."""


class Work(Protocol):
    """What the scheduler asks for, without knowing how it is done."""

    def take_in(self, files: Sequence[FileState], gone: Sequence[str], *, at: str) -> TakenIn:
        """Read files and keep what is found in them. Raises DigestError."""
        ...

    def make(self, key: EditionKey, *, due: str | None, now: str, late: bool) -> Edition:
        """Make and keep an edition. Raises DigestError."""
        ...


class Worker:
    """Does the work in a child process; used by one thread at a time, stopped from any."""

    def __init__(
        self,
        config: Config,
        *,
        limit: float,
        idle: float = 600.0,
        works: Callable[[Config], Work] | None = None,
    ) -> None:
        self._config = config
        self._works = works or Here  # makes, in the process, what does the work
        self._limit = limit  # seconds that one piece of work may take
        self._idle = idle  # seconds without work after which the process ends
        self._process: multiprocessing.process.BaseProcess | None = None
        self._line: Connection | None = None
        self._stopping = threading.Event()
        self._used = time.monotonic()
        self._busy = threading.Lock()

    def take_in(self, files: Sequence[FileState], gone: Sequence[str], *, at: str) -> TakenIn:
        """See ``Work``."""
        found: TakenIn = self._ask("take_in", (tuple(files), tuple(gone), at))
        return found

    def make(self, key: EditionKey, *, due: str | None, now: str, late: bool) -> Edition:
        """See ``Work``."""
        edition: Edition = self._ask("make", (key, due, now, late))
        return edition

    def rest(self) -> None:
        """End the process if it was not needed for a while."""
        with self._busy:
            if self._process is not None and time.monotonic() - self._used > self._idle:
                self._end()

    def stop(self, *, grace: float) -> bool:
        """Let running work end within ``grace`` seconds, then abandon it; whether it ended by itself.

        No work is taken after this.
        """
        done = self._busy.acquire(timeout=grace)
        self._stopping.set()
        if done:
            self._busy.release()
        elif self._process is not None:
            _kill(self._process.pid)
        with self._busy:
            self._end()
        return done

    def _ask(self, name: str, arguments: tuple[object, ...]) -> Any:
        with self._busy:
            if self._stopping.is_set():
                raise Stopped("the program is to end")
            line = self._started()
            began = time.monotonic()
            try:
                line.send((name, arguments))
                while not line.poll(TICK):
                    if time.monotonic() - began > self._limit:
                        self._end()
                        raise WorkFailed(f"it took longer than {self._limit:.0f} s and was stopped")
                outcome, value = line.recv()
            except (EOFError, OSError) as error:
                code = self._end()
                if self._stopping.is_set():
                    raise Stopped("the program is to end") from error
                raise WorkFailed(f"the process that does the work died ({_how(code)})") from error
            finally:
                self._used = time.monotonic()
        if outcome == "done":
            return value
        raise value

    def _started(self) -> Connection:
        if self._line is not None and self._process is not None and self._process.is_alive():
            return self._line
        self._end()
        context = multiprocessing.get_context("spawn")
        self._line, theirs = context.Pipe()
        arguments = (theirs, self._works, self._config)
        self._process = context.Process(target=_serve, args=arguments, name="work")
        self._process.start()
        theirs.close()
        return self._line

    def _end(self) -> int | None:
        """End the process; its exit code."""
        code = None
        if self._process is not None:
            _kill(self._process.pid)
            self._process.join()
            code = self._process.exitcode
            self._process.close()
        if self._line is not None:
            self._line.close()
        self._process = self._line = None
        return code


def _kill(pid: int | None) -> None:
    """Kill the process and those that it started: it leads a group of its own."""
    if pid is None:
        return
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, signal.SIGKILL)


def _how(code: int | None) -> str:
    if code is not None and code < 0:
        return f"signal {signal.Signals(-code).name}" + (", perhaps out of memory" if code == -9 else "")
    return f"exit code {code}"


class Here:
    """Does the work in this process: for tests, and for what needs no protection."""

    def __init__(self, config: Config) -> None:
        self._config = config

    def take_in(self, files: Sequence[FileState], gone: Sequence[str], *, at: str) -> TakenIn:
        """See ``Work``."""
        from digest import editions
        from digest.pipeline import Silent
        from digest.store import open_store

        with open_store(store_of(self._config)) as store:
            return editions.take_in(store, files, gone, config=self._config, at=at, progress=Silent())

    def make(self, key: EditionKey, *, due: str | None, now: str, late: bool) -> Edition:
        """See ``Work``."""
        from digest import editions
        from digest.pipeline import Silent
        from digest.store import open_store

        with open_store(store_of(self._config)) as store:
            return editions.make_edition(
                store, key, due=due, now=now, late=late, config=self._config, progress=Silent()
            )


def _serve(line: Connection, works: Callable[[Config], Work], config: Config) -> None:
    """Do one piece of work after another until the line closes or the parent dies."""
    os.setsid()
    for number in (signal.SIGINT, signal.SIGTERM):  # the parent gets them too, and decides
        signal.signal(number, signal.SIG_IGN)
    threading.Thread(target=_die_with_parent, daemon=True).start()
    work = works(config)
    while True:
        try:
            name, arguments = line.recv()
        except (EOFError, OSError):
            return
        line.send(_outcome(work, name, arguments))


def _outcome(work: Work, name: str, arguments: Any) -> tuple[str, object]:
    try:
        if name == "take_in":
            files, gone, at = arguments
            return "done", work.take_in(files, gone, at=at)
        key, due, now, late = arguments
        return "done", work.make(key, due=due, now=now, late=late)
    except DigestError as error:
        return "failed", type(error)(str(error))
    except Exception as error:
        import traceback

        place = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{Path(place.filename).name}:{place.lineno}"
        return "failed", WorkFailed(f"{type(error).__name__}: {error} ({where})")


def _die_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
    os.killpg(0, signal.SIGKILL)
