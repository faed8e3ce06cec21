"""One look at the source folders after another: which files are settled, and which are gone.

A file that is still being written grows, or its time changes. It is settled when its size and time are the
same in looks that are at least ``settle`` apart; before that nobody opens it. Files that are known with the
same size and time are not opened at all: a look costs one reading of each folder and one stat of each file.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from digest.ingest.scan import Candidate, scan
from digest.model import NotRead
from digest.records import FileState

EMPTIED = 10  # so many known files of a source gone at once look like a share that is not mounted


@dataclass(frozen=True, slots=True)
class Look:
    """What one look at the folders found, beside what was known."""

    files: tuple[FileState, ...]  # new or changed, and settled: to be read now
    gone: tuple[str, ...]  # paths that were known and are no longer there
    waiting: int  # files that are new or changed, and not settled yet
    checked: int  # files that there are
    problems: tuple[NotRead, ...]  # places that cannot be looked at, each told once while it lasts


class Watch:
    """Remembers between looks what is not settled yet and what was told."""

    def __init__(self, sources: Iterable[str | Path], *, settle: float, retry: float = 300.0) -> None:
        self.sources = outermost(sources)
        self.settle = settle  # seconds
        self._retry = retry  # seconds between attempts at a file that could not be opened
        self._unsettled: dict[str, tuple[FileState, float]] = {}  # path -> its state, and since when
        self._missing: dict[str, float] = {}  # path -> since when
        self._offered: dict[str, float] = {}  # path of a file that could not be opened -> when it was tried
        self._told: set[NotRead] = set()

    def look(self, known: Mapping[str, FileState], *, at: float) -> Look:
        """Look once. ``known`` is what has been taken in, ``at`` seconds of any clock that only grows."""
        there: dict[str, FileState] = {}
        closed: list[str] = []  # places whose content cannot be seen: nothing below them is gone
        problems: list[NotRead] = []
        for source in self.sources:
            seen = 0
            for found in scan(source):
                if isinstance(found, Candidate):
                    there[found.path] = FileState(found.path, found.size, found.mtime_ns)
                    seen += 1
                else:
                    problems.append(found)
                    closed.append(found.path)
            before = [path for path in known if _below(path, [source])]
            if not seen and len(before) >= EMPTIED and source not in closed:
                reason = f"all of its {len(before)} known files are gone: is it mounted? nothing is withdrawn"
                problems.append(NotRead(path=source, reason=reason))
                closed.append(source)
        files = tuple(self._settled(there, known, at))
        gone = tuple(self._gone(there, known, closed, at))
        new = tuple(problem for problem in problems if problem not in self._told)
        self._told = set(problems)
        return Look(files, gone, waiting=len(self._unsettled), checked=len(there), problems=new)

    def _settled(
        self, there: Mapping[str, FileState], known: Mapping[str, FileState], at: float
    ) -> Iterable[FileState]:
        self._unsettled = {path: kept for path, kept in self._unsettled.items() if path in there}
        for path, state in there.items():
            before = known.get(path)
            if before is not None and _same(before, state) and not self._is_to_be_tried(before, at):
                self._unsettled.pop(path, None)
                continue
            seen, since = self._unsettled.get(path, (None, at))
            if seen is None or not _same(seen, state):
                self._unsettled[path] = state, at
            elif at - since >= self.settle:
                del self._unsettled[path]
                yield state

    def _is_to_be_tried(self, before: FileState, at: float) -> bool:
        """Whether a file that could not be opened may be readable now."""
        if before.sha256 is not None or "cannot be opened" not in (before.problem or ""):
            return False
        if before.path in self._unsettled:
            return True
        tried = self._offered.get(before.path)
        if tried is not None and at - tried < self._retry:
            return False
        if not os.access(before.path, os.R_OK):
            return False
        self._offered[before.path] = at
        return True

    def _gone(
        self,
        there: Mapping[str, FileState],
        known: Mapping[str, FileState],
        closed: Sequence[str],
        at: float,
    ) -> Iterable[str]:
        absent = [
            path
            for path in known
            if path not in there and _below(path, self.sources) and not _below(path, closed)
        ]
        self._missing = {path: self._missing.get(path, at) for path in absent}
        for path in absent:
            if at - self._missing[path] >= self.settle:  # editors write anew by removing first
                yield path


def outermost(sources: Iterable[str | Path]) -> tuple[str, ...]:
    """The sources, each once, without those that lie below another one."""
    paths = dict.fromkeys(os.path.normpath(source) for source in sources)
    return tuple(
        path for path in paths if not any(path != other and _below(path, [other]) for other in paths)
    )


def _below(path: str, places: Iterable[str]) -> bool:
    """Whether a path is one of some places, or lies in one of them."""
    return any(path == place or path.startswith(place.rstrip(os.sep) + os.sep) for place in places)


def _same(one: FileState, other: FileState) -> bool:
    return (one.size, one.mtime_ns) == (other.size, other.mtime_ns)
