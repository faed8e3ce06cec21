"""The operator is told, once for each incident; the outbox is sent."""

from __future__ import annotations

import logging
import os
import threading
from datetime import datetime
from typing import TYPE_CHECKING

from digest.config import Config
from digest.schedule.log import tell

if TYPE_CHECKING:
    from digest.store import Store


class Operator:
    """Tells of incidents through what is set under ``[alerts]``, and sends the outbox."""

    def __init__(self, store: Store, config: Config) -> None:
        self._store = store
        self._config = config
        self._lasting: set[str] | None = None  # names of the incidents that last
        self._stopping = threading.Event()

    def raised(self, name: str, reason: str, *, at: str) -> None:
        """Note that something goes wrong, and tell the operator if that is new."""
        if self._store.incident_open(name, reason, at):
            self._lasting = None
            tell("incident", level=logging.ERROR, name=name, reason=reason)

    def over(self, name: str, *, at: str) -> None:
        """Note that it does not go wrong any more."""
        if self._lasting is None:
            self._lasting = {incident.name for incident in self._store.incidents(open_only=True)}
        if name in self._lasting:
            self._lasting.discard(name)
            self._store.incident_over(name, at)
            tell("incident over", name=name)

    def flush(self, *, now: datetime) -> tuple[str, ...]:
        """Tell of new incidents and send what is due in the outbox, until ``stop`` is called.

        Gives what was refused or waits for somebody to mend a setting, in words.
        """
        from digest.dispatch import flush, undelivered

        settled = flush(
            self._store,
            config=self._config,
            now=now.isoformat(timespec="seconds"),
            environment=os.environ,
            stop=self._stopping.is_set,
        )
        for message in settled:
            level = logging.INFO if message.state in ("sent", "dropped") else logging.WARNING
            tell(
                "message",
                level=level,
                number=message.number,
                channel=message.channel,
                state=message.state,
                problem=message.problem or "",
            )
        return undelivered(settled)

    def stop(self) -> None:
        """Begin no message any more."""
        self._stopping.set()
