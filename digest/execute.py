"""Where the work on articles runs: EXECUTORS gives maps that keep the order of their input.

The pipeline takes a map and never knows: a row in the table is all that another way to run needs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any, Protocol


class Map(Protocol):
    """Apply a picklable function to each item; yields in the order given."""

    def __call__(self, function: Callable[[Any], Any], items: Iterable[Any], /) -> Iterator[Any]:
        """Run."""
        ...


def in_process(function: Callable[[Any], Any], items: Iterable[Any]) -> Iterator[Any]:
    """One after the other, here."""
    return map(function, items)


def in_pool(function: Callable[[Any], Any], items: Iterable[Any]) -> Iterator[Any]:
    """In as many fresh processes as there are processors."""
    # spawn, not fork: a forked matrix library can hang on locks that its parent held
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        yield from pool.map(function, items)


EXECUTORS: Mapping[str, Map] = {"process": in_process, "pool": in_pool}
