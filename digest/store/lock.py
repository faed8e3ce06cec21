"""One instance for a store: whoever makes editions holds it, and the second is told who does."""

from __future__ import annotations

import fcntl
import json
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from digest.errors import HeldError, StoreError
from digest.store.engine import ADVISORY, connect, is_sqlite, reason, shown, store_url


@contextmanager
def hold(store: str | Path, *, command: str, at: str) -> Iterator[None]:
    """Hold a store for this process until the end of the block, or of the process, however it ends.

    Beside a SQLite file the lock is a file that the system frees when the process dies; in PostgreSQL it
    is an advisory lock of the session. ``command`` and ``at`` tell a second process who holds it since
    when. Raises HeldError, which is a StoreError, naming the holder where another process holds it.
    """
    url = store_url(store)
    if is_sqlite(url):
        with _hold_file(Path(f"{url.database}.lock"), shown(url), command, at):
            yield
        return
    engine = connect(url)
    try:
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            said = f"{command} pid {os.getpid()} on {socket.gethostname()} since {at}"[:63]
            connection.exec_driver_sql("SELECT set_config('application_name', %s, false)", (said,))
            if not connection.exec_driver_sql(f"SELECT pg_try_advisory_lock({ADVISORY}, 0)").scalar():
                holder = connection.exec_driver_sql(
                    "SELECT application_name FROM pg_stat_activity JOIN pg_locks USING (pid) WHERE "
                    f"locktype = 'advisory' AND classid = {ADVISORY} AND objid = 0 AND granted"
                ).scalar()
                raise HeldError(_refusal(shown(url), f"{holder or 'another process'}"))
            yield
    except SQLAlchemyError as error:
        raise StoreError(f"{shown(url)} cannot be used as a store: {reason(error)}") from error
    finally:
        engine.dispose()


@contextmanager
def _hold_file(path: Path, name: str, command: str, at: str) -> Iterator[None]:
    try:
        file = path.open("a+", encoding="utf-8")
    except OSError as error:
        raise StoreError(
            f"{path} cannot be written ({error.strerror}): it keeps others from {name}"
        ) from error
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            file.seek(0)
            raise HeldError(_refusal(name, _holder(file.read()))) from error
        file.truncate(0)
        file.write(
            json.dumps({"pid": os.getpid(), "host": socket.gethostname(), "since": at, "command": command})
        )
        file.flush()
        yield
        file.truncate(0)


def _holder(text: str) -> str:
    try:
        said = json.loads(text)
        return f"{said['command']} pid {said['pid']} on {said['host']} since {said['since']}"
    except (ValueError, KeyError, TypeError):  # it has the lock and has not written yet who it is
        return "another process"


def _refusal(name: str, holder: str) -> str:
    return f"the store {name} is held by {holder}: stop it first, or give another store"
