"""Events of the file system as hints that it is worth looking now.

Nothing depends on them: watchfiles misses folders that are moved in and files that come with their folder,
and its iterator dies on a name that is not UTF-8 (measured, watchfiles 1.3). Then it is started again.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from pathlib import Path

AGAIN = 10.0  # seconds before watching is started again after an error, or where no source exists yet


class Hints:
    """A thread that calls ``hint`` when something happens below the sources."""

    def __init__(
        self, sources: Sequence[str], hint: Callable[[], None], *, failed: Callable[[str], None]
    ) -> None:
        self._sources = sources
        self._hint = hint
        self._failed = failed  # told the reason when events cannot be had; each reason once
        self._stop = threading.Event()
        self._told: set[str] = set()
        self._thread = threading.Thread(target=self._run, name="hints", daemon=True)

    def start(self) -> None:
        """Begin to listen."""
        self._thread.start()

    def stop(self, *, wait: float = 2.0) -> None:
        """End listening; returns after ``wait`` seconds at most."""
        self._stop.set()
        self._thread.join(wait)

    def _run(self) -> None:
        from watchfiles import watch

        while not self._stop.is_set():
            there = [source for source in self._sources if Path(source).exists()]
            try:
                if there:
                    for _ in watch(
                        *there,
                        watch_filter=None,
                        stop_event=self._stop,
                        rust_timeout=1000,
                        raise_interrupt=False,
                        ignore_permission_denied=True,
                    ):
                        self._hint()
            except Exception as error:  # whatever it is, looking goes on without hints
                self._hint()  # it died of an event
                reason = f"{type(error).__name__}: {error}"
                if reason not in self._told:
                    self._told.add(reason)
                    self._failed(reason)
            self._stop.wait(AGAIN)
