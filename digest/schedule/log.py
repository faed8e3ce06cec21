"""One line an event, as text or JSON, on standard error.

Fields are named one by one, so that no setting and no secret comes in.
"""

from __future__ import annotations

import json
import logging
import sys
from datetime import UTC, datetime
from typing import Literal

LOG = logging.getLogger("digest.run")


def tell(event: str, *, level: int = logging.INFO, **fields: object) -> None:
    """Log an event and its fields."""
    LOG.log(level, event, extra={"fields": fields})


def start_log(form: Literal["text", "json"]) -> None:
    """Write the events of this process to standard error, those of the libraries from warnings on."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Json() if form == "json" else _Text())
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.WARNING)
    LOG.setLevel(logging.INFO)
    logging.getLogger("apscheduler").setLevel(logging.ERROR)  # what it would warn of is told in our words


class _Text(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        fields = (f"{name}={_word(value)}" for name, value in _fields(record).items())
        return " ".join((_at(record), record.levelname.lower(), record.getMessage(), *fields))


class _Json(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        head = {"at": _at(record), "level": record.levelname.lower(), "event": record.getMessage()}
        line = json.dumps(head | _fields(record), ensure_ascii=False, default=str)
        return line.encode("utf-8", errors="backslashreplace").decode()


def _fields(record: logging.LogRecord) -> dict[str, object]:
    fields: dict[str, object] = getattr(record, "fields", {})
    if record.exc_info:
        fields = fields | {"traceback": logging.Formatter().formatException(record.exc_info)}
    return fields


def _word(value: object) -> str:
    """A value on one line, quoted where it has spaces."""
    text = str(value)
    safe = text.encode("utf-8", errors="backslashreplace").decode()
    return safe if safe.isprintable() and " " not in safe and safe else json.dumps(safe, ensure_ascii=False)


def _at(record: logging.LogRecord) -> str:
    return datetime.fromtimestamp(record.created, tz=UTC).isoformat(timespec="seconds")
