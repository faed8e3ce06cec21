"""Taking in: the looks at the folders, and the reading of what they find.

Files are read some at a time. Where reading kills the process or meets a bug, the files are tried in halves
until the one that does it is found; it is kept as unreadable, and the others go on.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import replace

from digest.errors import DigestError
from digest.model import NotRead
from digest.records import FileRead, FileState
from digest.schedule.log import tell
from digest.schedule.ports import Clock, Round, Store
from digest.schedule.troubles import Troubles, stamp
from digest.schedule.worker import Stopped, Work, WorkFailed
from digest.watch import Watch

SOME = 64  # files that are read in one piece of work
LONG = 900.0  # seconds of reading after which editions that are due are made with what there is
LOOKS = 10  # at most, at files that do not settle, before an edition is made without them
FAILED = "reading failed"


class Intake:
    """Brings the store up to date with the folders."""

    def __init__(self, *, store: Store, work: Work, watch: Watch, troubles: Troubles, clock: Clock) -> None:
        self._store = store
        self._work = work
        self._watch = watch
        self._troubles = troubles
        self._clock = clock
        self._known: Mapping[str, FileState] | None = None  # nobody else writes while the store is held

    def take_in(self, done: Round, *, patient: bool) -> None:
        """Read what is new and settled; ``patient``: wait a little for what is not. Raises Stopped."""
        for _ in range(LOOKS if patient else 1):
            if self._known is None:
                self._known = self._store.files(self._watch.sources)
            look = self._watch.look(self._known, at=self._clock.steady())
            for problem in look.problems:
                tell("cannot look", level=logging.WARNING, path=problem.path, reason=problem.reason)
            done.waiting = look.waiting
            if (look.files or look.gone) and self._troubles.is_to_be_tried(FAILED):
                self._read(look.files, look.gone, done)
            if not look.waiting or not patient:
                return
            self._clock.sleep(self._watch.settle)

    def _read(self, files: Sequence[FileState], gone: Sequence[str], done: Round) -> None:
        began, before = self._clock.steady(), self._known or {}
        read = 0
        try:
            if gone:
                self._work.take_in((), gone, at=stamp(self._clock.now()))
            while read < len(files) and self._clock.steady() - began < LONG:
                some = files[read : read + SOME]
                self._read_some(some)
                read += len(some)
        except Stopped:
            raise
        except DigestError as error:
            done.failed.append(f"{FAILED}: {error}")
            self._troubles.failed(FAILED, str(error))
        else:
            self._troubles.recovered(FAILED)
        finally:
            self._known = self._store.files(self._watch.sources)
        done.waiting += len(files) - read
        self._tell_problems(files, before, done)
        tell("taken in", files=read, gone=len(gone), seconds=round(self._clock.steady() - began, 1))

    def _read_some(self, files: Sequence[FileState]) -> None:
        """Read some files; where that kills the process, find the file that does it and keep it out."""
        at = stamp(self._clock.now())
        try:
            self._work.take_in(files, (), at=at)
        except WorkFailed as error:
            if len(files) > 1:
                middle = len(files) // 2
                self._read_some(files[:middle])
                self._read_some(files[middle:])
                return
            self._work.take_in((), (), at=at)  # where this fails too, it is not the file's fault
            reason = f"it cannot be read: {error}"
            state = replace(files[0], problem=reason)
            shown = state.path.encode("utf-8", "replace").decode()
            self._store.record([FileRead(state, not_read=(NotRead(shown, reason),))], at=at)

    def _tell_problems(
        self, files: Sequence[FileState], before: Mapping[str, FileState], done: Round
    ) -> None:
        for file in files:
            state = (self._known or {}).get(file.path)
            if state is None or state.problem is None:
                continue
            done.unread += 1
            if file.path not in before or before[file.path].problem != state.problem:
                tell("not read", level=logging.WARNING, path=state.path, reason=state.problem)
