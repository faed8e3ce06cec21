"""Progress of a run: a bar per stage on a terminal, a plain line otherwise; keeps the seconds."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

T = TypeVar("T")


class ShownProgress:
    """Shows stages on standard error as they run, and remembers how long each took."""

    def __init__(self, *, quiet: bool = False) -> None:
        self.seconds: dict[str, float] = {}
        self._quiet = quiet
        self._console = Console(stderr=True)
        self._bars: Progress | None = None
        self._task: TaskID | None = None

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Time a stage, and show it."""
        started = time.perf_counter()
        if self._console.is_terminal and not self._quiet:
            with Progress(
                TextColumn("{task.description:<12}"),
                BarColumn(),
                MofNCompleteColumn(),
                TimeElapsedColumn(),
                console=self._console,
            ) as self._bars:
                self._task = self._bars.add_task(name, total=1)
                yield
                total = self._bars.tasks[0].total
                self._bars.update(self._task, completed=total)
            self._bars = self._task = None
        else:
            yield
        self.seconds[name] = time.perf_counter() - started
        if not self._console.is_terminal and not self._quiet:
            print(f"{name}: {self.seconds[name]:.1f} s", file=sys.stderr)

    def watch(self, items: Iterable[T], total: int) -> Iterator[T]:
        """Pass items through, moving the bar of the running stage."""
        if self._bars is not None and self._task is not None:
            self._bars.update(self._task, total=max(total, 1))
        for item in items:
            yield item
            if self._bars is not None and self._task is not None:
                self._bars.advance(self._task)
